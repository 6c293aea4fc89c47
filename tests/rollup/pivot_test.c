#include "config.h"

#include "rollup/pivot.h"

#include "facts_fixture.h"
#include "rollup/tieout.h"

/* Codes of the little prefecture below. */
enum { WELFARE = 1, LAND };
enum { CHILDREN = 1, ELDERLY, ROADS };
enum { CARE = 1, CONSULTING, HOMES, PLANNING, UPKEEP };
enum { KINTONE = 1, GENAI, RPA };
enum { R6 = 1, R7 };

/* team, type, two tools (0 = none), year, flags, hours, cost */
static const struct {
	uint16_t team, type, tools[2], year;
	uint8_t flags;
	int64_t hours, cost;
} projects[] = {
	{CARE, 1, {KINTONE, GENAI}, R7, FACT_COUNTED, 100, 50000},
	{CARE, 2, {GENAI, 0}, R7, FACT_COUNTED, 50, 0},
	{CONSULTING, 1, {RPA, KINTONE}, R7, FACT_COUNTED, 30, 1000},
	{HOMES, 0, {0, 0}, R7, FACT_COUNTED, -20, 0},
	{UPKEEP, 2, {KINTONE, 0}, R7, FACT_COUNTED, 40, 9000},
	{UPKEEP, 1, {KINTONE, 0}, R7, FACT_DRAFT, 999, 1},
	{UPKEEP, 1, {KINTONE, 0}, R7, FACT_DRAFT, 999, 1},
	{HOMES, 1, {KINTONE, 0}, R7, FACT_CANCELLED, 999, 1},
	{HOMES, 1, {KINTONE, 0}, R7, FACT_EXCLUDED, 999, 1},
	{CARE, 1, {KINTONE, 0}, R6, FACT_COUNTED, 70, 0},
	{PLANNING, 1, {RPA, 0}, R6, FACT_COUNTED, 10, 0},
};

static const struct {
	const char *code, *name;
	enum unit_kind kind;
	const char *parent;
} unit_rows[] = {
	{"pref", "見本県", UNIT_BODY, ""},
	{"d1", "福祉保健部", UNIT_DEPARTMENT, "pref"},
	{"s1", "こども課", UNIT_SECTION, "d1"},
	{"t1", "保育班", UNIT_TEAM, "s1"},
	{"t2", "相談班", UNIT_TEAM, "s1"},
	{"s2", "高齢者課", UNIT_SECTION, "d1"},
	{"t3", "施設班", UNIT_TEAM, "s2"},
	{"d2", "土木建築部", UNIT_DEPARTMENT, "pref"},
	{"s3", "道路課", UNIT_SECTION, "d2"},
	/* t4 企画班 was closed in the spring; its name in the dictionary stays */
	{"t5", "維持班", UNIT_TEAM, "s3"},
};

static void make_facts(struct facts *facts)
{
	static const uint16_t section_of[] = {0, CHILDREN, CHILDREN, ELDERLY, ROADS, ROADS};
	static const uint16_t department_of[] = {0, WELFARE, WELFARE, LAND};

	facts_init(facts);
	fixture_entry(facts, DIMENSION_FISCAL_YEAR, "2024", "令和6年度", 0);
	fixture_entry(facts, DIMENSION_FISCAL_YEAR, "2025", "令和7年度", 0);
	/* looked for when the facts were loaded, but without a project */
	fixture_entry(facts, DIMENSION_FISCAL_YEAR, "2023", "令和5年度", 0);
	fixture_entry(facts, DIMENSION_DEPARTMENT, "d1", "福祉部", 0);
	fixture_entry(facts, DIMENSION_DEPARTMENT, "d2", "土木建築部", 0);
	fixture_entry(facts, DIMENSION_SECTION, "s1", "こども課", WELFARE);
	fixture_entry(facts, DIMENSION_SECTION, "s2", "高齢者課", WELFARE);
	fixture_entry(facts, DIMENSION_SECTION, "s3", "道路課", LAND);
	fixture_entry(facts, DIMENSION_TEAM, "t1", "保育班", CHILDREN);
	fixture_entry(facts, DIMENSION_TEAM, "t2", "相談班", CHILDREN);
	fixture_entry(facts, DIMENSION_TEAM, "t3", "施設班", ELDERLY);
	fixture_entry(facts, DIMENSION_TEAM, "t4", "企画班", ROADS);
	fixture_entry(facts, DIMENSION_TEAM, "t5", "維持班", ROADS);
	fixture_entries(facts, DIMENSION_PROBLEM_TYPE, 3);
	fixture_entry(facts, DIMENSION_TOOL, "kintone", "kintone", 0);
	fixture_entry(facts, DIMENSION_TOOL, "genai", "生成AI", 0);
	fixture_entry(facts, DIMENSION_TOOL, "rpa", "RPA", 0);
	for (size_t p = 0; p < sizeof projects / sizeof projects[0]; p++) {
		struct raw_fact raw = {.flags = projects[p].flags,
			.minutes = projects[p].hours * 60, .cost = projects[p].cost};

		for (size_t t = 0; t < 2 && projects[p].tools[t]; t++)
			raw.tools[raw.tool_count++] = projects[p].tools[t];
		raw.codes[DIMENSION_TEAM] = projects[p].team;
		raw.codes[DIMENSION_SECTION] = section_of[projects[p].team];
		raw.codes[DIMENSION_DEPARTMENT] = department_of[section_of[projects[p].team]];
		raw.codes[DIMENSION_PROBLEM_TYPE] = projects[p].type;
		raw.codes[DIMENSION_FISCAL_YEAR] = projects[p].year;
		fixture_add(facts, &raw);
	}
}

static void make_units(struct unit_tree *units)
{
	*units = (struct unit_tree){.fiscal_year = 2025};
	for (size_t u = 0; u < sizeof unit_rows / sizeof unit_rows[0]; u++)
		vec_add(&units->nodes)->unit = (struct unit){
			.code = unit_rows[u].code,
			.kind = unit_rows[u].kind,
			.name = unit_rows[u].name,
			.parent_code = unit_rows[u].parent,
			.successor_code = "",
			.first_fiscal_year = 2020,
			.position = (int)u,
		};
	assert_true(unit_tree_build(units, NULL));
}

/* A query on R7 with one row dimension and these measures. */
static void make_query(struct pivot_query *query, enum dimension row, size_t count,
	const enum measure *wanted)
{
	pivot_query_init(query);
	query->rows[0] = row;
	query->fiscal_year = 2025;
	query->measure_count = count;
	memcpy(query->measures, wanted, count * sizeof *wanted);
}

static void run(const struct facts *facts, const struct pivot_query *query,
	const struct pivot_context *context, struct table *table)
{
	struct error err = {0};

	if (!pivot_run(facts, query, context, table, &err) || !tieout_check(table, NULL, &err))
		fail_msg("%s", err.message);
}

static void assert_column(const struct table *table, const char *column, const char *expected)
{
	struct strbuf text = {0};
	const int at = table_column_index(table, column);

	assert_true(at >= 0);
	for (size_t r = 0; r < table->rows.count; r++) {
		strbuf_add_text(&text, r ? "|" : "");
		table_cell_text(table, r, (size_t)at, TABLE_MACHINE, &text);
	}
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

static void assert_note(const struct table *table, size_t index, const char *machine,
	const char *text)
{
	assert_in_range(index, 0, table->notes.count - 1);
	assert_string_equal(table->notes.items[index].machine, machine);
	assert_string_equal(table->notes.items[index].text, text);
}

static void what_is_left_out_is_said(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_MINUTES, MEASURE_COST};
	struct facts facts = {0};
	struct pivot_query query;
	struct pivot_left_out left_out;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_PROBLEM_TYPE, 3, wanted);
	run(&facts, &query, &fixture_context, &table);
	assert_string_equal(table.title, "課題類型別");
	assert_column(&table, "problem_type_code", "1|2||total");
	assert_column(&table, "problem_type", "1|2|未分類|合計");
	assert_column(&table, "projects", "2|2|1|5");
	assert_column(&table, "minutes", "7800|5400|-1200|12000");
	assert_column(&table, "cost", "51000|9000|0|60000");
	assert_int_equal(table.notes.count, 2);
	assert_note(&table, 0, "unclassified:problem-type=1",
		"課題類型のない取組が1件あり、「未分類」に計上している");
	assert_note(&table, 1, "left-out:draft=2,cancelled=1,excluded=1",
		"集計に含めていない取組：下書き・差戻し2件、中止1件、標準業務1件");
	pivot_left_out(&facts, &query, &left_out);
	assert_int_equal(left_out.drafts, 2);
	assert_int_equal(left_out.cancelled, 1);
	assert_int_equal(left_out.excluded, 1);
	query.fiscal_year = 2024;
	pivot_left_out(&facts, &query, &left_out);
	assert_int_equal(left_out.drafts + left_out.cancelled + left_out.excluded, 0);
	table_free(&table);
	facts_free(&facts);
}

static void departments_show_their_rate_of_teams(void **state)
{
	static const enum measure wanted[] = {MEASURE_TEAMS, MEASURE_PROJECTS};
	struct pivot_context context = fixture_context;
	struct facts facts = {0};
	struct unit_tree units;
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_units(&units);
	context.units = &units;
	make_query(&query, DIMENSION_DEPARTMENT, 2, wanted);
	run(&facts, &query, &context, &table);
	/* The tree of the year names the department, not the dictionary of the latest. */
	assert_column(&table, "department", "福祉保健部|土木建築部|合計");
	assert_column(&table, "teams", "3|1|4");
	assert_column(&table, "teams_total", "3|1|4");
	assert_column(&table, "team_rate", "100.0|100.0|100.0");
	table_free(&table);

	/* By type no rate is meant; a team with two types is one team in the total. */
	make_query(&query, DIMENSION_PROBLEM_TYPE, 2, wanted);
	run(&facts, &query, &context, &table);
	assert_column(&table, "teams", "2|2|1|4");
	assert_int_equal(table_column_index(&table, "team_rate"), -1);
	table_free(&table);
	unit_tree_free(&units);
	facts_free(&facts);
}

static void all_units_of_the_year_and_no_others(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_TEAMS};
	struct pivot_context context = fixture_context;
	struct facts facts = {0};
	struct unit_tree units;
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_units(&units);
	context.units = &units;
	make_query(&query, DIMENSION_TEAM, 2, wanted);
	query.all_entries = true;
	query.drill[DIMENSION_PROBLEM_TYPE] = 2;
	run(&facts, &query, &context, &table);
	/* t4 is no longer there; the others are, with or without a project of type 2. */
	assert_column(&table, "team_code", "t1|t2|t3|t5|");
	assert_column(&table, "section", "こども課|こども課|高齢者課|道路課|");
	assert_column(&table, "department_code", "d1|d1|d1|d2|total");
	assert_column(&table, "department", "福祉保健部|福祉保健部|福祉保健部|土木建築部|合計");
	assert_column(&table, "projects", "1|0|0|1|2");
	assert_column(&table, "teams_total", "1|1|1|1|4");
	assert_column(&table, "team_rate", "100.0|0.0|0.0|100.0|50.0");
	table_free(&table);

	query.drill[DIMENSION_PROBLEM_TYPE] = -1;
	query.drill[DIMENSION_DEPARTMENT] = LAND;
	run(&facts, &query, &context, &table);
	assert_column(&table, "team_code", "t5|");
	assert_column(&table, "teams_total", "1|1");
	table_free(&table);
	unit_tree_free(&units);
	facts_free(&facts);
}

static void two_dimensions_have_subtotals(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_HOURS};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_DEPARTMENT, 2, wanted);
	query.row_count = 2;
	query.rows[1] = DIMENSION_PROBLEM_TYPE;
	run(&facts, &query, &fixture_context, &table);
	assert_string_equal(table.title, "部局、課題類型別");
	assert_column(&table, "department", "福祉部|福祉部|福祉部|福祉部|土木建築部|土木建築部|合計");
	assert_column(&table, "problem_type_code", "1|2||subtotal|2|subtotal|");
	assert_column(&table, "problem_type", "1|2|未分類|小計|2|小計|");
	assert_column(&table, "projects", "2|1|1|4|1|1|5");
	assert_column(&table, "hours", "130|50|-20|160|40|40|200");
	assert_int_equal(table.rows.items[2].kind, ROW_UNCLASSIFIED);
	assert_int_equal(table.rows.items[3].key[0], WELFARE);
	assert_int_equal(table.rows.items[3].key[1], -1);
	table_free(&table);

	/* Sorted by hours: sections by their subtotals, unclassified last. */
	query.sort_column = 6;
	run(&facts, &query, &fixture_context, &table);
	assert_string_equal(table.columns.items[6].id, "hours");
	assert_column(&table, "hours", "40|40|50|130|-20|160|200");
	table_free(&table);
	facts_free(&facts);
}

static void sections_go_with_their_departments(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_DEPARTMENT, 1, wanted);
	query.row_count = 2;
	query.rows[1] = DIMENSION_SECTION;
	query.all_entries = true;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "section_code", "s1|s2|subtotal|s3|subtotal|");
	assert_column(&table, "projects", "3|1|4|1|1|5");
	table_free(&table);
	facts_free(&facts);
}

static void columns_are_a_dimension_too(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_HOURS};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_PROBLEM_TYPE, 2, wanted);
	query.column = DIMENSION_TOOL;
	run(&facts, &query, &fixture_context, &table);
	assert_string_equal(table.title, "課題類型 × ICTツール別");
	assert_column(&table, "kintone:projects", "1|1|0|2");
	assert_column(&table, "genai:hours", "0|50|0|50");
	assert_column(&table, "none:hours", "0|0|-20|-20");
	assert_column(&table, "hours", "130|90|-20|200");
	const int kintone = table_column_index(&table, "kintone:projects");
	assert_int_equal(table.columns.items[kintone].group, KINTONE);
	assert_string_equal(table.columns.items[kintone].label, "kintone: 取組数（件）");
	assert_note(&table, 1, "unclassified:tool=1",
		"ICTツールのない取組が1件あり、「なし」に計上している");
	table_free(&table);
	query.measure_count = 1;
	run(&facts, &query, &fixture_context, &table);
	assert_string_equal(table.columns.items[kintone].label, "kintone");
	table_free(&table);
	facts_free(&facts);
}

static void teams_of_several_rows_are_explained(void **state)
{
	static const enum measure wanted[] = {MEASURE_TEAMS};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	/* 保育班 has a project of type 1 and one of type 2 */
	make_query(&query, DIMENSION_PROBLEM_TYPE, 1, wanted);
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "teams", "2|2|1|4");
	assert_note(&table, 2, "teams-repeated",
		"取組が複数ある班は該当するすべての行で数えるため、内訳の計は合計を上回る場合がある");
	table_free(&table);
	/* a team lies in one department, and a total of hours needs no such word */
	make_query(&query, DIMENSION_DEPARTMENT, 1, wanted);
	run(&facts, &query, &fixture_context, &table);
	for (size_t n = 0; n < table.notes.count; n++)
		assert_string_not_equal(table.notes.items[n].machine, "teams-repeated");
	table_free(&table);
	facts_free(&facts);
}

static void every_tool_counts_each_of_them(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_HOURS, MEASURE_SHARE};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_ANY_TOOL, 3, wanted);
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "tool", "kintone|生成AI|RPA|なし|合計");
	assert_column(&table, "projects", "3|2|1|1|5");
	assert_column(&table, "hours", "170|150|30|-20|200");
	assert_column(&table, "share", "85.0|75.0|15.0|-10.0|100.0");
	assert_true(table_has_note(&table, NOTE_EVERY_TOOL));
	assert_false(table_has_note(&table, NOTE_ROUNDING));
	table_free(&table);
	/* Only those with 生成AI, whatever else they use. */
	make_query(&query, DIMENSION_TOOL, 2, wanted);
	query.drill[DIMENSION_ANY_TOOL] = GENAI;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "primary_tool", "kintone|生成AI|合計");
	table_free(&table);
	facts_free(&facts);
}

static void changes_compare_with_the_year_before(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_CHANGE, MEASURE_HOURS,
		MEASURE_CHANGE};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_TEAM, 4, wanted);
	run(&facts, &query, &fixture_context, &table);
	/* 企画班 had a project last year only: without its row the changes would not add up. */
	assert_column(&table, "team", "保育班|相談班|施設班|企画班|維持班|");
	assert_column(&table, "projects", "2|1|1|0|1|5");
	assert_column(&table, "projects_change", "1|1|1|-1|1|3");
	assert_column(&table, "hours_change", "80|30|-20|-10|40|120");
	fixture_assert_text(&table, 0, "hours_change", TABLE_PEOPLE, "+80");
	table_free(&table);

	/* Nor do they beside the year itself. */
	query.rows[0] = DIMENSION_FISCAL_YEAR;
	query.rows[1] = DIMENSION_TEAM;
	query.row_count = 2;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "team", "保育班|相談班|施設班|企画班|維持班||");
	assert_column(&table, "projects_change", "1|1|1|-1|1|3|3");
	table_free(&table);
	make_query(&query, DIMENSION_TEAM, 4, wanted);

	/* Before R6 nothing is known: no change is made up. */
	query.fiscal_year = 2024;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "projects_change", "||");
	table_free(&table);

	make_query(&query, DIMENSION_FISCAL_YEAR, 4, wanted);
	query.fiscal_year = 0;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "fiscal_year_code", "2024|2025|total");
	assert_column(&table, "projects", "2|5|7");
	assert_column(&table, "projects_change", "|3|");
	assert_column(&table, "hours_change", "|120|");
	table_free(&table);
	facts_free(&facts);
}

static void labour_value_needs_a_rate(void **state)
{
	static const enum measure wanted[] = {MEASURE_LABOUR_VALUE};
	struct pivot_context context = fixture_context;
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_DEPARTMENT, 1, wanted);
	run(&facts, &query, &context, &table);
	assert_column(&table, "labour_value", "||");
	table_free(&table);
	context.hourly_rate = 3500;
	run(&facts, &query, &context, &table);
	assert_column(&table, "labour_value", "560000|140000|700000");
	table_free(&table);
	context.hourly_rate = INT64_MAX;
	assert_false(pivot_run(&facts, &query, &context, &table, NULL));
	facts_free(&facts);
}

/* A filter may let pass projects of one year only, another than the one that was asked for. */
static void a_single_year_is_reckoned_by_its_own_h(void **state)
{
	static const enum measure wanted[] = {MEASURE_HOURS, MEASURE_PERSON_YEARS};
	static const struct year_terms years[] = {{2024, 30, 0}, {2025, 60, 0}};
	const struct pivot_context context = {.hours_per_person_year = 60, .years = years, .year_count = 2,
		.body = "見本県"};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_FISCAL_YEAR, 2, wanted);
	query.fiscal_year = 0;
	for (size_t f = 0; f < facts.count; f++)
		if (strcmp(facts.dictionary[DIMENSION_FISCAL_YEAR].entries.items[
			facts.codes[DIMENSION_FISCAL_YEAR][f]].code, "2024") != 0)
			facts.flags[f] = 0;
	run(&facts, &query, &context, &table);
	assert_column(&table, "hours", "80|80");
	assert_column(&table, "person_years", "2.7|2.7");
	table_free(&table);
	facts_free(&facts);
}

static void sorting_by_a_figure_keeps_unclassified_last(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_HOURS};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_TOOL, 2, wanted);
	query.sort_column = 3; /* code, name, projects, hours */
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "hours", "30|50|140|-20|200");
	table_free(&table);
	query.sort_descending = true;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "hours", "140|50|30|-20|200");
	table_free(&table);
	query.sort_column = 1;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "primary_tool", "RPA|生成AI|kintone|なし|合計");
	table_free(&table);
	facts_free(&facts);
}

static void figures_beyond_64_bits_are_refused(void **state)
{
	static const enum measure wanted[] = {MEASURE_MINUTES};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;
	struct error err = {0};
	int64_t *minutes;

	(void)state;
	make_facts(&facts);
	minutes = facts.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR];
	make_query(&query, DIMENSION_PROBLEM_TYPE, 1, wanted);
	/* Large, but it fits: project 3 takes 1,200 off again. */
	minutes[0] = INT64_MAX - 12000;
	run(&facts, &query, &fixture_context, &table);
	assert_int_equal(fixture_number(&table, 0, "minutes"), INT64_MAX - 12000 + 1800);
	table_free(&table);
	minutes[1] = INT64_MAX - 12000;
	assert_false(pivot_run(&facts, &query, &fixture_context, &table, &err));
	assert_int_equal(err.code, ERROR_DATA);
	facts_free(&facts);
}

static void impossible_queries_are_refused(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;
	struct error err = {0};

	(void)state;
	make_facts(&facts);
	make_query(&query, DIMENSION_TOOL, 1, wanted);
	query.column = DIMENSION_TOOL;
	assert_false(pivot_run(&facts, &query, &fixture_context, &table, &err));
	assert_int_equal(err.code, ERROR_USAGE);
	assert_non_null(strstr(err.message, "ICTツール"));
	query.column = -1;
	query.measure_count = 0;
	assert_false(pivot_run(&facts, &query, &fixture_context, &table, &err));
	/* A year or a code nobody has is no error: the table is empty. */
	make_query(&query, DIMENSION_TOOL, 1, wanted);
	query.fiscal_year = 1999;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "projects", "0");
	table_free(&table);
	query.fiscal_year = 2025;
	query.drill[DIMENSION_TEAM] = 70000;
	run(&facts, &query, &fixture_context, &table);
	assert_column(&table, "projects", "0");
	table_free(&table);
	facts_free(&facts);
}

static void measures_are_found_by_any_name(void **state)
{
	(void)state;
	for (int m = 0; m < MEASURE_COUNT; m++) {
		assert_int_equal(measure_parse(measures[m].id), m);
		assert_int_equal(measure_parse(measures[m].field_id), m);
		assert_int_equal(measure_parse(_(measures[m].label)), m);
	}
	assert_int_equal(measure_parse("人役"), MEASURE_PERSON_YEARS);
	assert_int_equal(measure_parse("weight"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_left_out_is_said),
		cmocka_unit_test(departments_show_their_rate_of_teams),
		cmocka_unit_test(all_units_of_the_year_and_no_others),
		cmocka_unit_test(two_dimensions_have_subtotals),
		cmocka_unit_test(sections_go_with_their_departments),
		cmocka_unit_test(columns_are_a_dimension_too),
		cmocka_unit_test(teams_of_several_rows_are_explained),
		cmocka_unit_test(every_tool_counts_each_of_them),
		cmocka_unit_test(changes_compare_with_the_year_before),
		cmocka_unit_test(labour_value_needs_a_rate),
		cmocka_unit_test(a_single_year_is_reckoned_by_its_own_h),
		cmocka_unit_test(sorting_by_a_figure_keeps_unclassified_last),
		cmocka_unit_test(figures_beyond_64_bits_are_refused),
		cmocka_unit_test(impossible_queries_are_refused),
		cmocka_unit_test(measures_are_found_by_any_name),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
