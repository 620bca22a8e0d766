// Two processes may keep the audit log's head at one time; there must be one node for it.
CREATE CONSTRAINT audit_head IF NOT EXISTS FOR (h:AuditHead) REQUIRE h.id IS UNIQUE;
