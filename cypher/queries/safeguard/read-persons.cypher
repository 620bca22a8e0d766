// The persons whom a visible row of the asked cases describes or names, and whose own row the viewer may see anywhere.
// $doors tokens of the asked cases; $through the latest recorded instant of a finished load, epoch milliseconds; $seen tokens of all the viewer's cases; $without sources left out; $grades grades that pass, null for all
// returns key; one row a person
MATCH (p:Person)
WHERE EXISTS {
        MATCH (p)<-[:DESCRIBES]-(d:Record)
        WHERE d._live AND d._recorded <= $through AND any(x IN d._doors WHERE x IN $seen)
      }
  AND EXISTS {
        MATCH (p)<--(r:Record)-[s:STATED_BY]->(a:Source)
        WHERE r._live AND r._recorded <= $through AND any(x IN s.doors WHERE x IN $doors)
          AND NOT a.key IN $without AND ($grades IS NULL OR s.grade IN $grades)
      }
RETURN p.key AS key
