#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "model/fiscal_year.h"
#include "model/start.h"

/* By hand, domain.md §5: before the year is April's (前期), after it is 年度外. */
static void a_start_is_seen_from_its_fiscal_year(void **state)
{
	static const struct {
		const char *date;
		const char *code;
		unsigned half;
	} starts[] = {
		{"", "", HALF_NONE},
		{"2025-13-01", "", HALF_NONE},
		{"1999-01-01", "2025-04", HALF_FIRST},
		{"2025-02-28", "2025-04", HALF_FIRST}, /* by its own month it would be 後期 */
		{"2025-03-31", "2025-04", HALF_FIRST},
		{"2025-04-01", "2025-04", HALF_FIRST},
		{"2025-09-30", "2025-09", HALF_FIRST},
		{"2025-10-01", "2025-10", HALF_SECOND},
		{"2025-12-31", "2025-12", HALF_SECOND},
		{"2026-01-01", "2026-01", HALF_SECOND},
		{"2026-03-31", "2026-03", HALF_SECOND},
		{"2026-04-01", "later", START_HALF_LATER}, /* by its own month it would be 前期 */
		{"2030-11-01", "later", START_HALF_LATER},
		{"9999-12-31", "later", START_HALF_LATER},
	};

	(void)state;
	for (size_t s = 0; s < sizeof starts / sizeof starts[0]; s++) {
		const uint32_t month = start_in_year(start_month(starts[s].date), 2025);
		char code[START_CODE];

		start_code(month, code);
		assert_string_equal(code, starts[s].code);
		assert_int_equal(start_half(month), starts[s].half);
		/* seen twice is seen once */
		assert_int_equal(start_in_year(month, 2025), month);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_start_is_seen_from_its_fiscal_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
