// Rows that wait, of files that may protect somebody: whatever leaves the house names nobody whom they would protect. Their
// cells are sealed, and nothing of them reaches a viewer.
// $files list of file names
// returns row (its properties), delivered (epoch milliseconds, of its latest delivery); one row each
MATCH (h:Held)-[:DELIVERED_BY]->(l:Load)
WHERE h._file IN $files
RETURN properties(h) AS row, max(l.delivered) AS delivered
