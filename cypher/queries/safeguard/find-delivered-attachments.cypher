// The sources of which one delivery brought the file, in the version that it brought, as far as the viewer may see them.
// $load id of the load; $doors list of CASE#LEVEL tokens
// returns row (all its properties, _attachment the name under which that file is kept); one row a file
MATCH (:Load {id: $load})<-[d:DELIVERED_BY]-(r:Sources)
WHERE d.attachment IS NOT NULL AND any(x IN r._doors WHERE x IN $doors)
RETURN r{.*, _attachment: d.attachment} AS row
