-- How many cases a year there are in all of what a line is a part of, so that one can tell how far it
-- has come and what full use would save.
ALTER TABLE effect_line ADD COLUMN unit_cases INTEGER NOT NULL DEFAULT 0
	CHECK (unit_cases BETWEEN 0 AND 1000000000); -- 0 = not given

DROP TRIGGER effect_line_updated;
DROP TRIGGER effect_line_deleted;

CREATE TRIGGER effect_line_updated AFTER UPDATE ON effect_line
WHEN (old.project_id, old.line, old.stage, old.kind, old.label,
	old.destination, old.before_minutes, old.before_cases, old.after_minutes,
	old.after_cases, old.period, old.periods_in_year, old.periods_full_year,
	old.first_month, old.monthly_cases, old.direct_in_year,
	old.direct_full_year, old.unit_cases)
	IS NOT (new.project_id, new.line, new.stage, new.kind, new.label,
	new.destination, new.before_minutes, new.before_cases, new.after_minutes,
	new.after_cases, new.period, new.periods_in_year, new.periods_full_year,
	new.first_month, new.monthly_cases, new.direct_in_year,
	new.direct_full_year, new.unit_cases)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'effect_line', json_object('project_id', new.project_id, 'line', new.line, 'stage', new.stage),
		old.project_id, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'project_id' AS field, old.project_id AS was, new.project_id AS now
		UNION ALL SELECT 'line', old.line, new.line
		UNION ALL SELECT 'stage', old.stage, new.stage
		UNION ALL SELECT 'kind', old.kind, new.kind
		UNION ALL SELECT 'label', old.label, new.label
		UNION ALL SELECT 'destination', old.destination, new.destination
		UNION ALL SELECT 'before_minutes', old.before_minutes, new.before_minutes
		UNION ALL SELECT 'before_cases', old.before_cases, new.before_cases
		UNION ALL SELECT 'after_minutes', old.after_minutes, new.after_minutes
		UNION ALL SELECT 'after_cases', old.after_cases, new.after_cases
		UNION ALL SELECT 'period', old.period, new.period
		UNION ALL SELECT 'periods_in_year', old.periods_in_year, new.periods_in_year
		UNION ALL SELECT 'periods_full_year', old.periods_full_year, new.periods_full_year
		UNION ALL SELECT 'first_month', old.first_month, new.first_month
		UNION ALL SELECT 'monthly_cases', old.monthly_cases, new.monthly_cases
		UNION ALL SELECT 'direct_in_year', old.direct_in_year, new.direct_in_year
		UNION ALL SELECT 'direct_full_year', old.direct_full_year, new.direct_full_year
		UNION ALL SELECT 'unit_cases', old.unit_cases, new.unit_cases
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER effect_line_deleted AFTER DELETE ON effect_line
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'effect_line', json_object('project_id', old.project_id, 'line', old.line, 'stage', old.stage),
		old.project_id, 'delete',
		json_object('project_id', old.project_id, 'line', old.line, 'stage', old.stage,
		'kind', old.kind, 'label', old.label, 'destination', old.destination,
		'before_minutes', old.before_minutes, 'before_cases', old.before_cases,
		'after_minutes', old.after_minutes, 'after_cases', old.after_cases,
		'period', old.period, 'periods_in_year', old.periods_in_year,
		'periods_full_year', old.periods_full_year,
		'first_month', old.first_month, 'monthly_cases', old.monthly_cases,
		'direct_in_year', old.direct_in_year,
		'direct_full_year', old.direct_full_year, 'unit_cases', old.unit_cases,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;
