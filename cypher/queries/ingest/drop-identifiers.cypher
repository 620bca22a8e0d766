// Removes identifiers that no row carries any more.
// no parameters
// returns nothing
MATCH (i:Identifier)
WHERE NOT EXISTS { (i)<-[:IDENTIFIES]-() }
DELETE i
