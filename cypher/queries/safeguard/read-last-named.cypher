// When rows name some people for the last time. A row that was withdrawn, but not for an error, was accepted and counts. What
// lies after the row's own delivery was seen by nobody yet; rows that speak of a birth are passed over, and a statement whose
// property is sealed comes back for the program to look at. To decide who was a child when last heard of; nothing of it
// reaches a viewer.
// $persons list of keys; $times map from file name to its columns of time
// returns person (key), latest (as written, the latest as text; null for none), statement (map of a row; null for those that stand open); one row a person and statement
UNWIND $persons AS key
MATCH (p:Anchor {key: key})<--(r:Record)
USING INDEX SEEK p:Anchor(key)
WHERE r._current AND NOT r:Held AND size(coalesce($times[r._file], [])) > 0
  AND NOT (r._file = 'documents' AND r.kind = 'birth_certificate')
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
WITH DISTINCT key, r
WITH key, r, toString(date(datetime({epochMillis: r._delivered + 86400000}))) AS until
UNWIND $times[r._file] AS c
WITH key, r, r[c] AS time, until
WHERE time < ':' AND time < until
RETURN key AS person, max(time) AS latest,
       CASE WHEN r._file = 'statements' AND r.property IS NULL THEN properties(r) END AS statement
