package org.jejak.access;

import org.springframework.data.neo4j.repository.Neo4jRepository;

interface CaseNodes extends Neo4jRepository<CaseNode, String> {}
