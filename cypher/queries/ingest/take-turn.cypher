// Takes the one turn to write records; fails on the constraint where another has it.
// $pid process id; $started its start in epoch milliseconds; $host name of its machine
// returns nothing
CREATE (:LoadTurn {name: 'loads', pid: $pid, started: $started, host: $host})
