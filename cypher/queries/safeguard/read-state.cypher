// What the store has taken in: changes with every load and every undo, so that what was computed before is known to be old.
// returns loads, latest (epoch milliseconds, sum over loads); one row
MATCH (l:Load)
RETURN count(l) AS loads, sum(l.recorded) AS latest, sum(CASE WHEN l.state = 'done' THEN 1 ELSE 0 END) AS done
