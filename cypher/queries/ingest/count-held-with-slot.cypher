// Whether held rows are still sealed for a slot.
// $slot number of the slot
// returns rows (a count)
MATCH (h:Held)
WHERE $slot IN h._slots
RETURN count(h) AS rows
