/* Which columns of the list of projects have room, and what stands in narrow ones. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../scratch.h"
#include "base/ambient.h"
#include "ui/projects/projects_columns.h"

static void plan(struct projects_plan *plan, int columns, bool above)
{
	struct projects_layout layout;

	projects_columns_usual(&layout);
	projects_columns_plan(plan, &layout, columns, above);
}

static bool shows(const struct projects_plan *plan, enum field field)
{
	for (size_t i = 0; i < plan->count; i++) {
		if (plan->shown[i]->field == field)
			return true;
	}
	return false;
}

static void the_narrowest_terminal_shows_number_title_and_hours(void **state)
{
	struct projects_plan narrow;

	(void)state;
	plan(&narrow, 40, false);
	assert_int_equal(narrow.count, 3);
	assert_int_equal(narrow.shown[0]->field, FIELD_NUMBER);
	assert_int_equal(narrow.shown[1]->field, FIELD_TITLE);
	assert_int_equal(narrow.shown[2]->field, FIELD_HOURS);
}

static void eighty_columns_show_what_each_role_needs(void **state)
{
	struct projects_plan leader, office;

	(void)state;
	plan(&leader, 80, false);
	assert_true(shows(&leader, FIELD_TEAM));
	assert_false(shows(&leader, FIELD_SECTION));
	plan(&office, 80, true);
	assert_true(shows(&office, FIELD_SECTION));
	assert_false(shows(&office, FIELD_TEAM));
	assert_true(shows(&office, FIELD_STATUS));
	assert_true(shows(&office, FIELD_PROBLEM_TYPE));
	assert_true(shows(&office, FIELD_ACTUAL_HOURS));
}

/* Every width: the columns with their blanks fit, the title keeps a readable width. */
static void whatever_the_width_the_columns_fit(void **state)
{
	(void)state;
	for (int columns = 36; columns <= 300; columns++) {
		for (int above = 0; above < 2; above++) {
			struct projects_plan some;
			int sum = 0;

			plan(&some, columns, above);
			for (size_t i = 0; i < some.count; i++) {
				sum += 1 + some.columns[i].width;
				if (some.shown[i]->field == FIELD_TITLE)
					assert_true(some.columns[i].width >= 16);
			}
			if (sum > columns)
				fail_msg("%d columns taken of %d", sum, columns);
			assert_true(shows(&some, FIELD_TITLE));
		}
	}
}

static void more_room_never_shows_less(void **state)
{
	size_t before = 0;

	(void)state;
	for (int columns = 36; columns <= 300; columns++) {
		struct projects_plan some;

		plan(&some, columns, true);
		assert_true(some.count + 1 >= before); /* the title may claim its share first */
		if (some.count > before)
			before = some.count;
	}
	assert_int_equal(before, 11); /* all the usual ones */
}

static void the_last_column_stays_even_without_room(void **state)
{
	struct projects_layout layout;
	struct projects_plan some;

	(void)state;
	projects_columns_usual(&layout);
	projects_columns_plan(&some, &layout, 5, false);
	assert_int_equal(some.count, 1);
}

static void columns_not_chosen_are_not_shown(void **state)
{
	struct projects_layout layout;
	struct projects_plan some;

	(void)state;
	projects_columns_usual(&layout);
	for (size_t i = 0; i < projects_column_count; i++)
		layout.places[i].shown = projects_columns[i].field == FIELD_OWNER;
	projects_columns_plan(&some, &layout, 200, false);
	assert_int_equal(some.count, 1);
	assert_int_equal(some.shown[0]->field, FIELD_OWNER);
}

/* The first place becomes the last, the title gets a width of its own. */
static void order_and_widths_are_kept(void **state)
{
	struct projects_layout layout, again;
	struct projects_place first;
	struct projects_plan some;

	(void)state;
	projects_columns_usual(&layout);
	first = layout.places[0];
	memmove(layout.places, layout.places + 1, (projects_column_count - 1) * sizeof first);
	layout.places[projects_column_count - 1] = first;
	layout.places[0].width = 5; /* the status */
	assert_true(projects_columns_remember(&layout, NULL));
	projects_columns_recall(&again);
	projects_columns_plan(&some, &again, 120, true);
	assert_int_equal(some.shown[0]->field, FIELD_STATUS);
	assert_int_equal(some.columns[0].width, 5);
	assert_int_equal(some.shown[some.count - 1]->field, FIELD_NUMBER);
}

/* Where room is short, what was asked for stays before what is usual. */
static void what_was_asked_for_has_room(void **state)
{
	struct projects_layout layout;
	struct projects_plan some;

	(void)state;
	projects_columns_usual(&layout);
	for (size_t i = 0; i < projects_column_count; i++) {
		if (projects_columns[i].field == FIELD_OWNER)
			layout.places[i].shown = true;
		if (projects_columns[i].field == FIELD_TEAM)
			layout.places[i].width = 9;
	}
	projects_columns_plan(&some, &layout, 80, true);
	assert_true(shows(&some, FIELD_OWNER));
	assert_true(shows(&some, FIELD_TEAM));
	assert_true(shows(&some, FIELD_TITLE));
	assert_false(shows(&some, FIELD_PRIMARY_TOOL));
}

static void nothing_kept_is_the_usual(void **state)
{
	struct projects_layout layout = {0}, usual = {0};

	(void)state;
	for (size_t i = 0; i < projects_column_count; i++)
		layout.places[i] = (struct projects_place){.column = i};
	assert_true(projects_columns_remember(&layout, NULL)); /* no column at all */
	projects_columns_recall(&layout);
	projects_columns_usual(&usual);
	assert_memory_equal(&layout, &usual, sizeof usual);
}

/* Arrangements are kept in a folder of the test's own, whatever home there is. */
static int begin_with_folder(void **state)
{
	char *folder = scratch_folder("columns");

	*state = folder;
	return folder && setenv("XDG_CONFIG_HOME", folder, 1) == 0 ? 0 : -1;
}

static int end_with_folder(void **state)
{
	char *path = ambient_config_path("list-columns");
	char *below = xasprintf("%s/uraniwa", (char *)*state);

	unlink(path);
	rmdir(below);
	const int gone = rmdir(*state);
	free(path);
	free(below);
	free(*state);
	return gone;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_narrowest_terminal_shows_number_title_and_hours),
		cmocka_unit_test(eighty_columns_show_what_each_role_needs),
		cmocka_unit_test(whatever_the_width_the_columns_fit),
		cmocka_unit_test(more_room_never_shows_less),
		cmocka_unit_test(the_last_column_stays_even_without_room),
		cmocka_unit_test(columns_not_chosen_are_not_shown),
		cmocka_unit_test(order_and_widths_are_kept),
		cmocka_unit_test(what_was_asked_for_has_room),
		cmocka_unit_test(nothing_kept_is_the_usual),
	};

	return cmocka_run_group_tests(tests, begin_with_folder, end_with_folder);
}
