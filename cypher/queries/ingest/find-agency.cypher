// Which agency a namespace is bound to: the one that the loads of it state.
// $namespace name of the namespace
// returns agency (keyed hash); at most one row
MATCH (l:Load {namespace: $namespace})
WHERE l.agency IS NOT NULL
RETURN l.agency AS agency LIMIT 1
