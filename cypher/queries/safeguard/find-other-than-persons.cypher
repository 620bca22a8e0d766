// Which of some things are known to be no persons: a company may be located at a camp, and nobody protects it for that.
// $keys list of keys
// returns key; one row a thing that is something else
UNWIND $keys AS key
MATCH (a:Anchor {key: key})
USING INDEX SEEK a:Anchor(key)
WHERE NOT a:Person
RETURN key
