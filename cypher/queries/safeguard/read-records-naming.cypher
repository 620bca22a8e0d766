// The current rows that name or describe any of some things, as far as the viewer's keys open them.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $keys keys of the things; $files list of file names; $unseal whether sealed cells come along
// returns one map a row and its visible statements as [source, grade, doors]; as many as the things have rows
UNWIND $keys AS key
MATCH (:Anchor {key: key})<-[]-(found:Record)
WHERE found._file IN $files AND found._live AND found._recorded <= $through AND any(d IN found._doors WHERE d IN $doors)
WITH DISTINCT found AS r
RETURN CASE WHEN $unseal THEN properties(r) ELSE r {.*, _sealed: null} END AS row,
       [(r)-[s:STATED_BY]->(a:Anchor) WHERE any(d IN s.doors WHERE d IN $doors) | [a.key, s.grade, s.doors]] AS statements
