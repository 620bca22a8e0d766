// Removes a load that was taken back.
// $id id of the load
// returns nothing
MATCH (l:Load {id: $id})
DETACH DELETE l
