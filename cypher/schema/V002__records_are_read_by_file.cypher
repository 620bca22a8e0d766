// The reading door asks for the live rows of some files; without this every read would scan all rows of all files.
CREATE INDEX record_by_file IF NOT EXISTS FOR (r:Record) ON (r._file);
