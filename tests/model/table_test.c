#include "config.h"

#include "model/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "model/table_scope.h"

static int japanese(void **state)
{
	char folder[4096];

	(void)state;
	snprintf(folder, sizeof folder, "%s/locale", getenv("abs_builddir"));
	setenv("URANIWA_LOCALEDIR", folder, 1);
	i18n_init("ja");
	return 0;
}

static void assert_shown(const struct table *table, size_t row, size_t column,
	enum table_style style, const char *expected)
{
	struct strbuf text = {0};

	table_cell_text(table, row, column, style, &text);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

/* One column with these figures as data rows and the last one as total. */
static void make_column(struct table *table, enum column_type type, const int64_t *figures,
	size_t count)
{
	table_init(table, "t", "表");
	table->hours_per_person_year = 1860;
	table_add_column(table, "figure", "数", type);
	for (size_t f = 0; f < count; f++) {
		struct table_row *const row =
			table_add_row(table, f + 1 == count ? ROW_TOTAL : ROW_DATA);

		table_set_number(table, row, 0, figures[f]);
	}
}

static void cells_are_shown_in_the_unit_of_their_column(void **state)
{
	static const struct {
		enum column_type type;
		int64_t number;
		const char *machine, *people;
	} cases[] = {
		{COLUMN_COUNT_OF, 1724, "1724", "1,724"},
		{COLUMN_MINUTES, -16688, "-16688", "△16,688"},
		/* thousandths, with the decimals they have */
		{COLUMN_FIGURE, 21572000, "21572", "21,572"},
		{COLUMN_FIGURE, 61600, "61.6", "61.6"},
		{COLUMN_FIGURE, -35308060, "-35308.06", "△35,308.06"},
		{COLUMN_FIGURE, 1, "0.001", "0.001"},
		{COLUMN_FIGURE, 0, "0", "0"},
		/* 12,068 / 60 = 201.13; 30 / 60 = 0.5 goes up, and so does its negative */
		{COLUMN_HOURS, 12068, "201", "201"},
		{COLUMN_HOURS, 29, "0", "0"},
		{COLUMN_HOURS, 30, "1", "1"},
		{COLUMN_HOURS, -30, "-1", "△1"},
		{COLUMN_HOURS, 60000000, "1000000", "1,000,000"},
		/* 21,572 h / 1,860 h = 11.598; 93 h is 0.05 and goes up */
		{COLUMN_PERSON_YEARS, 21572 * 60, "11.6", "11.6"},
		{COLUMN_PERSON_YEARS, 93 * 60, "0.1", "0.1"},
		{COLUMN_PERSON_YEARS, 93 * 60 - 1, "0.0", "0.0"},
		{COLUMN_PERSON_YEARS, -1860 * 60, "-1.0", "△1.0"},
		{COLUMN_YEN, 1234567, "1234567", "1,234,567"},
		{COLUMN_PERCENT, 411, "41.1", "41.1"},
		{COLUMN_PERCENT, 1000, "100.0", "100.0"},
	};

	(void)state;
	for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
		struct table table;

		make_column(&table, cases[c].type, &cases[c].number, 1);
		assert_shown(&table, 0, 0, TABLE_MACHINE, cases[c].machine);
		assert_shown(&table, 0, 0, TABLE_PEOPLE, cases[c].people);
		table_free(&table);
	}
}

static void changes_carry_their_sign(void **state)
{
	static const int64_t figures[] = {90, -90, 0, 20};
	struct table table;

	(void)state;
	make_column(&table, COLUMN_HOURS, figures, 4);
	table.columns.items[0].signed_value = true;
	assert_shown(&table, 0, 0, TABLE_PEOPLE, "+2");
	assert_shown(&table, 0, 0, TABLE_MACHINE, "2");
	assert_shown(&table, 1, 0, TABLE_PEOPLE, "△2");
	assert_shown(&table, 2, 0, TABLE_PEOPLE, "0");
	assert_shown(&table, 3, 0, TABLE_PEOPLE, "0");
	table_free(&table);
}

static void empty_and_text_cells(void **state)
{
	struct table table;

	(void)state;
	table_init(&table, "t", "表");
	table_add_column(&table, "name", "名", COLUMN_TEXT);
	table_add_column(&table, "code", "コード", COLUMN_CODE);
	table_add_column(&table, "hours", "時間", COLUMN_HOURS);
	struct table_row *const row = table_add_row(&table, ROW_DATA);
	table_set_text(&table, row, 0, "総務班");
	assert_int_equal(row->key[0], -1);
	assert_shown(&table, 0, 0, TABLE_PEOPLE, "総務班");
	assert_shown(&table, 0, 2, TABLE_PEOPLE, "");
	assert_true(table.columns.items[0].people && table.columns.items[0].files);
	assert_false(table.columns.items[1].people);
	assert_int_equal(table_column_index(&table, "hours"), 2);
	assert_int_equal(table_column_index(&table, "hour"), -1);
	table_free(&table);
}

static void the_rounding_note_follows_what_is_shown(void **state)
{
	static const struct {
		enum column_type type;
		int64_t figures[3];
		bool noted;
	} cases[] = {
		{COLUMN_HOURS, {60, 60, 120}, false},
		/* 0.5 + 0.5 shows 1 + 1 = 1 */
		{COLUMN_HOURS, {30, 30, 60}, true},
		/* 0.4 + 0.4 shows 0 + 0 = 1 */
		{COLUMN_HOURS, {24, 24, 48}, true},
		{COLUMN_MINUTES, {30, 30, 60}, false},
		{COLUMN_COUNT_OF, {30, 30, 60}, false},
		/* 0.05 + 0.05 person-years show 0.1 + 0.1 = 0.1 */
		{COLUMN_PERSON_YEARS, {93 * 60, 93 * 60, 186 * 60}, true},
	};

	(void)state;
	for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
		struct table table;

		make_column(&table, cases[c].type, cases[c].figures, 3);
		table_note_rounding(&table);
		table_note_rounding(&table);
		assert_int_equal(table.notes.count, cases[c].noted);
		table_free(&table);
	}
}

static void percentages_round_only_where_they_add_up(void **state)
{
	static const int64_t thirds[] = {333, 333, 333, 1000};
	struct table table;

	(void)state;
	make_column(&table, COLUMN_PERCENT, thirds, 4);
	table_note_rounding(&table);
	assert_false(table_has_note(&table, NOTE_ROUNDING));
	table.columns.items[0].additive = true;
	table_note_rounding(&table);
	assert_true(table_has_note(&table, NOTE_ROUNDING));
	assert_string_equal(table.notes.items[0].text,
		"端数処理のため、合計と内訳の計が一致しない場合がある");
	table_free(&table);
}

/* 0.4 h and 0.4 h make a subtotal of 0.8 h, shown as 0 + 0 = 1; the total of two such sections is
 * 1.6 h, shown as 2 = 1 + 1, so that only the sections themselves betray it. */
static void subtotals_are_looked_at_too(void **state)
{
	static const int64_t figures[] = {24, 24, 48, 24, 24, 48, 96};
	static const enum row_kind kinds[] = {ROW_DATA, ROW_UNCLASSIFIED, ROW_SUBTOTAL, ROW_DATA,
		ROW_DATA, ROW_SUBTOTAL, ROW_TOTAL};
	struct table table;

	(void)state;
	for (int whole_hours = 0; whole_hours < 2; whole_hours++) {
		make_column(&table, COLUMN_HOURS, figures, 7);
		for (size_t r = 0; r < 7; r++) {
			table.rows.items[r].kind = kinds[r];
			if (whole_hours)
				table.rows.items[r].cells[0].number *= 60;
		}
		table_note_rounding(&table);
		assert_int_equal(table.notes.count, !whole_hours);
		table_free(&table);
	}
}

static void pivot_columns_are_summed_across(void **state)
{
	struct table table;

	(void)state;
	table_init(&table, "t", "表");
	table_add_column(&table, "a:hours", "a", COLUMN_HOURS)->sums_across = true;
	table_add_column(&table, "b:c:hours", "b", COLUMN_HOURS)->sums_across = true;
	table_add_column(&table, "hours", "計", COLUMN_HOURS);
	struct table_row *const row = table_add_row(&table, ROW_DATA);
	table_set_number(&table, row, 0, 30);
	table_set_number(&table, row, 1, 30);
	table_set_number(&table, row, 2, 60);
	assert_int_equal(table_total_column(&table, 0), 2);
	assert_int_equal(table_total_column(&table, 1), 2);
	assert_int_equal(table_total_column(&table, 2), -1);
	table_note_rounding(&table);
	assert_true(table_has_note(&table, NOTE_ROUNDING));
	table_free(&table);
}

static void captions_state_what_the_figures_are(void **state)
{
	struct table table;
	struct strbuf text = {0};

	(void)state;
	table_init(&table, "t", "表");
	table.fiscal_year = 2025;
	table_caption(&table, &text);
	assert_string_equal(strbuf_text(&text), "令和7年度");
	table.has_figures = true;
	table.stage = STAGE_ACTUAL;
	table.basis = BASIS_FULL_YEAR;
	table.hours_per_person_year = 1920;
	strbuf_clear(&text);
	table_caption(&table, &text);
	assert_string_equal(strbuf_text(&text), "令和7年度　実績・平年度化　1人役 = 1,920時間");
	strbuf_clear(&text);
	table_caption_machine(&table, &text);
	assert_string_equal(strbuf_text(&text),
		"fiscal_year=2025 stage=actual basis=full-year hours_per_person_year=1920");
	table.fiscal_year = 0;
	table.has_figures = false;
	strbuf_clear(&text);
	table_caption(&table, &text);
	table_caption_machine(&table, &text);
	assert_string_equal(strbuf_text(&text), "");
	strbuf_free(&text);
	table_free(&table);
}

static void row_is_named_by_its_last_text_for_people(void **state)
{
	struct table table;

	(void)state;
	table_init(&table, "tools", "Tools");
	table_add_column(&table, "section", "Section", COLUMN_TEXT);
	table_add_column(&table, "tool", "Tool", COLUMN_TEXT);
	table_add_column(&table, "tool_code", "Tool", COLUMN_CODE);
	table_add_column(&table, "hours", "Hours", COLUMN_HOURS);
	struct table_row *const row = table_add_row(&table, ROW_DATA);
	assert_string_equal(table_row_name(&table, 0), "");
	table_set_text(&table, row, 0, "児童課");
	table_set_text(&table, row, 2, "rpa");
	assert_string_equal(table_row_name(&table, 0), "児童課");
	table_set_text(&table, row, 1, "RPA");
	assert_string_equal(table_row_name(&table, 0), "RPA");
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(row_is_named_by_its_last_text_for_people),
		cmocka_unit_test(cells_are_shown_in_the_unit_of_their_column),
		cmocka_unit_test(changes_carry_their_sign),
		cmocka_unit_test(empty_and_text_cells),
		cmocka_unit_test(the_rounding_note_follows_what_is_shown),
		cmocka_unit_test(percentages_round_only_where_they_add_up),
		cmocka_unit_test(subtotals_are_looked_at_too),
		cmocka_unit_test(pivot_columns_are_summed_across),
		cmocka_unit_test(captions_state_what_the_figures_are),
	};

	return cmocka_run_group_tests(tests, japanese, NULL);
}
