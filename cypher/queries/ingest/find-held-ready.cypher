// Held rows of which everything they wait for is there, or is held itself and might come with them.
// no parameters
// returns row (its properties), labels, loads (list of {id, case, handling, sees, level, everything, country, delivered, sequence}); as many as there are
MATCH (h:Held)
WHERE NOT EXISTS {
  MATCH (h)-[:AWAITS]->(w:Awaited)
  WHERE NOT EXISTS { MATCH (:Record {_key: w.key}) }
}
RETURN properties(h) AS row, [(h)-[:DELIVERED_BY]->(l:Load) |
         {id: l.id, case: l.case, handling: l.handling, sees: l.sees, level: l.level, everything: l.everything, country: l.country,
          delivered: l.delivered, sequence: l.sequence}] AS loads
