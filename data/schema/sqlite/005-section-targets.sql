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

CREATE TRIGGER section_target_updated AFTER UPDATE ON section_target
WHEN (old.fiscal_year, old.period, old.section_code, old.minutes)
	IS NOT (new.fiscal_year, new.period, new.section_code, new.minutes)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'section_target', json_object('fiscal_year', new.fiscal_year, 'period', new.period,
			'section_code', new.section_code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'fiscal_year' AS field, old.fiscal_year AS was, new.fiscal_year AS now
		UNION ALL SELECT 'period', old.period, new.period
		UNION ALL SELECT 'section_code', old.section_code, new.section_code
		UNION ALL SELECT 'minutes', old.minutes, new.minutes
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER section_target_deleted AFTER DELETE ON section_target
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'section_target', json_object('fiscal_year', old.fiscal_year, 'period', old.period,
			'section_code', old.section_code),
		NULL, 'delete',
		json_object('fiscal_year', old.fiscal_year, 'period', old.period,
		'section_code', old.section_code, 'minutes', old.minutes,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;
