// Writes held rows sealed for fewer slots.
// $rows list of maps {key, commitment, slots, sealed}
// returns nothing
UNWIND $rows AS row
MATCH (h:Record:Held {_key: row.key})
WHERE h._commitment = row.commitment
SET h._slots = row.slots, h._sealed = row.sealed
