// All versions of the rows with these keys, with their deliveries, and the withdrawals of them: what decides which one is current and who may see it.
// $keys list of row keys
// returns key, row (its properties), deliveries (list of {case, delivered, sequence, recorded, handling, zone, country}), withdrawals (list of {key, file (of the row withdrawn), delivered, sequence, live}); a few rows a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE NOT r:Held
RETURN key, properties(r) AS row,
       [(r)-[:DELIVERED_BY]->(l:Load) |
         {case: l.case, delivered: l.delivered, sequence: l.sequence, recorded: l.recorded, handling: l.handling, zone: l.zone, country: l.country}] AS deliveries,
       COLLECT {
         MATCH (w:Withdrawals {_target: key})
         WHERE w._current AND NOT w:Held
         RETURN {key: w._key, file: w._targetFile, delivered: w._delivered, sequence: w._sequence, live: w._live}
       } AS withdrawals
