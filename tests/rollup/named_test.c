#include "config.h"

#include "rollup/named.h"

#include "facts_fixture.h"
#include "model/table_scope.h"
#include "rollup/tieout.h"

enum { GOLDEN_LINE = 512, GOLDEN_CELLS = 5, PROJECTS = 746, TYPES = 8, TOOLS = 11 };

/* The cells of each line of a golden file; none of them is quoted. */
struct golden {
	size_t count; /* without the heading */
	char lines[16][GOLDEN_LINE];
	const char *cells[16][GOLDEN_CELLS];
};

static void golden_read(const char *name, struct golden *golden)
{
	char path[4096], heading[GOLDEN_LINE];

	snprintf(path, sizeof path, "%s/tests/golden/%s", getenv("abs_srcdir"), name);
	FILE *const file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(heading, sizeof heading, file));
	*golden = (struct golden){0};
	while (fgets(golden->lines[golden->count], GOLDEN_LINE, file)) {
		char *rest = golden->lines[golden->count];

		rest[strcspn(rest, "\r\n")] = '\0';
		for (size_t c = 0; c < GOLDEN_CELLS && rest; c++)
			golden->cells[golden->count][c] = strsep(&rest, ",");
		golden->count++;
	}
	fclose(file);
}

/* Codes of the dictionary in the order of the file, repeated as often as it has projects. */
static void spread(const struct golden *golden, size_t rows, size_t projects_cell,
	uint16_t *codes)
{
	size_t at = 0;

	for (size_t r = 0; r < rows; r++)
		for (long n = strtol(golden->cells[r][projects_cell], NULL, 10); n > 0; n--) {
			assert_in_range(at, 0, PROJECTS - 1);
			codes[at++] = (uint16_t)(r + 1);
		}
	while (at < PROJECTS)
		codes[at++] = 0;
}

/* The 746 projects of R7: each type's hours are held by its first project, the last project has no
 * type; three teams in two departments. */
static void make_oita(struct facts *facts)
{
	struct golden types, tools;
	uint16_t type_codes[PROJECTS], tool_codes[PROJECTS];
	char code[16];

	golden_read("oita-r7-problem-types.csv", &types);
	golden_read("oita-r7-ict-tools.csv", &tools);
	facts_init(facts);
	fixture_entry(facts, DIMENSION_FISCAL_YEAR, "2025", "令和7年度", 0);
	for (size_t t = 0; t < TYPES; t++)
		fixture_entry(facts, DIMENSION_PROBLEM_TYPE, types.cells[t][0], types.cells[t][1], 0);
	for (size_t t = 0; t < TOOLS; t++) {
		snprintf(code, sizeof code, "tool-%zu", t + 1);
		fixture_entry(facts, DIMENSION_TOOL, code, tools.cells[t][0], 0);
	}
	spread(&types, TYPES, 2, type_codes);
	spread(&tools, TOOLS, 1, tool_codes);
	for (size_t p = 0; p < PROJECTS; p++) {
		struct raw_fact raw = {.flags = FACT_COUNTED, .tool_count = 1};

		raw.codes[DIMENSION_FISCAL_YEAR] = 1;
		raw.codes[DIMENSION_PROBLEM_TYPE] = type_codes[p];
		raw.tools[0] = tool_codes[p];
		if (type_codes[p] && (p == 0 || type_codes[p] != type_codes[p - 1]))
			raw.minutes = 60 * strtol(types.cells[type_codes[p] - 1][3], NULL, 10);
		fixture_add(facts, &raw);
	}
}

static bool run(const struct named_table *named, const struct facts *facts, struct table *table,
	struct error *err)
{
	struct pivot_query query;

	named_query(named, 2025, STAGE_ESTIMATE, BASIS_IN_YEAR, &query);
	return named_run(named, facts, &query, &fixture_context, table, err);
}

static void problem_types_are_those_of_the_council_paper(void **state)
{
	static const char *const columns[GOLDEN_CELLS] = {
		"problem_type_code", "problem_type", "projects", "hours", "person_years"};
	struct golden golden;
	struct facts facts = {0};
	struct table table;
	struct error err = {0};

	(void)state;
	make_oita(&facts);
	golden_read("oita-r7-problem-types.csv", &golden);
	assert_true(run(named_find("problem-types"), &facts, &table, &err));
	assert_int_equal(table.rows.count, TYPES + 2);
	for (size_t g = 0; g < golden.count; g++)
		for (size_t c = 0; c < GOLDEN_CELLS; c++)
			fixture_assert_text(&table, g == TYPES ? g + 1 : g, columns[c],
				TABLE_MACHINE, golden.cells[g][c]);

	/* 745 of 746 are classified; the paper hides the one that is not, this table does not. */
	assert_int_equal(table.rows.items[TYPES].kind, ROW_UNCLASSIFIED);
	fixture_assert_text(&table, TYPES, "problem_type", TABLE_MACHINE, "未分類");
	fixture_assert_text(&table, TYPES, "projects", TABLE_MACHINE, "1");
	fixture_assert_text(&table, TYPES, "hours", TABLE_MACHINE, "0");
	fixture_assert_text(&table, TYPES + 1, "share", TABLE_MACHINE, "100.0");
	/* 8,872 of 21,572 is 41.13 % */
	fixture_assert_text(&table, 0, "share", TABLE_PEOPLE, "41.1");
	fixture_assert_text(&table, TYPES + 1, "hours", TABLE_PEOPLE, "21,572");
	fixture_assert_text(&table, 0, "problem_type_shown", TABLE_PEOPLE,
		"①紙・手作業・旧システム依存による業務非効率");
	assert_int_equal(table.notes.count, 2);
	assert_string_equal(table.notes.items[0].machine, "unclassified:problem-type=1");
	assert_string_equal(table.notes.items[1].machine, "rounding");
	assert_string_equal(table.notes.items[1].text,
		"端数処理のため、合計と内訳の計が一致しない場合がある");

	const struct tieout_expected expected = {.projects = PROJECTS, .minutes = 21572 * 60,
		.has_minutes = true};
	assert_true(tieout_check(&table, &expected, &err));
	assert_true(table.ties);
	table_free(&table);
	facts_free(&facts);
}

/* 4.8+2.6+2.5+0.5+0.8+0.4+0.1+0.0 = 11.7, the total is 11.6; hours sum as printed. */
static void only_person_years_need_the_rounding_note(void **state)
{
	static const struct {
		enum measure measure;
		bool noted;
	} cases[] = {
		{MEASURE_PROJECTS, false}, {MEASURE_HOURS, false}, {MEASURE_PERSON_YEARS, true}};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_oita(&facts);
	for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
		pivot_query_init(&query);
		query.fiscal_year = 2025;
		query.measures[0] = cases[c].measure;
		query.measure_count = 1;
		assert_true(pivot_run(&facts, &query, &fixture_context, &table, NULL));
		assert_int_equal(table_has_note(&table, NOTE_ROUNDING), cases[c].noted);
		table_free(&table);
	}
	facts_free(&facts);
}

static void ict_tools_are_those_of_the_council_paper(void **state)
{
	struct golden golden;
	struct facts facts = {0};
	struct table table;
	const struct tieout_expected expected = {.projects = PROJECTS, .minutes = 21572 * 60,
		.has_minutes = true};

	(void)state;
	make_oita(&facts);
	golden_read("oita-r7-ict-tools.csv", &golden);
	assert_true(run(named_find("ict-tools"), &facts, &table, NULL));
	assert_int_equal(golden.count, TOOLS);
	assert_int_equal(table.rows.count, TOOLS + 1);
	for (size_t g = 0; g < golden.count; g++) {
		fixture_assert_text(&table, g, "primary_tool", TABLE_MACHINE, golden.cells[g][0]);
		fixture_assert_text(&table, g, "projects", TABLE_MACHINE, golden.cells[g][1]);
	}
	fixture_assert_text(&table, TOOLS, "primary_tool_code", TABLE_MACHINE, "total");
	fixture_assert_text(&table, TOOLS, "primary_tool", TABLE_MACHINE, "合計");
	fixture_assert_text(&table, TOOLS, "projects", TABLE_MACHINE, "746");
	fixture_assert_text(&table, TOOLS, "hours", TABLE_MACHINE, "21572");
	fixture_assert_text(&table, TOOLS, "person_years", TABLE_MACHINE, "11.6");
	assert_true(tieout_check(&table, &expected, NULL));
	table_free(&table);
	facts_free(&facts);
}

static void the_matrix_holds_both(void **state)
{
	struct facts facts = {0};
	struct table table;
	const struct tieout_expected expected = {.projects = PROJECTS};

	(void)state;
	make_oita(&facts);
	assert_true(run(named_find("matrix"), &facts, &table, NULL));
	assert_int_equal(table.rows.count, TYPES + 2);
	/* Types and tools are both laid out in their order: the first 137 projects are kintone, all
	 * of type 1, whose 255 projects reach 118 into 生成AI. */
	assert_int_equal(fixture_number(&table, 0, "tool-1:projects"), 137);
	assert_int_equal(fixture_number(&table, 0, "tool-2:projects"), 118);
	assert_int_equal(fixture_number(&table, 1, "tool-2:projects"), 11);
	assert_int_equal(fixture_number(&table, 0, "projects"), 255);
	assert_int_equal(fixture_number(&table, TYPES + 1, "tool-11:projects"), 115);
	assert_int_equal(fixture_number(&table, TYPES + 1, "projects"), PROJECTS);
	assert_true(tieout_check(&table, &expected, NULL));
	table_free(&table);
	facts_free(&facts);
}

static void every_named_table_runs_and_ties(void **state)
{
	struct facts facts = {0};
	struct table table;
	struct strbuf caption = {0};

	(void)state;
	make_oita(&facts);
	for (size_t t = 0; t < named_table_count; t++) {
		assert_ptr_equal(named_find(named_tables[t].id), &named_tables[t]);
		if (!named_tables[t].query)
			continue;
		assert_true(run(&named_tables[t], &facts, &table, NULL));
		assert_string_equal(table.id, named_tables[t].id);
		assert_true(tieout_check(&table, NULL, NULL));
		strbuf_clear(&caption);
		table_caption(&table, &caption);
		assert_string_equal(strbuf_text(&caption), table.every_stage ?
			"令和7年度　年度内　1人役 = 1,860時間" : table.fiscal_year ?
			"令和7年度　見込・年度内　1人役 = 1,860時間" :
			"複数年度　見込・年度内　1人役 = 1,860時間");
		strbuf_clear(&caption);
		table_caption_machine(&table, &caption);
		assert_string_equal(strbuf_text(&caption), table.every_stage ?
			"fiscal_year=2025 stage=all basis=in-year hours_per_person_year=1860" :
			table.fiscal_year ?
			"fiscal_year=2025 stage=estimate basis=in-year hours_per_person_year=1860" :
			"fiscal_year=all stage=estimate basis=in-year hours_per_person_year=1860");
		table_free(&table);
	}
	assert_null(named_find("nothing"));
	strbuf_free(&caption);
	facts_free(&facts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(problem_types_are_those_of_the_council_paper),
		cmocka_unit_test(only_person_years_need_the_rounding_note),
		cmocka_unit_test(ict_tools_are_those_of_the_council_paper),
		cmocka_unit_test(the_matrix_holds_both),
		cmocka_unit_test(every_named_table_runs_and_ties),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
