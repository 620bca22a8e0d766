// Everything the digest of the graph takes in about rows.
// no parameters
// returns row (its properties), held, earlier (versions of the row before it), ties (list of [type, key of the thing, doors, grade, scheme]); all rows
MATCH (r:Record)
RETURN properties(r) AS row, r:Held AS held,
       COUNT {
         MATCH (o:Record {_key: r._key})
         WHERE NOT o:Held AND (o._delivered < r._delivered OR o._delivered = r._delivered AND o._sequence < r._sequence)
       } AS earlier,
       [(r)-[tie]->(a:Anchor) | [type(tie), a.key, tie.doors, tie.grade, tie.scheme]] AS ties
