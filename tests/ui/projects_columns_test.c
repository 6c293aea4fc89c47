/* Which columns of the list of projects have room, and what stands in narrow ones. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ui/projects_columns.h"

static void plan(struct projects_plan *plan, int columns, bool above)
{
	bool chosen[PROJECTS_COLUMNS_MAX];

	projects_columns_usual(chosen);
	projects_columns_plan(plan, chosen, columns, above);
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
	bool chosen[PROJECTS_COLUMNS_MAX];
	struct projects_plan some;

	(void)state;
	projects_columns_usual(chosen);
	projects_columns_plan(&some, chosen, 5, false);
	assert_int_equal(some.count, 1);
}

static void columns_not_chosen_are_not_shown(void **state)
{
	bool chosen[PROJECTS_COLUMNS_MAX] = {false};
	struct projects_plan some;

	(void)state;
	for (size_t i = 0; i < projects_column_count; i++)
		chosen[i] = projects_columns[i].field == FIELD_OWNER;
	projects_columns_plan(&some, chosen, 200, false);
	assert_int_equal(some.count, 1);
	assert_int_equal(some.shown[0]->field, FIELD_OWNER);
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
