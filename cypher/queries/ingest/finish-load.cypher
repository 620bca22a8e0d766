// A load is whole.
// $id id of the load; $slots its vault slots; $sealed its report, sealed; $earliest the earliest time of its rows, as written
// returns nothing
MATCH (l:Load {id: $id})
SET l.state = 'done', l._slots = $slots, l._sealed = $sealed, l.earliest = $earliest
REMOVE l.open
