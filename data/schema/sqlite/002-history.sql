-- History: every update and delete of what people enter leaves a row, whichever program does it.
-- An update keeps the columns that differ, a delete the whole row; held columns are left out. Rows
-- that are inserted record themselves in created_change.

CREATE TRIGGER body_updated AFTER UPDATE ON body
WHEN (old.code, old.name)
	IS NOT (new.code, new.name)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'body', json_object('code', new.code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'code' AS field, old.code AS was, new.code AS now
		UNION ALL SELECT 'name', old.name, new.name
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER body_deleted AFTER DELETE ON body
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'body', json_object('code', old.code),
		NULL, 'delete',
		json_object('code', old.code, 'name', old.name),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER parameter_updated AFTER UPDATE ON parameter
WHEN (old.name, old.fiscal_year, old.value)
	IS NOT (new.name, new.fiscal_year, new.value)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'parameter', json_object('name', new.name, 'fiscal_year', new.fiscal_year),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'name' AS field, old.name AS was, new.name AS now
		UNION ALL SELECT 'fiscal_year', old.fiscal_year, new.fiscal_year
		UNION ALL SELECT 'value', old.value, new.value
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER parameter_deleted AFTER DELETE ON parameter
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'parameter', json_object('name', old.name, 'fiscal_year', old.fiscal_year),
		NULL, 'delete',
		json_object('name', old.name, 'fiscal_year', old.fiscal_year, 'value', old.value,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER unit_updated AFTER UPDATE ON unit
WHEN (old.code, old.kind, old.name, old.parent_code, old.first_fiscal_year,
	old.last_fiscal_year, old.successor_code, old.lead_section, old.position)
	IS NOT (new.code, new.kind, new.name, new.parent_code, new.first_fiscal_year,
	new.last_fiscal_year, new.successor_code, new.lead_section, new.position)
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
		'position', old.position, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER person_updated AFTER UPDATE ON person
WHEN (old.code, old.name, old.kana, old.email, old.active)
	IS NOT (new.code, new.name, new.kana, new.email, new.active)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'person', json_object('code', new.code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'code' AS field, old.code AS was, new.code AS now
		UNION ALL SELECT 'name', old.name, new.name
		UNION ALL SELECT 'kana', old.kana, new.kana
		UNION ALL SELECT 'email', old.email, new.email
		UNION ALL SELECT 'active', old.active, new.active
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER person_deleted AFTER DELETE ON person
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'person', json_object('code', old.code),
		NULL, 'delete',
		json_object('code', old.code, 'name', old.name, 'kana', old.kana, 'email', old.email,
		'active', old.active, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER role_grant_updated AFTER UPDATE ON role_grant
WHEN (old.person_code, old.role, old.unit_code, old.first_fiscal_year,
	old.last_fiscal_year)
	IS NOT (new.person_code, new.role, new.unit_code, new.first_fiscal_year,
	new.last_fiscal_year)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'role_grant', json_object('person_code', new.person_code, 'role', new.role,
			'unit_code', new.unit_code, 'first_fiscal_year', new.first_fiscal_year),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'person_code' AS field, old.person_code AS was, new.person_code AS now
		UNION ALL SELECT 'role', old.role, new.role
		UNION ALL SELECT 'unit_code', old.unit_code, new.unit_code
		UNION ALL SELECT 'first_fiscal_year', old.first_fiscal_year, new.first_fiscal_year
		UNION ALL SELECT 'last_fiscal_year', old.last_fiscal_year, new.last_fiscal_year
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER role_grant_deleted AFTER DELETE ON role_grant
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'role_grant', json_object('person_code', old.person_code, 'role', old.role,
			'unit_code', old.unit_code, 'first_fiscal_year', old.first_fiscal_year),
		NULL, 'delete',
		json_object('person_code', old.person_code, 'role', old.role,
		'unit_code', old.unit_code, 'first_fiscal_year', old.first_fiscal_year,
		'last_fiscal_year', old.last_fiscal_year,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER leader_updated AFTER UPDATE ON leader
WHEN (old.fiscal_year, old.section_code, old.person_code, old.from_date,
	old.to_date)
	IS NOT (new.fiscal_year, new.section_code, new.person_code, new.from_date,
	new.to_date)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'leader', json_object('fiscal_year', new.fiscal_year, 'section_code', new.section_code,
			'person_code', new.person_code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'fiscal_year' AS field, old.fiscal_year AS was, new.fiscal_year AS now
		UNION ALL SELECT 'section_code', old.section_code, new.section_code
		UNION ALL SELECT 'person_code', old.person_code, new.person_code
		UNION ALL SELECT 'from_date', old.from_date, new.from_date
		UNION ALL SELECT 'to_date', old.to_date, new.to_date
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER leader_deleted AFTER DELETE ON leader
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'leader', json_object('fiscal_year', old.fiscal_year, 'section_code', old.section_code,
			'person_code', old.person_code),
		NULL, 'delete',
		json_object('fiscal_year', old.fiscal_year, 'section_code', old.section_code,
		'person_code', old.person_code, 'from_date', old.from_date,
		'to_date', old.to_date, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER problem_type_updated AFTER UPDATE ON problem_type
WHEN (old.code, old.name, old.name_en, old.aliases, old.position,
	old.first_fiscal_year, old.last_fiscal_year, old.merged_into)
	IS NOT (new.code, new.name, new.name_en, new.aliases, new.position,
	new.first_fiscal_year, new.last_fiscal_year, new.merged_into)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'problem_type', json_object('code', new.code, 'first_fiscal_year', new.first_fiscal_year),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'code' AS field, old.code AS was, new.code AS now
		UNION ALL SELECT 'name', old.name, new.name
		UNION ALL SELECT 'name_en', old.name_en, new.name_en
		UNION ALL SELECT 'aliases', old.aliases, new.aliases
		UNION ALL SELECT 'position', old.position, new.position
		UNION ALL SELECT 'first_fiscal_year', old.first_fiscal_year, new.first_fiscal_year
		UNION ALL SELECT 'last_fiscal_year', old.last_fiscal_year, new.last_fiscal_year
		UNION ALL SELECT 'merged_into', old.merged_into, new.merged_into
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER problem_type_deleted AFTER DELETE ON problem_type
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'problem_type', json_object('code', old.code, 'first_fiscal_year', old.first_fiscal_year),
		NULL, 'delete',
		json_object('id', old.id, 'code', old.code, 'name', old.name, 'name_en', old.name_en,
		'aliases', old.aliases, 'position', old.position,
		'first_fiscal_year', old.first_fiscal_year,
		'last_fiscal_year', old.last_fiscal_year, 'merged_into', old.merged_into,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER tool_updated AFTER UPDATE ON tool
WHEN (old.code, old.name, old.name_en, old.aliases, old.position,
	old.first_fiscal_year, old.last_fiscal_year, old.merged_into)
	IS NOT (new.code, new.name, new.name_en, new.aliases, new.position,
	new.first_fiscal_year, new.last_fiscal_year, new.merged_into)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'tool', json_object('code', new.code, 'first_fiscal_year', new.first_fiscal_year),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'code' AS field, old.code AS was, new.code AS now
		UNION ALL SELECT 'name', old.name, new.name
		UNION ALL SELECT 'name_en', old.name_en, new.name_en
		UNION ALL SELECT 'aliases', old.aliases, new.aliases
		UNION ALL SELECT 'position', old.position, new.position
		UNION ALL SELECT 'first_fiscal_year', old.first_fiscal_year, new.first_fiscal_year
		UNION ALL SELECT 'last_fiscal_year', old.last_fiscal_year, new.last_fiscal_year
		UNION ALL SELECT 'merged_into', old.merged_into, new.merged_into
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER tool_deleted AFTER DELETE ON tool
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'tool', json_object('code', old.code, 'first_fiscal_year', old.first_fiscal_year),
		NULL, 'delete',
		json_object('id', old.id, 'code', old.code, 'name', old.name, 'name_en', old.name_en,
		'aliases', old.aliases, 'position', old.position,
		'first_fiscal_year', old.first_fiscal_year,
		'last_fiscal_year', old.last_fiscal_year, 'merged_into', old.merged_into,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER exclusion_rule_updated AFTER UPDATE ON exclusion_rule
WHEN (old.id, old.first_fiscal_year, old.last_fiscal_year, old.tools,
	old.words, old.reason)
	IS NOT (new.id, new.first_fiscal_year, new.last_fiscal_year, new.tools,
	new.words, new.reason)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'exclusion_rule', json_object('id', new.id),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'id' AS field, old.id AS was, new.id AS now
		UNION ALL SELECT 'first_fiscal_year', old.first_fiscal_year, new.first_fiscal_year
		UNION ALL SELECT 'last_fiscal_year', old.last_fiscal_year, new.last_fiscal_year
		UNION ALL SELECT 'tools', old.tools, new.tools
		UNION ALL SELECT 'words', old.words, new.words
		UNION ALL SELECT 'reason', old.reason, new.reason
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER exclusion_rule_deleted AFTER DELETE ON exclusion_rule
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'exclusion_rule', json_object('id', old.id),
		NULL, 'delete',
		json_object('id', old.id, 'first_fiscal_year', old.first_fiscal_year,
		'last_fiscal_year', old.last_fiscal_year, 'tools', old.tools,
		'words', old.words, 'reason', old.reason,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER due_date_updated AFTER UPDATE ON due_date
WHEN (old.fiscal_year, old.kind, old.due_on)
	IS NOT (new.fiscal_year, new.kind, new.due_on)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'due_date', json_object('fiscal_year', new.fiscal_year, 'kind', new.kind),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'fiscal_year' AS field, old.fiscal_year AS was, new.fiscal_year AS now
		UNION ALL SELECT 'kind', old.kind, new.kind
		UNION ALL SELECT 'due_on', old.due_on, new.due_on
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER due_date_deleted AFTER DELETE ON due_date
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'due_date', json_object('fiscal_year', old.fiscal_year, 'kind', old.kind),
		NULL, 'delete',
		json_object('fiscal_year', old.fiscal_year, 'kind', old.kind, 'due_on', old.due_on,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER project_updated AFTER UPDATE ON project
WHEN (old.uuid, old.fiscal_year, old.number, old.team_code, old.section_code,
	old.department_code, old.problem_type, old.tools, old.status,
	old.exclusion, old.exclusion_rule, old.replicable, old.started_on,
	old.operating_from, old.implementation_cost, old.running_cost,
	old.leader, old.owner, old.copied_from, old.title, old.work,
	old.current_issue, old.approach, old.qualitative_effect,
	old.status_reason, old.progress, old.next_plan, old.expected_savings,
	old.open_issues, old.result_text, old.version)
	IS NOT (new.uuid, new.fiscal_year, new.number, new.team_code, new.section_code,
	new.department_code, new.problem_type, new.tools, new.status,
	new.exclusion, new.exclusion_rule, new.replicable, new.started_on,
	new.operating_from, new.implementation_cost, new.running_cost,
	new.leader, new.owner, new.copied_from, new.title, new.work,
	new.current_issue, new.approach, new.qualitative_effect,
	new.status_reason, new.progress, new.next_plan, new.expected_savings,
	new.open_issues, new.result_text, new.version)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'project', json_object('id', new.id),
		old.id, 'update', changed.before, changed.after, old.version, new.version
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'uuid' AS field, old.uuid AS was, new.uuid AS now
		UNION ALL SELECT 'fiscal_year', old.fiscal_year, new.fiscal_year
		UNION ALL SELECT 'number', old.number, new.number
		UNION ALL SELECT 'team_code', old.team_code, new.team_code
		UNION ALL SELECT 'section_code', old.section_code, new.section_code
		UNION ALL SELECT 'department_code', old.department_code, new.department_code
		UNION ALL SELECT 'problem_type', old.problem_type, new.problem_type
		UNION ALL SELECT 'tools', old.tools, new.tools
		UNION ALL SELECT 'status', old.status, new.status
		UNION ALL SELECT 'exclusion', old.exclusion, new.exclusion
		UNION ALL SELECT 'exclusion_rule', old.exclusion_rule, new.exclusion_rule
		UNION ALL SELECT 'replicable', old.replicable, new.replicable
		UNION ALL SELECT 'started_on', old.started_on, new.started_on
		UNION ALL SELECT 'operating_from', old.operating_from, new.operating_from
		UNION ALL SELECT 'implementation_cost', old.implementation_cost, new.implementation_cost
		UNION ALL SELECT 'running_cost', old.running_cost, new.running_cost
		UNION ALL SELECT 'leader', old.leader, new.leader
		UNION ALL SELECT 'owner', old.owner, new.owner
		UNION ALL SELECT 'copied_from', old.copied_from, new.copied_from
		UNION ALL SELECT 'title', old.title, new.title
		UNION ALL SELECT 'work', old.work, new.work
		UNION ALL SELECT 'current_issue', old.current_issue, new.current_issue
		UNION ALL SELECT 'approach', old.approach, new.approach
		UNION ALL SELECT 'qualitative_effect', old.qualitative_effect, new.qualitative_effect
		UNION ALL SELECT 'status_reason', old.status_reason, new.status_reason
		UNION ALL SELECT 'progress', old.progress, new.progress
		UNION ALL SELECT 'next_plan', old.next_plan, new.next_plan
		UNION ALL SELECT 'expected_savings', old.expected_savings, new.expected_savings
		UNION ALL SELECT 'open_issues', old.open_issues, new.open_issues
		UNION ALL SELECT 'result_text', old.result_text, new.result_text
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER project_deleted AFTER DELETE ON project
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'project', json_object('id', old.id),
		old.id, 'delete',
		json_object('id', old.id, 'uuid', old.uuid, 'fiscal_year', old.fiscal_year,
		'number', old.number, 'team_code', old.team_code,
		'section_code', old.section_code, 'department_code', old.department_code,
		'problem_type', old.problem_type, 'tools', old.tools,
		'status', old.status, 'exclusion', old.exclusion,
		'exclusion_rule', old.exclusion_rule, 'replicable', old.replicable,
		'started_on', old.started_on, 'operating_from', old.operating_from,
		'implementation_cost', old.implementation_cost,
		'running_cost', old.running_cost, 'leader', old.leader,
		'owner', old.owner, 'version', old.version,
		'created_change', old.created_change, 'created_at', old.created_at,
		'created_by', old.created_by, 'updated_at', old.updated_at,
		'updated_by', old.updated_by, 'copied_from', old.copied_from,
		'title', old.title, 'work', old.work, 'current_issue', old.current_issue,
		'approach', old.approach, 'qualitative_effect', old.qualitative_effect,
		'status_reason', old.status_reason, 'progress', old.progress,
		'next_plan', old.next_plan, 'expected_savings', old.expected_savings,
		'open_issues', old.open_issues, 'result_text', old.result_text),
		old.version
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER effect_line_updated AFTER UPDATE ON effect_line
WHEN (old.project_id, old.line, old.stage, old.kind, old.label,
	old.destination, old.before_minutes, old.before_cases, old.after_minutes,
	old.after_cases, old.period, old.periods_in_year, old.periods_full_year,
	old.first_month, old.monthly_cases, old.direct_in_year,
	old.direct_full_year)
	IS NOT (new.project_id, new.line, new.stage, new.kind, new.label,
	new.destination, new.before_minutes, new.before_cases, new.after_minutes,
	new.after_cases, new.period, new.periods_in_year, new.periods_full_year,
	new.first_month, new.monthly_cases, new.direct_in_year,
	new.direct_full_year)
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
		'direct_full_year', old.direct_full_year,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER overlap_clearance_updated AFTER UPDATE ON overlap_clearance
WHEN (old.fiscal_year, old.work_key, old.unit_code, old.cleared_at,
	old.cleared_by, old.reason)
	IS NOT (new.fiscal_year, new.work_key, new.unit_code, new.cleared_at,
	new.cleared_by, new.reason)
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
		'cleared_by', old.cleared_by, 'reason', old.reason,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER course_updated AFTER UPDATE ON course
WHEN (old.code, old.name, old.fiscal_year, old.units)
	IS NOT (new.code, new.name, new.fiscal_year, new.units)
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
		'units', old.units, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER attendance_updated AFTER UPDATE ON attendance
WHEN (old.course_code, old.person_code, old.attended_on)
	IS NOT (new.course_code, new.person_code, new.attended_on)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'attendance', json_object('course_code', new.course_code, 'person_code', new.person_code),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'course_code' AS field, old.course_code AS was, new.course_code AS now
		UNION ALL SELECT 'person_code', old.person_code, new.person_code
		UNION ALL SELECT 'attended_on', old.attended_on, new.attended_on
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER attendance_deleted AFTER DELETE ON attendance
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'attendance', json_object('course_code', old.course_code, 'person_code', old.person_code),
		NULL, 'delete',
		json_object('course_code', old.course_code, 'person_code', old.person_code,
		'attended_on', old.attended_on, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER indicator_updated AFTER UPDATE ON indicator
WHEN (old.code, old.name, old.unit, old.direction, old.source, old.computed,
	old.position)
	IS NOT (new.code, new.name, new.unit, new.direction, new.source, new.computed,
	new.position)
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
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER indicator_target_updated AFTER UPDATE ON indicator_target
WHEN (old.indicator_code, old.fiscal_year, old.target)
	IS NOT (new.indicator_code, new.fiscal_year, new.target)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'indicator_target', json_object('indicator_code', new.indicator_code, 'fiscal_year', new.fiscal_year),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'indicator_code' AS field, old.indicator_code AS was, new.indicator_code AS now
		UNION ALL SELECT 'fiscal_year', old.fiscal_year, new.fiscal_year
		UNION ALL SELECT 'target', old.target, new.target
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER indicator_target_deleted AFTER DELETE ON indicator_target
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'indicator_target', json_object('indicator_code', old.indicator_code, 'fiscal_year', old.fiscal_year),
		NULL, 'delete',
		json_object('indicator_code', old.indicator_code, 'fiscal_year', old.fiscal_year,
		'target', old.target, 'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER indicator_value_updated AFTER UPDATE ON indicator_value
WHEN (old.indicator_code, old.fiscal_year, old.month, old.value)
	IS NOT (new.indicator_code, new.fiscal_year, new.month, new.value)
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, after,
		version_before, version_after)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'indicator_value', json_object('indicator_code', new.indicator_code, 'fiscal_year', new.fiscal_year,
			'month', new.month),
		NULL, 'update', changed.before, changed.after, NULL, NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id,
	(SELECT json_group_object(field, was) AS before, json_group_object(field, now) AS after FROM (
		SELECT 'indicator_code' AS field, old.indicator_code AS was, new.indicator_code AS now
		UNION ALL SELECT 'fiscal_year', old.fiscal_year, new.fiscal_year
		UNION ALL SELECT 'month', old.month, new.month
		UNION ALL SELECT 'value', old.value, new.value
	) WHERE was IS NOT now) AS changed;
END;

CREATE TRIGGER indicator_value_deleted AFTER DELETE ON indicator_value
BEGIN
	INSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,
		version_before)
	SELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
		'indicator_value', json_object('indicator_code', old.indicator_code, 'fiscal_year', old.fiscal_year,
			'month', old.month),
		NULL, 'delete',
		json_object('indicator_code', old.indicator_code, 'fiscal_year', old.fiscal_year,
		'month', old.month, 'value', old.value,
		'created_change', old.created_change),
		NULL
	FROM current_change AS current LEFT JOIN change ON change.id = current.id;
END;

CREATE TRIGGER unit_insert_counted AFTER INSERT ON unit
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'unit';
END;

CREATE TRIGGER unit_update_counted AFTER UPDATE ON unit
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'unit';
END;

CREATE TRIGGER unit_delete_counted AFTER DELETE ON unit
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'unit';
END;

CREATE TRIGGER problem_type_insert_counted AFTER INSERT ON problem_type
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER problem_type_update_counted AFTER UPDATE ON problem_type
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER problem_type_delete_counted AFTER DELETE ON problem_type
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER tool_insert_counted AFTER INSERT ON tool
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER tool_update_counted AFTER UPDATE ON tool
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER tool_delete_counted AFTER DELETE ON tool
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER person_insert_counted AFTER INSERT ON person
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER person_update_counted AFTER UPDATE ON person
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER person_delete_counted AFTER DELETE ON person
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER role_grant_insert_counted AFTER INSERT ON role_grant
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER role_grant_update_counted AFTER UPDATE ON role_grant
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER role_grant_delete_counted AFTER DELETE ON role_grant
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER leader_insert_counted AFTER INSERT ON leader
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER leader_update_counted AFTER UPDATE ON leader
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER leader_delete_counted AFTER DELETE ON leader
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;
