// The last entry of the audit log that was kept.
// returns seq, hash; at most one row
MATCH (h:AuditHead {id: 'head'})
RETURN h.seq AS seq, h.hash AS hash
