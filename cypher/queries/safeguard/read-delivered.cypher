// Every version of a row that one load delivered, superseded and withdrawn ones too, as far as the viewer's keys open them.
// $doors list of CASE#LEVEL tokens; $load id of the load
// returns one map a row, its statements as [source, grade, doors] (those of a withdrawn source have no doors); by file and line
MATCH (l:Load {id: $load})<-[d:DELIVERED_BY]-(r:Record)
WHERE NOT r:Held AND any(x IN r._doors WHERE x IN $doors)
WITH r, d.line AS line
RETURN properties(r) AS row,
       [(r)-[s:STATED_BY]->(a:Anchor) WHERE size(s.doors) = 0 OR any(x IN s.doors WHERE x IN $doors) | [a.key, s.grade, s.doors]] AS statements
ORDER BY row._file, line
