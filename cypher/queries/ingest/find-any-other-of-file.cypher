// Whether there is any row whose key begins so and does not go on so: of one file in one namespace, named in another way.
// $prefix beginning of a key; $but a longer beginning, whose rows do not count
// returns one; at most one row
MATCH (r:Record)
WHERE r._key STARTS WITH $prefix AND NOT r._key STARTS WITH $but
RETURN 1 AS one LIMIT 1
