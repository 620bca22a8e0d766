// The rows of the viewer's own cases that say what some people are called, whatever the handling: their names are masked in
// what others' rows say.
// $doors list of CASE#LEVEL tokens, at every level; $persons list of keys
// returns person (key), one map a row
UNWIND $persons AS key
MATCH (p:Anchor {key: key})<-[:DESCRIBES|ENTITY]-(r:Record)
USING INDEX SEEK p:Anchor(key)
WHERE r._live AND r._sealed IS NOT NULL AND r._file IN ['persons', 'statements'] AND any(d IN r._doors WHERE d IN $doors)
RETURN key AS person, properties(r) AS row
