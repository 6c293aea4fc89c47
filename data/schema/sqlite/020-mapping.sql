-- What the headings and values of an office's own sheets mean, kept under a name: lines as doc/cli.md has them. No
-- change of the figures: it leaves no history.
CREATE TABLE mapping (
	kind TEXT NOT NULL CHECK (kind <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	content TEXT NOT NULL,
	kept_by TEXT NOT NULL,
	at TEXT NOT NULL,
	PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
