// Who is protected in the viewer's cases, who of them has another role as well, and which things identify them.
// $doors list of CASE#LEVEL tokens, at every level: protection is judged whatever the handling
// returns person, otherRoles (boolean), things (list of keys of phones, accounts, handles, documents); one row a person
MATCH (r:Record)
WHERE r._file IN ['roles', 'persons'] AND r._live AND any(d IN r._doors WHERE d IN $doors)
WITH CASE r._file WHEN 'roles' THEN r.person ELSE r._key END AS person,
     r._file = 'roles' AS isRole,
     CASE r._file WHEN 'roles' THEN r.role IN ['victim', 'survivor', 'witness'] ELSE r.remains = 'true' END AS guards
WITH person, collect({isRole: isRole, guards: guards}) AS said
WHERE any(s IN said WHERE s.guards)
WITH person, any(s IN said WHERE s.isRole AND NOT s.guards) AS otherRoles
OPTIONAL MATCH (:Anchor {key: person})<-[:SUBJECT|HOLDER]-(l:Record)-[:OBJECT|DESCRIBES]->(t:Anchor)
WHERE l._live AND any(d IN l._doors WHERE d IN $doors)
  AND (l._file = 'documents' OR l._file = 'links' AND l.relation IN ['uses', 'holds', 'owns'])
  AND (t:Phone OR t:Account OR t:Handle OR t:Document)
RETURN person, otherRoles, collect(DISTINCT t.key) AS things
