// What the store has taken in: changes with every load and every undo, so that what was computed before is known to be old;
// and up to where it may be read: what a load under way brings is not there for anybody until the whole of it is.
// returns loads, latest (epoch milliseconds, sum over loads), done, through (epoch milliseconds); one row
MATCH (l:Load)
RETURN count(l) AS loads, sum(l.recorded) AS latest, sum(CASE WHEN l.state = 'done' THEN 1 ELSE 0 END) AS done,
       coalesce(min(CASE WHEN l.open THEN l.recorded - 1 END), max(l.recorded), 0) AS through
