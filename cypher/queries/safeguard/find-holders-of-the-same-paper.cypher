// Who holds a paper of the same number and country as one of some people's, as far as rows of the viewer's own cases say,
// whatever their handling. A forged or borrowed paper says nothing of who holds it.
// $doors list of CASE#LEVEL tokens, at every level; $persons list of keys
// returns person (key of somebody asked about), same (key of the other holder); one row a pair
UNWIND $persons AS person
MATCH (p:Anchor {key: person})<-[:HOLDER]-(r:Documents)-[:IDENTIFIES]->(:Identifier)<-[:IDENTIFIES]-(o:Documents)-[:HOLDER]->(other:Anchor)
USING INDEX SEEK p:Anchor(key)
WHERE r._live AND any(d IN r._doors WHERE d IN $doors) AND o._live AND any(d IN o._doors WHERE d IN $doors)
  AND other <> p
  AND NOT coalesce(r.status, '') IN ['forged', 'borrowed'] AND NOT coalesce(o.status, '') IN ['forged', 'borrowed']
RETURN DISTINCT person, other.key AS same
