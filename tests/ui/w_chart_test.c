/* Charts: columns to the eighth, the target line, and what is drawn where
 * blocks are not proved narrow. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ui/term/dump.h"
#include "ui/term/script.h"
#include "ui/term/terminal.h"
#include "ui/widget/w_chart.h"
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

static int set_up(void **state, int ambiguous)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct terminal_options options = {
		.ambiguous = ambiguous, .rows = ROWS, .columns = COLUMNS};

	fixture->file = scratch_file("chart");
	fixture->script = options.script = script_open("/dev/null", NULL);
	fixture->terminal = terminal_prepare(&options, NULL);
	assert_true(terminal_start(fixture->terminal, NULL));
	theme_init(&fixture->theme, THEME_MONO);
	theme_set_glyphs(&fixture->theme, terminal_narrow_proved(fixture->terminal));
	fixture->canvas.theme = &fixture->theme;
	fixture->area = (struct area){0, 0, ROWS, COLUMNS};
	draw_clear(&fixture->canvas, fixture->area, THEME_NORMAL);
	*state = fixture;
	return 0;
}

static int setup_narrow(void **state)
{
	return set_up(state, 1);
}

static int setup_wide(void **state)
{
	return set_up(state, 2);
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

static const struct chart_point years[] = {
	{.label = "R6", .values = {10}, .known = {true}, .target = 40, .has_target = true},
	{.label = "R7", .values = {25}, .known = {true}, .target = 40, .has_target = true},
	{.label = "R8", .target = 30, .has_target = true},
};
static const struct w_chart trend = {.points = years, .count = 3, .names = {"Hours"},
	.target_name = "Target 30"};

static void draw(struct fixture *fixture, const struct w_chart *chart, int rows, int columns)
{
	w_chart_draw(chart, &fixture->canvas, area_part(fixture->area, 0, 0, rows, columns));
}

/* 12 rows: 8 for the columns, two to a step of 10; then axis, labels, figures and legend. What is not
 * known has no column and no figure, and is not 0. */
static void test_trend(void **state)
{
	struct fixture *fixture = *state;

	draw(fixture, &trend, ROWS, COLUMNS);
	assert_string_equal(shown(fixture),
		"40┤━━━━━━━━━━━━━━━━━━━━━━━━\n"
		"  │\n"
		"30┤                        ━━━━━━━━━━━━\n"
		"  │             █████████\n"
		"20┤             █████████\n"
		"  │             █████████\n"
		"10┤ █████████   █████████\n"
		"  │ █████████   █████████\n"
		" 0└─────────────────────────────────────\n"
		"        R6          R7          R8\n"
		"        10          25          -\n"
		"   █ Hours  ━━ Target 30\n");
}

static void test_trend_where_blocks_are_wide(void **state)
{
	struct fixture *fixture = *state;

	draw(fixture, &trend, ROWS, COLUMNS);
	assert_string_equal(shown(fixture),
		"40+========================\n"
		"  |\n"
		"30+                        ============\n"
		"  |             #########\n"
		"20+             #########\n"
		"  |             #########\n"
		"10+ #########   #########\n"
		"  | #########   #########\n"
		" 0+-------------------------------------\n"
		"        R6          R7          R8\n"
		"        10          25          -\n"
		"   # Hours  == Target 30\n");
}

/* Two readings beside each other, told apart without colour. Three rows for 50: 13 is 6 of their 24
 * eighths. The second goes by whole cells: 4 is one of them, 30 two. */
static void test_two_series(void **state)
{
	static const struct chart_point points[] = {
		{.label = "R6", .values = {0, 4}, .known = {true, true}},
		{.label = "R7", .values = {13, 30}, .known = {true, true}},
	};
	const struct w_chart chart = {.points = points, .count = 2, .names = {"Flow", "Stock"}};
	struct fixture *fixture = *state;

	draw(fixture, &chart, 6, COLUMNS);
	assert_string_equal(shown(fixture),
		"50┤\n"
		"  │                           ▒▒▒▒▒▒▒\n"
		"  │         ▒▒▒▒▒▒▒    ▆▆▆▆▆▆▆▒▒▒▒▒▒▒\n"
		" 0└─────────────────────────────────────\n"
		"           R6                R7\n"
		"   █ Flow  ▒ Stock\n");
}

/* More work than before hangs below nothing. */
static void test_negative(void **state)
{
	static const struct chart_point points[] = {
		{.label = "4", .values = {20}, .known = {true}},
		{.label = "5", .values = {-20}, .known = {true}},
	};
	const struct w_chart chart = {.points = points, .count = 2, .names = {"Hours"}};
	struct fixture *fixture = *state;

	draw(fixture, &chart, 8, COLUMNS);
	assert_string_equal(shown(fixture),
		" 20┤  ██████████████\n"
		"   │  ██████████████\n"
		"  0┤                    ██████████████\n"
		"   │                    ██████████████\n"
		"△20└────────────────────────────────────\n"
		"            4                 5\n"
		"    █ Hours\n");
}

static void test_no_room_for_a_scale(void **state)
{
	struct fixture *fixture = *state;

	draw(fixture, &trend, 2, COLUMNS);
	assert_string_equal(shown(fixture), "▃█_\n█ Hours  ━━ Target 30\n");
}

static void test_nothing_to_show(void **state)
{
	const struct w_chart chart = {.names = {"Hours"}};
	struct fixture *fixture = *state;

	draw(fixture, &chart, ROWS, COLUMNS);
	assert_string_equal(shown(fixture), "Nothing yet.\n");
}

/* More points than columns: the last ones. */
static void test_last_points_are_shown(void **state)
{
	struct chart_point points[100] = {{0}};
	struct w_chart chart = {.points = points, .count = 100, .names = {"Hours"}};
	struct fixture *fixture = *state;

	for (int i = 0; i < 100; i++)
		points[i] = (struct chart_point){.label = i == 99 ? "e" : i == 62 ? "s" : "-",
			.values = {i == 0 ? 1000 : 1}, .known = {true}};
	draw(fixture, &chart, 7, COLUMNS);
	assert_non_null(strstr(shown(fixture), "s"));
	assert_non_null(strstr(shown(fixture), "e"));
}

static void test_sparkline(void **state)
{
	static const int64_t values[] = {0, 1, 4, 8, -3, 2};
	struct fixture *fixture = *state;

	assert_int_equal(w_chart_sparkline(&fixture->canvas, fixture->area, 0, 0, 1, values, 6), 6);
	assert_int_equal(w_chart_sparkline(&fixture->canvas, fixture->area, 1, 0, 2, values, 6), 12);
	/* only the last two fit */
	assert_int_equal(w_chart_sparkline(&fixture->canvas, fixture->area, 2, COLUMNS - 2, 1, values,
				 6), 2);
	assert_string_equal(shown(fixture),
		"_▁▄█_▂\n"
		"__▁▁▄▄██__▂▂\n"
		"                                      _█\n");
}

static void test_sparkline_where_blocks_are_wide(void **state)
{
	static const int64_t values[] = {0, 1, 4, 8, -3, 2};
	struct fixture *fixture = *state;

	w_chart_sparkline(&fixture->canvas, fixture->area, 0, 0, 1, values, 6);
	assert_string_equal(shown(fixture), "_.=#_:\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_trend, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_trend_where_blocks_are_wide, setup_wide, teardown),
		cmocka_unit_test_setup_teardown(test_two_series, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_negative, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_no_room_for_a_scale, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_nothing_to_show, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_last_points_are_shown, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_sparkline, setup_narrow, teardown),
		cmocka_unit_test_setup_teardown(test_sparkline_where_blocks_are_wide, setup_wide,
			teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
