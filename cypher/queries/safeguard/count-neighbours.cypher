// How many things stand one row away from a thing, by kind of thing and file of the row, as far as the viewer may see both.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out; $key key of the thing
// returns kind (node label), file, things, rows; one row a kind and file
MATCH (x:Anchor {key: $key})<-[]-(r:Record)
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
WITH DISTINCT x, r
MATCH (r)-[]->(y:Entity)
WHERE y <> x
WITH DISTINCT r, y
WHERE EXISTS {
  MATCH (y)<-[:DESCRIBES]-(o:Record)
  WHERE o._live AND o._recorded <= $through AND any(d IN o._doors WHERE d IN $doors)
}
RETURN [l IN labels(y) WHERE NOT l IN ['Anchor', 'Entity']][0] AS kind, r._file AS file,
       count(DISTINCT y) AS things, count(DISTINCT r) AS rows
ORDER BY kind, file
