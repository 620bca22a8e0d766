// Everything that has a name or number to be found by, whoever may see it, and by which doors: for the search index in
// memory, which is asked with the viewer's keys before anything is counted or cut, and whose hits are read again through the
// door before anybody learns of them.
// $files list of file names that describe a thing or say something of one
// returns one map a row; one row a version that is current
MATCH (r:Record)
WHERE r._file IN $files AND r._live AND r._sealed IS NOT NULL
RETURN properties(r) AS row
