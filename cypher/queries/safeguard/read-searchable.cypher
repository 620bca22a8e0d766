// Everything that has a name or number to be found by, whoever may see it: for the search index in memory, whose hits are
// read again through the door, with the viewer's keys, before anybody learns of them.
// $files list of file names that describe a thing or say something of one
// returns key (of the thing found), one map a row; one row a version that is current
MATCH (r:Record)
WHERE r._file IN $files AND r._live AND r._sealed IS NOT NULL
RETURN CASE r._file WHEN 'statements' THEN r.entity ELSE r._key END AS key, properties(r) AS row
