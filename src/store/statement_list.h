/* statement_list - every SQL text of the store, once.
 * STATEMENT(name, sql). Values are only ever bound. The text is
 * in the dialect both engines share. Included by statement.h and statement.c alone. */

/* ---- store.c ------------------------------------------------------------------------------ */
STATEMENT(BODY, "SELECT code, name FROM body")
STATEMENT(BODY_INSERT, "INSERT INTO body (code, name) VALUES (?1, ?2)")
STATEMENT(CHANGE_OPEN, "INSERT INTO change (at, user, what, note, role) VALUES (?1, ?2, ?3, ?4, ?5) "
	"RETURNING id")
STATEMENT(CHANGE_SET_CURRENT, "UPDATE current_change SET id = ?1 WHERE one = 1")
STATEMENT(CHANGE_LAST, "SELECT COALESCE(max(id), 0) FROM change")
STATEMENT(PARAMETER, "SELECT value FROM parameter WHERE name = ?1 AND fiscal_year IN (0, ?2) "
	"ORDER BY fiscal_year DESC LIMIT 1")
STATEMENT(PARAMETER_PUT, "INSERT INTO parameter (name, fiscal_year, value, created_change) "
	"VALUES (?1, ?2, ?3, (SELECT id FROM current_change)) "
	"ON CONFLICT (name, fiscal_year) DO UPDATE SET value = excluded.value "
	"WHERE parameter.value <> excluded.value")
#define GOAL_OLD " FROM parameter WHERE name = 'target_hours' " \
	"AND value <> '' AND trim(value, '0123456789') = '' AND length(value) <= 10"
STATEMENT(GOAL_OLD, "SELECT value" GOAL_OLD " LIMIT 1")
STATEMENT(GOAL_CODE, "SELECT code FROM indicator WHERE computed = 'hours-saved' ORDER BY position, code LIMIT 1")
STATEMENT(GOAL_TAKEN, "SELECT code FROM indicator WHERE code = ?1")
STATEMENT(GOAL_MAKE, "INSERT INTO indicator (code, name, unit, direction, computed, position, created_change) "
	"SELECT ?1, '" INDICATOR_GOAL_NAME "', '" INDICATOR_GOAL_UNIT "', 'up', 'hours-saved', "
	"COALESCE(max(position), 0) + 1, (SELECT id FROM current_change) FROM indicator")
STATEMENT(GOAL_CARRY, "INSERT INTO indicator_target (indicator_code, fiscal_year, target, created_change) "
	"SELECT ?1, fiscal_year, CAST(value AS INTEGER) * 1000, (SELECT id FROM current_change)" GOAL_OLD
	" ON CONFLICT (indicator_code, fiscal_year) DO NOTHING")
STATEMENT(GOAL_DROP, "DELETE" GOAL_OLD)
#define LEADERS_OLD " WHERE computed = 'leaders-trained' AND name LIKE '%延べ%'"
STATEMENT(LEADERS_OLD, "SELECT code FROM indicator" LEADERS_OLD " LIMIT 1")
STATEMENT(LEADERS_CARRY, "UPDATE indicator SET computed = 'leaders-trained-yearly'" LEADERS_OLD)
/* Of rows whose unit is no more: no version of it holds in the year. */
#define UNIT_GONE(code, year) " NOT EXISTS (SELECT 1 FROM unit AS u WHERE u.code = " code \
	" AND u.first_fiscal_year = (SELECT max(v.first_fiscal_year) FROM unit AS v WHERE v.code = " code \
	" AND v.first_fiscal_year <= " year ") AND (u.last_fiscal_year = 0 OR u.last_fiscal_year >= " year "))"
#define TARGETS_HANGING " FROM section_target WHERE" UNIT_GONE("section_code", "fiscal_year")
#define LEADERS_HANGING " FROM leader WHERE" UNIT_GONE("section_code", "fiscal_year")
#define ROLES_HANGING " FROM role_grant WHERE role <> 'admin' AND" UNIT_GONE("unit_code", "role_grant.first_fiscal_year")
STATEMENT(TARGETS_HANGING, "SELECT section_code" TARGETS_HANGING " LIMIT 1")
STATEMENT(TARGETS_END, "DELETE" TARGETS_HANGING)
STATEMENT(LEADERS_HANGING, "SELECT section_code" LEADERS_HANGING " LIMIT 1")
STATEMENT(LEADERS_END, "DELETE" LEADERS_HANGING)
STATEMENT(ROLES_HANGING, "SELECT unit_code" ROLES_HANGING " LIMIT 1")
STATEMENT(ROLES_DROP, "DELETE" ROLES_HANGING)
#define UNIT_LAST "(SELECT max(CASE WHEN u.last_fiscal_year = 0 THEN 9999 ELSE u.last_fiscal_year END) " \
	"FROM unit AS u WHERE u.code = unit_code)"
#define ROLES_OUTLIVING " WHERE role <> 'admin' AND " UNIT_LAST " < 9999 AND " UNIT_LAST " >= first_fiscal_year " \
	"AND (last_fiscal_year = 0 OR last_fiscal_year > " UNIT_LAST ")"
STATEMENT(ROLES_OUTLIVING, "SELECT unit_code FROM role_grant" ROLES_OUTLIVING " LIMIT 1")
STATEMENT(ROLES_END, "UPDATE role_grant SET last_fiscal_year = " UNIT_LAST ROLES_OUTLIVING)
STATEMENT(GENERATIONS, "SELECT COALESCE(sum(value), 0) FROM generation")
STATEMENT(GENERATION, "SELECT value FROM generation WHERE name = ?1")

/* ---- unit_store.c ------------------------------------------------------------------------- */
#define UNIT_COLUMNS "id, code, kind, name, parent_code, first_fiscal_year, last_fiscal_year, " \
	"successor_code, lead_section, position, reading"
STATEMENT(UNIT_ALL, "SELECT " UNIT_COLUMNS " FROM unit ORDER BY code, first_fiscal_year")
STATEMENT(UNIT_KNOWN, "SELECT count(*) FROM unit WHERE code = ?1")
STATEMENT(UNIT_BODY, "SELECT code FROM unit WHERE kind = 'body' ORDER BY first_fiscal_year LIMIT 1")
STATEMENT(UNIT_PUT, "INSERT INTO unit (reading, code, kind, name, name_key, parent_code, "
	"first_fiscal_year, last_fiscal_year, successor_code, lead_section, position, "
	"created_change) VALUES (COALESCE(?1, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
	"(SELECT id FROM current_change)) "
	"ON CONFLICT (code, first_fiscal_year) DO UPDATE SET kind = excluded.kind, "
	"name = excluded.name, name_key = excluded.name_key, parent_code = excluded.parent_code, "
	"last_fiscal_year = excluded.last_fiscal_year, successor_code = excluded.successor_code, "
	"lead_section = excluded.lead_section, position = excluded.position, "
	"reading = COALESCE(?1, unit.reading) "
	"WHERE (unit.kind, unit.name, unit.name_key, unit.parent_code, unit.last_fiscal_year, "
	"unit.successor_code, unit.lead_section, unit.position, unit.reading) <> "
	"(excluded.kind, excluded.name, excluded.name_key, excluded.parent_code, "
	"excluded.last_fiscal_year, excluded.successor_code, excluded.lead_section, "
	"excluded.position, COALESCE(?1, unit.reading))")
STATEMENT(PERSON_ALL, "SELECT code, name, kana, email, active FROM person ORDER BY code")
STATEMENT(GRANT_ALL, "SELECT person_code, role, unit_code, first_fiscal_year, last_fiscal_year "
	"FROM role_grant ORDER BY person_code, first_fiscal_year, role, unit_code")
STATEMENT(LEADER_ALL, "SELECT fiscal_year, section_code, person_code, from_date, to_date "
	"FROM leader ORDER BY fiscal_year, section_code, from_date, person_code")
STATEMENT(UNIT_USED, "SELECT count(*) FROM project WHERE fiscal_year >= ?2 AND "
	"(team_code = ?1 OR section_code = ?1 OR department_code = ?1)")

/* ---- catalogue_store.c -------------------------------------------------------------------- */
#define CATALOGUE_COLUMNS "id, code, name, name_en, aliases, position, first_fiscal_year, " \
	"last_fiscal_year, merged_into"
#define CATALOGUE_ALL(table) "SELECT " CATALOGUE_COLUMNS " FROM " table \
	" ORDER BY position, code, first_fiscal_year"
STATEMENT(PROBLEM_TYPE_ALL, CATALOGUE_ALL("problem_type"))
STATEMENT(TOOL_ALL, CATALOGUE_ALL("tool"))

/* ---- project_store.c, project_list.c ------------------------------------------------------ */
STATEMENT(PROJECT_BY_ID, "SELECT " PROJECT_SELECTED " FROM project AS p WHERE p.id = ?1")
STATEMENT(PROJECT_BY_UUID, "SELECT " PROJECT_SELECTED " FROM project AS p WHERE p.uuid = ?1")
STATEMENT(PROJECT_COPIES, "SELECT id FROM project WHERE copied_from = ?1 AND copied_from <> '' "
	"ORDER BY fiscal_year, number LIMIT ?2")
STATEMENT(PROJECT_BY_NUMBER, "SELECT " PROJECT_SELECTED " FROM project AS p "
	"WHERE p.fiscal_year = ?1 AND p.number = ?2")
STATEMENT(PROJECT_INSERT, "INSERT INTO project (id, created_change, created_at, created_by, "
	"updated_at, updated_by" PROJECT_ENTERED ", " PROJECT_HELD ") "
	"VALUES (?, ?, ?, ?, ?, ?" PROJECT_ENTERED_MARKS ", " PROJECT_HELD_MARKS ")")
STATEMENT(PROJECT_UPDATE, "UPDATE project SET version = version + 1, "
	"(updated_at, updated_by" PROJECT_ENTERED ", " PROJECT_HELD ") = "
	"(?, ?" PROJECT_ENTERED_MARKS ", " PROJECT_HELD_MARKS ") WHERE id = ? AND version = ?")
STATEMENT(PROJECT_CAME, "SELECT c.what FROM project AS p JOIN change AS c ON c.id = p.created_change "
	"WHERE p.id = ?1")
/* Held columns only: no new version, no history. */
STATEMENT(PROJECT_HOLD, "UPDATE project SET (" PROJECT_HELD ") = (" PROJECT_HELD_MARKS ") "
	"WHERE id = ?")
STATEMENT(PROJECT_SPOIL, "UPDATE project SET estimate_in_year = ?2 WHERE id = ?1")
STATEMENT(PROJECT_LAST_WRITER, "SELECT updated_by, updated_at FROM project WHERE id = ?1")
STATEMENT(PROJECT_UNITS, "SELECT DISTINCT fiscal_year, team_code, section_code, department_code "
	"FROM project WHERE team_code <> '' OR section_code <> ''")
STATEMENT(PROJECT_MOVE_UNITS, "UPDATE project SET section_code = ?1, department_code = ?2, "
	"version = version + 1, updated_at = ?3, updated_by = ?4 WHERE fiscal_year = ?5 "
	"AND team_code = ?6 AND section_code = ?7 AND department_code = ?8")
STATEMENT(PROJECT_ANY, "SELECT 1 FROM project LIMIT 1")
/* SQLite only */
STATEMENT(PROJECT_LATE, "SELECT name, sql, type FROM sqlite_schema WHERE name IN "
	"('project_uuid', 'project_insert_unpacks', 'effect_line_insert_unpacks')")
STATEMENT(NUMBER_LAST, "SELECT COALESCE(max(last), 0) FROM number_counter WHERE fiscal_year = ?1")
STATEMENT(NUMBER_RESERVE, "INSERT INTO number_counter (fiscal_year, last) VALUES (?1, ?2) "
	"ON CONFLICT (fiscal_year) DO UPDATE SET last = excluded.last "
	"WHERE number_counter.last < excluded.last")

/* ---- due_store.c -------------------------------------------------------------------------- */
STATEMENT(DUE_DATES, "SELECT kind, due_on FROM due_date WHERE fiscal_year = ?1")
STATEMENT(DUE_DATE_PUT, "INSERT INTO due_date (fiscal_year, kind, due_on, created_change) "
	"VALUES (?1, ?2, ?3, (SELECT id FROM current_change)) "
	"ON CONFLICT (fiscal_year, kind) DO UPDATE SET due_on = excluded.due_on "
	"WHERE due_date.due_on <> excluded.due_on")
STATEMENT(DUE_DATE_DELETE, "DELETE FROM due_date WHERE fiscal_year = ?1 AND kind = ?2")

/* ---- catalogue_store.c, used by projects -------------------------------------------------- */
#define WITHIN_YEARS "fiscal_year >= ?2 AND (?3 = 0 OR fiscal_year <= ?3)"
STATEMENT(PROBLEM_TYPE_USED, "SELECT count(*) FROM project WHERE problem_type = ?1 AND " WITHIN_YEARS)
STATEMENT(TOOL_USED, "SELECT count(*) FROM project WHERE "
	"instr(',' || tools || ',', ',' || ?1 || ',') > 0 AND " WITHIN_YEARS)

/* ---- training_store.c --------------------------------------------------------------------- */
STATEMENT(COURSES, "SELECT code, fiscal_year, name, form, minutes, units, audience FROM course "
	"ORDER BY fiscal_year, code")
STATEMENT(ATTENDANCE, "SELECT course_code, person_code, attended_on FROM attendance "
	"ORDER BY course_code, person_code")

/* ---- indicator_store.c -------------------------------------------------------------------- */
STATEMENT(INDICATORS, "SELECT code, name, unit, direction, source, computed, position, yearly "
	"FROM indicator ORDER BY position, code")
STATEMENT(INDICATOR_TARGETS, "SELECT indicator_code, fiscal_year, target FROM indicator_target")
STATEMENT(INDICATOR_VALUES, "SELECT indicator_code, fiscal_year, month, value FROM indicator_value")

/* ---- section_store.c ---------------------------------------------------------------------- */
STATEMENT(SECTION_TARGETS, "SELECT fiscal_year, period, section_code, minutes FROM section_target "
	"WHERE ?1 = 0 OR fiscal_year = ?1 ORDER BY fiscal_year, section_code, "
	"period = 'second-half', period = 'first-half'")
STATEMENT(TRAINING_UNITS, "SELECT attendance.person_code, SUM(course.units) FROM attendance "
	"JOIN course ON course.code = attendance.course_code WHERE course.fiscal_year = ?1 "
	"GROUP BY attendance.person_code ORDER BY attendance.person_code")

/* ---- effect_row.c ------------------------------------------------------------------------- */
STATEMENT(EFFECTS, "SELECT project_id" EFFECT_KEY EFFECT_INPUTS " FROM effect_line "
	"WHERE project_id = ?1 ORDER BY line, stage")
/* What is held of a line, of the table that is given. */
#define EFFECT_HELD_OF(table) table "saved_in_year, " table "saved_full_year, " \
	table "before_in_year, " table "before_full_year"
#define EFFECT_INSERT_TEXT "INSERT INTO effect_line (project_id" EFFECT_KEY EFFECT_INPUTS ", " \
	EFFECT_HELD_OF("") ", created_change) " \
	"VALUES (?" EFFECT_KEY_MARKS EFFECT_INPUT_MARKS ", ?, ?, ?, ?, ?)"
STATEMENT(EFFECT_INSERT, EFFECT_INSERT_TEXT)
STATEMENT(EFFECT_PUT, EFFECT_INSERT_TEXT " ON CONFLICT (project_id" EFFECT_KEY ") DO UPDATE SET "
	"(" EFFECT_HELD_OF("") EFFECT_INPUTS ") = "
	"(" EFFECT_HELD_OF("excluded.") EFFECT_GIVEN_INPUTS ") "
	"WHERE (" EFFECT_HELD_OF("effect_line.") EFFECT_STORED_INPUTS ") <> "
	"(" EFFECT_HELD_OF("excluded.") EFFECT_GIVEN_INPUTS ")")
STATEMENT(EFFECT_DELETE, "DELETE FROM effect_line WHERE project_id = ?1 AND line = ?2 "
	"AND stage = ?3")
STATEMENT(EFFECT_HOLD, "UPDATE effect_line SET (" EFFECT_HELD_OF("") ") = (?4, ?5, ?6, ?7) "
	"WHERE project_id = ?1 AND line = ?2 AND stage = ?3")

/* ---- filter_sql.c ------------------------------------------------------------------------- */
STATEMENT(UNIT_NAMED, "SELECT count(*) FROM unit WHERE kind = ?1 AND (text_key(code) = ?2 "
	"OR name_key = ?2)")

/* ---- facts_store.c, check_store.c ----------------------------------------------------------- */
STATEMENT(FISCAL_YEARS, "SELECT COALESCE(min(fiscal_year), 0), COALESCE(max(fiscal_year), 0) "
	"FROM project")
STATEMENT(PROJECT_NEXT, "SELECT min(id) FROM project WHERE id >= ?1")
/* No fewer than there are. */
STATEMENT(PROJECT_SPAN, "SELECT COALESCE((SELECT max(id) FROM project) - "
	"(SELECT min(id) FROM project) + 1, 0)")
STATEMENT(FACTS_BLOCK_ANY, "SELECT 1 FROM facts_block LIMIT 1")
STATEMENT(FACTS_BLOCK, "SELECT content FROM facts_block WHERE number = ?1")
STATEMENT(FACTS_ROW, "SELECT " FACTS_COLUMNS " FROM project AS p WHERE p.id = ?1")
STATEMENT(FACTS_LINES, "SELECT stage, " EFFECT_HELD_OF("") " FROM effect_line "
	"WHERE project_id = ?1")
/* Every save of a project leaves a row in the history: its version rises. */
STATEMENT(FACTS_CHANGED, "SELECT -1 FROM change WHERE id > ?2 AND what NOT IN ('edit', 'move', 'add') "
	"UNION ALL SELECT project_id FROM history WHERE id > ?1 AND project_id IS NOT NULL "
	"UNION ALL SELECT id FROM project WHERE created_change > ?2 LIMIT ?3")
STATEMENT(HISTORY_LAST, "SELECT COALESCE(max(id), 0) FROM history")
STATEMENT(FACTS_BLOCK_DROP, "DELETE FROM facts_block WHERE number = ?1")
STATEMENT(FACTS_BLOCK_PUT, "INSERT INTO facts_block (number, content) VALUES (?1, ?2) "
	"ON CONFLICT (number) DO UPDATE SET content = excluded.content")
STATEMENT(PROJECT_IDS, "SELECT id FROM project WHERE id > ?1 ORDER BY id LIMIT ?2")
STATEMENT(PROJECT_HELD, "SELECT " PROJECT_HELD " FROM project WHERE id = ?1")
STATEMENT(EFFECT_HELD, "SELECT " EFFECT_HELD_OF("") " FROM effect_line "
	"WHERE project_id = ?1 AND line = ?2 AND stage = ?3")

/* ---- history_store.c, history_verify.c, history_undo.c ---------------------------------------- */
#define HISTORY_COLUMNS "id, entity, entity_key, COALESCE(project_id, 0), op, before, " \
	"COALESCE(after, ''), at"
STATEMENT(CHANGES, "SELECT id, at, user, what, note, role FROM change ORDER BY id DESC")
STATEMENT(CHANGES_OF_PROJECT, "SELECT id, at, user, what, note, role FROM change WHERE id IN ("
	"SELECT change_id FROM history WHERE project_id = ?1 "
	"UNION SELECT created_change FROM project WHERE id = ?1 "
	"UNION SELECT created_change FROM effect_line WHERE project_id = ?1) ORDER BY id DESC")
STATEMENT(HISTORY_OF_CHANGE, "SELECT " HISTORY_COLUMNS " FROM history WHERE change_id = ?1 "
	"ORDER BY id DESC")
STATEMENT(HISTORY_OF_PROJECT, "SELECT " HISTORY_COLUMNS " FROM history WHERE project_id = ?2 "
	"AND change_id = ?1 ORDER BY id DESC")
STATEMENT(HISTORY_OUTSIDE, "SELECT " HISTORY_COLUMNS " FROM history WHERE change_id IS NULL "
	"AND (?1 = 0 OR project_id = ?1) ORDER BY id DESC")
STATEMENT(HISTORY_BY_OTHERS, "SELECT entity, entity_key, COALESCE(project_id, 0) FROM history "
	"WHERE change_id IS NULL AND entity <> 'project' ORDER BY id")
STATEMENT(HISTORY_RESTORED, "SELECT at, note FROM change WHERE what = 'history' ORDER BY id")
STATEMENT(PROJECT_NUMBER, "SELECT fiscal_year, number FROM project WHERE id = ?1")
STATEMENT(PROJECT_GONE, "SELECT before FROM history WHERE project_id = ?1 AND entity = 'project' "
	"AND op = 'delete' ORDER BY id DESC LIMIT 1")
STATEMENT(VERSION_CHAIN, "SELECT h.project_id, h.op, h.version_before, h.version_after, "
	"COALESCE(h.change_id, 0), COALESCE(p.version, 0) FROM history AS h "
	"LEFT JOIN project AS p ON p.id = h.project_id WHERE h.entity = 'project' "
	"ORDER BY h.project_id, h.id")
STATEMENT(VERSION_UNEXPLAINED, "SELECT p.id FROM project AS p WHERE p.version <> 1 "
	"AND NOT EXISTS (SELECT 1 FROM history AS h WHERE h.project_id = p.id "
	"AND h.entity = 'project')")
STATEMENT(VALUE_CHAIN, "SELECT entity, entity_key, op, before, COALESCE(after, ''), "
	"COALESCE(project_id, 0) FROM history ORDER BY entity, entity_key, id")
/* Not for taking back: what no user did as a change of their own. */
#define NO_STEP "('create', 'undo', 'redo', 'freeze', 'history', 'upgrade')"
STATEMENT(CHANGES_TO_UNDO, "SELECT id, at, what, note FROM change WHERE user = ?1 "
	"AND undone_by IS NULL AND what NOT IN " NO_STEP " ORDER BY id DESC LIMIT ?2")
/* Only those after the last change of one's own: who goes on working leaves them behind. */
#define OF_UNDONE(column) "(SELECT c." column " FROM change AS c WHERE c.undone_by = change.id " \
	"ORDER BY c.id DESC LIMIT 1)"
STATEMENT(CHANGES_TO_REDO, "SELECT id, at, COALESCE(" OF_UNDONE("what") ", ''), "
	"COALESCE(" OF_UNDONE("note") ", '') FROM change WHERE user = ?1 "
	"AND what = 'undo' AND undone_by IS NULL AND id > COALESCE((SELECT max(id) FROM change "
	"WHERE user = ?1 AND what NOT IN " NO_STEP "), 0) ORDER BY id DESC LIMIT ?2")
STATEMENT(CHANGES_UNDONE_BY, "SELECT id, at, user, what, note, role FROM change WHERE undone_by = ?1 "
	"ORDER BY id DESC")
STATEMENT(CHANGE_BY_ID, "SELECT id, at, user, what, note, role FROM change WHERE id = ?1")
STATEMENT(CHANGE_UNDONE, "UPDATE change SET undone_by = ?2 WHERE id = ?1")
STATEMENT(CHANGE_IN_EFFECT, "UPDATE change SET undone_by = NULL WHERE undone_by = ?1")
STATEMENT(DELETED_BEFORE_UNDO, "SELECT id, entity, entity_key, COALESCE(project_id, 0), change_id "
	"FROM history WHERE op = 'delete' AND change_id IN (SELECT id FROM change "
	"WHERE undone_by = ?1) ORDER BY id")
/* Did anything later change a row for good? What was taken back since does not count, nor what took
 * back or did again only what came later than the change ?4 itself. */
#define LATER "SELECT COALESCE(c.user, ''), later.at FROM history AS later " \
	"LEFT JOIN change AS c ON c.id = later.change_id WHERE later.entity = ?1 " \
	"AND later.entity_key = ?2 AND later.id > ?3 AND (later.change_id IS NULL " \
	"OR (later.change_id > ?4 AND c.undone_by IS NULL AND (c.what NOT IN ('undo', 'redo') " \
	"OR EXISTS (SELECT 1 FROM change AS x WHERE x.undone_by = c.id AND x.id < ?4)))) "
STATEMENT(LATER, LATER "ORDER BY later.id DESC LIMIT 1")
STATEMENT(LATER_OF_PROJECT, LATER "AND later.project_id = ?5 ORDER BY later.id DESC LIMIT 1")
STATEMENT(PROJECT_STAMP, "UPDATE project SET updated_at = ?2, updated_by = ?3 WHERE id = ?1")
STATEMENT(PROJECT_HOMELESS, "SELECT p.team_code FROM project AS p WHERE p.team_code <> '' "
	"AND NOT EXISTS (SELECT 1 FROM unit AS u WHERE u.code = p.team_code "
	"AND u.first_fiscal_year <= p.fiscal_year "
	"AND (u.last_fiscal_year = 0 OR u.last_fiscal_year >= p.fiscal_year) "
	"AND NOT EXISTS (SELECT 1 FROM unit AS v WHERE v.code = u.code "
	"AND v.first_fiscal_year > u.first_fiscal_year "
	"AND v.first_fiscal_year <= p.fiscal_year)) LIMIT 1")

/* ---- office_whole.c ------------------------------------------------------------------------------ */
STATEMENT(WHOLE_ROLES, "SELECT count(*), COALESCE(sum(role = 'admin' AND last_fiscal_year = 0), 0) "
	"FROM role_grant")
STATEMENT(WHOLE_LEADERS, "SELECT a.person_code, a.from_date FROM leader AS a JOIN leader AS b "
	"ON b.fiscal_year = a.fiscal_year AND b.section_code = a.section_code "
	"AND b.person_code <> a.person_code "
	"WHERE (a.from_date < b.from_date OR (a.from_date = b.from_date AND a.person_code < b.person_code)) "
	"AND (a.to_date = '' OR b.from_date <= a.to_date) "
	"ORDER BY a.fiscal_year, a.section_code, a.from_date, b.from_date")

/* Targets, leaders and roles whose unit does not hold in the year in which they begin, and roles that outlive it. */
STATEMENT(WHOLE_HANGING, "SELECT h.code FROM ("
	"SELECT section_code AS code, fiscal_year AS first, fiscal_year AS last FROM section_target "
	"UNION ALL SELECT section_code, fiscal_year, fiscal_year FROM leader "
	"UNION ALL SELECT unit_code, first_fiscal_year, last_fiscal_year FROM role_grant) AS h "
	"WHERE" UNIT_GONE("h.code", "h.first") " "
	"OR NOT EXISTS (SELECT 1 FROM unit AS u WHERE u.code = h.code "
	"AND (u.last_fiscal_year = 0 OR (h.last > 0 AND u.last_fiscal_year >= h.last))) "
	"ORDER BY h.code")

/* ---- destination_store.c ------------------------------------------------------------------------ */
STATEMENT(DESTINATIONS, "SELECT l.project_id, l.destination, l.saved_in_year, l.saved_full_year "
	"FROM project AS p JOIN effect_line AS l ON l.project_id = p.id "
	"WHERE p.fiscal_year = ?1 AND l.stage = ?2 ORDER BY l.project_id, l.line")

/* ---- headroom_store.c --------------------------------------------------------------------------- */
STATEMENT(HEADROOM_EXISTS, "SELECT p.id FROM project AS p WHERE p.fiscal_year = ?1 "
	"AND EXISTS (SELECT 1 FROM effect_line AS l WHERE l.project_id = p.id AND l.stage = ?2 "
	"AND l.unit_cases > 0) ORDER BY p.number")

/* ---- line_store.c ------------------------------------------------------------------------------- */
STATEMENT(LINES, "SELECT p.id, p.number, p.title, p.work, p.team_code, p.section_code" EFFECT_KEY EFFECT_INPUTS
	" FROM project AS p JOIN effect_line AS l ON l.project_id = p.id WHERE p.fiscal_year = ?1 "
	"ORDER BY p.team_code, p.number, l.line")

/* ---- overlap_store.c ---------------------------------------------------------------------------- */
STATEMENT(CLEARANCES, "SELECT fiscal_year, work_key, unit_code, cleared_by, reason, projects "
	"FROM overlap_clearance WHERE fiscal_year = ?1 ORDER BY unit_code, work_key")
STATEMENT(CLEARANCE_PUT, "INSERT INTO overlap_clearance (fiscal_year, work_key, unit_code, "
	"cleared_at, cleared_by, reason, projects, created_change) "
	"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT id FROM current_change)) "
	"ON CONFLICT (fiscal_year, work_key, unit_code) DO UPDATE SET "
	"cleared_at = excluded.cleared_at, cleared_by = excluded.cleared_by, "
	"reason = excluded.reason, projects = excluded.projects")
STATEMENT(CLEARANCE_DROP, "DELETE FROM overlap_clearance WHERE fiscal_year = ?1 "
	"AND work_key = ?2 AND unit_code = ?3")

/* ---- snapshot_store.c --------------------------------------------------------------------------- */
STATEMENT(SNAPSHOTS, "SELECT s.id, s.name, s.fiscal_year, s.taken_at, s.taken_by, "
	"s.hours_per_person_year, s.sha256, s.first_sha256, (SELECT count(*) FROM snapshot_project AS p "
	"WHERE p.snapshot_id = s.id) FROM snapshot AS s ORDER BY s.id")
STATEMENT(SNAPSHOT_TEXTS, "SELECT fiscal_year, hours_per_person_year, rules, units, sha256, "
	"first_sha256 FROM snapshot WHERE id = ?1")
STATEMENT(SNAPSHOT_PUT, "INSERT INTO snapshot (name, fiscal_year, taken_at, taken_by, "
	"hours_per_person_year, rules, units, sha256, created_change) "
	"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT id FROM current_change)) RETURNING id")
STATEMENT(SNAPSHOT_PROJECT_PUT, "INSERT INTO snapshot_project (snapshot_id, uuid, content) "
	"VALUES (?1, ?2, ?3)")
STATEMENT(SNAPSHOT_TABLE_PUT, "INSERT INTO snapshot_table (snapshot_id, name, content) "
	"VALUES (?1, ?2, ?3)")
STATEMENT(SNAPSHOT_CARRY, "UPDATE snapshot SET sha256 = ?2, first_sha256 = ?3 WHERE id = ?1")
STATEMENT(SNAPSHOT_TABLE_CARRY, "UPDATE snapshot_table SET content = ?3 WHERE snapshot_id = ?1 "
	"AND name = ?2")
STATEMENT(SNAPSHOT_PROJECTS, "SELECT uuid, content FROM snapshot_project "
	"WHERE snapshot_id = ?1 ORDER BY uuid")
STATEMENT(SNAPSHOT_TABLES, "SELECT name, content FROM snapshot_table WHERE snapshot_id = ?1 "
	"ORDER BY name")
STATEMENT(SNAPSHOT_TABLE, "SELECT content FROM snapshot_table WHERE snapshot_id = ?1 "
	"AND name = ?2")
STATEMENT(SNAPSHOT_NOW, "SELECT uuid, number, title, department_code, section_code, team_code, "
	"problem_type, tools, status, exclusion = 'confirmed', estimate_in_year, "
	"estimate_full_year, forecast_in_year, forecast_full_year, actual_in_year, "
	"actual_full_year FROM project WHERE fiscal_year = ?1 ORDER BY uuid")
STATEMENT(SNAPSHOT_RULES, "SELECT id, first_fiscal_year, last_fiscal_year, tools, words, reason "
	"FROM exclusion_rule ORDER BY id")

/* ---- draft_store.c ------------------------------------------------------------------------------ */
STATEMENT(DRAFT, "SELECT content, at FROM draft WHERE user = ?1 AND key = ?2")
STATEMENT(DRAFT_PUT, "INSERT INTO draft (user, key, content, at) VALUES (?1, ?2, ?3, ?4) "
	"ON CONFLICT (user, key) DO UPDATE SET content = excluded.content, at = excluded.at")
STATEMENT(DRAFT_DROP, "DELETE FROM draft WHERE user = ?1 AND key = ?2")

/* ---- mapping_store.c ---------------------------------------------------------------------------- */
STATEMENT(MAPPING_ALL, "SELECT kind, name, content, kept_by, at FROM mapping ORDER BY kind, name")
STATEMENT(MAPPING_PUT, "INSERT INTO mapping (kind, name, content, kept_by, at) VALUES (?1, ?2, ?3, ?4, ?5) "
	"ON CONFLICT (kind, name) DO UPDATE SET content = excluded.content, kept_by = excluded.kept_by, "
	"at = excluded.at")
STATEMENT(MAPPING_DROP, "DELETE FROM mapping WHERE kind = ?1 AND name = ?2")
