// Held rows that are sealed for one of these slots too.
// $slots numbers of vault slots
// returns row (its properties); as many as there are
MATCH (h:Held)
WHERE any(slot IN h._slots WHERE slot IN $slots)
RETURN properties(h) AS row
