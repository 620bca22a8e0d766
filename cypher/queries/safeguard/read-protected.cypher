// Who is protected in the viewer's cases, who of them has another role as well, and which things identify them.
// $doors list of CASE#LEVEL tokens, at every level: protection is judged whatever the handling
// returns person, otherRoles (boolean), things (list of keys of phones, accounts, handles, documents); one row a person
CALL () {
  MATCH (r:Record:Roles)
  WHERE r.role IN ['victim', 'survivor', 'witness'] AND r._live AND any(d IN r._doors WHERE d IN $doors)
  RETURN r.person AS person
UNION
  MATCH (p:Record:Persons)
  WHERE p.remains = 'true' AND p._live AND any(d IN p._doors WHERE d IN $doors)
  RETURN p._key AS person
}
OPTIONAL MATCH (a:Anchor {key: person})
WITH person, a, EXISTS {
       MATCH (a)<-[:PERSON]-(o:Record:Roles)
       WHERE NOT o.role IN ['victim', 'survivor', 'witness'] AND o._live AND any(d IN o._doors WHERE d IN $doors)
     } AS otherRoles
OPTIONAL MATCH (a)<-[:SUBJECT|HOLDER]-(l:Record)-[:OBJECT|DESCRIBES]->(t:Anchor)
WHERE l._live AND any(d IN l._doors WHERE d IN $doors)
  AND (l._file = 'documents' OR l._file = 'links' AND l.relation IN ['uses', 'holds', 'owns'])
  AND (t:Phone OR t:Account OR t:Handle OR t:Document)
RETURN person, otherRoles, collect(DISTINCT t.key) AS things
