// Who has the turn to write records.
// no parameters
// returns pid, started, host; at most one row
MATCH (t:LoadTurn {name: 'loads'})
RETURN t.pid AS pid, t.started AS started, t.host AS host
