// Writes down that a load begins, recorded later than every load before it; until it is whole (open is gone) nobody reads
// its rows, and whoever finds it running without its process undoes it.
// $load map of the load's properties
// returns recorded (epoch milliseconds); one row
OPTIONAL MATCH (before:Load)
WITH coalesce(max(before.recorded), 0) AS last
CREATE (l:Load)
SET l = $load, l.open = true, l.recorded = CASE WHEN last < $load.recorded THEN $load.recorded ELSE last + 1 END
RETURN l.recorded AS recorded
