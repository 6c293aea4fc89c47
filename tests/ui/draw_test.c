/* What reaches the screen: nothing outside its area, no half of a wide character, lists and tables
 * in their columns. A screen without a terminal is drawn on and photographed. */
#include "config.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "model/table.h"
#include "ui/term/dump.h"
#include "ui/term/script.h"
#include "ui/term/terminal.h"
#include "ui/widget/w_list.h"
#include "ui/widget/w_table.h"
#include "../scratch.h"

enum { ROWS = 12, COLUMNS = 40 };

struct fixture {
	struct script *script;
	struct terminal *terminal;
	struct theme theme;
	struct canvas canvas;
	struct area area;
	char *file; /* what the terminal showed */
	char shown[ROWS * COLUMNS * 8];
};

static void start(struct fixture *fixture, int ambiguous)
{
	struct terminal_options options = {
		.ambiguous = ambiguous, .rows = ROWS, .columns = COLUMNS};

	fixture->script = options.script = script_open("/dev/null", NULL);
	fixture->terminal = terminal_prepare(&options, NULL);
	assert_true(terminal_start(fixture->terminal, NULL));
	theme_init(&fixture->theme, THEME_MONO);
	theme_set_glyphs(&fixture->theme, terminal_narrow_proved(fixture->terminal));
	fixture->canvas.theme = &fixture->theme;
	fixture->area = (struct area){0, 0, ROWS, COLUMNS};
	draw_clear(&fixture->canvas, fixture->area, THEME_NORMAL);
}

static int setup_narrow(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);

	fixture->file = scratch_file("draw");
	start(fixture, 1);
	*state = fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;

	terminal_stop(fixture->terminal);
	script_close(fixture->script);
	unlink(fixture->file);
	free(fixture->file);
	free(fixture);
	text_set_ambiguous_width(1);
	return 0;
}

/* The screen as text, empty rows at the end left out. */
static const char *shown(struct fixture *fixture)
{
	FILE *stream;
	size_t length;

	assert_true(dump_screen(fixture->file, NULL));
	stream = fopen(fixture->file, "r");
	length = fread(fixture->shown, 1, sizeof fixture->shown - 1, stream);
	fclose(stream);
	while (length > 1 && fixture->shown[length - 1] == '\n' &&
		fixture->shown[length - 2] == '\n')
		length--;
	fixture->shown[length] = '\0';
	return fixture->shown;
}

static void text(struct fixture *fixture, struct area area, int y, int x, int columns,
	const char *bytes)
{
	draw_text(&fixture->canvas, area, y, x, columns, bytes, TEXT_LEFT, THEME_NORMAL);
}

/* Terminals differ on joiners, selectors, skin tones and directions: they are not sent. */
static void test_what_terminals_disagree_on_is_left_out(void **state)
{
	struct fixture *fixture = *state;
	struct area area = fixture->area;

	text(fixture, area, 0, 0, 8, "👨\u200D👩\u200D👧");
	text(fixture, area, 0, 8, 1, "|");
	text(fixture, area, 1, 0, 8, "👍🏽☀\uFE0F\u202Ea\u00AD");
	text(fixture, area, 1, 8, 1, "|");
	text(fixture, area, 2, 0, 8, "か\u3099e\u0301ｶﾞ");
	text(fixture, area, 2, 8, 1, "|");
	text(fixture, area, 3, 0, 1, "|");
	text(fixture, area, 3, 1, 7, "\u3099\u0301あ"); /* not on the border */
	text(fixture, area, 3, 8, 1, "|");
	assert_string_equal(shown(fixture),
		"👨👩👧  |\n"
		"👍☀a    |\n"
		"か\u3099e\u0301ｶﾞ   |\n"
		"|あ     |\n");
}

static void test_text_is_cut_and_padded(void **state)
{
	struct fixture *fixture = *state;
	struct area area = fixture->area;

	text(fixture, area, 0, 0, 6, "福祉保健部");
	text(fixture, area, 0, 6, 1, "|");
	text(fixture, area, 1, 0, 10, "福祉保健部");
	text(fixture, area, 1, 10, 1, "|");
	draw_text(&fixture->canvas, area, 2, 0, 8, "1,724", TEXT_RIGHT, THEME_NORMAL);
	text(fixture, area, 2, 8, 1, "|");
	text(fixture, area, 3, 38, -1, "福"); /* fits before the edge */
	text(fixture, area, 4, 39, -1, "福");   /* none */
	text(fixture, area, -1, 0, 5, "above");
	text(fixture, area, ROWS, 0, 5, "below");
	text(fixture, area, 0, COLUMNS, 5, "right");
	assert_string_equal(shown(fixture),
		"福祉… |\n"
		"福祉保健部|\n"
		"   1,724|\n"
		"                                      福\n"
		"                                       …\n");
}

/* A pop-up over wide characters leaves no halves beside it. */
static void test_wide_characters_are_never_halved(void **state)
{
	struct fixture *fixture = *state;
	struct area popup = area_part(fixture->area, 0, 3, 2, 4);

	text(fixture, fixture->area, 0, 0, -1, "福祉保健部");
	text(fixture, fixture->area, 1, 0, -1, "福祉保健部");
	draw_clear(&fixture->canvas, popup, THEME_NORMAL);
	text(fixture, popup, 0, 0, 4, "abcd");
	assert_string_equal(shown(fixture), "福 abcd 部\n福      部\n");
}

static void test_boxes_and_bars(void **state)
{
	struct fixture *fixture = *state;
	struct area inside;

	inside = draw_box(&fixture->canvas, area_part(fixture->area, 0, 0, 3, 12), "件数");
	draw_bar(&fixture->canvas, inside, 0, 0, 10, 37, 80);
	draw_bar(
		&fixture->canvas, fixture->area, 3, 0, 10, 1, 1000000); /* never nothing for some */
	draw_bar(&fixture->canvas, fixture->area, 4, 0, 10, 0, 10);
	draw_bar(&fixture->canvas, fixture->area, 5, 0, 4, INT64_MAX, INT64_MAX);
	draw_bar(&fixture->canvas, fixture->area, 6, 0, 4, INT64_MAX / 2, INT64_MAX);
	assert_string_equal(shown(fixture),
		"┌ 件数 ────┐\n"
		"│████▋     │\n"
		"└──────────┘\n"
		"▏\n"
		"\n"
		"████\n"
		"█▉\n");
}

static void test_ascii_where_width_is_not_proved(void **state)
{
	struct fixture *fixture = *state;
	struct area inside;

	terminal_stop(fixture->terminal);
	script_close(fixture->script);
	start(fixture, 2);
	inside = draw_box(&fixture->canvas, area_part(fixture->area, 0, 0, 3, 12), "①");
	draw_bar(&fixture->canvas, inside, 0, 0, 10, 37, 80);
	text(fixture, fixture->area, 3, 0, 5, "①△○");
	text(fixture, fixture->area, 3, 5, 1, "|");
	assert_string_equal(shown(fixture),
		"+ ① ------+\n"
		"|#####     |\n"
		"+----------+\n"
		"①△~|\n");
}

/* --- lists --------------------------------------------------------------------------------- */

struct rows {
	int64_t count;
	bool known;
};

static int64_t rows_count(void *data)
{
	const struct rows *rows = data;

	return rows->known ? rows->count : -1;
}

static bool rows_exists(void *data, int64_t row)
{
	return row < ((const struct rows *)data)->count;
}

static int64_t rows_last(void *data)
{
	return ((const struct rows *)data)->count - 1;
}

static void rows_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	(void)data;
	(void)role;
	strbuf_addf(out, column == 0 ? "R7-%04lld" : "取組%lld", (long long)row + 1);
}

static bool rows_marked(void *data, int64_t row)
{
	(void)data;
	return row == 999999;
}

static void test_list_of_unknown_length(void **state)
{
	static const struct w_list_source source = {.count = rows_count, .exists = rows_exists,
		.last = rows_last, .cell = rows_cell, .marked = rows_marked};
	static const struct w_column columns[] = {
		{"番号", 10, 4, 0, TEXT_LEFT},
		{"件名", 8, 4, 1, TEXT_LEFT},
		{"never", 30, 20, 0, TEXT_LEFT},
	};
	struct fixture *fixture = *state;
	struct rows rows = {.count = 1000000};
	struct area area = area_part(fixture->area, 0, 0, 4, 30);
	struct w_list list;

	w_list_init(&list, &source, &rows, columns, 3);
	list.headings = true;
	list.sort_column = 0;
	w_list_draw(&list, &fixture->canvas, area, true);
	assert_string_equal(shown(fixture),
		" 番号▲      件名\n R7-0001    取組1\n R7-0002    取組2\n R7-0003    取組3\n");
	assert_true(w_list_action(&list, ACTION_LAST));
	assert_int_equal(w_list_cursor(&list), 999999);
	w_list_draw(&list, &fixture->canvas, area, true);
	assert_string_equal(shown(fixture), " 番号▲      件名\n R7-999998  取組999998\n"
		" R7-999999  取組999999\n✓R7-1000000 取組1000000\n");
	w_list_action(&list, ACTION_PAGE_UP);
	assert_int_equal(w_list_cursor(&list), 999997);
	rows.count = 2; /* others deleted most of it */
	w_list_draw(&list, &fixture->canvas, area, true);
	assert_int_equal(w_list_cursor(&list), 1);
	rows.count = 0;
	assert_int_equal(w_list_cursor(&list), -1);
	w_list_free(&list);
}

static void test_list_mouse(void **state)
{
	static const struct w_list_source source = {.count = rows_count, .cell = rows_cell};
	static const struct w_column columns[] = {{"番号", 10, 4, 0, TEXT_LEFT},
		{"件名", 8, 4, 1, TEXT_LEFT}};
	struct fixture *fixture = *state;
	struct rows rows = {.count = 3, .known = true};
	struct event event = {.kind = EVENT_MOUSE, .mouse = MOUSE_CLICK, .y = 3, .x = 5};
	struct w_list list;
	int column = -1;

	w_list_init(&list, &source, &rows, columns, 2);
	list.headings = true;
	w_list_draw(&list, &fixture->canvas, area_part(fixture->area, 1, 2, 6, 30), true);
	assert_int_equal(w_list_mouse(&list, &event, &column), W_LIST_ROW);
	assert_int_equal(w_list_cursor(&list), 1);
	event.mouse = MOUSE_DOUBLE;
	assert_int_equal(w_list_mouse(&list, &event, &column), W_LIST_ROW_OPENED);
	event = (struct event){.kind = EVENT_MOUSE, .mouse = MOUSE_CLICK, .y = 1, .x = 16};
	assert_int_equal(w_list_mouse(&list, &event, &column), W_LIST_HEADING);
	assert_int_equal(column, 1);
	event.y = 6; /* below the last row */
	assert_int_equal(w_list_mouse(&list, &event, &column), W_LIST_NOWHERE);
	w_list_free(&list);
}

/* --- tables -------------------------------------------------------------------------------- */

static void fill_table(struct table *table)
{
	static const char *const names[] = {"紙・手作業", "文書作成", "計"};
	static const int64_t minutes[] = {532320, -60, 532260};

	table_init(table, "test", "試験");
	table_add_column(table, "name", "課題類型", COLUMN_TEXT);
	table_add_column(table, "projects", "件数", COLUMN_COUNT_OF);
	table_add_column(table, "hours", "時間", COLUMN_HOURS);
	for (int i = 0; i < 3; i++) {
		struct table_row *row = table_add_row(table, i == 2 ? ROW_TOTAL : ROW_DATA);

		table_set_text(table, row, 0, names[i]);
		table_set_number(table, row, 1, 255);
		table_set_number(table, row, 2, minutes[i]);
	}
	table_add_note(table, NOTE_OTHER, "注", "note");
}

static void test_table(void **state)
{
	struct fixture *fixture = *state;
	struct table table;
	struct w_table view;

	fill_table(&table);
	w_table_init(&view);
	w_table_set(&view, &table);
	view.bar_column = 2;
	w_table_draw(&view, &fixture->canvas, fixture->area, true);
	assert_string_equal(shown(fixture),
		"課題類型   件数  時間\n"
		"紙・手作業  255 8,872 ██████████████████\n"
		"文書作成    255    △1\n"
		"計          255 8,871\n"
		"\n\n\n\n\n\n\n"
		"注\n");
	w_table_action(&view, ACTION_RIGHT);
	w_table_action(&view, ACTION_RIGHT);
	w_table_action(&view, ACTION_RIGHT);
	w_table_action(&view, ACTION_LAST);
	assert_int_equal(view.cursor_column, 2);
	assert_int_equal(view.cursor_row, 2);
	draw_clear(&fixture->canvas, fixture->area, THEME_NORMAL);
	w_table_draw(&view, &fixture->canvas, area_part(fixture->area, 0, 0, 3, 18), true);
	assert_string_equal(shown(fixture), "課題類型   時間\n紙・手作… 8,872\n計        8,871\n");
	w_table_free(&view);
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_what_terminals_disagree_on_is_left_out, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(
			test_text_is_cut_and_padded, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(
			test_wide_characters_are_never_halved, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_boxes_and_bars, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(
			test_ascii_where_width_is_not_proved, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(
			test_list_of_unknown_length, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_list_mouse, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_table, setup_narrow, teardown),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
