// A saved view is opened by its id, and listed by its case.
CREATE CONSTRAINT view_id IF NOT EXISTS FOR (v:View) REQUIRE v.id IS UNIQUE;
CREATE INDEX view_case IF NOT EXISTS FOR (v:View) ON (v.caseRef);
