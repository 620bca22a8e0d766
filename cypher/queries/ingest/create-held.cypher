// Keeps rows that wait for a reference, sealed, in sight of nobody.
// $load id of the load; $rows list of maps {line, properties, missing (keys)}
// returns nothing
MATCH (l:Load {id: $load})
UNWIND $rows AS row
CREATE (r:Record:Held)
SET r = row.properties
CREATE (r)-[:DELIVERED_BY {line: row.line}]->(l)
WITH r, row
CALL (r, row) {
  UNWIND row.missing AS missing
  MERGE (w:Awaited {key: missing})
  CREATE (r)-[:AWAITS]->(w)
}
