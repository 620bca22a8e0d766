// Takes a page of a load's deliveries back; rows that describe nothing first, so that things go after what names them. A
// source whose file it brought keeps that of another delivery, if one brought any.
// $id id of the load; $describing whether rows that describe things are meant; $page most rows
// returns key, file, commitment, held, left (other deliveries), slots, attachment (name of a kept file that nobody delivers any more), target; at most $page rows
MATCH (l:Load {id: $id})<-[d:DELIVERED_BY]-(r:Record)
WHERE $describing = EXISTS { (r)-[:DESCRIBES]->() }
WITH r, d, d.attachment AS brought LIMIT $page
DELETE d
WITH r, brought, COLLECT {
  MATCH (r)-[o:DELIVERED_BY]->()
  WHERE o.attachment IS NOT NULL
  RETURN o.attachment ORDER BY o.attachment
} AS others
FOREACH (b IN CASE WHEN brought IS NULL THEN [] ELSE [brought] END | SET r._attachment = head(others))
RETURN r._key AS key, r._file AS file, r._commitment AS commitment, r:Held AS held,
       COUNT { (r)-[:DELIVERED_BY]->() } AS left, r._slots AS slots,
       CASE WHEN NOT brought IN others THEN brought END AS attachment, r._target AS target
