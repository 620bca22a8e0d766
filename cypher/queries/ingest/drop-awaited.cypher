// Removes what nobody waits for any more.
// no parameters
// returns nothing
MATCH (w:Awaited)
WHERE NOT EXISTS { (w)<-[:AWAITS]-() }
DELETE w
