/* Every SQL text of the store, once: STATEMENT(name, sql). Values are only ever bound. The text is
 * in the dialect both engines share. Included by statement.h and statement.c alone. */

/* ---- store.c ------------------------------------------------------------------------------ */
STATEMENT(BODY, "SELECT code, name FROM body")
STATEMENT(BODY_INSERT, "INSERT INTO body (code, name) VALUES (?1, ?2)")
STATEMENT(CHANGE_OPEN, "INSERT INTO change (at, user, what, note) VALUES (?1, ?2, ?3, ?4) "
	"RETURNING id")
STATEMENT(CHANGE_SET_CURRENT, "UPDATE current_change SET id = ?1 WHERE one = 1")
STATEMENT(CHANGE_LAST, "SELECT COALESCE(max(id), 0) FROM change")
STATEMENT(PARAMETER, "SELECT value FROM parameter WHERE name = ?1 AND fiscal_year IN (0, ?2) "
	"ORDER BY fiscal_year DESC LIMIT 1")
STATEMENT(PARAMETER_PUT, "INSERT INTO parameter (name, fiscal_year, value, created_change) "
	"VALUES (?1, ?2, ?3, (SELECT id FROM current_change)) "
	"ON CONFLICT (name, fiscal_year) DO UPDATE SET value = excluded.value "
	"WHERE parameter.value <> excluded.value")
STATEMENT(GENERATION, "SELECT value FROM generation WHERE name = ?1")

/* ---- unit_store.c ------------------------------------------------------------------------- */
#define UNIT_COLUMNS "id, code, kind, name, parent_code, first_fiscal_year, last_fiscal_year, " \
	"successor_code, lead_section, position"
STATEMENT(UNIT_TREE, "SELECT " UNIT_COLUMNS " FROM unit AS u WHERE first_fiscal_year = "
	"(SELECT max(v.first_fiscal_year) FROM unit AS v "
	"WHERE v.code = u.code AND v.first_fiscal_year <= ?1) "
	"AND (last_fiscal_year = 0 OR last_fiscal_year >= ?1) ORDER BY position, code")
STATEMENT(UNIT_ALL, "SELECT " UNIT_COLUMNS " FROM unit ORDER BY code, first_fiscal_year")
STATEMENT(UNIT_KNOWN, "SELECT count(*) FROM unit WHERE code = ?1")
STATEMENT(UNIT_BODY, "SELECT code FROM unit WHERE kind = 'body' ORDER BY first_fiscal_year LIMIT 1")
STATEMENT(UNIT_PUT, "INSERT INTO unit (code, kind, name, name_key, parent_code, "
	"first_fiscal_year, last_fiscal_year, successor_code, lead_section, position, created_change) "
	"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (SELECT id FROM current_change)) "
	"ON CONFLICT (code, first_fiscal_year) DO UPDATE SET kind = excluded.kind, "
	"name = excluded.name, name_key = excluded.name_key, parent_code = excluded.parent_code, "
	"last_fiscal_year = excluded.last_fiscal_year, successor_code = excluded.successor_code, "
	"lead_section = excluded.lead_section, position = excluded.position "
	"WHERE (unit.kind, unit.name, unit.name_key, unit.parent_code, unit.last_fiscal_year, "
	"unit.successor_code, unit.lead_section, unit.position) <> "
	"(excluded.kind, excluded.name, excluded.name_key, excluded.parent_code, "
	"excluded.last_fiscal_year, excluded.successor_code, excluded.lead_section, "
	"excluded.position)")
STATEMENT(PERSON_ALL, "SELECT code, name, kana, email, active FROM person ORDER BY code")
STATEMENT(GRANT_ALL, "SELECT person_code, role, unit_code, first_fiscal_year, last_fiscal_year "
	"FROM role_grant ORDER BY person_code, first_fiscal_year, role, unit_code")
STATEMENT(LEADER_ALL, "SELECT fiscal_year, section_code, person_code, from_date, to_date "
	"FROM leader ORDER BY fiscal_year, section_code, from_date, person_code")
STATEMENT(PERSON_PUT, "INSERT INTO person (code, name, kana, email, active, created_change) "
	"VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM current_change)) "
	"ON CONFLICT (code) DO UPDATE SET name = excluded.name, kana = excluded.kana, "
	"email = excluded.email, active = excluded.active "
	"WHERE (person.name, person.kana, person.email, person.active) <> "
	"(excluded.name, excluded.kana, excluded.email, excluded.active)")
STATEMENT(GRANT_PUT, "INSERT INTO role_grant (person_code, role, unit_code, first_fiscal_year, "
	"last_fiscal_year, created_change) "
	"VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM current_change)) "
	"ON CONFLICT (person_code, role, unit_code, first_fiscal_year) DO UPDATE "
	"SET last_fiscal_year = excluded.last_fiscal_year "
	"WHERE role_grant.last_fiscal_year <> excluded.last_fiscal_year")
STATEMENT(LEADER_PUT, "INSERT INTO leader (fiscal_year, section_code, person_code, from_date, "
	"to_date, created_change) VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM current_change)) "
	"ON CONFLICT (fiscal_year, section_code, person_code) DO UPDATE "
	"SET from_date = excluded.from_date, to_date = excluded.to_date "
	"WHERE (leader.from_date, leader.to_date) <> (excluded.from_date, excluded.to_date)")

/* ---- catalogue_store.c -------------------------------------------------------------------- */
#define CATALOGUE_COLUMNS "id, code, name, name_en, aliases, position, first_fiscal_year, " \
	"last_fiscal_year, merged_into"
#define CATALOGUE_ALL(table) "SELECT " CATALOGUE_COLUMNS " FROM " table \
	" ORDER BY position, code, first_fiscal_year"
#define CATALOGUE_PUT(table) "INSERT INTO " table " (code, name, name_en, aliases, position, " \
	"first_fiscal_year, last_fiscal_year, merged_into, created_change) " \
	"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT id FROM current_change)) " \
	"ON CONFLICT (code, first_fiscal_year) DO UPDATE SET name = excluded.name, " \
	"name_en = excluded.name_en, aliases = excluded.aliases, position = excluded.position, " \
	"last_fiscal_year = excluded.last_fiscal_year, merged_into = excluded.merged_into"
STATEMENT(PROBLEM_TYPE_ALL, CATALOGUE_ALL("problem_type"))
STATEMENT(TOOL_ALL, CATALOGUE_ALL("tool"))
STATEMENT(PROBLEM_TYPE_PUT, CATALOGUE_PUT("problem_type"))
STATEMENT(TOOL_PUT, CATALOGUE_PUT("tool"))
