// Notes that a load delivered versions that were there already.
// $load id of the load; $rows list of maps {key, commitment, line, again (whether its standing is to be decided anew)}
// returns nothing
MATCH (l:Load {id: $load})
UNWIND $rows AS row
MATCH (r:Record {_key: row.key, _commitment: row.commitment})
MERGE (r)-[d:DELIVERED_BY]->(l)
ON CREATE SET d.line = row.line
SET d.again = CASE WHEN row.again THEN true END
