-- What the work took before (domain.md §4), in minutes; -1 = not known. A line entered directly may say so;
-- every other line knows. Held: by line, and by project where all lines of the stage know.
ALTER TABLE effect_line ADD COLUMN direct_before_in_year INTEGER NOT NULL DEFAULT -1
	CHECK (direct_before_in_year >= -1);
ALTER TABLE effect_line ADD COLUMN direct_before_full_year INTEGER NOT NULL DEFAULT -1
	CHECK (direct_before_full_year >= -1);
ALTER TABLE effect_line ADD COLUMN before_in_year INTEGER NOT NULL DEFAULT -1;
ALTER TABLE effect_line ADD COLUMN before_full_year INTEGER NOT NULL DEFAULT -1;
ALTER TABLE project ADD COLUMN estimate_before_in_year INTEGER NOT NULL DEFAULT -1;
ALTER TABLE project ADD COLUMN estimate_before_full_year INTEGER NOT NULL DEFAULT -1;
ALTER TABLE project ADD COLUMN forecast_before_in_year INTEGER NOT NULL DEFAULT -1;
ALTER TABLE project ADD COLUMN forecast_before_full_year INTEGER NOT NULL DEFAULT -1;
ALTER TABLE project ADD COLUMN actual_before_in_year INTEGER NOT NULL DEFAULT -1;
ALTER TABLE project ADD COLUMN actual_before_full_year INTEGER NOT NULL DEFAULT -1;

-- Each period is floored by itself. Figures that no work can have stay unknown; `check` names them.
UPDATE effect_line SET before_in_year = before_minutes * before_cases / 100 * periods_in_year,
	before_full_year = before_minutes * before_cases / 100 * periods_full_year
	WHERE kind = 'per-period' AND CAST(before_minutes AS REAL) * before_cases *
		max(periods_in_year, periods_full_year, 1) <= 6000000000000.0;
UPDATE effect_line SET
	before_in_year = COALESCE((SELECT sum(before_minutes * month.value / 100)
		FROM json_each('[' || monthly_cases || ']') AS month
		WHERE month.key >= first_month AND month.key < first_month + periods_in_year), 0),
	before_full_year = (SELECT sum(before_minutes * month.value / 100)
		FROM json_each('[' || monthly_cases || ']') AS month)
	WHERE kind = 'monthly' AND monthly_cases <> '' AND (SELECT sum(CAST(before_minutes AS REAL) * month.value)
		FROM json_each('[' || monthly_cases || ']') AS month) <= 6000000000000.0;
UPDATE project SET (estimate_before_in_year, estimate_before_full_year) =
	(SELECT iif(min(before_in_year) < 0, -1, sum(before_in_year)),
		iif(min(before_in_year) < 0, -1, sum(before_full_year))
		FROM effect_line WHERE project_id = project.id AND stage = 'estimate')
	WHERE has_estimate = 1;
UPDATE project SET (forecast_before_in_year, forecast_before_full_year) =
	(SELECT iif(min(before_in_year) < 0, -1, sum(before_in_year)),
		iif(min(before_in_year) < 0, -1, sum(before_full_year))
		FROM effect_line WHERE project_id = project.id AND stage = 'forecast')
	WHERE has_forecast = 1;
UPDATE project SET (actual_before_in_year, actual_before_full_year) =
	(SELECT iif(min(before_in_year) < 0, -1, sum(before_in_year)),
		iif(min(before_in_year) < 0, -1, sum(before_full_year))
		FROM effect_line WHERE project_id = project.id AND stage = 'actual')
	WHERE has_actual = 1;
