// What some places are, as any current row or statement says; a place that was withdrawn is what it was. To decide who is
// protected; nothing of it reaches a viewer.
// $places list of keys
// returns place (key), kinds (list of words), statements (maps of statements of a kind, whose value is sealed); one row a place
UNWIND $places AS key
MATCH (p:Anchor {key: key})
USING INDEX SEEK p:Anchor(key)
RETURN key AS place,
       COLLECT { MATCH (p)<-[:DESCRIBES]-(r:Places) WHERE r._current AND NOT r:Held RETURN DISTINCT r.kind } AS kinds,
       COLLECT {
         MATCH (p)<-[:ENTITY]-(s:Statements)
         WHERE s._live AND s.property = 'kind' AND coalesce(s.contradicts, 'false') <> 'true'
         RETURN properties(s)
       } AS statements
