// Held copies of versions that others could complete before: their deliveries go to the version that stands.
// $rows list of maps {key, held (commitment of the copy), commitment}
// returns nothing
UNWIND $rows AS row
MATCH (h:Record:Held {_key: row.key})
WHERE h._commitment = row.held
MATCH (r:Record {_key: row.key})
WHERE r._commitment = row.commitment AND NOT r:Held
CALL (h, r) {
  MATCH (h)-[d:DELIVERED_BY]->(l:Load)
  MERGE (r)-[e:DELIVERED_BY]->(l)
  ON CREATE SET e.line = d.line
}
DETACH DELETE h
