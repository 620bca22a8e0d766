// Removes versions that no load delivers any more.
// $rows list of maps {key, commitment}
// returns nothing
UNWIND $rows AS row
MATCH (r:Record {_key: row.key})
WHERE r._commitment = row.commitment
DETACH DELETE r
