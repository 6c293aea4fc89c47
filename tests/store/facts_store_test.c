#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <stdio.h>
#include <cmocka.h>

#include "store/check_store.h"
#include "store/facts_pack.h"
#include "store/facts_store.h"
#include "store/project_store.h"
#include "store/unit_store.h"
#include "store/tie_store.h"
#include "store_fixture.h"

static struct store *store_of(void **state)
{
	return ((struct store_fixture *)*state)->store;
}

static void begin(struct store *store)
{
	assert_true(store_begin(store, "tester", "edit", NULL, NULL));
}

static void commit(struct store *store)
{
	struct error err = {0};

	if (!store_commit(store, &err))
		fail_msg("%s (%s)", err.message, err.detail);
}

static void load(struct store *store, int first, int last, const char *text, struct facts *facts)
{
	struct filter filter;
	struct error err = {0};

	*facts = (struct facts){0};
	assert_true(filter_parse(text, &filter, &err));
	if (!facts_store_load(store, first, last, &filter, facts, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	filter_free(&filter);
}

static const char *code_of(const struct facts *facts, enum dimension dimension, size_t at)
{
	return facts->dictionary[dimension].entries.items[facts->codes[dimension][at]].code;
}

static void assert_entry(const struct facts *facts, enum dimension dimension, size_t index,
	const char *code, const char *name, const char *parent)
{
	const struct dictionary_entry *entry = &facts->dictionary[dimension].entries.items[index];
	const enum dimension above =
		dimension == DIMENSION_TEAM ? DIMENSION_SECTION : DIMENSION_DEPARTMENT;

	assert_string_equal(entry->code, code);
	assert_string_equal(entry->name, name);
	assert_string_equal(facts->dictionary[above].entries.items[entry->parent].code, parent);
}

static void put(struct store *store, const char *title, const char *team,
	void (*change)(struct project *project))
{
	struct project project;
	struct error err = {0};

	project_init(&project);
	store_fixture_fill(&project, title, team, 1);
	change(&project);
	begin(store);
	if (!project_store_insert(store, &project, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	commit(store);
	project_free(&project);
}

static void with_all(struct project *project)
{
	project->tools[1] = "genai";
	project->tool_count = 2;
	project->leader = "佐藤";
	project->operating_from = (struct date){2025, 10, 1};
	project->started_on = (struct date){2025, 4, 1};
	project->implementation_cost = 1000;
	project->running_cost = 234;
	project->replicable = true;
}

static void without_anything(struct project *project)
{
	project->problem_type = "";
	project->tool_count = 0;
	project->status = STATUS_DRAFT;
	project->effects.count = 0;
	project->started_on = (struct date){2025, 4, 30};
	project->leader = "佐藤";
}

static void cancelled_last_year(struct project *project)
{
	project->fiscal_year = 2024;
	project->status = STATUS_CANCELLED;
	project->leader = "鈴木";
}

static void excluded(struct project *project)
{
	project->exclusion.exclusion = EXCLUSION_CONFIRMED;
}

static void fill(struct store *store)
{
	put(store, "い", "T212", with_all);
	put(store, "ろ", "", without_anything);
	put(store, "は", "T121", cancelled_last_year);
	put(store, "に", "T111", excluded);
}

static void columns_hold_what_was_stored(void **state)
{
	struct store *store = store_of(state);
	struct facts facts;

	fill(store);
	load(store, 2024, 2025, "", &facts);
	assert_int_equal(facts.count, 4);
	assert_int_equal(facts.change, store_last_change(store));
	/* in the order they were stored: い ろ は に */
	assert_string_equal(code_of(&facts, DIMENSION_FISCAL_YEAR, 2), "2024");
	assert_string_equal(code_of(&facts, DIMENSION_TEAM, 0), "T212");
	assert_string_equal(code_of(&facts, DIMENSION_SECTION, 0), "S21");
	assert_string_equal(code_of(&facts, DIMENSION_DEPARTMENT, 0), "D2");
	assert_string_equal(code_of(&facts, DIMENSION_TEAM, 1), "");
	assert_string_equal(code_of(&facts, DIMENSION_PROBLEM_TYPE, 0), "1");
	assert_string_equal(code_of(&facts, DIMENSION_PROBLEM_TYPE, 1), "");
	assert_string_equal(code_of(&facts, DIMENSION_TOOL, 0), "kintone");
	assert_string_equal(code_of(&facts, DIMENSION_TOOL, 1), "");
	assert_int_equal(facts.tool_first[2] - facts.tool_first[0], 2);
	assert_int_equal(facts.tool_codes[facts.tool_first[0] + 1],
		facts_find(&facts, DIMENSION_ANY_TOOL, "genai"));
	assert_int_equal(facts.tool_first[2], facts.tool_first[1]);
	assert_string_equal(code_of(&facts, DIMENSION_STATUS, 2), "cancelled");
	assert_string_equal(code_of(&facts, DIMENSION_STATUS, 1), "draft");
	assert_int_equal(facts.flags[2], FACT_CANCELLED | FACT_STAGE << STAGE_ESTIMATE);
	assert_int_equal(facts.flags[0], FACT_COUNTED | FACT_STAGE << STAGE_ESTIMATE);
	assert_int_equal(facts.flags[1], FACT_DRAFT);
	assert_int_equal(facts.flags[3], FACT_EXCLUDED | FACT_STAGE << STAGE_ESTIMATE);
	assert_true(facts_has_stage(&facts, 0, STAGE_ESTIMATE));
	assert_false(facts_has_stage(&facts, 0, STAGE_ACTUAL));
	assert_false(facts_has_stage(&facts, 1, STAGE_ESTIMATE));
	assert_string_equal(code_of(&facts, DIMENSION_START_MONTH, 0), "2025-10");
	assert_string_equal(code_of(&facts, DIMENSION_START_MONTH, 1), "2025-04");
	assert_string_equal(code_of(&facts, DIMENSION_START_MONTH, 3), "");
	assert_string_equal(code_of(&facts, DIMENSION_HALF_YEAR, 0), "second");
	assert_string_equal(code_of(&facts, DIMENSION_HALF_YEAR, 1), "first");
	assert_string_equal(code_of(&facts, DIMENSION_HALF_YEAR, 3), "");
	assert_string_equal(code_of(&facts, DIMENSION_REPLICABLE, 0), "yes");
	assert_string_equal(code_of(&facts, DIMENSION_REPLICABLE, 1), "no");
	assert_int_equal(facts.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR][0], 720);
	assert_int_equal(facts.minutes[STAGE_ACTUAL][BASIS_IN_YEAR][0], 0);
	assert_int_equal(facts.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR][1], 0);
	assert_int_equal(facts.cost[0], 1234);
	assert_int_equal(facts.cost[1], 0);
	facts_free(&facts);
}

static void dictionaries_are_whole_and_in_order(void **state)
{
	struct store *store = store_of(state);
	struct facts facts;

	fill(store);
	load(store, 0, 0, "", &facts);
	assert_int_equal(facts.dictionary[DIMENSION_FISCAL_YEAR].entries.count, 3);
	assert_int_equal(facts.dictionary[DIMENSION_DEPARTMENT].entries.count, 3);
	assert_int_equal(facts.dictionary[DIMENSION_SECTION].entries.count, 4);
	assert_int_equal(facts.dictionary[DIMENSION_TEAM].entries.count, 6);
	assert_entry(&facts, DIMENSION_SECTION, 2, "S12", "税務課", "D1");
	assert_entry(&facts, DIMENSION_TEAM, 3, "T121", "課税班", "S12");
	assert_entry(&facts, DIMENSION_TEAM, 4, "T211", "相談班", "S21");
	assert_int_equal(facts.dictionary[DIMENSION_PROBLEM_TYPE].entries.count, 9);
	assert_int_equal(facts.dictionary[DIMENSION_TOOL].entries.count, 12);
	assert_string_equal(facts.dictionary[DIMENSION_ANY_TOOL].entries.items[11].name, "その他");
	assert_int_equal(facts.dictionary[DIMENSION_STATUS].entries.count, STATUS_COUNT + 1);
	assert_string_equal(facts.dictionary[DIMENSION_STATUS].entries.items[4].name, "実施中");
	/* April before October, though October was read first. */
	assert_string_equal(facts.dictionary[DIMENSION_START_MONTH].entries.items[1].code,
		"2025-04");
	assert_string_equal(facts.dictionary[DIMENSION_START_MONTH].entries.items[2].name,
		"2025年10月");
	/* Leaders by section, those of no section first; 佐藤 of S21 and of none are two. */
	assert_int_equal(facts.dictionary[DIMENSION_LEADER].entries.count, 4);
	assert_string_equal(facts.dictionary[DIMENSION_LEADER].entries.items[1].name, "佐藤");
	assert_string_equal(facts.dictionary[DIMENSION_LEADER].entries.items[2].name, "鈴木");
	assert_string_equal(facts.dictionary[DIMENSION_LEADER].entries.items[3].code, "S21/佐藤");
	facts_free(&facts);
}

static void years_and_filters_narrow(void **state)
{
	struct store *store = store_of(state);
	struct facts facts;

	fill(store);
	load(store, 2025, 2025, "", &facts);
	assert_int_equal(facts.count, 3);
	facts_free(&facts);
	load(store, 2024, 2025, "dept:福祉", &facts);
	assert_int_equal(facts.count, 1);
	assert_string_equal(code_of(&facts, DIMENSION_TEAM, 0), "T212");
	facts_free(&facts);
	load(store, 2030, 2030, "", &facts);
	assert_int_equal(facts.count, 0);
	assert_int_equal(facts.dictionary[DIMENSION_TEAM].entries.count, 6);
	facts_free(&facts);
}

static void an_empty_database_has_empty_facts(void **state)
{
	struct facts facts;

	load(store_of(state), 0, 0, "", &facts);
	assert_int_equal(facts.count, 0);
	facts_free(&facts);
}

static void names_are_those_of_the_latest_year(void **state)
{
	struct store *store = store_of(state);
	const struct unit renamed = {.code = "T111", .kind = UNIT_TEAM, .name = "人事給与班",
		.parent_code = "S11", .first_fiscal_year = 2025, .position = 1};
	const struct unit closed = {.code = "T112", .kind = UNIT_TEAM, .name = "研修班",
		.parent_code = "S11", .first_fiscal_year = 2024, .last_fiscal_year = 2024,
		.position = 2};
	struct facts facts;

	begin(store);
	assert_true(unit_store_put(store, &renamed, NULL, NULL));
	assert_true(unit_store_put(store, &closed, NULL, NULL));
	commit(store);
	load(store, 2024, 2025, "", &facts);
	assert_entry(&facts, DIMENSION_TEAM, 1, "T111", "人事給与班", "S11");
	/* What only an earlier year has comes last. */
	assert_entry(&facts, DIMENSION_TEAM, 5, "T112", "研修班", "S11");
	assert_int_equal(facts.dictionary[DIMENSION_TEAM].entries.items[5].last_fiscal_year, 2024);
	assert_int_equal(facts.dictionary[DIMENSION_TEAM].entries.items[1].first_fiscal_year, 2024);
	facts_free(&facts);
	load(store, 2025, 2025, "", &facts);
	assert_int_equal(facts_find(&facts, DIMENSION_TEAM, "T112"), 0);
	facts_free(&facts);
}

/* ---- check_store -------------------------------------------------------------------------- */

static void note_fault(const char *line, void *data)
{
	assert_non_null(strstr(line, "R7-0001"));
	++*(int *)data;
}

static int64_t minutes_of_lines(const struct facts *facts, int fiscal_year, enum stage stage,
	enum basis basis)
{
	int64_t minutes = 0;

	for (size_t i = 0; i < facts->lines.count; i++)
		if (facts->lines.items[i].fiscal_year == fiscal_year)
			minutes += facts->lines.items[i].minutes[stage][basis];
	return minutes;
}

static void ignore_fault(const char *line, void *data)
{
	(void)line;
	(void)data;
}

static void held_figures_are_checked_and_repaired(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	struct facts facts = {0};
	int64_t faults;
	int lines = 0;

	fill(store);
	assert_true(check_store_derived(store, false, note_fault, &lines, &faults, NULL, &err));
	assert_int_equal(faults, 0);
	assert_int_equal(lines, 0);
	assert_true(db_run(store_db(store),
		"UPDATE effect_line SET saved_in_year = 1 WHERE project_id = 1;"
		"UPDATE project SET estimate_in_year = 2, search_key = 'x', section_code = 'S11' "
		"WHERE id = 1", &err));
	assert_true(check_store_derived(store, false, note_fault, &lines, &faults, NULL, &err));
	assert_int_equal(faults, 4);
	assert_int_equal(lines, 4);
	begin(store);
	assert_true(check_store_derived(store, true, note_fault, &lines, &faults, NULL, &err));
	commit(store);
	assert_int_equal(faults, 4);
	assert_true(check_store_derived(store, false, note_fault, &lines, &faults, NULL, &err));
	assert_int_equal(faults, 0);
	load(store, 0, 0, "", &facts);
	assert_int_equal(minutes_of_lines(&facts, 2025, STAGE_ESTIMATE, BASIS_IN_YEAR), 720);
	assert_int_equal(minutes_of_lines(&facts, 2024, STAGE_ESTIMATE, BASIS_FULL_YEAR), 0);
	facts_free(&facts);
}

static int64_t packed_blocks(struct store *store)
{
	struct error err = {0};
	struct db_statement *query =
		db_prepare(store_db(store), "SELECT count(*) FROM facts_block", &err);

	assert_non_null(query);
	assert_int_equal(db_step(query, &err), DB_ROW);
	const int64_t count = db_column_int(query, 0);
	db_finish(query);
	return count;
}

static void pack(struct store *store)
{
	struct error err = {0};

	begin(store);
	assert_true(facts_pack_all(store, &err));
	commit(store);
	assert_int_equal(packed_blocks(store), 1);
}

static void assert_same(const struct facts *left, const struct facts *right)
{
	assert_int_equal(left->count, right->count);
	for (size_t i = 0; i < left->count; i++) {
		assert_int_equal(left->project_id[i], right->project_id[i]);
		assert_int_equal(left->flags[i], right->flags[i]);
		assert_int_equal(left->cost[i], right->cost[i]);
		assert_int_equal(left->tool_first[i], right->tool_first[i]);
		for (int d = 0; d < DIMENSION_COUNT; d++)
			if (d != DIMENSION_ANY_TOOL)
				assert_string_equal(code_of(left, (enum dimension)d, i),
					code_of(right, (enum dimension)d, i));
		for (int s = 0; s < STAGE_COUNT; s++)
			for (int b = 0; b < BASIS_COUNT; b++)
				assert_int_equal(left->minutes[s][b][i], right->minutes[s][b][i]);
	}
}

static void the_packed_form_is_the_same(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};

	fill(store);
	/* a figure that takes 64 bits */
	assert_true(db_run(store_db(store), "UPDATE project SET forecast_in_year = 99999999999, "
		"has_forecast = 1 WHERE id = 2", &err));
	for (int year = 2024; year <= 2026; year++) {
		struct facts from_rows, packed;

		assert_true(db_run(store_db(store), "DELETE FROM facts_block", &err));
		load(store, year, 2025, "", &from_rows);
		pack(store);
		load(store, year, 2025, "", &packed);
		assert_same(&from_rows, &packed);
		for (int d = 0; d < DIMENSION_COUNT; d++)
			assert_int_equal(from_rows.dictionary[d].entries.count,
				packed.dictionary[d].entries.count);
		assert_int_equal(minutes_of_lines(&from_rows, 2025, STAGE_ESTIMATE, BASIS_IN_YEAR),
			minutes_of_lines(&packed, 2025, STAGE_ESTIMATE, BASIS_IN_YEAR));
		facts_free(&from_rows);
		facts_free(&packed);
	}
}

static void any_change_takes_the_packed_form_away(void **state)
{
	static const char *const changes[] = {
		"UPDATE project SET owner = 'x' WHERE id = 3",
		"UPDATE effect_line SET saved_in_year = 7 WHERE project_id = 1",
		"DELETE FROM effect_line WHERE project_id = 1 AND line = 1",
		"INSERT INTO effect_line (project_id, line, stage, kind, period) "
		"VALUES (1, 9, 'actual', 'direct', 'year')",
		"INSERT INTO project (uuid, fiscal_year, number) "
		"VALUES ('00000000-0000-4000-8000-000000000000', 2025, 77)",
		"DELETE FROM project WHERE id = 4",
	};
	struct store *store = store_of(state);
	struct error err = {0};

	fill(store);
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		pack(store);
		assert_true(db_run(store_db(store), changes[i], &err));
		assert_true(db_changes(store_db(store)) > 0);
		assert_int_equal(packed_blocks(store), 0);
	}
}

static void a_forged_packed_form_is_found_and_a_broken_one_not_used(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	struct facts facts;
	int64_t faults;
	int lines = 0;

	fill(store);
	pack(store);
	assert_true(db_run(store_db(store), "UPDATE facts_block SET content = "
		"CAST(substr(content, 1, length(content) - 9) AS BLOB)", &err));
	load(store, 2024, 2025, "", &facts);
	assert_int_equal(facts.count, 4);
	facts_free(&facts);
	assert_true(db_run(store_db(store), "DELETE FROM facts_block", &err));
	pack(store);
	/* the last eight bytes are a sum of lines */
	assert_true(db_run(store_db(store), "UPDATE facts_block SET content = "
		"CAST(substr(content, 1, length(content) - 8) || x'0100000000000000' AS BLOB)",
		&err));
	assert_true(check_store_derived(store, false, ignore_fault, &lines, &faults, NULL, &err));
	assert_int_equal(faults, 1);
	/* and no table is made of it without a word */
	bool ties = true;
	struct error difference = {0};

	assert_true(tie_store_prove(store, 2025, 2025, &ties, &difference, &err));
	assert_false(ties);
	assert_int_equal(difference.code, ERROR_DATA);
	begin(store);
	assert_true(check_store_derived(store, true, ignore_fault, &lines, &faults, NULL, &err));
	commit(store);
	assert_true(tie_store_prove(store, 2025, 2025, &ties, &difference, &err));
	assert_true(ties);
	assert_int_equal(packed_blocks(store), 0);
}

/* As a program left it whose columns were others: not read, no fault, and packed anew where it is
 * renewed. */
static void a_packed_form_of_an_older_program_is_made_anew(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	int64_t faults;
	int lines = 0;

	fill(store);
	pack(store);
	assert_true(db_run(store_db(store), "UPDATE facts_block SET content = "
		"CAST(x'01424655' || substr(content, 5) AS BLOB)", &err));
	assert_true(check_store_derived(store, false, ignore_fault, &lines, &faults, NULL,
		&err));
	assert_int_equal(faults, 0);
	begin(store);
	assert_true(facts_pack_renew(store, &err));
	commit(store);
	struct db_statement *query = db_prepare(store_db(store),
		"SELECT substr(content, 1, 4) = x'01424655' FROM facts_block", &err);
	assert_int_equal(db_step(query, &err), DB_ROW);
	assert_int_equal(db_column_int(query, 0), 0);
	db_finish(query);
}

#define WITH_STORE(test)                                                                           \
	cmocka_unit_test_setup_teardown(test, store_fixture_setup, store_fixture_teardown)

/* ---- a large import --------------------------------------------------------------------------- */

enum { FEW = 10, VERY_MANY = 40000 };

static void put_one_of_many(struct store *store, int i)
{
	static void (*const kinds[])(struct project *project) = {with_all, without_anything,
		cancelled_last_year, excluded};
	static const char *const teams[] = {"T212", "T121", "T111"};
	struct project project;
	struct error err = {0};
	char title[32];

	snprintf(title, sizeof title, "取組%d", i);
	project_init(&project);
	store_fixture_fill(&project, title, teams[i % 3], 1 + i % 2);
	kinds[i % 4](&project);
	if (!project_store_insert(store, &project, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	project_free(&project);
}

static void what_is_put_off_is_as_stored(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	struct facts packed, plain;
	int64_t faults;
	int lines = 0;

	begin(store);
	for (int i = 0; i < FEW; i++)
		put_one_of_many(store, i);
	assert_true(project_store_defer_indexes(store, &err));
	for (int i = FEW; i < VERY_MANY; i++)
		put_one_of_many(store, i);
	commit(store);
	/* the blocks of 16,384: 0 read again, 1 and 2 packed while they were stored */
	assert_int_equal(packed_blocks(store), 3);
	assert_true(check_store_derived(store, false, ignore_fault, &lines, &faults, NULL, &err));
	assert_int_equal(faults, 0);
	load(store, 2024, 2025, "", &packed);
	assert_int_equal(packed.count, VERY_MANY);
	assert_true(db_run(store_db(store), "DELETE FROM facts_block", &err));
	load(store, 2024, 2025, "", &plain);
	assert_same(&packed, &plain);
	facts_free(&packed);
	facts_free(&plain);
}

static void what_was_put_off_is_taken_back(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	struct facts facts;

	begin(store);
	put_one_of_many(store, 0);
	assert_true(project_store_defer_indexes(store, &err));
	for (int i = 1; i < 100; i++)
		put_one_of_many(store, i);
	store_rollback(store);
	load(store, 2024, 2025, "", &facts);
	assert_int_equal(facts.count, 0);
	facts_free(&facts);
	/* the indexes are there again, and inserts are stored as they come */
	fill(store);
	load(store, 2024, 2025, "", &facts);
	assert_int_equal(facts.count, 4);
	facts_free(&facts);
}

/* ---- refreshing ------------------------------------------------------------------------------- */

static int64_t lines_sum(const struct facts *facts, int64_t year, int figure)
{
	for (size_t i = 0; i < facts->lines.count; i++)
		if (facts->lines.items[i].fiscal_year == year)
			return figure < 0 ? facts->lines.items[i].projects :
				facts->lines.items[i].minutes[figure / BASIS_COUNT][figure % BASIS_COUNT];
	return 0;
}

static void assert_as_loaded(struct store *store, const struct facts *facts)
{
	struct facts loaded;

	load(store, 2024, 2025, "", &loaded);
	assert_same(facts, &loaded);
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		const struct dictionary *left = &facts->dictionary[d], *right = &loaded.dictionary[d];
		assert_int_equal(left->entries.count, right->entries.count);
		for (size_t e = 0; e < left->entries.count; e++)
			assert_string_equal(left->entries.items[e].code, right->entries.items[e].code);
	}
	for (uint32_t t = 0; t < loaded.tool_first[loaded.count]; t++)
		assert_int_equal(facts->tool_codes[t], loaded.tool_codes[t]);
	for (int64_t year = 2024; year <= 2025; year++)
		for (int figure = -1; figure < STAGE_COUNT * BASIS_COUNT; figure++)
			assert_int_equal(lines_sum(facts, year, figure),
				lines_sum(&loaded, year, figure));
	assert_int_equal(facts->change, loaded.change);
	assert_int_equal(facts->history, loaded.history);
	facts_free(&loaded);
}

static void change_something(struct project *project, unsigned what)
{
	static const char *const teams[] = {"T212", "T121", "T111", ""};
	static const char *const leaders[] = {"佐藤", "鈴木", ""};

	switch (what % 8) {
	case 0:
		project->status = (enum status)(what / 8 % STATUS_COUNT);
		break;
	case 1:
		project->team_code = teams[what / 8 % 4];
		break;
	case 2:
		project->leader = leaders[what / 8 % 3];
		break;
	case 3:
		project->exclusion.exclusion =
			what / 8 % 2 ? EXCLUSION_CONFIRMED : EXCLUSION_CLEARED;
		break;
	case 4:
		project->operating_from.month = 1 + (int)(what / 8 % 12);
		break;
	case 5:
		project->tools[0] = what / 8 % 2 ? "rpa" : "genai";
		project->tool_count = 1 + what / 16 % 2;
		project->tools[1] = "tableau";
		break;
	case 6:
		project->implementation_cost = what;
		project->problem_type = what / 8 % 2 ? "3" : "";
		break;
	default:
		if (project->effects.count)
			project->effects.items[0].before_cases += what / 8 % 100;
		if (what % 5 == 0)
			project->effects.count = 0;
		if (what % 3 == 0 && project->effects.count == 1) {
			/* an actual that comes to nothing is one all the same */
			struct effect actual = project->effects.items[0];

			actual.stage = STAGE_ACTUAL;
			actual.after_minutes = actual.before_minutes;
			actual.after_cases = actual.before_cases;
			*vec_add(&project->effects) = actual;
		}
	}
}

static void edit(struct store *store, int64_t id, unsigned what)
{
	struct project project;
	struct error err = {0};

	project_init(&project);
	assert_int_equal(project_store_by_id(store, id, &project, &err), PROJECT_FOUND);
	change_something(&project, what);
	begin(store);
	if (!project_store_update(store, &project, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	commit(store);
	project_free(&project);
}

static void refreshed_facts_are_as_loaded(void **state)
{
	enum { PROJECTS = 80, ROUNDS = 600 };
	struct store *store = store_of(state);
	struct error err = {0};
	struct facts facts;
	unsigned random = 12345;
	int done = 0, refused = 0;

	begin(store);
	for (int i = 0; i < PROJECTS; i++)
		put_one_of_many(store, i);
	commit(store);
	load(store, 2024, 2025, "", &facts);
	for (int round = 0; round < ROUNDS; round++) {
		bool refreshed;
		for (int i = 0; i <= round % 3; i++) {
			random = random * 1103515245 + 12345;
			edit(store, 1 + random / 65536 % PROJECTS, random / 7 % 4096);
		}
		if (round % 50 == 49) {
			begin(store);
			put_one_of_many(store, round);
			commit(store);
		}
		assert_true(facts_store_refresh(store, 2024, 2025, &facts, &refreshed, &err));
		*(refreshed ? &done : &refused) += 1;
		if (!refreshed) {
			facts_free(&facts);
			load(store, 2024, 2025, "", &facts);
		}
		assert_as_loaded(store, &facts);
	}
	facts_free(&facts);
	/* both ways were gone */
	assert_true(done > ROUNDS / 3);
	assert_true(refused > 10);
}

static void doubt_refuses_to_refresh(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	struct facts facts;
	bool refreshed;

	fill(store);
	/* what it holds is not what its lines come to */
	assert_true(db_run(store_db(store),
		"UPDATE project SET estimate_in_year = estimate_in_year + 1 WHERE id = 1", &err));
	load(store, 2024, 2025, "", &facts);
	edit(store, 1, 6);
	assert_true(facts_store_refresh(store, 2024, 2025, &facts, &refreshed, &err));
	assert_false(refreshed);
	facts_free(&facts);
	/* a change of another kind */
	load(store, 2024, 2025, "", &facts);
	assert_true(store_begin(store, "tester", "import", NULL, NULL));
	commit(store);
	assert_true(facts_store_refresh(store, 2024, 2025, &facts, &refreshed, &err));
	assert_false(refreshed);
	facts_free(&facts);
}

/* By what another program wrote into a project, its costs or its lines: the same from rows and packed. */
static void impossible_figures_are_left_out(void **state)
{
	static const char *const spoilt[] = {
		"UPDATE project SET actual_full_year = 60000000001 WHERE id = 1",
		"UPDATE project SET actual_full_year = -9223372036854775807 - 1 WHERE id = 1",
		"UPDATE project SET running_cost = 9223372036854775807 WHERE id = 1",
		"UPDATE effect_line SET saved_in_year = 9223372036854775807 WHERE project_id = 1",
		"UPDATE effect_line SET saved_full_year = -60000000001 WHERE project_id = 1",
	};
	struct store *store = store_of(state);
	struct error err = {0};

	fill(store);
	for (size_t i = 0; i < sizeof spoilt / sizeof spoilt[0]; i++) {
		struct facts from_rows, packed;
		bool refreshed;

		load(store, 2024, 2025, "", &from_rows);
		assert_int_equal(from_rows.flags[0], FACT_COUNTED | FACT_STAGE << STAGE_ESTIMATE);
		facts_free(&from_rows);
		assert_true(db_run(store_db(store), spoilt[i], &err));
		load(store, 2024, 2025, "", &from_rows);
		assert_int_equal(from_rows.flags[0], FACT_TOO_LARGE);
		assert_int_equal(from_rows.too_large.count, 1);
		assert_int_equal(from_rows.too_large.items[0].fiscal_year, 2025);
		assert_int_equal(from_rows.too_large.items[0].number, 1);
		assert_int_equal(lines_sum(&from_rows, 2025, -1), 0);
		assert_int_equal(minutes_of_lines(&from_rows, 2025, STAGE_ESTIMATE, BASIS_IN_YEAR), 0);
		pack(store);
		load(store, 2024, 2025, "", &packed);
		assert_same(&from_rows, &packed);
		assert_int_equal(packed.too_large.count, 1);
		facts_free(&packed);
		/* mended, by way of loading anew */
		assert_true(db_run(store_db(store), "UPDATE project SET actual_full_year = 0, "
			"running_cost = 234 WHERE id = 1; UPDATE effect_line SET saved_in_year = 720, "
			"saved_full_year = 720 WHERE project_id = 1", &err));
		edit(store, 1, 6);
		assert_true(facts_store_refresh(store, 2024, 2025, &from_rows, &refreshed, &err));
		assert_false(refreshed);
		facts_free(&from_rows);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(columns_hold_what_was_stored),
		WITH_STORE(dictionaries_are_whole_and_in_order),
		WITH_STORE(years_and_filters_narrow),
		WITH_STORE(an_empty_database_has_empty_facts),
		WITH_STORE(names_are_those_of_the_latest_year),
		WITH_STORE(held_figures_are_checked_and_repaired),
		WITH_STORE(the_packed_form_is_the_same),
		WITH_STORE(any_change_takes_the_packed_form_away),
		WITH_STORE(a_forged_packed_form_is_found_and_a_broken_one_not_used),
		WITH_STORE(a_packed_form_of_an_older_program_is_made_anew),
		WITH_STORE(what_is_put_off_is_as_stored),
		WITH_STORE(what_was_put_off_is_taken_back),
		WITH_STORE(refreshed_facts_are_as_loaded),
		WITH_STORE(doubt_refuses_to_refresh),
		WITH_STORE(impossible_figures_are_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
