// The rows that tie things of a set to each other, as far as the viewer may see them.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out; $keys keys of the things, all of them visible to the viewer
// returns a, aAs, b, bAs (keys and columns), row (its key), file, relation, times (a map of its columns that may say when); one row a pair and row
MATCH (x:Entity)
WHERE x.key IN $keys
MATCH (x)<-[p]-(r:Record)-[q]->(y:Entity)
WHERE y.key IN $keys AND x.key < y.key AND r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
RETURN x.key AS a, type(p) AS aAs, y.key AS b, type(q) AS bAs, r._key AS row, r._file AS file, r.relation AS relation,
       r {.time, .until, .departed, .arrived, .from, .to, .start, .`end`, .`in`, .out, .issued, .expires, .applied, .decided,
         .requested, .accepted, .asked, .answered, .date, .hour, .due} AS times
ORDER BY a, b, file, row
