// How many current rows rest on each source, by file, as far as the viewer's keys open the row and what the source says of it.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $without keys of sources left out
// returns source, file, n; one row a source and file
MATCH (r:Record)-[s:STATED_BY]->(source:Source)
WHERE r._live AND r._recorded <= $through
  AND any(d IN r._doors WHERE d IN $doors)
  AND any(d IN s.doors WHERE d IN $doors)
  AND NOT source.key IN $without
RETURN source.key AS source, r._file AS file, count(r) AS n
