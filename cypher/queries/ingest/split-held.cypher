// Lets held rows wait on for those of their loads that may not see yet what others do.
// $rows list of maps {key, commitment, aside (under which commitment they wait on), loads (ids)}
// returns nothing
UNWIND $rows AS row
MATCH (h:Record:Held {_key: row.key})
WHERE h._commitment = row.commitment
CREATE (c:Record:Held)
SET c = properties(h), c._commitment = row.aside
WITH h, c, row
CALL (h, c) {
  MATCH (h)-[:AWAITS]->(w:Awaited)
  CREATE (c)-[:AWAITS]->(w)
}
CALL (h, c, row) {
  MATCH (h)-[d:DELIVERED_BY]->(l:Load)
  WHERE l.id IN row.loads
  CREATE (c)-[:DELIVERED_BY {line: d.line, again: d.again}]->(l)
  DELETE d
}
