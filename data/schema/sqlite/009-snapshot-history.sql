-- A snapshot is only ever added; whoever changes or takes one away leaves a row in the history.

CREATE TRIGGER snapshot_updated AFTER UPDATE ON snapshot
WHEN (old.id, old.name, old.fiscal_year, old.taken_at, old.taken_by, old.hours_per_person_year,
	old.rules, old.units, old.sha256)
	IS NOT (new.id, new.name, new.fiscal_year, new.taken_at, new.taken_by,
	new.hours_per_person_year, new.rules, new.units, new.sha256)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'snapshot', json_object('name', new.name),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'id' AS field, old.id AS was, new.id AS now
		UNION ALL SELECT 'name', old.name, new.name
		UNION ALL SELECT 'fiscal_year', old.fiscal_year, new.fiscal_year
		UNION ALL SELECT 'taken_at', old.taken_at, new.taken_at
		UNION ALL SELECT 'taken_by', old.taken_by, new.taken_by
		UNION ALL SELECT 'hours_per_person_year', old.hours_per_person_year,
			new.hours_per_person_year
		UNION ALL SELECT 'rules', old.rules, new.rules
		UNION ALL SELECT 'units', old.units, new.units
		UNION ALL SELECT 'sha256', old.sha256, new.sha256
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER snapshot_deleted AFTER DELETE ON snapshot
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'snapshot', json_object('name', old.name),
		NULL, 'delete',
		json_object('id', old.id, 'name', old.name, 'fiscal_year', old.fiscal_year,
		'taken_at', old.taken_at, 'taken_by', old.taken_by,
		'hours_per_person_year', old.hours_per_person_year, 'rules', old.rules,
		'units', old.units, 'sha256', old.sha256, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;
