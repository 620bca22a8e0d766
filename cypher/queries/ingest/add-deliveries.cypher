// Notes that a load delivered versions that were there already, and the file of a source that came with them.
// $load id of the load; $rows list of maps {key, commitment, line, again (whether its standing is to be decided anew), attachment (name of the kept file, or null)}
// returns nothing
MATCH (l:Load {id: $load})
UNWIND $rows AS row
MATCH (r:Record {_key: row.key, _commitment: row.commitment})
MERGE (r)-[d:DELIVERED_BY]->(l)
ON CREATE SET d.line = row.line
SET d.again = CASE WHEN row.again THEN true END,
    d.attachment = coalesce(row.attachment, d.attachment),
    r._attachment = coalesce(r._attachment, row.attachment)
