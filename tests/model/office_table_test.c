/* What the descriptions of the office's tables must say. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static void every_table_says_whether_its_rows_are_carried(void **state)
{
	(void)state;
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++) {
		const struct office_table *table = office_tables[i];

		if (table->carried.which == OFFICE_CARRY_UNSAID || !table->carried.how)
			fail_msg("%s does not say it", table->id);
		/* a row that goes into another year is of a year, and known by it */
		if (table->carried.which == OFFICE_CARRY_ROWS) {
			assert_in_range(office_year_of_rows(table), 0, table->keys - 1);
			assert_in_range(table->carried.alone, 0, table->keys);
		}
	}
}

static void a_row_holds_in_its_year_or_in_a_span(void **state)
{
	const struct office_row leader = {{[LEADER_YEAR] = "2025"}};
	const struct office_row open = {{[GRANT_FIRST] = "2025", [GRANT_LAST] = "0"}};
	const struct office_row ended = {{[GRANT_FIRST] = "2025", [GRANT_LAST] = "2026"}};
	const struct office_row always = {{[PARAMETER_YEAR] = "0"}};

	(void)state;
	assert_false(office_row_holds(&office_leaders, &leader, 2024));
	assert_true(office_row_holds(&office_leaders, &leader, 2025));
	assert_false(office_row_holds(&office_leaders, &leader, 2026));
	assert_false(office_row_holds(&office_roles, &open, 2024));
	assert_true(office_row_holds(&office_roles, &open, 2099));
	assert_true(office_row_holds(&office_roles, &ended, 2026));
	assert_false(office_row_holds(&office_roles, &ended, 2027));
	assert_true(office_row_holds(&office_parameters, &always, 2025));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_says_whether_its_rows_are_carried),
		cmocka_unit_test(a_row_holds_in_its_year_or_in_a_span),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
