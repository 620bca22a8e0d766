// Whether rows that are to be withdrawn are known, and who may see them.
// $keys list of row keys
// returns key, doors; at most one row a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE NOT r:Held
RETURN key, reduce(all = [], doors IN collect(r._doors) | all + doors) AS doors
