// The rows of loads under way that may protect somebody: these people are protected from the moment their row is written,
// although nobody reads the row yet. Nothing of it reaches a viewer but that somebody is protected.
// returns one map a row
MATCH (:Load {open: true})<-[:DELIVERED_BY]-(r:Record)
WHERE r._protects = true AND NOT r:Held
RETURN DISTINCT properties(r) AS row
