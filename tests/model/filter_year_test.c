/* What a filter says of fiscal years, in every form that the language has for it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/filter_year.h"

enum { FIRST = 2022, YEARS = 6 }; /* R4 … R9 */

static void years_pass_as_they_are_named(void **state)
{
	static const struct {
		const char *filter;
		bool has_years;
		const char *passing; /* of the years from FIRST on: + or - */
		const char *rest;    /* without what it says of years */
	} cases[] = {
		{"", false, "++++++", ""},
		{"tool:kintone", false, "++++++", "tool:kintone"},
		{"fy:R6", true, "--+---", ""},
		{"年度：令和6", true, "--+---", ""},
		{"fy:R6 tool:kintone", true, "--+---", "tool:kintone"},
		{"fy:R6,R8", true, "--+-+-", ""},
		{"fy:R6..R7", true, "--++--", ""},
		{"fy:>R6", true, "---+++", ""},
		{"fy:>=R6", true, "--++++", ""},
		{"fy:<R6", true, "++----", ""},
		{"fy:<=R6", true, "+++---", ""},
		{"fy:>=R6 fy:<R7", true, "--+---", ""},
		{"-fy:R6", true, "++-+++", ""},
		{"-fy:R6,R7 hours:>=10", true, "++--++", "hours:>=10"},
		{"fy:R6 fy:R7", true, "------", ""},
		{"fy:=R6", true, "--+---", ""},
	};
	(void)state;

	for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
		struct filter filter = {0};
		struct strbuf rest = {0};
		char passing[YEARS + 1] = "";

		assert_true(filter_parse(cases[c].filter, &filter, NULL));
		assert_int_equal(filter_has_years(&filter), cases[c].has_years);
		for (int y = 0; y < YEARS; y++)
			passing[y] = filter_passes_year(&filter, FIRST + y) ? '+' : '-';
		assert_string_equal(passing, cases[c].passing);
		filter_drop_years(&filter);
		assert_false(filter_has_years(&filter));
		filter_format(&filter, &rest);
		assert_string_equal(strbuf_text(&rest), cases[c].rest);
		strbuf_free(&rest);
		filter_free(&filter);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(years_pass_as_they_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
