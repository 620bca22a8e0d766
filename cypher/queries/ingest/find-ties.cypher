// The ties that stand under these keys, with their ends.
// $keys list of keys of links
// returns key, subject, object, source (keys), doors (who may see it), loads (which delivered it); at most one row a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
WHERE r._current AND r._file = 'links'
RETURN key, r.subject AS subject, r.object AS object, r.source AS source, coalesce(r._doors, []) AS doors,
       [(r)-[:DELIVERED_BY]->(l:Load) | l.id] AS loads
