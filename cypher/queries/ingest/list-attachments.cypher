// Names of the kept files that deliveries still speak of.
// no parameters
// returns name; one row a kept file
MATCH (:Sources)-[d:DELIVERED_BY]->(:Load)
WHERE d.attachment IS NOT NULL
RETURN DISTINCT d.attachment AS name
