// Which things carry which normalised identifier (number, plate, IBAN …), as far as the viewer's keys open the rows that say so.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out
// returns key, identifiers (list of keyed hashes); one row a thing
MATCH (r:Record)-[:IDENTIFIES]->(i:Identifier)
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
  AND (size($without) = 0 OR NOT r._key IN $without
       AND (NOT EXISTS { (r)-[:STATED_BY]->() }
            OR EXISTS { MATCH (r)-[st:STATED_BY]->(src) WHERE NOT src.key IN $without AND any(d IN st.doors WHERE d IN $doors) }))
RETURN r._key AS key, collect(DISTINCT i.hmac) AS identifiers
