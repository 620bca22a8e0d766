// How many different things of each kind stand one row away from a thing, as far as the viewer may see row and thing.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out; $key key of the thing
// returns kind (node label), things; one row a kind
MATCH (x:Anchor {key: $key})<-[]-(r:Record)
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
WITH DISTINCT x, r
MATCH (r)-[]->(y:Entity)
WHERE y <> x
WITH DISTINCT y
WHERE EXISTS {
  MATCH (y)<-[:DESCRIBES]-(o:Record)
  WHERE o._live AND o._recorded <= $through AND any(d IN o._doors WHERE d IN $doors)
}
RETURN [l IN labels(y) WHERE NOT l IN ['Anchor', 'Entity']][0] AS kind, count(y) AS things
ORDER BY kind
