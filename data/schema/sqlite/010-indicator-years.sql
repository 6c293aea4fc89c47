-- What the months of a year come to: the latest one (rates, heads) or their sum.
ALTER TABLE indicator ADD COLUMN yearly TEXT NOT NULL DEFAULT 'last' CHECK (yearly IN ('last', 'sum'));

DROP TRIGGER indicator_updated;
DROP TRIGGER indicator_deleted;

CREATE TRIGGER indicator_updated AFTER UPDATE ON indicator
WHEN (old.code, old.name, old.unit, old.direction, old.source, old.computed,
	old.position, old.yearly)
	IS NOT (new.code, new.name, new.unit, new.direction, new.source, new.computed,
	new.position, new.yearly)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'indicator', json_object('code', new.code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'code' AS field, old.code AS was, new.code AS now
		UNION ALL SELECT 'name', old.name, new.name
		UNION ALL SELECT 'unit', old.unit, new.unit
		UNION ALL SELECT 'direction', old.direction, new.direction
		UNION ALL SELECT 'source', old.source, new.source
		UNION ALL SELECT 'computed', old.computed, new.computed
		UNION ALL SELECT 'position', old.position, new.position
		UNION ALL SELECT 'yearly', old.yearly, new.yearly
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER indicator_deleted AFTER DELETE ON indicator
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'indicator', json_object('code', old.code),
		NULL, 'delete',
		json_object('code', old.code, 'name', old.name, 'unit', old.unit,
		'direction', old.direction, 'source', old.source,
		'computed', old.computed, 'position', old.position,
		'yearly', old.yearly, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;
