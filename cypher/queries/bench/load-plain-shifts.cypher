// The yardstick of bench load: shifts as LOAD CSV writes them, the same nodes and ties without statements and loads.
// $url of the CSV file, readable by the server
// returns nothing
LOAD CSV WITH HEADERS FROM $url AS row
CALL (row) {
  MATCH (official:Anchor {key: 'BENCH:' + row.official})
  MATCH (place:Anchor {key: 'BENCH:' + row.place})
  CREATE (r:Record:Shifts {_key: 'PLAIN:shifts/' + row.id, _file: 'plain-shifts', id: row.id, official: 'BENCH:' + row.official, place: 'BENCH:' + row.place, start: row.start, `end`: row.end, planned: row.planned, source: 'BENCH:sources/' + row.source})
  CREATE (r)-[:OFFICIAL]->(official)
  CREATE (r)-[:PLACE]->(place)
} IN TRANSACTIONS OF 10000 ROWS
