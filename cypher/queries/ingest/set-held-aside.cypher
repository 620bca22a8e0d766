// Lets held rows wait under a name of their own, because the same version is about to stand for others.
// $rows list of maps {key, commitment}
// returns nothing
UNWIND $rows AS row
MATCH (h:Record:Held {_key: row.key})
WHERE h._commitment = row.commitment
WITH h, row, COLLECT { MATCH (h)-[:DELIVERED_BY]->(l:Load) RETURN l.id ORDER BY l.id } AS loads
SET h._commitment = row.commitment + '|' + head(loads)
