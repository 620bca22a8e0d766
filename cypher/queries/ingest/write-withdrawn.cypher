// Marks things whose own row is withdrawn, or no longer.
// $things list of maps {key, withdrawn}
// returns nothing
UNWIND $things AS thing
MATCH (a:Anchor {key: thing.key})
SET a.withdrawn = thing.withdrawn
