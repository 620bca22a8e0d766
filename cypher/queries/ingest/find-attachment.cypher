// The row of a source as far as the viewer may see it, and under which name its file is kept.
// $key String: key of the source's row
// $doors List<String>: keys of the viewer
// returns row (all its properties, _attachment where a file is kept); at most one row
MATCH (r:Record:Sources {_key: $key})
WHERE r._live AND any(d IN r._doors WHERE d IN $doors)
  AND NOT EXISTS { MATCH (l:Load {open: true}) WHERE l.recorded <= r._recorded }
RETURN r{.*} AS row
LIMIT 1
