// A page of the current rows of one file, of the contract or not, as far as the viewer's keys open them.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $file name of the file; $unseal whether sealed cells come along; $skip and $limit rows
// returns one map a row and its visible statements as [source, grade, doors]; at most $limit, by key
MATCH (r:Record)
WHERE r._file = $file AND r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
WITH r
ORDER BY r._key
SKIP $skip
LIMIT $limit
RETURN CASE WHEN $unseal THEN properties(r) ELSE r {.*, _sealed: null} END AS row,
       [(r)-[s:STATED_BY]->(a:Anchor) WHERE any(d IN s.doors WHERE d IN $doors) | [a.key, s.grade, s.doors]] AS statements
