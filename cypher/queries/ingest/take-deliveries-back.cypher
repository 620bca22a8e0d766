// Takes a page of a load's deliveries back; rows that describe nothing first, so that things go after what names them.
// $id id of the load; $describing whether rows that describe things are meant; $page most rows
// returns key, file, commitment, held, left (other deliveries), slots, attachment; at most $page rows
MATCH (l:Load {id: $id})<-[d:DELIVERED_BY]-(r:Record)
WHERE $describing = EXISTS { (r)-[:DESCRIBES]->() }
WITH r, d LIMIT $page
DELETE d
RETURN r._key AS key, r._file AS file, r._commitment AS commitment, r:Held AS held,
       COUNT { (r)-[:DELIVERED_BY]->() } AS left, r._slots AS slots, r._attachment AS attachment, r._target AS target
