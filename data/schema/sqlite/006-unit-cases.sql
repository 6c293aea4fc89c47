-- How many cases a year there are in all of what a line is a part of, so that one can tell how far it
-- has come and what full use would save.
ALTER TABLE effect_line ADD COLUMN unit_cases INTEGER NOT NULL DEFAULT 0
	CHECK (unit_cases BETWEEN 0 AND 1000000000); -- 0 = not given
