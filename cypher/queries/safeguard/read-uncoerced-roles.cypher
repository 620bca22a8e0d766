// The roles that some people have without being forced, whatever the case and handling; who has a row as an official has
// that role. To decide who is protected; nothing of it reaches a viewer.
// $persons list of keys
// returns person (key), roles (list of words), official (whether a row in officials says so); one row a person
UNWIND $persons AS key
MATCH (p:Anchor {key: key})
USING INDEX SEEK p:Anchor(key)
RETURN key AS person,
       COLLECT { MATCH (p)<-[:PERSON]-(r:Roles) WHERE r._live AND coalesce(r.coerced, 'false') <> 'true' RETURN DISTINCT r.role } AS roles,
       EXISTS { MATCH (p)<-[:PERSON]-(o:Officials) WHERE o._live } AS official
