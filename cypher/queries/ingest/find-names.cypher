// Who and what stands under these keys, for what is sealed in their rows: their names.
// $keys list of keys of people and things
// returns key, row (properties of its current version), doors (who may see it), loads (which delivered it); at most one row a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE r._current AND NOT r:Held
RETURN key, properties(r) AS row, coalesce(r._doors, []) AS doors, [(r)-[:DELIVERED_BY]->(l:Load) | l.id] AS loads
