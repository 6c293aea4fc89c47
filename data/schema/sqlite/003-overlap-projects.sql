-- A clearance holds for the projects it was given for: one that claims the same work later opens the
-- question anew.
ALTER TABLE overlap_clearance ADD COLUMN projects TEXT NOT NULL DEFAULT ''; -- R7-0023,R7-0175

DROP TRIGGER overlap_clearance_updated;
DROP TRIGGER overlap_clearance_deleted;

CREATE TRIGGER overlap_clearance_updated AFTER UPDATE ON overlap_clearance
WHEN (old.fiscal_year, old.work_key, old.unit_code, old.cleared_at,
	old.cleared_by, old.reason, old.projects)
	IS NOT (new.fiscal_year, new.work_key, new.unit_code, new.cleared_at,
	new.cleared_by, new.reason, new.projects)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'overlap_clearance', json_object('fiscal_year', new.fiscal_year, 'work_key', new.work_key,
			'unit_code', new.unit_code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'fiscal_year' AS field, old.fiscal_year AS was, new.fiscal_year AS now
		UNION ALL SELECT 'work_key', old.work_key, new.work_key
		UNION ALL SELECT 'unit_code', old.unit_code, new.unit_code
		UNION ALL SELECT 'cleared_at', old.cleared_at, new.cleared_at
		UNION ALL SELECT 'cleared_by', old.cleared_by, new.cleared_by
		UNION ALL SELECT 'reason', old.reason, new.reason
		UNION ALL SELECT 'projects', old.projects, new.projects
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER overlap_clearance_deleted AFTER DELETE ON overlap_clearance
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'overlap_clearance', json_object('fiscal_year', old.fiscal_year, 'work_key', old.work_key,
			'unit_code', old.unit_code),
		NULL, 'delete',
		json_object('fiscal_year', old.fiscal_year, 'work_key', old.work_key,
		'unit_code', old.unit_code, 'cleared_at', old.cleared_at,
		'cleared_by', old.cleared_by, 'reason', old.reason, 'projects', old.projects,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;
