// Whether rows that are to be withdrawn are known, and to whom.
// $keys list of row keys
// returns key, seen (map of doors and loads); at most one row a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE NOT r:Held
WITH key, collect(r) AS versions
RETURN key, {doors: reduce(doors = [], v IN versions | doors + coalesce(v._doors, [])),
             loads: COLLECT { UNWIND versions AS v MATCH (v)-[:DELIVERED_BY]->(l:Load) RETURN DISTINCT l.id }} AS seen
