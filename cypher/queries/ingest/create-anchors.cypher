// Makes the things that new rows describe.
// $anchors list of maps {key, slot, labels}
// returns nothing
UNWIND $anchors AS new
MERGE (a:Anchor {key: new.key})
ON CREATE SET a.slot = new.slot, a:$(new.labels)
