// Ties new rows to the identifiers they carry, which rows of others may carry too.
// $rows list of maps {key, commitment, identifiers (list of {kind, hmac})}
// returns nothing
UNWIND $rows AS row
MATCH (r:Record {_key: row.key, _commitment: row.commitment})
UNWIND row.identifiers AS identifier
MERGE (i:Identifier {hmac: identifier.hmac})
ON CREATE SET i.kind = identifier.kind
CREATE (r)-[:IDENTIFIES]->(i)
