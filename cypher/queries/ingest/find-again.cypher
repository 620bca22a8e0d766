// What a load brought of rows that were there before, and what it withdraws: their standing is to be decided anew.
// $id id of the load
// returns keys (of the row, and of the row it withdraws); a row for each such delivery
MATCH (l:Load {id: $id})<-[d:DELIVERED_BY]-(r:Record)
WHERE d.again
RETURN [r._key] + CASE WHEN r._target IS NULL THEN [] ELSE [r._target] END AS keys
