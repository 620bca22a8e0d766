// The phones, accounts, handles and documents that identify some protected people, and whatever carries the same number,
// as far as rows of the viewer's own cases tie them.
// $doors list of CASE#LEVEL tokens, at every level: protection is judged whatever the handling; $persons list of keys; $relations relations by which somebody has a thing
// returns thing (key); one row a thing
UNWIND $persons AS person
MATCH (p:Anchor {key: person})<-[:SUBJECT|HOLDER]-(l:Record)-[:OBJECT|DESCRIBES]->(t:Anchor)
USING INDEX SEEK p:Anchor(key)
WHERE l._live AND any(d IN l._doors WHERE d IN $doors)
  AND (l._file = 'documents' OR l._file = 'links' AND l.relation IN $relations)
  AND (t:Phone OR t:Account OR t:Handle OR t:Document)
WITH DISTINCT t
CALL (t) {
  RETURN t AS same
UNION
  MATCH (t)<-[:DESCRIBES]-(r:Record)-[:IDENTIFIES]->(:Identifier)<-[:IDENTIFIES]-(o:Record)-[:DESCRIBES]->(same:Anchor)
  WHERE r._live AND any(d IN r._doors WHERE d IN $doors) AND o._live AND any(d IN o._doors WHERE d IN $doors)
  RETURN same
}
RETURN DISTINCT same.key AS thing
