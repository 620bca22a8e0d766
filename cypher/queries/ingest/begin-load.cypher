// Writes down that a load begins; whoever finds it running without its process undoes it.
// $load map of the load's properties
// returns nothing
CREATE (l:Load)
SET l = $load
