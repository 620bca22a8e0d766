// Who of some protected people has an offender role, coerced or not, that this viewer may see.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $persons list of keys; $roles the offender roles
// returns person (key); one row a person
UNWIND $persons AS key
MATCH (p:Anchor {key: key})
USING INDEX SEEK p:Anchor(key)
WHERE EXISTS {
  MATCH (p)<-[:PERSON]-(r:Record:Roles)
  WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors) AND r.role IN $roles
}
RETURN key AS person
