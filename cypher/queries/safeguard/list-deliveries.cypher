// The deliveries into a case of which the viewer may see something, in the order of loading.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $case reference of the case; $user name; $cleared whether for everything
// returns load, namespace, delivered (epoch milliseconds), sequence, handling, zone, country; one row a load
MATCH (l:Load {state: 'done'})
WHERE l.case = $case AND l.recorded <= $through
  AND (EXISTS { MATCH (l)<-[:DELIVERED_BY]-(r:Record) WHERE any(d IN r._doors WHERE d IN $doors) }
       OR ($cleared OR l.user = $user) AND any(x IN $doors WHERE x STARTS WITH l.case + '#')
          AND EXISTS { (l)<-[:DELIVERED_BY]-(:Held) })
RETURN l.id AS load, l.namespace AS namespace, l.delivered AS delivered, l.sequence AS sequence, l.handling AS handling,
       l.zone AS zone, coalesce(l.country, '') AS country
ORDER BY l.recorded
