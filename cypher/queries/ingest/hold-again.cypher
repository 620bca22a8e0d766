// Turns rows whose references are gone into held rows again.
// $label label of their file; $rows list of maps {key, commitment, properties, missing (keys)}
// returns nothing
UNWIND $rows AS row
MATCH (r:Record {_key: row.key})
WHERE r._commitment = row.commitment
CALL (r) {
  MATCH (r)-[tie]->()
  WHERE type(tie) <> 'DELIVERED_BY'
  DELETE tie
}
REMOVE r:$($label)
SET r = row.properties, r:Held
WITH r, row
CALL (r, row) {
  UNWIND row.missing AS missing
  MERGE (w:Awaited {key: missing})
  CREATE (r)-[:AWAITS]->(w)
}
