// The rows of one delivery that still wait. No door of their own opens them: they are for who loaded them, and for who is cleared
// for everything, as long as the case is theirs.
// $load id of the load; $doors list of CASE#LEVEL tokens; $user name; $cleared whether for everything
// returns row (its properties), line; by file and line
MATCH (l:Load {id: $load})<-[d:DELIVERED_BY]-(h:Held)
WHERE ($cleared OR l.user = $user) AND any(x IN $doors WHERE x STARTS WITH l.case + '#')
RETURN properties(h) AS row, d.line AS line
ORDER BY row._file, line
