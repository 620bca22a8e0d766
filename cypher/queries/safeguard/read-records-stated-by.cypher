// A page of the current rows that rest on one source, as far as the viewer's keys open the row and what the source says of it.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $key key of the source; $unseal whether sealed cells come along; $skip and $limit rows
// returns one map a row and its visible statements as [source, grade, doors]; at most $limit, by file and key
MATCH (:Source {key: $key})<-[said:STATED_BY]-(r:Record)
WHERE r._live AND r._recorded <= $through
  AND any(d IN r._doors WHERE d IN $doors)
  AND any(d IN said.doors WHERE d IN $doors)
WITH r
ORDER BY r._file, r._key
SKIP $skip
LIMIT $limit
RETURN CASE WHEN $unseal THEN properties(r) ELSE r {.*, _sealed: null} END AS row,
       [(r)-[s:STATED_BY]->(a:Anchor) WHERE any(d IN s.doors WHERE d IN $doors) | [a.key, s.grade, s.doors]] AS statements
