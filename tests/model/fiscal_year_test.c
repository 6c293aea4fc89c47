#include "config.h"

#include "model/fiscal_year.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"

static void every_form_is_read(void **state)
{
	static const struct {
		const char *text;
		int fiscal_year;
	} forms[] = {
		{"R7", 2025}, {"r7", 2025}, {"令和7", 2025}, {"令和7年度", 2025}, {"R7年度", 2025},
		{"令和元", 2019}, {"令和元年度", 2019}, {"R元", 2019}, {"R1", 2019}, {"R01", 2019},
		{"H31", 2019}, {"h31", 2019}, {"平成31年度", 2019}, {"平成元年度", 1989},
		{"H1", 1989}, {"H30", 2018}, {"S63", 1988}, {"昭和63年度", 1988}, {"S1", 1926},
		{"昭和元年度", 1926}, {"2025", 2025}, {"2025年度", 2025}, {"FY2025", 2025},
		{"fy2025", 2025}, {"FY 2025", 2025}, {"Ｒ７", 2025}, {"令和７年度", 2025},
		{"２０２５年度", 2025}, {"ＦＹ２０２５", 2025}, {"　令和　７年度　", 2025},
		{" 2025 ", 2025}, {"㋿7年度", 2025}, {"㍻31", 2019}, {"1926", 1926}, {"2199", 2199},
		{"R181", 2199},
	};
	(void)state;

	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		struct error err = {0};
		int year = 0;
		if (!fiscal_year_parse(forms[i].text, &year, &err))
			fail_msg("%s: %s", forms[i].text, err.message);
		if (year != forms[i].fiscal_year)
			fail_msg("%s: %d", forms[i].text, year);
	}
}

static void anything_else_is_refused_with_the_forms(void **state)
{
	static const char *const texts[] = {"", " ", "R", "R0", "令和", "令和0年度", "R-7", "R7.5",
		"7", "25", "202", "20255", "02025", "1925", "2200", "R182", "R7年", "2025年", "S0",
		"T14", "大正14年度", "令和元元", "R77777777777777777777", "令和7年度中", "FYR7",
		"FY2025年度", "2025-04", "\xff\xfe", "七年度"};
	(void)state;

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct error err = {0};
		int year = 42;
		if (fiscal_year_parse(texts[i], &year, &err))
			fail_msg("%s was read as %d", texts[i], year);
		assert_int_equal(year, 42);
		assert_int_equal(err.code, ERROR_DATA);
		assert_non_null(strstr(err.message, "令和7年度"));
		assert_non_null(strstr(err.message, "FY2025"));
	}
}

static void years_after_an_era_name_the_right_one(void **state)
{
	struct error err = {0};
	int year;
	(void)state;

	assert_false(fiscal_year_parse("平成32年度", &year, &err));
	assert_non_null(strstr(err.message, "平成32年度"));
	assert_non_null(strstr(err.message, "R2"));
	assert_false(fiscal_year_parse("S64", &year, &err));
	assert_non_null(strstr(err.message, "H1"));
}

static void texts_follow_the_language(void **state)
{
	char text[FISCAL_YEAR_TEXT];
	(void)state;

	fiscal_year_format(2025, text);
	assert_string_equal(text, "令和7年度");
	fiscal_year_format(2019, text);
	assert_string_equal(text, "令和元年度");
	fiscal_year_format(2018, text);
	assert_string_equal(text, "平成30年度");
	fiscal_year_format(1988, text);
	assert_string_equal(text, "昭和63年度");
	i18n_init("en");
	fiscal_year_format(2025, text);
	assert_string_equal(text, "FY2025");
	i18n_init("ja");
	fiscal_year_short(2025, text);
	assert_string_equal(text, "R7");
	fiscal_year_short(2019, text);
	assert_string_equal(text, "R1");
	fiscal_year_short(2018, text);
	assert_string_equal(text, "H30");
}

static void every_year_survives_its_texts(void **state)
{
	(void)state;

	for (int year = FISCAL_YEAR_MIN; year <= FISCAL_YEAR_MAX; year++) {
		char text[FISCAL_YEAR_TEXT];
		int back = 0;
		int number = 0;
		fiscal_year_format(year, text);
		assert_true(fiscal_year_parse(text, &back, NULL));
		assert_int_equal(back, year);
		fiscal_year_short(year, text);
		assert_true(fiscal_year_parse(text, &back, NULL));
		assert_int_equal(back, year);
		fiscal_year_number_format(year, year * 7, text);
		assert_true(fiscal_year_number_parse(text, &back, &number, NULL));
		assert_int_equal(back, year);
		assert_int_equal(number, year * 7);
	}
}

static void the_year_turns_on_the_first_of_april(void **state)
{
	const struct date march = {2026, 3, 31};
	const struct date april = {2026, 4, 1};
	const struct date september = {2025, 9, 30};
	const struct date october = {2025, 10, 1};
	const struct date none = {0, 0, 0};
	(void)state;

	assert_int_equal(fiscal_year_of(march), 2025);
	assert_int_equal(fiscal_year_of(april), 2026);
	assert_int_equal(fiscal_year_of(none), 0);
	assert_int_equal(date_compare(fiscal_year_first_day(2026), april), 0);
	assert_int_equal(date_compare(fiscal_year_last_day(2025), march), 0);
	assert_int_equal(fiscal_year_half(april), HALF_FIRST);
	assert_int_equal(fiscal_year_half(september), HALF_FIRST);
	assert_int_equal(fiscal_year_half(october), HALF_SECOND);
	assert_int_equal(fiscal_year_half(march), HALF_SECOND);
	assert_int_equal(fiscal_year_half(none), HALF_NONE);
}

static void numbers_are_written(void **state)
{
	char text[FISCAL_YEAR_TEXT];
	(void)state;

	fiscal_year_number_format(2025, 1, text);
	assert_string_equal(text, "R7-0001");
	fiscal_year_number_format(2025, 12345, text);
	assert_string_equal(text, "R7-12345");
	fiscal_year_number_format(2025, INT_MAX, text);
	assert_string_equal(text, "R7-2147483647");
}

static void numbers_are_read_with_every_hyphen(void **state)
{
	static const char *const texts[] = {"R7-0001", "r7-1", "Ｒ７－０００１", "2025-0001",
		"R7‐0001", "R7−0001", "R7ー0001", "R7ｰ0001", "R7–0001", "R7—0001", "R7―0001",
		"令和7年度-0001", " R7-0001 ", "R7 - 0001", "FY2025-0001"};
	static const char *const wrong[] = {"", "R7", "R7-", "-0001", "R7-0", "R7-0000", "R7-x",
		"R7-1-2", "R7--1", "R0-0001", "H32-0001", "R7-1234567890", "R7 0001"};
	(void)state;

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct error err = {0};
		int year = 0;
		int number = 0;
		if (!fiscal_year_number_parse(texts[i], &year, &number, &err))
			fail_msg("%s: %s", texts[i], err.message);
		assert_int_equal(year, 2025);
		assert_int_equal(number, 1);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct error err = {0};
		int year = 42;
		int number = 42;
		if (fiscal_year_number_parse(wrong[i], &year, &number, &err))
			fail_msg("%s was read", wrong[i]);
		assert_int_equal(year, 42);
		assert_int_equal(number, 42);
		assert_non_null(strstr(err.message, "R7-0001"));
	}
}

static void a_title_speaks_of_a_year(void **state)
{
	static const char *const texts[] = {"令和7年度 業務改善取組一覧", "業務改善取組一覧（令和７年度）",
		"様式1\nＲ７年度分", "第2回調査 令和 7 年度", "2025年度一覧（2026年度は別紙）", "前年度比較：FY2025年度"};
	static const char *const none[] = {"", "取組一覧", "今年度の取組", "7年度", "令和7年4月1日", "年度", "2025年12月"};
	(void)state;

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		int year = 0;

		if (!fiscal_year_find(texts[i], &year) || year != 2025)
			fail_msg("%s: %d", texts[i], year);
	}
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
		int year = 42;

		assert_false(fiscal_year_find(none[i], &year));
		assert_int_equal(year, 42);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_read),
		cmocka_unit_test(anything_else_is_refused_with_the_forms),
		cmocka_unit_test(years_after_an_era_name_the_right_one),
		cmocka_unit_test(texts_follow_the_language),
		cmocka_unit_test(every_year_survives_its_texts),
		cmocka_unit_test(the_year_turns_on_the_first_of_april),
		cmocka_unit_test(a_title_speaks_of_a_year),
		cmocka_unit_test(numbers_are_written),
		cmocka_unit_test(numbers_are_read_with_every_hyphen),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
