// Keys of the rows that name one of these things or rest on one of these sources.
// $keys list of keys of things
// returns key; as many as the things have rows
UNWIND $keys AS key
MATCH (a:Anchor {key: key})<-[named]-(r:Record)
WHERE type(named) <> 'DESCRIBES'
RETURN DISTINCT r._key AS key
