// All rows of a load are written: readers may see them from here on, while those that were there before follow.
// $id id of the load
// returns nothing
MATCH (l:Load {id: $id})
SET l.state = 'settling'
REMOVE l.open
