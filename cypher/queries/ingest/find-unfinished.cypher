// Loads that are neither done nor gone: what a process that was killed left behind.
// no parameters
// returns id
MATCH (l:Load)
WHERE l.state <> 'done'
RETURN l.id AS id
ORDER BY l.recorded DESC
