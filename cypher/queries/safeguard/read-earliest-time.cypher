// The earliest time, as written, that any row of any load has: whoever was grown up by then was never heard of as a child.
// Loads of which nobody noted it have none. Nothing of it reaches a viewer.
// returns earliest (the empty string where it is not known); one row
MATCH (l:Load)
RETURN coalesce(min(coalesce(l.earliest, '')), '') AS earliest
