// Writes what was decided about versions: current or not, live or not, doors, cases, times, and each statement's doors and grade; a
// grade of another scheme than Admiralty cannot be judged by it, and stands in the row as it was given.
// $versions list of maps {key, commitment, properties, statements (list of {source, doors, grade})}; $admiralty the scheme that is judged by; $unjudged the grade of what cannot be
// returns nothing
UNWIND $versions AS version
MATCH (r:Record {_key: version.key, _commitment: version.commitment})
SET r += version.properties
WITH r, version
CALL (r, version) {
  UNWIND version.statements AS statement
  MATCH (r)-[stated:STATED_BY]->(a:Anchor)
  WHERE a.key = statement.source
  SET stated.doors = statement.doors,
      stated.grade = CASE stated.scheme WHEN $admiralty THEN statement.grade ELSE $unjudged END
}
