// What the store has taken in: changes with every load that has become readable and with every undo, so that what was
// computed before is known to be old; and up to where it may be read: what a load under way brings is not there for anybody
// until the whole of it is.
// returns loads (that may be read), latest (epoch milliseconds, sum over these), done, open (loads that may not yet be read), through (epoch milliseconds); one row
MATCH (l:Load)
RETURN count(CASE WHEN l.open THEN null ELSE l END) AS loads, sum(CASE WHEN l.open THEN 0 ELSE l.recorded END) AS latest,
       sum(CASE WHEN l.state = 'done' THEN 1 ELSE 0 END) AS done, count(CASE WHEN l.open THEN l END) AS open,
       coalesce(min(CASE WHEN l.open THEN l.recorded - 1 END), max(l.recorded), 0) AS through
