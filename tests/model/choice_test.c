#include "config.h"

#include "model/choice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/i18n.h"

static const struct choice choices[] = {
	{"month", "Month", "月間\nヶ月"},
	{"year", "Year", ""},
};

static int parse(const char *text)
{
	return choice_parse(choices, sizeof choices / sizeof choices[0], text);
}

static void ids_labels_and_spellings_are_read(void **state)
{
	(void)state;

	assert_int_equal(parse("month"), 0);
	assert_int_equal(parse("year"), 1);
	assert_int_equal(parse("ＹＥＡＲ"), 1);
	assert_int_equal(parse(" 月間　"), 0);
	assert_int_equal(parse("か月"), -1);
	assert_int_equal(parse("ヶ月"), 0);
	/* The label of the language in use, which stands in no spelling here. */
	assert_int_equal(parse("年"), 1);
	i18n_init("en");
	assert_int_equal(parse("年"), -1);
	assert_int_equal(parse("ヶ月"), 0);
	i18n_init("ja");
}

static void nothing_means_nothing(void **state)
{
	(void)state;

	assert_int_equal(parse(NULL), -1);
	assert_int_equal(parse(""), -1);
	assert_int_equal(parse(" "), -1);
	assert_int_equal(parse("\n"), -1);
	assert_int_equal(parse("month\nyear"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_labels_and_spellings_are_read),
		cmocka_unit_test(nothing_means_nothing),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
