// A page of the rows that wait for others. No door opens a row that waits: it is listed for who loaded it, and for who is cleared for everything.
// $cases list of case references, or null for all; $user name; $cleared whether for everything; $load id, or null for all; $skip and $limit rows
// returns load, file, line, key, missing (keys); by load, file and line, at most $limit
MATCH (h:Held)-[d:DELIVERED_BY]->(l:Load)
WHERE ($cases IS NULL OR l.case IN $cases)
  AND ($cleared OR l.user = $user)
  AND ($load IS NULL OR l.id = $load)
RETURN l.id AS load, h._file AS file, d.line AS line, h._key AS key, coalesce(h._missing, []) AS missing
ORDER BY l.recorded DESC, load, file, line
SKIP $skip
LIMIT $limit
