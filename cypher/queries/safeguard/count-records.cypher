// How many current rows there are, by file, as far as the viewer's keys open them.
// $doors list of CASE#LEVEL tokens
// returns file, n; at most one row a file
MATCH (r:Record)
WHERE r._live AND any(d IN r._doors WHERE d IN $doors)
RETURN r._file AS file, count(r) AS n
ORDER BY file
