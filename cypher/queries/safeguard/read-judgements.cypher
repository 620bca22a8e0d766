// What people decided about two persons' records, in the viewer's own cases, whatever the handling.
// $doors list of CASE#LEVEL tokens, at every level
// returns a, b (keys), verdict, date (as written, or null), row (its key), user (who delivered it first); one row a judgement
MATCH (a:Person)<-[:A]-(r:Judgements)-[:B]->(b:Person)
WHERE r._live AND any(d IN r._doors WHERE d IN $doors)
RETURN a.key AS a, b.key AS b, r.verdict AS verdict, r.date AS date, r._key AS row,
       head(COLLECT { MATCH (r)-[:DELIVERED_BY]->(l:Load) RETURN l.user ORDER BY l.recorded LIMIT 1 }) AS user
