// Which of these things the viewer may see at all.
// $doors list of CASE#LEVEL tokens; $through the latest recorded instant of a finished load, epoch milliseconds; $keys keys of the things
// returns key; one row a visible thing
MATCH (x:Anchor)
WHERE x.key IN $keys
  AND EXISTS {
    MATCH (x)<-[:DESCRIBES]-(o:Record)
    WHERE o._live AND o._recorded <= $through AND any(d IN o._doors WHERE d IN $doors)
  }
RETURN x.key AS key
