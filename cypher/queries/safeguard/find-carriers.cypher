// Which things carry a normalised identifier that one of some things carries too, those themselves among them, as far as
// the viewer's keys open the rows that say so; and which of these identifiers.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out; $keys keys of the things
// returns key, identifiers (list of keyed hashes); one row a thing
UNWIND $keys AS key
MATCH (:Anchor {key: key})<-[:DESCRIBES]-(r:Record)-[:IDENTIFIES]->(i:Identifier)
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
WITH DISTINCT i
MATCH (i)<-[:IDENTIFIES]-(o:Record)
WHERE o._live AND o._recorded <= $through AND any(d IN o._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT o._key IN $without
       AND (NOT EXISTS { (o)-[:STATED_BY]->() }
            OR EXISTS { MATCH (o)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
RETURN o._key AS key, collect(DISTINCT i.hmac) AS identifiers
