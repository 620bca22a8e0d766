package org.jejak.savedview;

import java.util.Collection;
import java.util.List;
import org.springframework.data.neo4j.repository.Neo4jRepository;

interface ViewNodes extends Neo4jRepository<ViewNode, String> {

    List<ViewNode> findByCaseRefIn(Collection<String> cases);
}
