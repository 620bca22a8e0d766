// What a load brought, and what of it another load brings as well, so that it outlasts an undo.
// $id id of the load; $cases list of case references, or null for all
// returns file, held, alone, n; at most four rows a file
MATCH (l:Load {id: $id})<-[:DELIVERED_BY]-(r:Record)
WHERE $cases IS NULL OR l.case IN $cases
WITH r._file AS file, r:Held AS held, NOT EXISTS { MATCH (r)-[:DELIVERED_BY]->(o:Load) WHERE o.id <> $id } AS alone
RETURN file, held, alone, count(*) AS n
ORDER BY file
