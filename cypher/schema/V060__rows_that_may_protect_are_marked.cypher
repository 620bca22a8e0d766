// Whom to protect is asked before nearly every read. Rows that may protect somebody by what they say are marked when they
// are written; those that were there before are all looked at, since only the program can read their sealed cells.
CREATE INDEX rows_that_may_protect IF NOT EXISTS FOR (r:Record) ON (r._protects);
MATCH (r:Record)
WHERE r._protects IS NULL AND NOT r:Held
  AND (r._file IN ['persons', 'roles', 'statements', 'documents', 'movements', 'custody', 'exploitations', 'screenings', 'referrals']
       OR r._file = 'outcomes' AND r.persons IS NOT NULL
       OR r._file = 'links' AND r.relation IN ['exploits', 'located_at', 'lives_at'])
CALL (r) {
  SET r._protects = true
} IN TRANSACTIONS OF 10000 ROWS;
// A commitment may be named by others from here on.
MATCH (r:Commitments)
WHERE NOT r:Held AND NOT EXISTS { (r)-[:DESCRIBES]->() }
MERGE (a:Anchor {key: r._key})
ON CREATE SET a:Commitment, a.slot = r._slots[0]
MERGE (r)-[:DESCRIBES]->(a);
