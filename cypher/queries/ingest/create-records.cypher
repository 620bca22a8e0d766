// Writes new versions of rows of one file, what they describe, name and rest on, and the load that delivered them.
// $labels list of labels beside Record; $load id of the load; $rows list of maps {line, properties, describes (list of at most one key), references (list of {type, to}), statements (list of {source, doors, grade, scheme}), identifiers (list of {kind, hmac})}
// returns nothing
MATCH (l:Load {id: $load})
UNWIND $rows AS row
CREATE (r:Record:$($labels))
SET r = row.properties
CREATE (r)-[:DELIVERED_BY {line: row.line}]->(l)
WITH r, row
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
