// The yardstick of bench load: passages as LOAD CSV writes them, the same nodes and ties without statements and loads.
// $url of the CSV file, readable by the server
// returns nothing
LOAD CSV WITH HEADERS FROM $url AS row
CALL (row) {
  MATCH (subject:Anchor {key: 'BENCH:' + row.subject})
  MATCH (place:Anchor {key: 'BENCH:' + row.place})
  CREATE (r:Record:Passages {_key: 'PLAIN:passages/' + row.id, _file: 'plain-passages', id: row.id, subject: 'BENCH:' + row.subject, place: 'BENCH:' + row.place, time: row.time, direction: row.direction, outcome: row.outcome, source: 'BENCH:sources/' + row.source})
  CREATE (r)-[:SUBJECT]->(subject)
  CREATE (r)-[:PLACE]->(place)
} IN TRANSACTIONS OF 10000 ROWS
