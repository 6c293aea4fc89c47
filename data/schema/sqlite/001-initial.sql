-- The tables of one body's database. Fiscal years are the Gregorian year in which they start
-- (令和7年度 = 2025); in ranges, last_fiscal_year 0 means still valid. Times are local,
-- 'YYYY-MM-DDTHH:MM:SS'; days 'YYYY-MM-DD'. Minutes per case are held in 1/100 minute, saved time
-- in whole minutes, money in yen. created_change is the change that inserted a row: NULL when
-- another program did. What is called held can be computed anew from the rest.

CREATE TABLE body (
	code TEXT NOT NULL PRIMARY KEY,
	name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- changes and history --------------------------------------------------------------------

-- One row for each transaction of the program.
CREATE TABLE change (
	id INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	user TEXT NOT NULL,
	what TEXT NOT NULL,
	note TEXT NOT NULL DEFAULT '',
	undone_by INTEGER REFERENCES change (id)
) STRICT;
CREATE INDEX change_user ON change (user, id);

-- The change in progress, seen only inside its own transaction; id is NULL outside.
CREATE TABLE current_change (
	one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
	id INTEGER REFERENCES change (id)
) STRICT;
INSERT INTO current_change (one, id) VALUES (1, NULL);

-- What a row was before it was changed or deleted: written by triggers.
CREATE TABLE history (
	id INTEGER PRIMARY KEY,
	change_id INTEGER REFERENCES change (id), -- NULL: by another program
	at TEXT NOT NULL,
	entity TEXT NOT NULL,     -- the table
	entity_key TEXT NOT NULL CHECK (json_valid(entity_key)), -- its key columns
	project_id INTEGER,       -- no reference: the project may be gone
	op TEXT NOT NULL CHECK (op IN ('update', 'delete')),
	before TEXT NOT NULL CHECK (json_valid(before)), -- only the columns that differ
	after TEXT CHECK (after IS NULL OR json_valid(after)), -- NULL for a delete
	version_before INTEGER,
	version_after INTEGER
) STRICT;
CREATE INDEX history_project ON history (project_id, id);
CREATE INDEX history_change ON history (change_id);

-- Counters that triggers raise, so that caches know when to load anew.
CREATE TABLE generation (
	name TEXT NOT NULL PRIMARY KEY,
	value INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO generation (name) VALUES ('unit'), ('catalogue'), ('people');

-- ---- parameters, units and people -----------------------------------------------------------

CREATE TABLE parameter (
	name TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL DEFAULT 0, -- 0: every year without a row of its own
	value TEXT NOT NULL,
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (name, fiscal_year)
) STRICT, WITHOUT ROWID;

-- One version of a unit; the one with the latest first year that is not after a year holds in it.
CREATE TABLE unit (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL CHECK (code <> ''),
	kind TEXT NOT NULL CHECK (kind IN ('body', 'department', 'section', 'team')),
	name TEXT NOT NULL CHECK (name <> ''),
	name_key TEXT NOT NULL, -- held: search key of the name
	parent_code TEXT NOT NULL DEFAULT '',
	first_fiscal_year INTEGER NOT NULL CHECK (first_fiscal_year BETWEEN 1926 AND 2199),
	last_fiscal_year INTEGER NOT NULL DEFAULT 0
		CHECK (last_fiscal_year = 0 OR last_fiscal_year >= first_fiscal_year),
	successor_code TEXT NOT NULL DEFAULT '',
	lead_section INTEGER NOT NULL DEFAULT 0 CHECK (lead_section IN (0, 1)),
	position INTEGER NOT NULL DEFAULT 0,
	created_change INTEGER REFERENCES change (id),
	UNIQUE (code, first_fiscal_year)
) STRICT;
CREATE INDEX unit_created ON unit (created_change);

CREATE TABLE person (
	code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
	name TEXT NOT NULL,
	kana TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	created_change INTEGER REFERENCES change (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_grant (
	person_code TEXT NOT NULL REFERENCES person (code),
	role TEXT NOT NULL CHECK (role IN ('viewer', 'leader', 'head', 'collector', 'admin')),
	unit_code TEXT NOT NULL,
	first_fiscal_year INTEGER NOT NULL,
	last_fiscal_year INTEGER NOT NULL DEFAULT 0
		CHECK (last_fiscal_year = 0 OR last_fiscal_year >= first_fiscal_year),
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (person_code, role, unit_code, first_fiscal_year)
) STRICT, WITHOUT ROWID;

CREATE TABLE leader (
	fiscal_year INTEGER NOT NULL,
	section_code TEXT NOT NULL,
	person_code TEXT NOT NULL REFERENCES person (code),
	from_date TEXT NOT NULL DEFAULT '',
	to_date TEXT NOT NULL DEFAULT '', -- '' = to the end of the year
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (fiscal_year, section_code, person_code)
) STRICT, WITHOUT ROWID;

-- ---- catalogues and rules -------------------------------------------------------------------

CREATE TABLE problem_type (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	name_en TEXT NOT NULL DEFAULT '',
	aliases TEXT NOT NULL DEFAULT '', -- separated by newlines
	position INTEGER NOT NULL,
	first_fiscal_year INTEGER NOT NULL,
	last_fiscal_year INTEGER NOT NULL DEFAULT 0
		CHECK (last_fiscal_year = 0 OR last_fiscal_year >= first_fiscal_year),
	merged_into TEXT NOT NULL DEFAULT '',
	created_change INTEGER REFERENCES change (id),
	UNIQUE (code, first_fiscal_year)
) STRICT;

CREATE TABLE tool (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL CHECK (code <> '' AND instr(code, ',') = 0),
	name TEXT NOT NULL CHECK (name <> ''),
	name_en TEXT NOT NULL DEFAULT '',
	aliases TEXT NOT NULL DEFAULT '',
	position INTEGER NOT NULL,
	first_fiscal_year INTEGER NOT NULL,
	last_fiscal_year INTEGER NOT NULL DEFAULT 0
		CHECK (last_fiscal_year = 0 OR last_fiscal_year >= first_fiscal_year),
	merged_into TEXT NOT NULL DEFAULT '',
	created_change INTEGER REFERENCES change (id),
	UNIQUE (code, first_fiscal_year)
) STRICT;

-- Standard work is no project (domain.md §5): a draft with one of the tools whose words match is
-- flagged. words: every line must match; a line matches when one of its |-separated words is in
-- the text; '' always matches.
CREATE TABLE exclusion_rule (
	id INTEGER PRIMARY KEY,
	first_fiscal_year INTEGER NOT NULL,
	last_fiscal_year INTEGER NOT NULL DEFAULT 0,
	tools TEXT NOT NULL, -- codes, comma separated
	words TEXT NOT NULL,
	reason TEXT NOT NULL,
	created_change INTEGER REFERENCES change (id)
) STRICT;

CREATE TABLE due_date (
	fiscal_year INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('decision', 'leader', 'interim', 'year-end')),
	due_on TEXT NOT NULL,
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (fiscal_year, kind)
) STRICT, WITHOUT ROWID;

-- ---- projects -------------------------------------------------------------------------------

-- The last number given in a fiscal year; numbers are never given twice.
CREATE TABLE number_counter (
	fiscal_year INTEGER NOT NULL PRIMARY KEY,
	last INTEGER NOT NULL
) STRICT;

-- Short columns first: what rollups read must not lie behind the long texts. A list of values in a
-- CHECK would be built anew as a table for every row; comparisons cost nothing. Both unique indexes
-- have names, so that an import into an empty table can build them at its end.
CREATE TABLE project (
	id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: the history goes by it
	uuid TEXT NOT NULL CHECK (length(uuid) = 36),
	fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1926 AND 2199),
	number INTEGER NOT NULL CHECK (number > 0),
	team_code TEXT NOT NULL DEFAULT '',
	section_code TEXT NOT NULL DEFAULT '',    -- held where there is a team
	department_code TEXT NOT NULL DEFAULT '', -- held where there is a section
	problem_type TEXT NOT NULL DEFAULT '',    -- code; '' = 未分類
	tools TEXT NOT NULL DEFAULT '',           -- codes, comma separated, the primary one first
	status TEXT NOT NULL DEFAULT 'draft' CHECK (status = 'draft' OR status = 'submitted'
		OR status = 'approved' OR status = 'running' OR status = 'reported'
		OR status = 'completed' OR status = 'returned' OR status = 'cancelled'),
	exclusion TEXT NOT NULL DEFAULT 'none'
		CHECK (exclusion = 'none' OR exclusion = 'flagged' OR exclusion = 'confirmed'
		OR exclusion = 'cleared'),
	exclusion_rule INTEGER REFERENCES exclusion_rule (id),
	replicable INTEGER NOT NULL DEFAULT 0 CHECK (replicable BETWEEN 0 AND 1),
	started_on TEXT CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	operating_from TEXT CHECK (operating_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	implementation_cost INTEGER CHECK (implementation_cost >= 0), -- yen; NULL = not given
	running_cost INTEGER CHECK (running_cost >= 0),               -- yen a year
	-- held totals of effect_line
	has_estimate INTEGER NOT NULL DEFAULT 0 CHECK (has_estimate BETWEEN 0 AND 1),
	has_forecast INTEGER NOT NULL DEFAULT 0 CHECK (has_forecast BETWEEN 0 AND 1),
	has_actual INTEGER NOT NULL DEFAULT 0 CHECK (has_actual BETWEEN 0 AND 1),
	estimate_in_year INTEGER NOT NULL DEFAULT 0,
	estimate_full_year INTEGER NOT NULL DEFAULT 0,
	forecast_in_year INTEGER NOT NULL DEFAULT 0,
	forecast_full_year INTEGER NOT NULL DEFAULT 0,
	actual_in_year INTEGER NOT NULL DEFAULT 0,
	actual_full_year INTEGER NOT NULL DEFAULT 0,
	leader TEXT NOT NULL DEFAULT '', -- as typed
	owner TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
	created_change INTEGER REFERENCES change (id),
	created_at TEXT NOT NULL DEFAULT '',
	created_by TEXT NOT NULL DEFAULT '',
	updated_at TEXT NOT NULL DEFAULT '',
	updated_by TEXT NOT NULL DEFAULT '',
	copied_from TEXT NOT NULL DEFAULT '', -- uuid
	title TEXT NOT NULL DEFAULT '',
	work TEXT NOT NULL DEFAULT '',
	current_issue TEXT NOT NULL DEFAULT '',
	approach TEXT NOT NULL DEFAULT '',
	qualitative_effect TEXT NOT NULL DEFAULT '',
	status_reason TEXT NOT NULL DEFAULT '', -- of a return or cancellation
	-- 中間報告 and year-end report
	progress TEXT NOT NULL DEFAULT '',
	next_plan TEXT NOT NULL DEFAULT '',
	expected_savings TEXT NOT NULL DEFAULT '',
	open_issues TEXT NOT NULL DEFAULT '',
	result_text TEXT NOT NULL DEFAULT '',
	-- held: search keys (NFKC, case and kana folded)
	leader_key TEXT NOT NULL DEFAULT '',
	owner_key TEXT NOT NULL DEFAULT '',
	work_key TEXT NOT NULL DEFAULT '',
	search_key TEXT NOT NULL DEFAULT '' -- what a bare word of a filter looks in
) STRICT;
CREATE UNIQUE INDEX project_uuid ON project (uuid);
CREATE UNIQUE INDEX project_number ON project (fiscal_year, number);
CREATE INDEX project_created ON project (created_change);

CREATE TABLE effect_line (
	project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
	line INTEGER NOT NULL CHECK (line > 0),
	stage TEXT NOT NULL CHECK (stage = 'estimate' OR stage = 'forecast' OR stage = 'actual'),
	kind TEXT NOT NULL CHECK (kind = 'per-period' OR kind = 'monthly' OR kind = 'direct'),
	label TEXT NOT NULL DEFAULT '',
	destination TEXT NOT NULL DEFAULT '', -- 使途: 'overtime:60;residents:40'
	before_minutes INTEGER NOT NULL DEFAULT 0 CHECK (before_minutes >= 0), -- 1/100 a case
	before_cases INTEGER NOT NULL DEFAULT 0 CHECK (before_cases BETWEEN 0 AND 1000000000),
	after_minutes INTEGER NOT NULL DEFAULT 0 CHECK (after_minutes >= 0),
	after_cases INTEGER NOT NULL DEFAULT 0 CHECK (after_cases BETWEEN 0 AND 1000000000),
	period TEXT NOT NULL CHECK (period = 'day' OR period = 'week' OR period = 'month'
		OR period = 'year'),
	periods_in_year INTEGER NOT NULL DEFAULT 0 CHECK (periods_in_year >= 0),
	periods_full_year INTEGER NOT NULL DEFAULT 0 CHECK (periods_full_year >= 0),
	first_month INTEGER NOT NULL DEFAULT 0 CHECK (first_month BETWEEN 0 AND 11), -- 0 = April
	monthly_cases TEXT NOT NULL DEFAULT '', -- twelve counts from April on, comma separated
	direct_in_year INTEGER NOT NULL DEFAULT 0,
	direct_full_year INTEGER NOT NULL DEFAULT 0,
	saved_in_year INTEGER NOT NULL DEFAULT 0,   -- held
	saved_full_year INTEGER NOT NULL DEFAULT 0, -- held
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (project_id, line, stage)
) STRICT, WITHOUT ROWID;

-- What rollups read of the 16,384 projects whose id >> 14 is number, packed in columns. A block is
-- dropped with the first change to one of its projects or their lines, whoever makes it, and packed
-- anew after an import: where one is there, it is right.
CREATE TABLE facts_block (
	number INTEGER PRIMARY KEY,
	content BLOB NOT NULL
) STRICT;
CREATE TRIGGER project_insert_unpacks AFTER INSERT ON project
BEGIN
	DELETE FROM facts_block WHERE number = new.id >> 14;
END;
CREATE TRIGGER project_update_unpacks AFTER UPDATE ON project
BEGIN
	DELETE FROM facts_block WHERE number = old.id >> 14;
	DELETE FROM facts_block WHERE number = new.id >> 14;
END;
CREATE TRIGGER project_delete_unpacks AFTER DELETE ON project
BEGIN
	DELETE FROM facts_block WHERE number = old.id >> 14;
END;
CREATE TRIGGER effect_line_insert_unpacks AFTER INSERT ON effect_line
BEGIN
	DELETE FROM facts_block WHERE number = new.project_id >> 14;
END;
CREATE TRIGGER effect_line_update_unpacks AFTER UPDATE ON effect_line
BEGIN
	DELETE FROM facts_block WHERE number = old.project_id >> 14;
	DELETE FROM facts_block WHERE number = new.project_id >> 14;
END;
CREATE TRIGGER effect_line_delete_unpacks AFTER DELETE ON effect_line
BEGIN
	DELETE FROM facts_block WHERE number = old.project_id >> 14;
END;

-- An admin has looked at projects of one year that claim the same 業務 and unit.
CREATE TABLE overlap_clearance (
	fiscal_year INTEGER NOT NULL,
	work_key TEXT NOT NULL,
	unit_code TEXT NOT NULL,
	cleared_at TEXT NOT NULL,
	cleared_by TEXT NOT NULL,
	reason TEXT NOT NULL,
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (fiscal_year, work_key, unit_code)
) STRICT, WITHOUT ROWID;

-- ---- training and indicators ----------------------------------------------------------------

CREATE TABLE course (
	code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
	name TEXT NOT NULL,
	fiscal_year INTEGER NOT NULL,
	units INTEGER NOT NULL DEFAULT 1 CHECK (units >= 0),
	created_change INTEGER REFERENCES change (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
	course_code TEXT NOT NULL REFERENCES course (code),
	person_code TEXT NOT NULL REFERENCES person (code),
	attended_on TEXT NOT NULL DEFAULT '',
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (course_code, person_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
	code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
	name TEXT NOT NULL,
	unit TEXT NOT NULL DEFAULT '',
	direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down')),
	source TEXT NOT NULL DEFAULT '',
	computed TEXT NOT NULL DEFAULT '', -- '' = typed in; else what it is computed from
	position INTEGER NOT NULL DEFAULT 0,
	created_change INTEGER REFERENCES change (id)
) STRICT, WITHOUT ROWID;

-- Targets and values in thousandths of the indicator's unit.
CREATE TABLE indicator_target (
	indicator_code TEXT NOT NULL REFERENCES indicator (code),
	fiscal_year INTEGER NOT NULL DEFAULT 0, -- 0 = no year said
	target INTEGER NOT NULL,
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (indicator_code, fiscal_year)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_value (
	indicator_code TEXT NOT NULL REFERENCES indicator (code),
	fiscal_year INTEGER NOT NULL,
	month INTEGER NOT NULL DEFAULT 0 CHECK (month BETWEEN 0 AND 12), -- 0 = the whole year
	value INTEGER NOT NULL,
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (indicator_code, fiscal_year, month)
) STRICT, WITHOUT ROWID;

-- ---- snapshots and drafts -------------------------------------------------------------------

-- Frozen results. Rows are only ever added.
CREATE TABLE snapshot (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE CHECK (name <> ''),
	fiscal_year INTEGER NOT NULL,
	taken_at TEXT NOT NULL,
	taken_by TEXT NOT NULL,
	hours_per_person_year INTEGER NOT NULL,
	rules TEXT NOT NULL CHECK (json_valid(rules)),
	units TEXT NOT NULL CHECK (json_valid(units)),
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
	created_change INTEGER REFERENCES change (id)
) STRICT;

CREATE TABLE snapshot_project (
	snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
	uuid TEXT NOT NULL,
	content TEXT NOT NULL CHECK (json_valid(content)),
	PRIMARY KEY (snapshot_id, uuid)
) STRICT, WITHOUT ROWID;

-- Forms that were not saved yet. Not part of the history.
CREATE TABLE draft (
	user TEXT NOT NULL,
	key TEXT NOT NULL,
	content TEXT NOT NULL,
	at TEXT NOT NULL,
	PRIMARY KEY (user, key)
) STRICT;
