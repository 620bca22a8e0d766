// Whom to protect is asked before nearly every read, and all the while a load is under way. Without these the store reads
// every row of a person and of a role to find the few that say so.
CREATE INDEX role_by_role IF NOT EXISTS FOR (r:Roles) ON (r.role);
CREATE INDEX person_by_remains IF NOT EXISTS FOR (p:Persons) ON (p.remains);
