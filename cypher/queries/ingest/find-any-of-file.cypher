// Whether there is any row whose key begins so: of one file in one namespace.
// $prefix beginning of a key
// returns one; at most one row
MATCH (r:Record)
WHERE r._key STARTS WITH $prefix
RETURN 1 AS one LIMIT 1
