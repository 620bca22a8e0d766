// Every row of a finished load that may protect somebody, whatever its case and handling; whom it protects is decided from
// what comes back. A row that was withdrawn counts unless it was withdrawn for an error; only a withdrawal delivered no earlier
// than the row withdraws it. Nothing of it reaches a viewer but that somebody is protected.
// $through the latest recorded instant of a finished load, epoch milliseconds
// returns one map a row
MATCH (r:Record)
WHERE r._protects = true AND r._current AND NOT r:Held AND r._recorded <= $through
  AND (r._live
       OR r._withdrawn AND EXISTS {
         MATCH (w:Withdrawals {_target: r._key})
         WHERE w._live AND w.reason <> 'error' AND w._targetFile = r._file
           AND (w._delivered > r._delivered OR w._delivered = r._delivered AND w._sequence >= r._sequence)
       }
       OR NOT r._withdrawn AND EXISTS {
         MATCH (r)-->(a:Anchor {withdrawn: true})<-[:DESCRIBES]-(d:Record)
         WHERE d._current AND d._withdrawn AND EXISTS {
           MATCH (w:Withdrawals {_target: d._key})
           WHERE w._live AND w.reason <> 'error' AND w._targetFile = d._file
             AND (w._delivered > d._delivered OR w._delivered = d._delivered AND w._sequence >= d._sequence)
         }
       })
RETURN properties(r) AS row
