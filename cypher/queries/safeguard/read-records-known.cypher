// Every version of the rows of some files that was recorded by an instant, with the best delivery it then had.
// $doors list of CASE#LEVEL tokens; $files list of file names; $known epoch milliseconds; $cases the viewer's cases; $unseal whether sealed cells come along
// returns one map a version, delivered, sequence, recorded, and its visible statements as [source, grade, doors]
MATCH (r:Record)-[:DELIVERED_BY]->(l:Load)
WHERE r._file IN $files AND NOT r:Held AND l.recorded <= $known AND l.case IN $cases
  AND any(d IN r._doors WHERE d IN $doors)
WITH r, l ORDER BY l.delivered DESC, l.sequence DESC
WITH r, collect(l)[0] AS best, min(l.recorded) AS recorded
RETURN CASE WHEN $unseal THEN properties(r) ELSE r {.*, _sealed: null} END AS row,
       best.delivered AS delivered, best.sequence AS sequence, recorded,
       [(r)-[s:STATED_BY]->(a:Anchor) WHERE any(d IN s.doors WHERE d IN $doors) | [a.key, s.grade, s.doors]] AS statements
