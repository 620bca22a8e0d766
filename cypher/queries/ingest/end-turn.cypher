// Gives the turn to write records back, if this process still has it.
// $pid process id; $started its start in epoch milliseconds
// returns nothing
MATCH (t:LoadTurn {name: 'loads', pid: $pid, started: $started})
DELETE t
