// What the loader looks up for every row. Uniqueness is kept by the store itself, so that two loads at once cannot
// make one thing twice. Must come before the first load; indexes made later would have to be filled.
CREATE CONSTRAINT anchor_key_is_unique IF NOT EXISTS FOR (a:Anchor) REQUIRE a.key IS UNIQUE;
CREATE CONSTRAINT identifier_is_unique IF NOT EXISTS FOR (i:Identifier) REQUIRE i.hmac IS UNIQUE;
CREATE CONSTRAINT awaited_key_is_unique IF NOT EXISTS FOR (w:Awaited) REQUIRE w.key IS UNIQUE;
CREATE CONSTRAINT load_id_is_unique IF NOT EXISTS FOR (l:Load) REQUIRE l.id IS UNIQUE;
CREATE CONSTRAINT load_turn_is_unique IF NOT EXISTS FOR (t:LoadTurn) REQUIRE t.name IS UNIQUE;
CREATE INDEX record_by_key IF NOT EXISTS FOR (r:Record) ON (r._key);
CREATE INDEX withdrawal_by_target IF NOT EXISTS FOR (w:Withdrawals) ON (w._target);
CREATE INDEX load_by_namespace IF NOT EXISTS FOR (l:Load) ON (l.namespace);
