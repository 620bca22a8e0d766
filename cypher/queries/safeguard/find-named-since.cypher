// Whom current rows name at a time that begins on a given day or later. Days are compared as they are written. What lies after
// the row's own delivery (a passport's expiry) was seen by nobody yet, and rows that speak of a birth are passed over; so are
// statements whose property is sealed, which may speak of one: read-last-named has the whole answer for those who are not
// found here. To decide who was a child when last heard of; nothing of it reaches a viewer.
// $persons list of maps {key, since (the day, cut to its year or month where it is the first of it)}; $times map from file name to its columns of time
// returns person (key), since; one row a person and day that is found
UNWIND $persons AS one
MATCH (p:Anchor {key: one.key})
USING INDEX SEEK p:Anchor(key)
WHERE EXISTS {
  MATCH (p)<--(r:Record)
  WHERE r._live AND any(c IN coalesce($times[r._file], []) WHERE r[c] >= one.since AND r[c] < ':'
                          AND r[c] < toString(date(datetime({epochMillis: r._delivered + 86400000}))))
    AND NOT (r._file = 'documents' AND r.kind = 'birth_certificate')
    AND NOT (r._file = 'statements' AND r.property IS NULL)
}
RETURN one.key AS person, one.since AS since
