// The yardstick of bench load: contacts as LOAD CSV writes them, the same nodes and ties without statements and loads.
// $url of the CSV file, readable by the server
// returns nothing
LOAD CSV WITH HEADERS FROM $url AS row
CALL (row) {
  MATCH (a:Anchor {key: 'BENCH:' + row.a})
  MATCH (b:Anchor {key: 'BENCH:' + row.b})
  CREATE (r:Record:Contacts {_key: 'PLAIN:contacts/' + row.id, _file: 'plain-contacts', id: row.id, a: 'BENCH:' + row.a, b: 'BENCH:' + row.b, time: row.time, duration_s: row.duration_s, channel: row.channel, source: 'BENCH:sources/' + row.source})
  CREATE (r)-[:A]->(a)
  CREATE (r)-[:B]->(b)
} IN TRANSACTIONS OF 10000 ROWS
