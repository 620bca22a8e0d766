// Who is family of some persons, in either direction, by any current link whatever the case and handling; for the keeping
// apart of users from leads on their household. Nothing of it reaches a viewer.
// $persons list of keys; $relation the relation of kinship
// returns person (key); one row a member
UNWIND $persons AS one
MATCH (:Anchor {key: one})<-[:SUBJECT|OBJECT]-(l:Links)-[:SUBJECT|OBJECT]->(other:Person)
WHERE l._live AND l.relation = $relation AND other.key <> one
RETURN DISTINCT other.key AS person
