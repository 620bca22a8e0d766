// Removes those of these things that no row describes any more.
// $keys list of keys
// returns slot of each one removed
UNWIND $keys AS key
MATCH (a:Anchor {key: key})
WHERE NOT EXISTS { (a)<-[:DESCRIBES]-() }
WITH a, a.slot AS slot
DETACH DELETE a
RETURN slot
