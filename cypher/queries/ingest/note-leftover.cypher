// Remembers with a load that is being taken back what is to be removed outside of the graph once the page is committed.
// $id id of the load; $slots vault slots to destroy; $files names of kept files to remove
// returns nothing
MATCH (l:Load {id: $id})
SET l.leftoverSlots = $slots, l.leftoverFiles = $files
