// Two processes may add the same user or case at one time; only one of them may succeed.
CREATE CONSTRAINT user_name IF NOT EXISTS FOR (u:User) REQUIRE u.name IS UNIQUE;
CREATE CONSTRAINT case_ref IF NOT EXISTS FOR (c:Case) REQUIRE c.ref IS UNIQUE;
