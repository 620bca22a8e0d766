// The versions that stand under these keys, of whatever file, with the loads that delivered each.
// $keys list of row keys
// returns key, row (its properties), loads (list of {id, delivered, sequence, heldSlot}); a few rows a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE NOT r:Held
RETURN key, properties(r) AS row,
       [(r)-[:DELIVERED_BY]->(l:Load) | {id: l.id, delivered: l.delivered, sequence: l.sequence, heldSlot: l.heldSlot}] AS loads
