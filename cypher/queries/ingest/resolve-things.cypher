// What these keys name: kind, vault slot, whether withdrawn, who may see it; of a source also how it is handled and graded.
// $keys list of keys of things
// returns key, slot, labels, withdrawn, doors, loads, sources (maps of handling, reliability, credibility of the current version); at most one row a key
UNWIND $keys AS key
MATCH (a:Anchor {key: key})
WHERE EXISTS { (a)<-[:DESCRIBES]-() }
RETURN key, a.slot AS slot, labels(a) AS labels, coalesce(a.withdrawn, false) AS withdrawn,
       reduce(all = [], doors IN [(a)<-[:DESCRIBES]-(r:Record) | coalesce(r._doors, [])] | all + doors) AS doors,
       COLLECT { MATCH (a)<-[:DESCRIBES]-(:Record)-[:DELIVERED_BY]->(l:Load) RETURN DISTINCT l.id } AS loads,
       [(a)<-[:DESCRIBES]-(r:Sources) WHERE r._current |
         {handling: r.handling, reliability: r.reliability, credibility: r.credibility}] AS sources
