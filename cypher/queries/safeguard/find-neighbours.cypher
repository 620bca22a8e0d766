// The things one row away from a thing, most rows first, as far as the viewer may see row and thing.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out; $key key of the thing; $kinds node labels wanted; $files files of rows wanted, empty for every file; $skip, $limit
// returns key, rows; at most $limit rows
MATCH (x:Anchor {key: $key})<-[]-(r:Record)
WHERE r._live AND r._recorded <= $through AND (size($files) = 0 OR r._file IN $files) AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
WITH DISTINCT x, r
MATCH (r)-[]->(y:Entity)
WHERE y <> x AND any(l IN labels(y) WHERE l IN $kinds)
WITH DISTINCT r, y
WHERE EXISTS {
  MATCH (y)<-[:DESCRIBES]-(o:Record)
  WHERE o._live AND o._recorded <= $through AND any(d IN o._doors WHERE d IN $doors)
}
RETURN y.key AS key, count(r) AS rows
ORDER BY rows DESC, key
SKIP $skip LIMIT $limit
