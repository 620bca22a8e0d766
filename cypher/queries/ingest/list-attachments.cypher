// Names of the kept files that rows still speak of.
// no parameters
// returns name; one row a kept file
MATCH (r:Sources)
WHERE r._attachment IS NOT NULL
RETURN DISTINCT r._attachment AS name
