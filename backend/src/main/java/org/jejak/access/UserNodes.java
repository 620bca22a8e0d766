package org.jejak.access;

import org.springframework.data.neo4j.repository.Neo4jRepository;

interface UserNodes extends Neo4jRepository<UserNode, String> {}
