// The versions already there of the rows with these keys, held ones too, and under which cases each was delivered.
// $keys list of row keys
// returns key, commitment, file, held, current, delivered and sequence of its best delivery, cases (of its deliveries), attachment (name of the kept file of a source); a few rows a key
UNWIND $keys AS key
MATCH (r:Record {_key: key})
RETURN key, r._commitment AS commitment, r._file AS file, r:Held AS held, r._current AS current,
       r._delivered AS delivered, r._sequence AS sequence, [(r)-[:DELIVERED_BY]->(l:Load) | l.case] AS cases,
       r._attachment AS attachment
