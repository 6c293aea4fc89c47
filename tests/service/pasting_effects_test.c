/* Cells of a spreadsheet among effect lines: which goes where, what becomes of the lines. */
#include "config.h"

#include "service/files/pasting_effects.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The columns of a sheet from the work step on, or from the minutes before on. */
static const struct pasting_column columns[] = {
	{"step", EFFECT_FIELD_LABEL, EFFECT_PART_WHOLE, ""},
	{"stage", EFFECT_FIELD_STAGE, EFFECT_PART_WHOLE, ""},
	{"before", EFFECT_FIELD_BEFORE_MINUTES, EFFECT_PART_WHOLE, ""},
	{"cases", EFFECT_FIELD_BEFORE_CASES, EFFECT_PART_WHOLE, ""},
	{"after", EFFECT_FIELD_AFTER_MINUTES, EFFECT_PART_WHOLE, ""},
	{"cases after", EFFECT_FIELD_AFTER_CASES, EFFECT_PART_WHOLE, ""},
	{"per", EFFECT_FIELD_PERIOD, EFFECT_PART_WHOLE, ""},
	{"times", EFFECT_FIELD_PERIODS_IN_YEAR, EFFECT_PART_WHOLE, ""},
	{"in-year", EFFECT_FIELD_DIRECT_HOURS, BASIS_IN_YEAR, "時間"},
	{"full-year", EFFECT_FIELD_DIRECT_HOURS, BASIS_FULL_YEAR, "時間"},
};
enum { COLUMNS = sizeof columns / sizeof columns[0], FROM_BEFORE = 2, FROM_HOURS = 8 };

struct fixture {
	struct project project;
	struct effect lines[4];
	struct pasting_place place;
	struct pasted pasted;
	struct pasting_effects to;
};

static int setup(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);

	project_init(&fixture->project);
	fixture->project.fiscal_year = 2025;
	fixture->place = (struct pasting_place){.project = &fixture->project, .lines = fixture->lines,
		.columns = columns, .column_count = COLUMNS, .working_days = 240};
	*state = fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;

	pasting_effects_free(&fixture->to);
	pasted_free(&fixture->pasted);
	project_free(&fixture->project);
	free(fixture);
	return 0;
}

static void add_line(struct fixture *fixture, int number, enum stage stage, const char *label, int64_t minutes)
{
	struct effect *line = &fixture->lines[fixture->place.count++];

	*line = effect_new(number, stage, PERIOD_MONTH, 240);
	line->label = label;
	line->destination = "";
	line->before_minutes = minutes * 100;
	line->before_cases = line->after_cases = minutes ? 10 : 0;
}

static void paste(struct fixture *fixture, const char *text)
{
	pasted_split(text, &fixture->pasted);
	pasting_effects(&fixture->to, &fixture->pasted, &fixture->place);
}

static void check_line(const struct fixture *fixture, size_t at, int number, ptrdiff_t of, const char *label,
	int64_t in_year)
{
	const struct pasting_line *line = &fixture->to.lines.items[at];
	struct saving saving;

	assert_true(at < fixture->to.lines.count);
	assert_int_equal(line->effect.line, number);
	assert_int_equal(line->at, of);
	assert_string_equal(line->effect.label, label);
	assert_true(effect_compute(&line->effect, &saving, NULL));
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], in_year);
}

static void check_cell(const struct fixture *fixture, size_t line, size_t column, enum pasting_fate fate)
{
	const struct pasting_cell *cell = &fixture->to.lines.items[line].cells[column];

	assert_true(column < fixture->to.column_count);
	assert_int_equal(cell->fate, fate);
	assert_int_equal(cell->why != NULL, fate >= PASTING_COMPUTED);
}

/* The worked case of the council paper, by position: 12,068 and 8,085 minutes in the year. */
static void test_rows_become_lines(void **state)
{
	struct fixture *fixture = *state;

	paste(fixture, "記録作成（児童福祉司）\t見込\t39.2\t88\t19.6\t88\t月\t7\r\n"
		"記録作成（電話相談員）\t見込\t30分\t77件\t15\t77\t月\t7\r\n");
	assert_int_equal(fixture->to.lines.count, 2);
	check_line(fixture, 0, 1, -1, "記録作成（児童福祉司）", 12068);
	check_line(fixture, 1, 2, -1, "記録作成（電話相談員）", 8085);
	assert_int_equal(fixture->to.added, 2);
	assert_int_equal(fixture->to.bad, 0);
}

static void test_headings_say_the_columns(void **state)
{
	struct fixture *fixture = *state;

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 6);
	paste(fixture, "備考\t取組後1件あたり分\t取組前1件あたり分\t取組前件数\t作業\n"
		"急ぐ\t5\t10\t12\t受付\n\t〃\t20\t－\t照会\n合計\t\t30\t\t\n");
	assert_int_equal(fixture->to.lines.count, 2);
	check_line(fixture, 0, 1, 0, "受付", (10 * 12 - 5 * 12) * 12);
	check_line(fixture, 1, 2, -1, "照会", 0);
	assert_int_equal(fixture->to.lines.items[1].effect.after_minutes, 500);
	check_cell(fixture, 0, 0, PASTING_NOWHERE);
	check_cell(fixture, 0, 4, PASTING_SAME);
	check_cell(fixture, 1, 3, PASTING_NOTHING);
	assert_int_equal(fixture->to.totals, 1);
	assert_int_equal(fixture->to.added, 1);
	assert_int_equal(fixture->to.changed, 1);
}

/* Figures without the name of a work step go down the lines from the cursor on, over the gap of a blank line. */
static void test_figures_go_down_the_lines(void **state)
{
	struct fixture *fixture = *state;

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 6);
	add_line(fixture, 2, STAGE_ESTIMATE, "審査", 7);
	add_line(fixture, 3, STAGE_ESTIMATE, "通知", 8);
	fixture->place.line = 1;
	fixture->place.columns = columns + FROM_BEFORE;
	fixture->place.column_count = COLUMNS - FROM_BEFORE;
	paste(fixture, "20\t5\n\n40\t\n");
	assert_int_equal(fixture->to.lines.count, 2);
	check_line(fixture, 0, 2, 1, "審査", 20 * 5 * 12);
	check_line(fixture, 1, 4, -1, "", 0);
	assert_int_equal(fixture->to.lines.items[1].effect.before_minutes, 4000);
}

/* The same rows again change nothing; the same step twice is two lines. */
static void test_known_steps_are_not_doubled(void **state)
{
	struct fixture *fixture = *state;

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 6);
	add_line(fixture, 1, STAGE_ACTUAL, "受付", 6);
	add_line(fixture, 2, STAGE_ESTIMATE, "審査", 7);
	fixture->place.line = 2;
	paste(fixture, "受付\t実績\t6\n受　付\t\t6\n審査\t実績\t3\n審査\t見込\t7\n審査\t見込\t7\n");
	check_line(fixture, 0, 1, 1, "受付", 720);
	check_line(fixture, 1, 3, -1, "受　付", 0);
	check_line(fixture, 2, 2, -1, "審査", 0); /* beside the estimate of line 2 */
	assert_int_equal(fixture->to.lines.items[2].effect.stage, STAGE_ACTUAL);
	check_line(fixture, 3, 2, 2, "審査", 840);
	check_line(fixture, 4, 4, -1, "審査", 0);
	check_cell(fixture, 3, 2, PASTING_SAME);
	assert_int_equal(fixture->to.changed, 0);
	assert_int_equal(fixture->to.added, 3);
}

static void test_a_line_just_begun_is_filled(void **state)
{
	struct fixture *fixture = *state;

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 6);
	add_line(fixture, 2, STAGE_ESTIMATE, "", 0);
	fixture->place.line = 1;
	paste(fixture, "照会\t\t1\t2\n回答\t\t3\t4\n");
	check_line(fixture, 0, 2, 1, "照会", 24);
	check_line(fixture, 1, 3, -1, "回答", 144);
}

static void test_bad_cells_are_named_and_leave_the_line(void **state)
{
	struct fixture *fixture = *state;

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 6);
	paste(fixture, "受付\t予定\t十分\t1:30件\t39。2\nほか\t見込\t1時間30分\t5\t\t\t隔日\n");
	check_cell(fixture, 0, 1, PASTING_BAD);
	check_cell(fixture, 0, 2, PASTING_BAD);
	check_cell(fixture, 0, 3, PASTING_BAD);
	check_cell(fixture, 0, 4, PASTING_TAKEN);
	assert_non_null(strstr(fixture->to.lines.items[0].cells[2].why, "十分"));
	assert_int_equal(fixture->to.lines.items[0].effect.before_minutes, 600);
	assert_int_equal(fixture->to.lines.items[0].effect.after_minutes, 3920);
	check_cell(fixture, 1, 6, PASTING_BAD);
	assert_int_equal(fixture->to.lines.items[1].effect.before_minutes, 9000);
	assert_int_equal(fixture->to.bad, 4);
}

/* Hours make a new line one of hours entered directly; elsewhere they are computed, and minutes are refused. */
static void test_hours_entered_directly(void **state)
{
	struct fixture *fixture = *state;

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 6);
	fixture->place.columns = columns + FROM_HOURS;
	fixture->place.column_count = COLUMNS - FROM_HOURS;
	paste(fixture, "12\n120\t240\n1:30\n");
	check_line(fixture, 0, 1, 0, "受付", 720);
	check_cell(fixture, 0, 0, PASTING_COMPUTED);
	check_line(fixture, 1, 2, -1, "", 7200);
	assert_int_equal(fixture->to.lines.items[1].effect.direct_full_year, 14400);
	check_line(fixture, 2, 3, -1, "", 90);
	assert_int_equal(fixture->to.lines.items[2].effect.direct_full_year, 90);
}

static void test_a_direct_line_keeps_its_kind(void **state)
{
	struct fixture *fixture = *state;
	struct effect *line = &fixture->lines[0];

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 0);
	line->kind = EFFECT_DIRECT;
	line->direct_in_year = 60;
	line->direct_full_year = 120;
	paste(fixture, "受付\t\t5\t\t\t\t月\t\t\t4\n");
	check_line(fixture, 0, 1, 0, "受付", 60);
	check_cell(fixture, 0, 2, PASTING_BAD);
	check_cell(fixture, 0, 6, PASTING_COMPUTED);
	assert_int_equal(fixture->to.lines.items[0].effect.direct_full_year, 240);
}

static void test_line_numbers_and_units_of_headings(void **state)
{
	struct fixture *fixture = *state;

	add_line(fixture, 1, STAGE_ESTIMATE, "受付", 6);
	add_line(fixture, 2, STAGE_ESTIMATE, "審査", 7);
	paste(fixture, "行\t作業\t取組前1件あたり分（時間）\t直接入力時間\n2\t審査（窓口）\t1\t\n9\t\t\t2\nx\t\t3\t\n");
	check_line(fixture, 0, 2, 1, "審査（窓口）", 60 * 10 * 12);
	check_line(fixture, 1, 9, -1, "", 120);
	check_cell(fixture, 2, 0, PASTING_BAD);
}

static void test_table(void **state)
{
	struct fixture *fixture = *state;
	struct table table;

	paste(fixture, "受付\t見込\tx\n");
	pasting_effects_tell(&fixture->to, &table);
	assert_int_equal(table.columns.count, 5);
	assert_string_equal(table.rows.items[0].cells[1].text, "受付");
	assert_string_equal(table.rows.items[0].cells[3].text, "!x");
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_rows_become_lines, setup, teardown),
		cmocka_unit_test_setup_teardown(test_headings_say_the_columns, setup, teardown),
		cmocka_unit_test_setup_teardown(test_figures_go_down_the_lines, setup, teardown),
		cmocka_unit_test_setup_teardown(test_known_steps_are_not_doubled, setup, teardown),
		cmocka_unit_test_setup_teardown(test_a_line_just_begun_is_filled, setup, teardown),
		cmocka_unit_test_setup_teardown(test_bad_cells_are_named_and_leave_the_line, setup, teardown),
		cmocka_unit_test_setup_teardown(test_hours_entered_directly, setup, teardown),
		cmocka_unit_test_setup_teardown(test_a_direct_line_keeps_its_kind, setup, teardown),
		cmocka_unit_test_setup_teardown(test_line_numbers_and_units_of_headings, setup, teardown),
		cmocka_unit_test_setup_teardown(test_table, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
