// Whether rows that are to be withdrawn are known, and to whom.
// $keys list of row keys
// returns key, file, seen (map of doors and loads); at most one row a key and file
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE NOT r:Held
WITH key, r._file AS file, collect(r) AS versions
RETURN key, file,
       {doors: reduce(doors = [], v IN versions | doors + coalesce(v._doors, [])),
        loads: COLLECT { UNWIND versions AS v MATCH (v)-[:DELIVERED_BY]->(l:Load) RETURN DISTINCT l.id }} AS seen
