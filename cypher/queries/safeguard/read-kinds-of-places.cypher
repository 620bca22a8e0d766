// What some places are, as any current row says. To decide who is protected; nothing of it reaches a viewer.
// $places list of keys
// returns place (key), kinds (list of words); one row a place
UNWIND $places AS key
MATCH (p:Anchor {key: key})
RETURN key AS place, COLLECT { MATCH (p)<-[:DESCRIBES]-(r:Places) WHERE r._live RETURN DISTINCT r.kind } AS kinds
