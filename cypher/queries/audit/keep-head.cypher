// Keeps the audit log's last entry, unless a later one is kept already (several processes write one log).
// $seq integer, number of the entry; $hash string, SHA-256 of its line in hexadecimal
// returns nothing
MERGE (h:AuditHead {id: 'head'})
SET h.id = 'head'
WITH h
WHERE coalesce(h.seq, 0) < $seq
SET h.seq = $seq, h.hash = $hash
