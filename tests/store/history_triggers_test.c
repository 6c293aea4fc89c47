#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "store/history_columns.h"
#include "store/history_dialect.h"
#include "store/history_store.h"
#include "store/history_triggers.h"
#include "store_fixture.h"

static struct db *db_of(void **state)
{
	return store_db(((struct store_fixture *)*state)->store);
}

static void run(struct db *db, const char *sql)
{
	struct error err = {0};

	if (!db_run(db, sql, &err))
		fail_msg("%s (%s)", err.message, err.detail);
}

/* What a statement says, its rows one below the other. Caller frees. */
static char *answer(struct db *db, const char *sql)
{
	struct error err = {0};
	struct db_statement *query = db_prepare(db, sql, &err);
	struct strbuf text = {0};

	if (!query)
		fail_msg("%s (%s)", err.message, err.detail);
	while (db_step(query, NULL) == DB_ROW)
		strbuf_addf(&text, "%s\n", db_column_text(query, 0));
	db_finish(query);
	return strbuf_detach(&text);
}

static void assert_answer(struct db *db, const char *sql, const char *expected)
{
	char *found = answer(db, sql);

	assert_string_equal(found, expected);
	free(found);
}

static void assert_compares(struct db *db, const char *expected)
{
	struct strbuf names = {0};
	struct error err = {0};

	if (!history_triggers_compare(db, &names, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_string_equal(strbuf_text(&names), expected);
	strbuf_free(&names);
}

static void open_again(void **state, enum store_mode mode)
{
	struct store_fixture *fixture = *state;
	struct error err = {0};

	store_close(fixture->store);
	fixture->store = store_open(fixture->path, mode, &err);
	if (!fixture->store)
		fail_msg("%s (%s)", err.message, err.detail);
}

static void add_fault(const char *line, void *data)
{
	strbuf_addf(data, "%s\n", line);
}

static void assert_faults(void **state, const char *expected)
{
	struct strbuf faults = {0};
	struct error err = {0};

	if (!history_store_verify(((struct store_fixture *)*state)->store, add_fault, &faults, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_string_equal(strbuf_text(&faults), expected);
	strbuf_free(&faults);
}

/* ---- every column is told of, or named as one that is not ----------------------------------------- */

struct column_check {
	struct db *db;
	const struct history_entity *entity;
	char *updated, *deleted;
};

static void check_column(const char *table, const char *name, void *data)
{
	const struct column_check *check = data;

	if (strcmp(table, check->entity->table) != 0)
		return;
	const enum history_column kind = history_column_of(check->entity->table, name);
	char *changed = xasprintf("SELECT '%s'", name), *added = xasprintf("UNION ALL SELECT '%s',", name);
	char *first = xasprintf("\t\tSELECT '%s' AS field", name);
	const bool told = strstr(check->updated, first) || strstr(check->updated, added);
	const bool kept = strstr(check->deleted, changed) != NULL;

	if (told != (kind == HISTORY_TOLD) || kept != (kind != HISTORY_HELD))
		fail_msg("%s.%s", check->entity->table, name);
	free(changed);
	free(added);
	free(first);
}

static char *text_of(struct db *db, const char *table, const char *event)
{
	char *sql = xasprintf("SELECT sql FROM sqlite_master WHERE name = '%s_%s'", table, event);
	char *text = answer(db, sql);

	free(sql);
	return text;
}

static void every_column_is_told_of_or_held(void **state)
{
	struct db *db = db_of(state);

	for (size_t i = 0; i < HISTORY_ENTITY_COUNT; i++) {
		struct column_check check = {.db = db, .entity = history_entity_at(i)};

		check.updated = text_of(db, check.entity->table, "updated");
		check.deleted = text_of(db, check.entity->table, "deleted");
		assert_true(db_each_column(db, check_column, &check, NULL));
		free(check.updated);
		free(check.deleted);
	}
}

/* Whoever brings a table in which people write says whether its rows have a history. */
static void every_table_has_a_history_or_none(void **state)
{
	static const char *const without = "'change', 'current_change', 'history', 'generation', "
		"'number_counter', 'facts_block', 'snapshot_project', 'snapshot_table', 'draft', 'mapping'";
	char *sql = xasprintf("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
		"'sqlite_%%' AND name NOT IN (%s) AND NOT EXISTS (SELECT 1 FROM sqlite_master AS t "
		"WHERE t.name = sqlite_master.name || '_updated')", without);

	assert_answer(db_of(state), sql, "");
	free(sql);
}

/* ---- an added column ------------------------------------------------------------------------------ */

static void an_added_column_has_a_history(void **state)
{
	run(db_of(state), "ALTER TABLE person ADD COLUMN phone TEXT NOT NULL DEFAULT ''");
	assert_compares(db_of(state), "person_updated, person_deleted");
	open_again(state, STORE_READ_WRITE);
	assert_compares(db_of(state), "");
	run(db_of(state), "INSERT INTO person (code, name, phone) VALUES ('a', '甲', '1');"
		"UPDATE person SET phone = '22'; DELETE FROM person");
	assert_answer(db_of(state), "SELECT before || COALESCE(after, '') FROM history",
		"{\"phone\":\"1\"}{\"phone\":\"22\"}\n"
		"{\"code\":\"a\",\"name\":\"甲\",\"kana\":\"\",\"email\":\"\",\"active\":1,"
		"\"created_change\":null,\"phone\":\"22\"}\n");
}

/* ---- triggers that another program spoilt --------------------------------------------------------- */

static void triggers_taken_away_come_back_and_are_told_of(void **state)
{
	run(db_of(state), "DROP TRIGGER unit_updated; DROP TRIGGER leader_deleted;"
		"CREATE TRIGGER leader_deleted AFTER DELETE ON leader BEGIN SELECT 1; END");
	assert_faults(state, "変更しても履歴が残りません: unit_updated, leader_deleted が働いていません\n");
	open_again(state, STORE_READ_ONLY);
	assert_faults(state, "変更しても履歴が残りません: unit_updated, leader_deleted が働いていません\n");
	open_again(state, STORE_READ_WRITE);
	assert_compares(db_of(state), "");
	assert_faults(state, "2025-11-20T10:00:00まで、変更しても履歴が残っていませんでした"
		"（unit_updated, leader_deleted が働いていませんでした）\n");
	run(db_of(state), "UPDATE unit SET name = '外班' WHERE code = 'T112'");
	assert_answer(db_of(state), "SELECT after FROM history", "{\"name\":\"外班\"}\n");
}

static void nothing_is_written_where_all_is_well(void **state)
{
	char *before = answer(db_of(state), "SELECT count(*) FROM change");

	open_again(state, STORE_READ_WRITE);
	assert_answer(db_of(state), "SELECT count(*) FROM change", before);
	free(before);
	assert_faults(state, "");
}

static bool add_step(const struct history_change *change, void *data)
{
	strbuf_addf(data, "%s\n", change->what);
	return true;
}

/* What brings them back is no change of the user's own, which could be taken back. */
static void what_brings_them_back_is_no_step(void **state)
{
	struct strbuf steps = {0};

	run(db_of(state), "DROP TRIGGER unit_updated");
	open_again(state, STORE_READ_WRITE);
	assert_answer(db_of(state), "SELECT what FROM change WHERE user = 'tester' ORDER BY id",
		"create\nimport\nhistory\n");
	assert_true(history_store_steps(((struct store_fixture *)*state)->store, "tester",
		HISTORY_UNDO, 10, add_step, &steps, NULL));
	assert_string_equal(strbuf_text(&steps), "import\n");
	strbuf_free(&steps);
}

/* ---- the text ------------------------------------------------------------------------------------- */

/* A database holds these texts, and one whose texts are others counts as spoilt: what changes them has
 * to come with a migration, be it an empty one. */
static void the_text_is_that_of_this_format(void **state)
{
	static const struct history_entity entity = {"thing", {"id", "year"}, "name", "id"};
	struct history_columns columns = {.entity = &entity, .version = "version"};
	struct strbuf sql = {0};

	(void)state;
	*vec_add(&columns.told) = "name";
	*vec_add(&columns.told) = "size";
	*vec_add(&columns.kept) = "name";
	*vec_add(&columns.kept) = "version";
	history_sqlite.updated(&columns, &sql);
	assert_string_equal(strbuf_text(&sql),
		"CREATE TRIGGER thing_updated AFTER UPDATE ON thing\n"
		"WHEN (old.name, old.size, old.version)\n"
		"\tIS NOT (new.name, new.size, new.version)\n"
		"BEGIN\n"
		"\tINSERT INTO history (change_id, at, entity, entity_key, project_id, op, before, "
		"after,\n"
		"\t\tversion_before, version_after)\n"
		"\tSELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', "
		"'localtime')),\n"
		"\t\t'thing', json_object('id', new.id, 'year', new.year), old.id, 'update', "
		"changed.before, changed.after,\n"
		"\t\told.version, new.version\n"
		"\tFROM current_change AS current LEFT JOIN change ON change.id = current.id,\n"
		"\t(SELECT json_group_object(field, was) AS before, json_group_object(field, now) "
		"AS after FROM (\n"
		"\t\tSELECT 'name' AS field, old.name AS was, new.name AS now\n"
		"\t\tUNION ALL SELECT 'size', old.size, new.size\n"
		"\t) WHERE was IS NOT now) AS changed;\n"
		"END");
	strbuf_clear(&sql);
	history_sqlite.deleted(&columns, &sql);
	assert_string_equal(strbuf_text(&sql),
		"CREATE TRIGGER thing_deleted AFTER DELETE ON thing\n"
		"BEGIN\n"
		"\tINSERT INTO history (change_id, at, entity, entity_key, project_id, op, before,\n"
		"\t\tversion_before)\n"
		"\tSELECT current.id, COALESCE(change.at, strftime('%Y-%m-%dT%H:%M:%S', 'now', "
		"'localtime')),\n"
		"\t\t'thing', json_object('id', old.id, 'year', old.year), old.id, 'delete', "
		"gone.before,\n"
		"\t\told.version\n"
		"\tFROM current_change AS current LEFT JOIN change ON change.id = current.id,\n"
		"\t(SELECT json_group_object(field, was) AS before FROM (\n"
		"\t\tSELECT 'name' AS field, old.name AS was\n"
		"\t\tUNION ALL SELECT 'version', old.version\n"
		"\t)) AS gone;\n"
		"END");
	strbuf_free(&sql);
	vec_free(&columns.told);
	vec_free(&columns.kept);
}

#define WITH_STORE(test)                                                                           \
	cmocka_unit_test_setup_teardown(test, store_fixture_setup, store_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(every_column_is_told_of_or_held),
		WITH_STORE(every_table_has_a_history_or_none),
		WITH_STORE(an_added_column_has_a_history),
		WITH_STORE(triggers_taken_away_come_back_and_are_told_of),
		WITH_STORE(nothing_is_written_where_all_is_well),
		WITH_STORE(what_brings_them_back_is_no_step),
		cmocka_unit_test(the_text_is_that_of_this_format),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
