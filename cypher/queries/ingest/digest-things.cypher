// Everything the digest of the graph takes in about things and shared identifiers.
// no parameters
// returns name, labels, members (keys of rows, where it is an identifier); all of them
MATCH (a:Anchor)
RETURN a.key + CASE WHEN coalesce(a.withdrawn, false) THEN ' withdrawn' ELSE '' END AS name, labels(a) AS labels, [] AS members
UNION ALL
MATCH (i:Identifier)
RETURN i.kind AS name, labels(i) AS labels, [(i)<-[:IDENTIFIES]-(r:Record) | r._key] AS members
