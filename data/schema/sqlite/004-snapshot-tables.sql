-- The tables of a snapshot as they were shown that day: they print the same ever after, whatever
-- becomes of units, leaders and targets. Part of the seal.
CREATE TABLE snapshot_table (
	snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
	name TEXT NOT NULL CHECK (name <> ''), -- problem-types estimate in-year
	content TEXT NOT NULL CHECK (json_valid(content)),
	PRIMARY KEY (snapshot_id, name)
) STRICT, WITHOUT ROWID;
