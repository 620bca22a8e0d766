// Kept answers are looked up by their id, and no two may have one.
CREATE CONSTRAINT investigation_id_is_unique IF NOT EXISTS FOR (i:Investigation) REQUIRE i.id IS UNIQUE;
