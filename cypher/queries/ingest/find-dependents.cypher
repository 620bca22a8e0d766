// Keys of the rows that name a thing or rest on a source.
// $key key of the thing
// returns key; as many as the thing has rows
MATCH (a:Anchor {key: $key})<-[named]-(r:Record)
WHERE type(named) <> 'DESCRIBES'
RETURN DISTINCT r._key AS key
