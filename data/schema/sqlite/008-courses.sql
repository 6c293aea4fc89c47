-- What a course is: held where, how long, for whom.
ALTER TABLE course ADD COLUMN form TEXT NOT NULL DEFAULT 'in-person'
	CHECK (form IN ('in-person', 'online', 'e-learning'));
ALTER TABLE course ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0);
ALTER TABLE course ADD COLUMN audience TEXT NOT NULL DEFAULT 'leaders'
	CHECK (audience IN ('leaders', 'heads', 'everyone'));

DROP TRIGGER course_updated;
DROP TRIGGER course_deleted;

CREATE TRIGGER course_updated AFTER UPDATE ON course
WHEN (old.code, old.name, old.fiscal_year, old.units, old.form, old.minutes, old.audience)
	IS NOT (new.code, new.name, new.fiscal_year, new.units, new.form, new.minutes, new.audience)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'course', json_object('code', new.code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'code' AS field, old.code AS was, new.code AS now
		UNION ALL SELECT 'name', old.name, new.name
		UNION ALL SELECT 'fiscal_year', old.fiscal_year, new.fiscal_year
		UNION ALL SELECT 'units', old.units, new.units
		UNION ALL SELECT 'form', old.form, new.form
		UNION ALL SELECT 'minutes', old.minutes, new.minutes
		UNION ALL SELECT 'audience', old.audience, new.audience
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER course_deleted AFTER DELETE ON course
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'course', json_object('code', old.code),
		NULL, 'delete',
		json_object('code', old.code, 'name', old.name, 'fiscal_year', old.fiscal_year,
		'units', old.units, 'form', old.form, 'minutes', old.minutes,
		'audience', old.audience, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;
