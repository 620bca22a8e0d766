// Every current row of an official, to find which of them a user is; for the keeping apart of users from their own leads,
// whatever the case and handling. Nothing of it reaches a viewer.
// returns person, agency (keys), row (map with _key, _sealed, _slots); one row an official's row with a sealed cell
MATCH (r:Officials)
WHERE r._live AND r._sealed IS NOT NULL
RETURN r.person AS person, r.agency AS agency, r {._key, ._sealed, ._slots} AS row
