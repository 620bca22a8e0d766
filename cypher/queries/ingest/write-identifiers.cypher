// Ties rows to the identifiers they carry now, and to no others; an identifier that nobody carries any more goes.
// $rows list of maps {key, commitment, identifiers (list of {kind, hmac})}
// returns nothing
UNWIND $rows AS row
MATCH (r:Record {_key: row.key, _commitment: row.commitment})
WITH r, row, [(r)-[:IDENTIFIES]->(i:Identifier) | i.hmac] AS before
WHERE size(before) <> size(row.identifiers) OR any(identifier IN row.identifiers WHERE NOT identifier.hmac IN before)
CALL (r) {
  MATCH (r)-[carried:IDENTIFIES]->(i:Identifier)
  DELETE carried
  WITH i
  WHERE NOT EXISTS { (i)<-[:IDENTIFIES]-() }
  DELETE i
}
CALL (r, row) {
  UNWIND row.identifiers AS identifier
  MERGE (i:Identifier {hmac: identifier.hmac})
  ON CREATE SET i.kind = identifier.kind
  CREATE (r)-[:IDENTIFIES]->(i)
}
