package org.jejak.investigation;

import org.springframework.data.neo4j.repository.Neo4jRepository;

interface KeptNodes extends Neo4jRepository<KeptNode, String> {}
