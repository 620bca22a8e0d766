// The loads there are.
// $cases list of case references, or null for all
// returns load (its properties); one row a load, oldest first
MATCH (l:Load)
WHERE $cases IS NULL OR l.case IN $cases
RETURN properties(l) AS load
ORDER BY l.recorded, l.id
