// How many rows wait for others, for the same viewer as list-held.
// $cases list of case references, or null for all; $user name; $cleared whether for everything; $load id, or null for all
// returns n; one row
MATCH (h:Held)-[d:DELIVERED_BY]->(l:Load)
WHERE ($cases IS NULL OR l.case IN $cases)
  AND ($cleared OR l.user = $user)
  AND ($load IS NULL OR l.id = $load)
RETURN count(d) AS n
