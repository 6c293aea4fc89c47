-- How the name of a unit is read, so that it is found by kana and romaji.
ALTER TABLE unit ADD COLUMN reading TEXT NOT NULL DEFAULT '';

DROP TRIGGER unit_updated;
DROP TRIGGER unit_deleted;

CREATE TRIGGER unit_updated AFTER UPDATE ON unit
WHEN (old.code, old.kind, old.name, old.parent_code, old.first_fiscal_year,
	old.last_fiscal_year, old.successor_code, old.lead_section, old.position, old.reading)
	IS NOT (new.code, new.kind, new.name, new.parent_code, new.first_fiscal_year,
	new.last_fiscal_year, new.successor_code, new.lead_section, new.position, new.reading)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'unit', json_object('code', new.code, 'first_fiscal_year', new.first_fiscal_year),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'code' AS field, old.code AS was, new.code AS now
		UNION ALL SELECT 'kind', old.kind, new.kind
		UNION ALL SELECT 'name', old.name, new.name
		UNION ALL SELECT 'parent_code', old.parent_code, new.parent_code
		UNION ALL SELECT 'first_fiscal_year', old.first_fiscal_year, new.first_fiscal_year
		UNION ALL SELECT 'last_fiscal_year', old.last_fiscal_year, new.last_fiscal_year
		UNION ALL SELECT 'successor_code', old.successor_code, new.successor_code
		UNION ALL SELECT 'lead_section', old.lead_section, new.lead_section
		UNION ALL SELECT 'position', old.position, new.position
		UNION ALL SELECT 'reading', old.reading, new.reading
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER unit_deleted AFTER DELETE ON unit
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'unit', json_object('code', old.code, 'first_fiscal_year', old.first_fiscal_year),
		NULL, 'delete',
		json_object('id', old.id, 'code', old.code, 'kind', old.kind, 'name', old.name,
		'parent_code', old.parent_code,
		'first_fiscal_year', old.first_fiscal_year,
		'last_fiscal_year', old.last_fiscal_year,
		'successor_code', old.successor_code, 'lead_section', old.lead_section,
		'position', old.position, 'reading', old.reading, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;
