// A load is being taken back; whoever finds it so goes on with it.
// $id id of the load
// returns load (its properties); no row if there is no such load
MATCH (l:Load {id: $id})
SET l.state = 'undoing'
RETURN properties(l) AS load
