// The row of a source as far as the viewer may see it, and under which name its file is kept.
// $key String: key of the source's row
// $doors List<String>: keys of the viewer; $through the latest recorded instant of a finished load, epoch milliseconds
// returns row (all its properties, _attachment where a file is kept); at most one row
MATCH (r:Record:Sources {_key: $key})
WHERE r._live AND r._recorded <= $through AND any(d IN r._doors WHERE d IN $doors)
RETURN r{.*} AS row
LIMIT 1
