// Turns held rows of one file, whose missing references have all arrived, into rows like any other.
// $labels list of labels beside Record; $rows list of maps as in create-records, with key and commitment
// returns nothing
UNWIND $rows AS row
MATCH (r:Record {_key: row.key, _commitment: row.commitment})
REMOVE r:Held
SET r = row.properties, r:$($labels)
WITH r, row
CALL (r) {
  MATCH (r)-[awaits:AWAITS]->()
  DELETE awaits
}
CALL (r, row) {
  UNWIND row.references AS reference
  MATCH (a:Anchor {key: reference.to})
  CREATE (r)-[:$(reference.type)]->(a)
}
CALL (r, row) {
  UNWIND row.statements AS statement
  MATCH (a:Anchor {key: statement.source})
  CREATE (r)-[:STATED_BY {doors: statement.doors, grade: statement.grade, scheme: statement.scheme}]->(a)
}
CALL (r, row) {
  UNWIND row.describes AS described
  MATCH (a:Anchor {key: described})
  CREATE (r)-[:DESCRIBES]->(a)
}
CALL (r, row) {
  UNWIND row.identifiers AS identifier
  MERGE (i:Identifier {hmac: identifier.hmac})
  ON CREATE SET i.kind = identifier.kind
  CREATE (r)-[:IDENTIFIES]->(i)
}
