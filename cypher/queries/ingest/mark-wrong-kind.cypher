// Notes of held rows whether something they name is there, but of a kind that the column does not take.
// $rows list of maps {key, commitment, wrongKind}
// returns nothing
UNWIND $rows AS row
MATCH (h:Record {_key: row.key})
WHERE h._commitment = row.commitment AND h:Held
SET h._wrongKind = row.wrongKind
