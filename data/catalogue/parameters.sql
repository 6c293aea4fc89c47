-- What every fiscal year starts from; a year may have rows of its own.
INSERT INTO parameter (name, fiscal_year, value, created_change)
SELECT p.name, 0, p.value, current_change.id FROM current_change, (
	SELECT 'hours_per_person_year' AS name, '1860' AS value -- 7 h 45 min × 240 days
	UNION ALL SELECT 'working_days', '240'
) AS p;
