// Every row of a finished load that may protect somebody, whatever its case and handling; whom it protects is decided from
// what comes back. A row that was withdrawn counts unless it was withdrawn for an error. Nothing of it reaches a viewer
// but that somebody is protected.
// $through the latest recorded instant of a finished load, epoch milliseconds
// returns one map a row
MATCH (r:Record)
WHERE r._protects = true AND r._current AND NOT r:Held AND r._recorded <= $through
  AND (r._live OR EXISTS {
         MATCH (w:Withdrawals)
         WHERE w._live AND w.reason <> 'error'
           AND (w._target = r._key OR NOT r._withdrawn AND EXISTS { MATCH (r)-->(:Anchor {key: w._target}) })
       })
RETURN properties(r) AS row
