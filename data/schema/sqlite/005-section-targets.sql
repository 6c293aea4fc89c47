-- What a section is to save in a fiscal year or a half of it, as agreed in the performance review
-- (domain.md §6).
CREATE TABLE section_target (
	fiscal_year INTEGER NOT NULL,
	period TEXT NOT NULL CHECK (period IN ('year', 'first-half', 'second-half')),
	section_code TEXT NOT NULL CHECK (section_code <> ''),
	minutes INTEGER NOT NULL CHECK (minutes >= 0),
	created_change INTEGER REFERENCES change (id),
	PRIMARY KEY (fiscal_year, period, section_code)
) STRICT, WITHOUT ROWID;
