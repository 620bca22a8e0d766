// Joins rows that are held again with copies of them that others hold already: one row waits for all who delivered it.
// $rows list of maps {key, commitment}
// returns nothing
UNWIND $rows AS row
MATCH (h:Record:Held {_key: row.key})
WHERE h._commitment STARTS WITH row.commitment + '|'
MATCH (r:Record:Held {_key: row.key})
WHERE r._commitment = row.commitment
CALL (h, r) {
  MATCH (h)-[d:DELIVERED_BY]->(l:Load)
  MERGE (r)-[e:DELIVERED_BY]->(l)
  ON CREATE SET e.line = d.line
}
DETACH DELETE h
