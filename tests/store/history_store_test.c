#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "store/check_store.h"
#include "store/draft_store.h"
#include "store/history_entity.h"
#include "store/history_store.h"
#include "store/project_store.h"
#include "store/unit_store.h"
#include "store_fixture.h"

static struct store *store_of(void **state)
{
	return ((struct store_fixture *)*state)->store;
}

static void begin_as(struct store *store, const char *user, const char *what)
{
	struct error err = {0};

	if (!store_begin(store, user, what, "理由", &err))
		fail_msg("%s (%s)", err.message, err.detail);
}

static void commit(struct store *store)
{
	struct error err = {0};

	if (!store_commit(store, &err))
		fail_msg("%s (%s)", err.message, err.detail);
}

static void load(struct store *store, int64_t id, struct project *project)
{
	struct error err = {0};

	project_init(project);
	if (project_store_by_id(store, id, project, &err) != PROJECT_FOUND)
		fail_msg("%s (%s)", err.message, err.detail);
}

/* Gives a project a title, and its first line that many cases. */
static void edit(struct store *store, const char *user, int64_t id, const char *title, int cases)
{
	struct project project;
	struct error err = {0};

	load(store, id, &project);
	project.title = title;
	project.effects.items[0].before_cases = cases;
	begin_as(store, user, "edit");
	if (!project_store_update(store, &project, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	commit(store);
	project_free(&project);
}

static void outside(struct store *store, const char *sql)
{
	struct error err = {0};

	if (!db_run(store_db(store), sql, &err))
		fail_msg("%s (%s)", err.message, err.detail);
}

/* ---- the record --------------------------------------------------------------------------- */

static bool add_entry(const struct history_entry *entry, void *data)
{
	strbuf_addf(data, "%s %s %s %s[%s] %s: %s>%s\n", entry->user, entry->what, entry->number,
		entry->entity, entry->key, entry->field, entry->before, entry->after);
	return true;
}

static void assert_history(struct store *store, int64_t project_id, int64_t limit,
	const char *expected)
{
	struct strbuf text = {0};
	struct error err = {0};

	if (!history_store_each(store, project_id, limit, add_entry, &text, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

static void a_project_tells_its_story(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "初版", "T111", 1);

	store_fixture_add(store, "ほかの取組", "T112", 1);
	edit(store, "甲", id, "改訂", 1);
	edit(store, "乙", id, "改訂", 3);
	assert_history(store, id, -1,
		"乙 edit R7-0001 effect_line[1 estimate] before_cases: 1>3\n"
		"甲 edit R7-0001 project[] title: 初版>改訂\n"
		"tester edit R7-0001 project[] : >改訂\n");
	assert_history(store, id, 1, "乙 edit R7-0001 effect_line[1 estimate] before_cases: 1>3\n");
	assert_history(store, 0, 3,
		"乙 edit R7-0001 effect_line[1 estimate] before_cases: 1>3\n"
		"甲 edit R7-0001 project[] title: 初版>改訂\n"
		"tester edit R7-0002 project[] : >ほかの取組\n");
}

static void lines_that_come_and_go_are_told(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	struct project project;

	load(store, id, &project);
	project.effects.items[0].line = 2;
	project.effects.items[0].label = "二行目";
	begin_as(store, "甲", "edit");
	assert_true(project_store_update(store, &project, NULL));
	commit(store);
	project_free(&project);
	assert_history(store, id, -1,
		"甲 edit R7-0001 effect_line[1 estimate] : >\n"
		"甲 edit R7-0001 effect_line[2 estimate] : >二行目\n"
		"tester edit R7-0001 project[] : >一\n");
}

static void saving_the_same_leaves_no_fields(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "同じ", "T111", 1);

	edit(store, "甲", id, "同じ", 1);
	assert_history(store, id, -1, "tester edit R7-0001 project[] : >同じ\n");
}

static void other_programs_are_on_record(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "元", "T111", 1);

	outside(store, "UPDATE project SET title = '外' WHERE id = 1; "
		       "UPDATE unit SET name = '外班' WHERE code = 'T112'");
	assert_history(store, id, 1, "  R7-0001 project[] title: 元>外\n");
	assert_history(store, 0, 2,
		"   unit[T112 2024] name: 研修班>外班\n"
		"  R7-0001 project[] title: 元>外\n");
	outside(store, "DELETE FROM project WHERE id = 1");
	assert_history(store, id, 2,
		"  R7-0001 project[] : 外>\n"
		"  R7-0001 effect_line[1 estimate] : >\n");
}

/* Its seal is in a column with digits in its name. */
static void a_snapshot_that_another_program_took_away_is_told_of(void **state)
{
	struct store *store = store_of(state);

	outside(store, "INSERT INTO snapshot (name, fiscal_year, taken_at, taken_by, "
		"hours_per_person_year, rules, units, sha256) VALUES ('中間', 2025, '', '', 1860, "
		"'[]', '[]', printf('%064d', 0)); DELETE FROM snapshot");
	assert_history(store, 0, 1, "   snapshot[中間] : 中間>\n");
}

/* ---- proof ---------------------------------------------------------------------------------- */

static void add_fault(const char *line, void *data)
{
	strbuf_addf(data, "%s\n", line);
}

static void assert_faults(struct store *store, const char *expected)
{
	struct strbuf faults = {0};
	struct error err = {0};

	if (!history_store_verify(store, add_fault, &faults, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_string_equal(strbuf_text(&faults), expected);
	strbuf_free(&faults);
}

static void an_unbroken_history_is_proved(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	char *summary;

	edit(store, "甲", id, "二", 2);
	edit(store, "甲", id, "三", 2);
	store_fixture_add(store, "別", "T112", 1);
	assert_faults(store, "");
	assert_true(history_store_undo(store, "甲", 2, &summary, NULL));
	free(summary);
	assert_faults(store, "");
	assert_true(history_store_undo(store, "tester", 1, &summary, NULL));
	free(summary);
	assert_faults(store, "");
}

static void a_changed_title_is_found(void **state)
{
	struct store *store = store_of(state);

	store_fixture_add(store, "一", "T111", 1);
	outside(store, "UPDATE project SET title = '外'");
	assert_faults(store, "R7-0001: 別のプログラムが変更しています\n");
}

static void a_row_put_in_is_found(void **state)
{
	struct store *store = store_of(state);

	outside(store, "INSERT INTO tool (code, name, position, first_fiscal_year) "
		       "VALUES ('x', 'x', 99, 2025)");
	assert_faults(store, "tool x: 別のプログラムが追加しています\n");
}

static void a_row_taken_out_of_the_history_is_found(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 1);
	edit(store, "甲", id, "三", 1);
	outside(store, "DELETE FROM history WHERE id = (SELECT max(id) FROM history)");
	assert_faults(store,
		"R7-0001: 版が履歴の最後の版と一致しません\n"
		"R7-0001 project {\"id\":1}: 履歴の最後の内容と一致しません\n");
}

static void a_gap_in_the_versions_is_found(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 1);
	edit(store, "甲", id, "三", 1);
	outside(store, "DELETE FROM history WHERE version_before = 1");
	assert_faults(store, "R7-0001: 版の並びが途切れています\n");
}

/* ---- undo ----------------------------------------------------------------------------------- */

static void assert_title(struct store *store, int64_t id, const char *title, int cases,
	int version)
{
	struct project project;

	load(store, id, &project);
	assert_string_equal(project.title, title);
	assert_int_equal(project.effects.items[0].before_cases, cases);
	assert_int_equal(project.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], 60 * 12 * cases);
	assert_int_equal(project.version, version);
	project_free(&project);
}

static void no_fault(const char *line, void *data)
{
	(void)data;
	fail_msg("%s", line);
}

static void assert_sound(struct store *store)
{
	struct error err = {0};
	int64_t faults;

	if (!check_store_derived(store, false, no_fault, NULL, &faults, NULL, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_faults(store, "");
}

static void undo(struct store *store, const char *user, int changes, const char *expected)
{
	struct error err = {0};
	char *summary;

	if (!history_store_undo(store, user, changes, &summary, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_string_equal(summary, expected);
	free(summary);
	assert_sound(store);
}

static void changes_are_taken_back_one_by_one(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 2);
	edit(store, "甲", id, "三", 3);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "二", 2, 4);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 5);
	struct error err = {0};
	char *summary;
	assert_false(history_store_undo(store, "甲", 1, &summary, &err));
	assert_int_equal(err.code, ERROR_DATA);
}

static void refuse_undo(struct store *store, const char *user, int changes, enum error_code code)
{
	struct error err = {0};
	char *summary;

	assert_false(history_store_undo(store, user, changes, &summary, &err));
	assert_int_equal(err.code, code);
	assert_false(db_in_transaction(store_db(store)));
}

static void several_changes_are_taken_back_at_once(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 2);
	edit(store, "甲", id, "三", 3);
	/* A number too large is a slip: what it would reach was not meant. */
	refuse_undo(store, "甲", 5, ERROR_DATA);
	assert_title(store, id, "三", 3, 3);
	undo(store, "甲", 2, "2件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 5);
}

static void what_others_changed_since_stays(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	struct error err = {0};
	char *summary;

	edit(store, "甲", id, "二", 2);
	edit(store, "乙", id, "三", 3);
	assert_false(history_store_undo(store, "甲", 1, &summary, &err));
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_non_null(strstr(err.message, "R7-0001"));
	assert_non_null(strstr(err.message, "乙"));
	assert_title(store, id, "三", 3, 3);
	assert_false(history_store_undo(store, "tester", 1, &summary, &err));
	assert_int_equal(err.code, ERROR_CONFLICT);
	/* Once the other takes it back, nothing stands in the way. */
	undo(store, "乙", 1, "1件の変更を取り消しました: R7-0001");
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 5);
}

static void new_projects_go_and_numbers_stay_used(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	struct project project;

	undo(store, "tester", 1, "1件の変更を取り消しました: R7-0001");
	project_init(&project);
	assert_int_equal(project_store_by_id(store, id, &project, NULL), PROJECT_MISSING);
	project_free(&project);
	const int64_t next = store_fixture_add(store, "二", "T111", 1);
	assert_int_not_equal(next, id);
	load(store, next, &project);
	assert_int_equal(project.number, 2);
	project_free(&project);
}

static void lines_and_projects_come_back(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	struct project project;

	load(store, id, &project);
	project.effects.items[0].line = 2;
	begin_as(store, "甲", "edit");
	assert_true(project_store_update(store, &project, NULL));
	commit(store);
	project_free(&project);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 3);
	begin_as(store, "甲", "edit");
	outside(store, "DELETE FROM project WHERE id = 1");
	commit(store);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 3);
}

static void redo(struct store *store, const char *user, int times, const char *expected)
{
	struct error err = {0};
	char *summary;

	if (!history_store_redo(store, user, times, &summary, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_string_equal(summary, expected);
	free(summary);
	assert_sound(store);
}

static void refuse_redo(struct store *store, const char *user, int times, enum error_code code)
{
	struct error err = {0};
	char *summary;

	assert_false(history_store_redo(store, user, times, &summary, &err));
	assert_int_equal(err.code, code);
	assert_false(db_in_transaction(store_db(store)));
}

static void what_was_taken_back_is_done_again(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	refuse_redo(store, "甲", 1, ERROR_DATA);
	edit(store, "甲", id, "二", 2);
	edit(store, "甲", id, "三", 3);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 5);
	redo(store, "甲", 1, "1件をやり直しました: R7-0001");
	assert_title(store, id, "二", 2, 6);
	redo(store, "甲", 1, "1件をやり直しました: R7-0001");
	assert_title(store, id, "三", 3, 7);
	refuse_redo(store, "甲", 1, ERROR_DATA);
	/* And round again, as often as one likes. */
	undo(store, "甲", 2, "2件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 9);
	redo(store, "甲", 1, "1件をやり直しました: R7-0001");
	assert_title(store, id, "三", 3, 11);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "二", 2, 12);
}

static void several_undos_are_done_again_at_once(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 2);
	edit(store, "甲", id, "三", 3);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	refuse_redo(store, "甲", 5, ERROR_DATA);
	redo(store, "甲", 2, "2件をやり直しました: R7-0001");
	assert_title(store, id, "三", 3, 7);
}

static void a_new_change_ends_the_way_forward(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 2);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	edit(store, "甲", id, "別", 4);
	refuse_redo(store, "甲", 1, ERROR_DATA);
	assert_title(store, id, "別", 4, 4);
}

static void redo_leaves_what_others_changed_since(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 2);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	edit(store, "乙", id, "三", 3);
	refuse_redo(store, "甲", 1, ERROR_CONFLICT);
	assert_title(store, id, "三", 3, 4);
	undo(store, "乙", 1, "1件の変更を取り消しました: R7-0001");
	redo(store, "甲", 1, "1件をやり直しました: R7-0001");
	assert_title(store, id, "二", 2, 6);
	/* 乙 cannot do again what stood on the title of before. */
	refuse_redo(store, "乙", 1, ERROR_CONFLICT);
}

/* 乙 changed what 甲 had changed; both took it back. 乙's change stood on 甲's. */
static void redo_stands_on_what_it_stood_on(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);

	edit(store, "甲", id, "二", 2);
	edit(store, "乙", id, "三", 3);
	undo(store, "乙", 1, "1件の変更を取り消しました: R7-0001");
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	refuse_redo(store, "乙", 1, ERROR_CONFLICT);
	redo(store, "甲", 1, "1件をやり直しました: R7-0001");
	assert_title(store, id, "二", 2, 6);
}

static void rows_come_and_go_again(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	struct project project;

	load(store, id, &project);
	project.effects.items[0].line = 2; /* the first line goes, a second comes */
	project.effects.items[0].before_cases = 5;
	begin_as(store, "甲", "edit");
	assert_true(project_store_update(store, &project, NULL));
	commit(store);
	project_free(&project);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	redo(store, "甲", 1, "1件をやり直しました: R7-0001");
	load(store, id, &project);
	assert_int_equal(project.effects.count, 1);
	assert_int_equal(project.effects.items[0].line, 2);
	assert_int_equal(project.effects.items[0].before_cases, 5);
	project_free(&project);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_title(store, id, "一", 1, 5);
	/* A whole project, with its lines. */
	undo(store, "tester", 1, "1件の変更を取り消しました: R7-0001");
	redo(store, "tester", 1, "1件をやり直しました: R7-0001");
	assert_title(store, id, "一", 1, 5);
}

static void what_is_there_again_is_not_put_in_twice(void **state)
{
	struct store *store = store_of(state);

	begin_as(store, "甲", "master");
	assert_true(store_param_set(store, "working_days", 2025, "245", NULL));
	commit(store);
	undo(store, "甲", 1, "1件の変更を取り消しました");
	begin_as(store, "乙", "master");
	assert_true(store_param_set(store, "working_days", 2025, "250", NULL));
	commit(store);
	refuse_redo(store, "甲", 1, ERROR_CONFLICT);
}

static bool add_step(const struct history_change *change, void *data)
{
	strbuf_addf(data, "%s;", change->what);
	return true;
}

static void steps_are_listed(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	struct strbuf text = {0};

	edit(store, "甲", id, "二", 1);
	begin_as(store, "甲", "move");
	commit(store);
	undo(store, "甲", 1, "1件の変更を取り消しました");
	assert_true(history_store_steps(store, "甲", HISTORY_UNDO, 9, add_step, &text, NULL));
	strbuf_add_char(&text, '|');
	assert_true(history_store_steps(store, "甲", HISTORY_REDO, 9, add_step, &text, NULL));
	assert_string_equal(strbuf_text(&text), "edit;|move;");
	strbuf_clear(&text);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_true(history_store_of_step(store, HISTORY_REDO, store_last_change(store), 9, add_entry,
		&text, NULL));
	assert_string_equal(strbuf_text(&text), "甲 edit R7-0001 project[] title: 一>二\n");
	strbuf_free(&text);
}

static void masters_are_taken_back_too(void **state)
{
	struct store *store = store_of(state);
	const struct unit renamed = {.code = "T111", .kind = UNIT_TEAM, .name = "別の班",
		.parent_code = "S21", .first_fiscal_year = 2024, .position = 1};
	const struct unit added = {.code = "T113", .kind = UNIT_TEAM, .name = "新しい班",
		.parent_code = "S11", .first_fiscal_year = 2024, .position = 3};
	struct unit_tree tree;
	struct filter filter;
	int64_t count;

	store_fixture_add(store, "一", "T111", 1);
	begin_as(store, "甲", "unit");
	assert_true(unit_store_put(store, &renamed, NULL, NULL));
	assert_true(unit_store_put(store, &added, NULL, NULL));
	assert_true(store_param_set(store, "working_days", 0, "245", NULL));
	commit(store);
	assert_sound(store);
	undo(store, "甲", 1, "1件の変更を取り消しました: R7-0001");
	assert_true(unit_store_tree(store, 2025, &tree, NULL));
	assert_int_equal(unit_tree_find(&tree, "T113"), -1);
	assert_string_equal(tree.nodes.items[unit_tree_find(&tree, "T111")].unit.name, "人事班");
	unit_tree_free(&tree);
	assert_true(store_param_int(store, "working_days", 2025, &count));
	assert_int_equal(count, 240);
	/* The name is found again, and the project is where it was. */
	assert_true(filter_parse("team:人事班 section:人事課", &filter, NULL));
	struct project_list *list = project_store_list(store, &filter, NULL, 0, NULL);
	filter_free(&filter);
	assert_true(project_list_count(list, &count, NULL));
	assert_int_equal(count, 1);
	project_list_free(list);
}

static void units_with_projects_stay(void **state)
{
	struct store *store = store_of(state);
	const struct unit added = {.code = "T113", .kind = UNIT_TEAM, .name = "新しい班",
		.parent_code = "S11", .first_fiscal_year = 2024, .position = 3};
	struct error err = {0};
	char *summary;

	begin_as(store, "甲", "unit");
	assert_true(unit_store_put(store, &added, NULL, NULL));
	commit(store);
	store_fixture_add(store, "一", "T113", 1);
	assert_false(history_store_undo(store, "甲", 1, &summary, &err));
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_false(db_in_transaction(store_db(store)));
	assert_sound(store);
}

/* ---- drafts ---------------------------------------------------------------------------------- */

static void drafts_are_kept_apart(void **state)
{
	struct store *store = store_of(state);
	const int64_t change = store_last_change(store);
	struct error err = {0};
	char at[20];

	assert_null(draft_store_get(store, "甲", "project:new", at, &err));
	assert_int_equal(err.code, ERROR_NONE);
	assert_true(draft_store_put(store, "甲", "project:new", "{\"title\":\"途中\"}", &err));
	assert_true(draft_store_put(store, "乙", "project:new", "別", &err));
	assert_true(draft_store_put(store, "甲", "project:new", "二度目", &err));
	char *content = draft_store_get(store, "甲", "project:new", at, &err);
	assert_string_equal(content, "二度目");
	assert_string_equal(at, "2025-11-20T10:00:00");
	free(content);
	assert_true(draft_store_drop(store, "甲", "project:new", &err));
	assert_null(draft_store_get(store, "甲", "project:new", NULL, &err));
	content = draft_store_get(store, "乙", "project:new", NULL, &err);
	assert_string_equal(content, "別");
	free(content);
	assert_int_equal(store_last_change(store), change);
	assert_sound(store);
}

#define WITH_STORE(test)                                                                           \
	cmocka_unit_test_setup_teardown(test, store_fixture_setup, store_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(a_project_tells_its_story),
		WITH_STORE(lines_that_come_and_go_are_told),
		WITH_STORE(saving_the_same_leaves_no_fields),
		WITH_STORE(other_programs_are_on_record),
		WITH_STORE(a_snapshot_that_another_program_took_away_is_told_of),
		WITH_STORE(an_unbroken_history_is_proved),
		WITH_STORE(a_changed_title_is_found),
		WITH_STORE(a_row_put_in_is_found),
		WITH_STORE(a_row_taken_out_of_the_history_is_found),
		WITH_STORE(a_gap_in_the_versions_is_found),
		WITH_STORE(changes_are_taken_back_one_by_one),
		WITH_STORE(several_changes_are_taken_back_at_once),
		WITH_STORE(what_others_changed_since_stays),
		WITH_STORE(new_projects_go_and_numbers_stay_used),
		WITH_STORE(lines_and_projects_come_back),
		WITH_STORE(what_was_taken_back_is_done_again),
		WITH_STORE(several_undos_are_done_again_at_once),
		WITH_STORE(a_new_change_ends_the_way_forward),
		WITH_STORE(redo_leaves_what_others_changed_since),
		WITH_STORE(redo_stands_on_what_it_stood_on),
		WITH_STORE(rows_come_and_go_again),
		WITH_STORE(what_is_there_again_is_not_put_in_twice),
		WITH_STORE(steps_are_listed),
		WITH_STORE(masters_are_taken_back_too),
		WITH_STORE(units_with_projects_stay),
		WITH_STORE(drafts_are_kept_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
