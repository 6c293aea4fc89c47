-- The minutes of each effect line (table lines: id = rowid of effects, this_year, full_year), reckoned from
-- the columns of an imported effects.csv by the rules of domain.md §4, with nothing of the program.
CREATE VIEW direct_minutes AS
	SELECT rowid AS id, CAST(direct_minutes_in_year AS INTEGER) AS this_year,
		CAST(direct_minutes_full_year AS INTEGER) AS full_year
	FROM effects WHERE direct_minutes_in_year <> '';
-- Differences in hundredths of a minute, one row for each period that is rounded by itself.
CREATE VIEW periods AS
	SELECT rowid AS id,
		CAST(round(before_minutes * 100) AS INTEGER) * before_cases -
			CAST(round(after_minutes * 100) AS INTEGER) * after_cases AS saved,
		CAST(periods_in_year AS INTEGER) AS this_year,
		CAST(periods_full_year AS INTEGER) AS full_year
	FROM effects WHERE direct_minutes_in_year = '' AND cases_04 = ''
	UNION ALL
	SELECT effects.rowid,
		(CAST(round(before_minutes * 100) AS INTEGER) -
			CAST(round(after_minutes * 100) AS INTEGER)) * month.value,
		month.key >= 12 - periods_in_year, 1
	FROM effects, json_each(json_array(cases_04, cases_05, cases_06, cases_07, cases_08, cases_09, cases_10,
		cases_11, cases_12, cases_01, cases_02, cases_03)) AS month
	WHERE cases_04 <> '';
CREATE VIEW period_minutes AS
	SELECT id, iif(saved < 0, -((99 - saved) / 100), saved / 100) AS saved, this_year, full_year
	FROM periods;
CREATE TABLE lines AS
	SELECT id, this_year, full_year FROM direct_minutes
	UNION ALL
	SELECT id, sum(saved * this_year), sum(saved * full_year) FROM period_minutes GROUP BY id;
