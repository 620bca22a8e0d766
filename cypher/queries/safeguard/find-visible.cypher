// Which of these things the viewer may see at all.
// $doors list of CASE#LEVEL tokens; $keys keys of the things
// returns key; one row a visible thing
MATCH (x:Anchor)
WHERE x.key IN $keys
  AND EXISTS {
    MATCH (x)<-[:DESCRIBES]-(o:Record)
    WHERE o._live AND any(d IN o._doors WHERE d IN $doors)
  }
RETURN x.key AS key
