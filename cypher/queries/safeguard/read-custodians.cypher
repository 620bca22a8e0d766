// Who raided and who held, for some raids and some stays in custody: the unit as written, the officials concerned, their
// agencies and the organization that led the operation. To judge who decided that somebody was not trafficked; nothing of it
// reaches a viewer.
// $raids list of keys; $stays list of keys of rows in custody
// returns about (the raid or stay), rows (maps of rows with a unit, sealed cells included), organizations (keys), named (maps of the rows that name these); one row each
UNWIND $raids + $stays AS key
WITH key,
     COLLECT { MATCH (x:Anchor {key: key})<-[:DESCRIBES]-(r:Raids) USING INDEX SEEK x:Anchor(key) WHERE r._live RETURN r } AS raids,
     COLLECT { MATCH (c:Record {_key: key}) USING INDEX SEEK c:Record(_key) WHERE c:Custody AND c._current AND NOT c:Held RETURN c } AS stays
WITH key, raids, stays,
     COLLECT { UNWIND raids AS r MATCH (r)-[:ORDERED_BY|HELD_BY]->(o:Anchor) RETURN o }
     + COLLECT { UNWIND stays AS c MATCH (c)-[:AUTHORISED_BY]->(o:Anchor) RETURN o } AS officials,
     COLLECT { UNWIND raids AS r MATCH (r)-[:OPERATION]->(:Anchor)<-[:DESCRIBES]-(:Operations {_live: true})-[:LEAD]->(g:Anchor) RETURN g } AS leads
WITH key, raids,
     COLLECT { UNWIND officials AS o MATCH (o)<-[:PERSON]-(s:Officials) WHERE s._live RETURN s } AS services,
     leads + COLLECT { UNWIND officials AS o MATCH (o)<-[:PERSON]-(s:Officials)-[:AGENCY]->(g:Anchor) WHERE s._live RETURN g } AS agencies
RETURN key AS about,
       [r IN raids | properties(r)] + [s IN services | properties(s)] AS rows,
       [g IN agencies | g.key] AS organizations,
       COLLECT { UNWIND agencies AS g MATCH (g)<-[:DESCRIBES]-(o:Organizations) WHERE o._live RETURN DISTINCT properties(o) } AS named
