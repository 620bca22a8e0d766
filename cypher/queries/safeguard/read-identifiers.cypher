// Which things carry which normalised identifier (number, plate, IBAN …), as far as the viewer's keys open the rows that say so.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds
// returns key, identifiers (list of keyed hashes); one row a thing
MATCH (r:Record)-[:IDENTIFIES]->(i:Identifier)
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
RETURN r._key AS key, collect(DISTINCT i.hmac) AS identifiers
