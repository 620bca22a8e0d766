// Remembers with a load that is being taken back which things' dependents are still to be settled.
// $id id of the load; $keys list of keys
// returns nothing
MATCH (l:Load {id: $id})
SET l.outward = coalesce(l.outward, []) + [key IN $keys WHERE NOT key IN coalesce(l.outward, [])]
