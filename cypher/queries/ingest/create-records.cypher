// Writes new versions of rows of one file, what they describe, name and rest on, and the load that delivered them. What
// they name is looked up once for the batch and then taken from a list: a thousand calls name a few phones.
// $labels list of labels beside Record; $load id of the load; $things keys of all that is named; $rows list of maps {line, again (true or null: whether its standing is to be decided anew), properties, describes (list of at most one place in $things), references (list of {type, to (place in $things)}), statements (list of {source (place in $things), doors, grade, scheme})}
// returns nothing
MATCH (l:Load {id: $load})
WITH l, COLLECT {
  UNWIND range(0, size($things) - 1) AS i
  MATCH (a:Anchor {key: $things[i]})
  WITH a, i ORDER BY i
  RETURN a
} AS things
UNWIND $rows AS row
CREATE (r:Record:$($labels))
SET r = row.properties
CREATE (r)-[:DELIVERED_BY {line: row.line, again: row.again, attachment: row.properties._attachment}]->(l)
FOREACH (reference IN row.references |
  FOREACH (a IN [things[reference.to]] |
    CREATE (r)-[:$(reference.type)]->(a)))
FOREACH (statement IN row.statements |
  FOREACH (a IN [things[statement.source]] |
    CREATE (r)-[:STATED_BY {doors: statement.doors, grade: statement.grade, scheme: statement.scheme}]->(a)))
FOREACH (described IN row.describes |
  FOREACH (a IN [things[described]] |
    CREATE (r)-[:DESCRIBES]->(a)))
