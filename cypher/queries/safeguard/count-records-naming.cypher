// How many current rows name one thing, by file, as far as the viewer's keys open them.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out; $key key of the thing
// returns file, n; at most one row a file
MATCH (:Anchor {key: $key})<-[]-(r:Record)
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
RETURN r._file AS file, count(DISTINCT r) AS n
ORDER BY file
