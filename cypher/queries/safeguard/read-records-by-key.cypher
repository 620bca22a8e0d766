// The current rows of these keys, as far as the viewer's keys open them.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $keys list of row keys; $unseal whether sealed cells come along
// returns one map a row and its visible statements as [source, grade, doors]; at most one row a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
RETURN CASE WHEN $unseal THEN properties(r) ELSE r {.*, _sealed: null} END AS row,
       [(r)-[s:STATED_BY]->(a:Anchor) WHERE any(d IN s.doors WHERE d IN $doors) | [a.key, s.grade, s.doors]] AS statements
