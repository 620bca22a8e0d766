// When what these rows say was true, as far as the viewer may see the rows.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out; $keys list of row keys
// returns row (its key), file, times (a map of its columns that may say when); at most one row a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
RETURN r._key AS row, r._file AS file,
       r {.time, .until, .departed, .arrived, .from, .to, .start, .`end`, .`in`, .out, .issued, .expires, .applied, .decided,
         .requested, .accepted, .asked, .answered, .date, .hour, .due} AS times
