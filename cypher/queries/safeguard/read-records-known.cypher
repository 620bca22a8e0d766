// Every version of every row that was recorded by an instant, with the deliveries it then had: which of them was current, and
// who could see it, is decided by all of them. Whether the viewer may see it today is said of each.
// $doors list of CASE#LEVEL tokens; $known epoch milliseconds
// returns one map a version, deliveries (list of {case, delivered, sequence, recorded, handling, zone}), open (whether a door opens today), stated (list of [source, whether a door of the statement opens today, or it has none, scheme of its grade]); up to millions of rows
MATCH (r:Record)
WHERE NOT r:Held AND coalesce(r._released, 0) <= $known
WITH r, [(r)-[:DELIVERED_BY]->(l:Load) WHERE l.recorded <= $known |
          {case: l.case, delivered: l.delivered, sequence: l.sequence, recorded: l.recorded, handling: l.handling, zone: l.zone}] AS deliveries
WHERE size(deliveries) > 0
RETURN properties(r) AS row, deliveries,
       any(d IN r._doors WHERE d IN $doors) AS open,
       [(r)-[s:STATED_BY]->(a:Anchor) | [a.key, size(s.doors) = 0 OR any(d IN s.doors WHERE d IN $doors), s.scheme]] AS stated
