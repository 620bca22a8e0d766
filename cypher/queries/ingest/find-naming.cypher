// Rows that name one of these things, rest on one of these sources, or withdraw one of these rows, and what their loaders could see.
// $keys list of keys
// returns row (its properties), loads (list of {case, handling, sees, level, everything, heldSlot}); as many as there are
CALL () {
  UNWIND $keys AS key
  MATCH (a:Anchor {key: key})<-[named]-(r:Record)
  WHERE type(named) <> 'DESCRIBES'
  RETURN r
UNION
  UNWIND $keys AS key
  MATCH (r:Withdrawals {_target: key})
  WHERE NOT r:Held
  RETURN r
}
WITH DISTINCT r
RETURN properties(r) AS row, [(r)-[:DELIVERED_BY]->(l:Load) |
         {id: l.id, case: l.case, handling: l.handling, sees: l.sees, level: l.level, everything: l.everything,
          heldSlot: l.heldSlot}] AS loads
