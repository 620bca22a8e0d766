// The current rows of some files, as far as the viewer's keys open them.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $files list of file names; $unseal whether sealed cells come along
// returns one map a row: its properties, and its visible statements as [source, grade, doors]; up to millions of rows
MATCH (r:Record)
WHERE r._file IN $files AND r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
RETURN CASE WHEN $unseal THEN properties(r) ELSE r {.*, _sealed: null} END AS row,
       [(r)-[s:STATED_BY]->(a:Anchor) WHERE any(d IN s.doors WHERE d IN $doors) | [a.key, s.grade, s.doors]] AS statements
