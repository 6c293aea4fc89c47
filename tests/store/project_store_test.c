#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "store/project_store.h"
#include "store/unit_store.h"
#include "store_fixture.h"

static struct store *store_of(void **state)
{
	return ((struct store_fixture *)*state)->store;
}

static void begin(struct store *store)
{
	struct error err = {0};

	if (!store_begin(store, "tester", "edit", NULL, &err))
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

/* ---- one project -------------------------------------------------------------------------- */

static void fill_everything(struct project *project)
{
	struct effect *effect;

	store_fixture_fill(project, "面談記録の自動作成", "T211", 0);
	vec_free(&project->effects);
	project->tools[0] = "gijiroku-ai";
	project->tools[1] = "genai";
	project->tool_count = 2;
	project->leader = "佐藤 翔太";
	project->owner = "田中　花子";
	project->current_issue = "記録に時間がかかる。\n二行目";
	project->approach = "議事録AIを使う。";
	project->qualitative_effect = "面談に集中できる 𠮷";
	project->work = "児童相談";
	project->implementation_cost = 0;
	project->running_cost = 120000;
	project->started_on = (struct date){2025, 6, 1};
	project->operating_from = (struct date){2025, 9, 1};
	project->replicable = true;
	project->copied_from = "0e8b4c52-94a5-4b0e-9c0e-000000000001";

	effect = vec_add(&project->effects); /* the golden case: 12,068 minutes */
	*effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);
	effect->label = "記録作成（児童福祉司）";
	effect->destination = "residents:100";
	effect->before_minutes = 3920;
	effect->before_cases = 88;
	effect->after_minutes = 1960;
	effect->after_cases = 88;
	effect->periods_in_year = 7;
	effect->periods_typed = 1;
	effect = vec_add(&project->effects);
	*effect = effect_new(1, STAGE_ACTUAL, PERIOD_MONTH, 240);
	effect->kind = EFFECT_DIRECT;
	effect->label = "";
	effect->destination = "";
	effect->direct_in_year = 6000;
	effect->direct_full_year = 12000;
	effect = vec_add(&project->effects);
	*effect = effect_new(2, STAGE_ESTIMATE, PERIOD_MONTH, 240);
	effect->kind = EFFECT_MONTHLY;
	effect->label = "季節業務";
	effect->destination = "";
	effect->before_minutes = 1000;
	effect->after_minutes = 0;
	effect->monthly_cases[9] = 12;
	effect->monthly_cases[11] = 1000000000;
	effect->first_month = 8;
	effect->periods_in_year = 2;
	effect->periods_typed = 1;
}

static void every_field_comes_back(void **state)
{
	struct store *store = store_of(state);
	struct project project, stored;
	struct error err = {0};

	project_init(&project);
	fill_everything(&project);
	begin(store);
	if (!project_store_insert(store, &project, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	commit(store);
	load(store, project.id, &stored);
	assert_string_equal(stored.uuid, project.uuid);
	assert_int_equal(stored.fiscal_year, 2025);
	assert_int_equal(stored.number, 1);
	assert_string_equal(stored.team, "相談班");
	assert_string_equal(stored.section_code, "S21");
	assert_string_equal(stored.section, "こども家庭課");
	assert_string_equal(stored.department_code, "D2");
	assert_string_equal(stored.department, "福祉保健部");
	assert_string_equal(stored.title, "面談記録の自動作成");
	assert_string_equal(stored.problem_type, "1");
	assert_int_equal(stored.tool_count, 2);
	assert_string_equal(stored.tools[0], "gijiroku-ai");
	assert_string_equal(stored.tools[1], "genai");
	assert_int_equal(stored.status, STATUS_RUNNING);
	assert_string_equal(stored.leader, "佐藤 翔太");
	assert_string_equal(stored.owner, "田中　花子");
	assert_string_equal(stored.current_issue, "記録に時間がかかる。\n二行目");
	assert_string_equal(stored.approach, "議事録AIを使う。");
	assert_string_equal(stored.qualitative_effect, "面談に集中できる 𠮷");
	assert_string_equal(stored.work, "児童相談");
	assert_int_equal(stored.implementation_cost, 0);
	assert_int_equal(stored.running_cost, 120000);
	assert_int_equal(date_compare(stored.started_on, project.started_on), 0);
	assert_int_equal(date_compare(stored.operating_from, project.operating_from), 0);
	assert_true(stored.replicable);
	assert_int_equal(stored.exclusion.exclusion, EXCLUSION_NONE);
	assert_string_equal(stored.copied_from, project.copied_from);
	assert_int_equal(stored.version, 1);
	assert_string_equal(stored.created_by, "tester");
	assert_string_equal(stored.created_at, "2025-11-20T10:00:00");
	assert_string_equal(stored.updated_at, "2025-11-20T10:00:00");

	assert_int_equal(stored.effects.count, 3);
	assert_int_equal(stored.effects.items[1].stage, STAGE_ACTUAL);
	assert_int_equal(stored.effects.items[1].direct_full_year, 12000);
	assert_int_equal(stored.effects.items[2].line, 2);
	assert_int_equal(stored.effects.items[2].monthly_cases[11], 1000000000);
	assert_string_equal(stored.effects.items[0].destination, "residents:100");
	/* 12,068 + 10 minutes × 12 cases in January, the second of the two months */
	assert_int_equal(stored.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], 12068 + 120);
	assert_int_equal(stored.minutes[STAGE_ACTUAL][BASIS_FULL_YEAR], 12000);
	assert_true(stored.has_stage[STAGE_ACTUAL]);
	assert_false(stored.has_stage[STAGE_FORECAST]);
	project_free(&stored);
	project_free(&project);
}

static void numbers_are_never_given_twice(void **state)
{
	struct store *store = store_of(state);
	struct project project;

	store_fixture_add(store, "一", "T111", 1);
	begin(store);
	assert_true(project_store_reserve_number(store, 2025, 10, NULL));
	assert_true(project_store_reserve_number(store, 2025, 5, NULL));
	commit(store);
	load(store, store_fixture_add(store, "二", "T111", 1), &project);
	assert_int_equal(project.number, 11);
	project_free(&project);

	project_init(&project);
	store_fixture_fill(&project, "三", "T111", 1);
	project.number = 30;
	begin(store);
	assert_true(project_store_insert(store, &project, NULL));
	commit(store);
	project_free(&project);
	load(store, store_fixture_add(store, "四", "T111", 1), &project);
	assert_int_equal(project.number, 31);
	project_free(&project);
	project_init(&project);
	assert_int_equal(project_store_by_number(store, 2025, 30, &project, NULL), PROJECT_FOUND);
	assert_string_equal(project.title, "三");
	project_free(&project);
	project_init(&project);
	assert_int_equal(project_store_by_number(store, 2024, 30, &project, NULL),
		PROJECT_MISSING);
	project_free(&project);
}

static void updates_raise_the_version_and_change_lines(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "初版", "T111", 2);
	struct project project;

	load(store, id, &project);
	assert_int_equal(project.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], 60 * 2 * 12);
	project.title = "改訂";
	project.exclusion.exclusion = EXCLUSION_CONFIRMED;
	project.running_cost = -1;
	*vec_add(&project.effects) = project.effects.items[0];
	project.effects.items[1].line = 2;
	begin(store);
	assert_true(project_store_update(store, &project, NULL));
	commit(store);
	assert_int_equal(project.version, 2);
	project_free(&project);

	load(store, id, &project);
	assert_string_equal(project.title, "改訂");
	assert_int_equal(project.version, 2);
	assert_int_equal(project.exclusion.exclusion, EXCLUSION_CONFIRMED);
	assert_int_equal(project.exclusion.rule, 0);
	assert_int_equal(project.effects.count, 2);
	assert_int_equal(project.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], 2 * 60 * 2 * 12);
	project.exclusion.exclusion = EXCLUSION_CLEARED;
	project.exclusion.rule = 1;
	project.progress = "試行中";
	project.result_text = "12時間を削減";
	project.status_reason = "工程の見直し";
	project.effects.count = 0;
	begin(store);
	assert_true(project_store_update(store, &project, NULL));
	commit(store);
	project_free(&project);

	load(store, id, &project);
	assert_int_equal(project.exclusion.exclusion, EXCLUSION_CLEARED);
	assert_int_equal(project.exclusion.rule, 1);
	assert_string_equal(project.progress, "試行中");
	assert_string_equal(project.next_plan, "");
	assert_string_equal(project.result_text, "12時間を削減");
	assert_string_equal(project.status_reason, "工程の見直し");
	assert_int_equal(project.effects.count, 0);
	assert_false(project.has_stage[STAGE_ESTIMATE]);
	project_free(&project);
}

static void the_second_to_save_is_told(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "元", "T111", 1);
	struct project mine, theirs;
	struct error err = {0};

	load(store, id, &mine);
	load(store, id, &theirs);
	theirs.title = "先";
	mine.title = "後";
	assert_true(store_begin(store, "甲", "edit", NULL, &err));
	assert_true(project_store_update(store, &theirs, &err));
	commit(store);
	begin(store);
	assert_false(project_store_update(store, &mine, &err));
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_non_null(strstr(err.message, "甲"));
	store_rollback(store);
	project_free(&mine);
	project_free(&theirs);
	load(store, id, &mine);
	assert_string_equal(mine.title, "先");
	project_free(&mine);
}

static void refused_lines_store_nothing(void **state)
{
	struct store *store = store_of(state);
	struct project project;
	struct error err = {0};
	int64_t count;

	project_init(&project);
	store_fixture_fill(&project, "同じ行が二つ", "T111", 1);
	*vec_add(&project.effects) = project.effects.items[0];
	begin(store);
	assert_false(project_store_insert(store, &project, &err));
	assert_int_equal(err.code, ERROR_DATA);
	store_rollback(store);
	project_free(&project);
	struct project_list *list = project_store_list(store, NULL, NULL, 0, &err);
	assert_true(project_list_count(list, &count, &err));
	assert_int_equal(count, 0);
	project_list_free(list);
}

/* ---- lists -------------------------------------------------------------------------------- */

static bool add_title(const struct project *project, void *data)
{
	struct strbuf *titles = data;

	strbuf_add_text(titles, project->title);
	strbuf_add_char(titles, ' ');
	return true;
}

static struct project_list *list_of(struct store *store, const char *text,
	const struct project_sort *sorts, size_t count)
{
	struct filter filter;
	struct error err = {0};

	if (!filter_parse(text, &filter, &err))
		fail_msg("%s", err.message);
	struct project_list *list = project_store_list(store, &filter, sorts, count, &err);
	filter_free(&filter);
	if (!list)
		fail_msg("%s (%s)", err.message, err.detail);
	return list;
}

static void assert_rows(struct project_list *list, int64_t offset, int64_t limit,
	const char *expected)
{
	struct strbuf titles = {0};
	struct error err = {0};

	if (!project_list_rows(list, offset, limit, add_title, &titles, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_string_equal(strbuf_text(&titles), expected);
	strbuf_free(&titles);
}

static void windows_are_the_same_before_and_after_counting(void **state)
{
	struct store *store = store_of(state);
	const struct project_sort by_hours[] = {{FIELD_SAVED_IN_YEAR, true}};
	int64_t count, offset;

	store_fixture_add(store, "い", "T111", 1);
	store_fixture_add(store, "ろ", "T111", 3);
	const int64_t third = store_fixture_add(store, "は", "T111", 2);
	struct project_list *list = list_of(store, "", by_hours, 1);
	assert_rows(list, 0, 2, "ろ は ");
	assert_rows(list, 1, 5, "は い ");
	assert_true(project_list_count(list, &count, NULL));
	assert_int_equal(count, 3);
	assert_rows(list, 0, 2, "ろ は ");
	assert_rows(list, 1, 5, "は い ");
	assert_rows(list, 0, -1, "ろ は い ");
	assert_rows(list, 7, 5, "");
	assert_true(project_list_find(list, third, &offset, NULL));
	assert_int_equal(offset, 1);
	assert_true(project_list_find(list, 999, &offset, NULL));
	assert_int_equal(offset, -1);
	store_fixture_add(store, "に", "T111", 9);
	project_list_refresh(list);
	assert_true(project_list_count(list, &count, NULL));
	assert_int_equal(count, 4);
	assert_rows(list, 0, 1, "に ");
	project_list_free(list);
}

static void every_field_sorts(void **state)
{
	struct store *store = store_of(state);

	store_fixture_add(store, "い", "T111", 1);
	store_fixture_add(store, "ろ", "T211", 3);
	for (int field = 0; field < FIELD_COUNT; field++) {
		const struct project_sort sort[] = {{(enum field)field, true}};
		struct project_list *list = list_of(store, "", sort, 1);
		struct strbuf titles = {0};
		struct error err = {0};

		if (!project_list_rows(list, 0, 10, add_title, &titles, &err))
			fail_msg("field %d: %s", field, err.detail);
		assert_int_equal(titles.length, strlen("い ろ "));
		strbuf_free(&titles);
		project_list_free(list);
	}
	const struct project_sort number[] = {{FIELD_NUMBER, true}};
	struct project_list *list = list_of(store, "", number, 1);
	assert_rows(list, 0, 10, "ろ い ");
	project_list_free(list);
}

static bool add_lines(const struct project *project, void *data)
{
	strbuf_addf(data, "%s%zu ", project->title, project->effects.count);
	return true;
}

static void each_brings_the_lines(void **state)
{
	struct store *store = store_of(state);
	struct strbuf seen = {0};

	store_fixture_add(store, "い", "T111", 1);
	store_fixture_add(store, "ろ", "T111", 1);
	assert_true(project_store_each(store, NULL, true, add_lines, &seen, NULL));
	assert_string_equal(strbuf_text(&seen), "い1 ろ1 ");
	strbuf_free(&seen);
}

/* ---- filters ------------------------------------------------------------------------------ */

static void add_filter_samples(struct store *store)
{
	struct project project;

	begin(store);
	project_init(&project);
	fill_everything(&project); /* 12,188 minutes = 203 h */
	project.title = "あ";
	assert_true(project_store_insert(store, &project, NULL));
	project_free(&project);

	project_init(&project);
	store_fixture_fill(&project, "い", "T111", 1); /* 720 minutes = 12 h */
	project.status = STATUS_DRAFT;
	project.started_on = (struct date){2025, 5, 15};
	project.approach = "ＲＰＡで転記をなくす 100%_";
	assert_true(project_store_insert(store, &project, NULL));
	project_free(&project);

	project_init(&project);
	store_fixture_fill(&project, "う", "", 1);
	project.fiscal_year = 2024;
	project.problem_type = "";
	project.tool_count = 0;
	project.exclusion.exclusion = EXCLUSION_CONFIRMED;
	project.effects.count = 0;
	assert_true(project_store_insert(store, &project, NULL));
	project_free(&project);

	project_init(&project);
	store_fixture_fill(&project, "え", "T212", 2); /* 24 h */
	project.problem_type = "3";
	project.status = STATUS_COMPLETED;
	project.tools[0] = "genai";
	assert_true(project_store_insert(store, &project, NULL));
	project_free(&project);
	commit(store);
}

static const struct {
	const char *filter;
	const char *titles; /* by fiscal year and number: う あ い え */
} filters[] = {
	{"", "う あ い え "},
	{"fy:R7", "あ い え "},
	{"fy:R6,R7", "う あ い え "},
	{"fy:<2025", "う "},
	{"-fy:R7", "う "},
	{"dept:福祉", "あ え "},
	{"dept:福祉保健部", "あ え "},
	{"部局：ｄ２", "あ え "},
	{"dept:", "う "},
	{"-dept:", "あ い え "},
	{"dept:総務部,福祉", "あ い え "},
	{"dept:=福祉", ""},
	{"section:人事課", "い "},
	{"team:企画班", "え "},
	{"team:班", "あ い え "},
	{"team:T211", "あ "},
	{"type:1", "あ い "},
	{"type:1,3", "あ い え "},
	{"type:①", "あ い "},
	{"type:", "う "},
	{"type:情報連携", "え "},
	{"tool:生成AI", "え "},
	{"any-tool:生成AI", "あ え "},
	{"any-tool:ai", "あ え "},
	{"tool:", "う "},
	{"status:draft", "い "},
	{"-status:draft", "う あ え "},
	{"status:実施中,完了", "う あ え "},
	{"leader:佐藤", "あ "},
	{"leader:\"佐藤　翔太\"", "あ "},
	{"leader:佐藤翔太", "あ "},
	{"leader:佐藤翔 太", "あ "},
	{"leader:=佐藤翔太", ""}, /* = is exact: as the rows of a rollup are */
	{"leader:", "う い え "},
	{"owner:ハナコ", ""},
	{"owner:花子", "あ "},
	{"hours:>=24", "あ え "},
	{"hours:24", "え "},
	{"hours:203", "あ "},
	{"hours:12..24", "い え "},
	{"hours:<13", "い "},
	{"-hours:<13", "う あ え "},
	{"hours:", "う "},
	{"actual:>=100", "あ "},
	{"cost:>0", "あ "},
	{"cost:", "う い え "},
	{"start:2025-06", "あ "},
	{"start:2025-09", ""},
	{"start:2025-05-15", "い "},
	{"start:<2025-09", "あ い "},
	{"start:", "う え "},
	{"operating:2025-09", "あ "},
	{"operating:", "う い え "},
	{"start-month:2025-09", "あ "},
	{"start-month:", "う え "},
	{"half:first", "あ い "},
	{"half:later", ""},
	{"replicable:yes", "あ "},
	{"replicable:no", "う い え "},
	{"number:R7-0002", "い "},
	{"number:1", "う あ "},
	{"number:R7-0002..R7-0003", "い え "},
	{"number:2..", "い え "},
	{"excluded:yes", "う "},
	{"counted:yes", "あ え "},
	{"counted:no", "う い "},
	{"updated:>=2025-11-20", "う あ い え "},
	{"updated:<2025-11-20", ""},
	{"work:児童", "あ "},
	{"面談", "あ "},
	{"議事録", "あ "},
	{"記録", "あ "},
	{"録", "あ "},
	{"rpa", "い "},
	{"ｒｐａ 転記", "い "},
	{"100%_", "い "},
	{"-rpa", "う あ え "},
	{"\"二行目 議事録\"", ""},
	{"きんとーん", ""},
	{"生成AI", "あ え "},
	{"R7-0003", "え "},
	{"dept:福祉 tool:生成AI hours:>=10 -status:draft", "え "},
	{"team:ありません", ""},
	{"id:ffffffff-0000", ""},
};

static void filters_choose_as_written(void **state)
{
	struct store *store = store_of(state);

	add_filter_samples(store);
	for (size_t i = 0; i < sizeof filters / sizeof filters[0]; i++) {
		struct project_list *list = list_of(store, filters[i].filter, NULL, 0);
		struct strbuf titles = {0};
		struct error err = {0};

		if (!project_list_rows(list, 0, -1, add_title, &titles, &err))
			fail_msg("%s: %s", filters[i].filter, err.detail);
		if (strcmp(strbuf_text(&titles), filters[i].titles) != 0)
			fail_msg("%s: '%s', not '%s'", filters[i].filter, strbuf_text(&titles),
				filters[i].titles);
		strbuf_free(&titles);
		project_list_free(list);
	}
}

static void a_unit_is_found_by_its_code_as_it_is_stored(void **state)
{
	const struct unit unit = {.code = "Ｔ２１３", .kind = UNIT_TEAM, .name = "全角班", .parent_code = "S21",
		.first_fiscal_year = 2024, .position = 3};
	const char *const filters_of_it[] = {"team:=Ｔ２１３", "team:T213", "team:ｔ２１３"};
	struct store *store = store_of(state);

	begin(store);
	assert_true(unit_store_put(store, &unit, NULL, NULL));
	commit(store);
	store_fixture_add(store, "お", unit.code, 1);
	for (size_t i = 0; i < sizeof filters_of_it / sizeof filters_of_it[0]; i++) {
		struct project_list *list = list_of(store, filters_of_it[i], NULL, 0);
		struct strbuf titles = {0};

		assert_true(project_list_rows(list, 0, -1, add_title, &titles, NULL));
		assert_string_equal(strbuf_text(&titles), "お ");
		strbuf_free(&titles);
		project_list_free(list);
	}
}

static void a_uuid_or_its_beginning_finds_the_project(void **state)
{
	struct store *store = store_of(state);
	struct project project;
	struct strbuf text = {0};

	load(store, store_fixture_add(store, "い", "T111", 1), &project);
	strbuf_addf(&text, "id:%s", project.uuid);
	for (size_t length = text.length; length > 10; length /= 2) {
		strbuf_truncate(&text, length);
		struct project_list *list = list_of(store, strbuf_text(&text), NULL, 0);
		assert_rows(list, 0, -1, "い ");
		project_list_free(list);
	}
	strbuf_free(&text);
	project_free(&project);
}

#define WITH_STORE(test)                                                                           \
	cmocka_unit_test_setup_teardown(test, store_fixture_setup, store_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(every_field_comes_back),
		WITH_STORE(numbers_are_never_given_twice),
		WITH_STORE(updates_raise_the_version_and_change_lines),
		WITH_STORE(the_second_to_save_is_told),
		WITH_STORE(refused_lines_store_nothing),
		WITH_STORE(windows_are_the_same_before_and_after_counting),
		WITH_STORE(every_field_sorts),
		WITH_STORE(each_brings_the_lines),
		WITH_STORE(filters_choose_as_written),
		WITH_STORE(a_unit_is_found_by_its_code_as_it_is_stored),
		WITH_STORE(a_uuid_or_its_beginning_finds_the_project),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
