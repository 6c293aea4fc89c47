#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/date.h"

static void every_form_is_read(void **state)
{
	static const struct {
		const char *text;
		const char *day;
	} cases[] = {
		{"2025-11-20", "2025-11-20"}, {"2025/11/20", "2025-11-20"},
		{"2025.11.20", "2025-11-20"}, {"2025-4-1", "2025-04-01"},
		{"2025年11月20日", "2025-11-20"}, {"２０２５年１１月２０日", "2025-11-20"},
		{"２０２５－１１－２０", "2025-11-20"}, {"２０２５／１１／２０", "2025-11-20"},
		{"令和7年11月20日", "2025-11-20"}, {"令和７年　４月　１日", "2025-04-01"},
		{"R7.11.20", "2025-11-20"}, {"r7.11.20", "2025-11-20"}, {"Ｒ７．１１．２０", "2025-11-20"},
		{"R7/11/20", "2025-11-20"}, {"㋿7年11月20日", "2025-11-20"},
		{"令和元年5月1日", "2019-05-01"}, {"令和1年5月1日", "2019-05-01"},
		{"平成31年4月30日", "2019-04-30"}, {"H31.4.30", "2019-04-30"},
		{"S64.1.7", "1989-01-07"},
		{"平成元年1月8日", "1989-01-08"}, {"昭和元年12月25日", "1926-12-25"},
		{"大正元年7月30日", "1912-07-30"}, {"明治元年10月23日", "1868-10-23"},
		{"2024-02-29", "2024-02-29"}, {"2000-02-29", "2000-02-29"},
		{" 2025-11-20\u3000", "2025-11-20"},
		{"2025/4/1 0:00", "2025-04-01"}, {"2025-04-01T00:00:00", "2025-04-01"},
		{"令和7年4月1日（火）", "2025-04-01"}, {"2025/11/20(木) 0:00:00", "2025-11-20"},
		{"2025年4月1日 火曜日", "2025-04-01"}, {"1969-12-31 (水)", "1969-12-31"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		struct date date;
		char text[11];
		assert_true(date_parse(cases[i].text, false, &date, &err));
		date_format(date, text);
		assert_string_equal(text, cases[i].day);
		assert_true(date_parse(cases[i].text, true, &date, &err));
		assert_int_equal(date.day, 1);
	}
}

static void months_are_read_where_asked_for(void **state)
{
	static const char *const months[] = {"2025-11", "2025/11", "2025.11", "2025年11月", "R7.11",
		"令和7年11月", "令和７年１１月", "2025-11-20"};
	(void)state;

	for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
		struct date date;
		char text[8];
		assert_true(date_parse(months[i], true, &date, NULL));
		assert_int_equal(date.day, 1);
		date_format_month(date, text);
		assert_string_equal(text, "2025-11");
	}
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const wrong[] = {"", " ", "2025", "2025-11", "令和7年11月", "R7.11",
		"2025-13-01", "2025-00-01", "2025-11-00", "2025-11-31", "2025-02-29", "1900-02-29",
		"2025-11-20x", "2025-11/20", "2025年11-20", "2025年11月20", "25-11-20", "20251120",
		"R0.4.1", "令和年4月1日", "X7.11.20", "2025-111-20", "2025-11-020", "-2025-11-20",
		"0000-01-01", "令和7年度", "2025-11-", "\x80", "2025/4/1 10:30", "2025/4/1(水)", "2025/4/1(火", "2025/4/1 火",
		"2025/2/30(火)", "45748"};
	(void)state;

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct error err = {0};
		struct date date = {1, 2, 3};
		assert_false(date_parse(wrong[i], false, &date, &err));
		assert_int_equal(err.code, ERROR_DATA);
		assert_int_equal(date.year, 1);
	}
}

static void messages_quote_and_show_the_form(void **state)
{
	struct error err;
	struct date date;
	(void)state;

	assert_false(date_parse("2025-02-30", false, &date, &err));
	assert_string_equal(err.message, "“2025-02-30” is not a day of the calendar");
	assert_false(date_parse("明日", false, &date, &err));
	assert_non_null(strstr(err.message, "“明日”"));
	assert_non_null(strstr(err.message, "2025-11-20"));
	assert_false(date_parse("明日", true, &date, &err));
	assert_non_null(strstr(err.message, "2025-11,"));
	assert_false(date_parse("2025-13", true, &date, &err));
	assert_false(date_parse("45748", false, &date, &err));
	assert_non_null(strstr(err.message, "2025-04-01"));
	assert_false(date_parse("45716", true, &date, &err));
	assert_non_null(strstr(err.message, "write 2025-02"));
	assert_false(date_parse("４５６５７", false, &date, &err));
	assert_non_null(strstr(err.message, "2024-12-31"));
}

static void eras_have_a_first_and_a_last_day(void **state)
{
	static const struct {
		const char *text;
		bool month_only;
		const char *instead;
	} cases[] = {
		{"平成32年4月1日", false, "2020-04-01"}, {"H31.5.1", false, "2019-05-01"},
		{"令和元年4月30日", false, "2019-04-30"}, {"平成元年1月7日", false, "1989-01-07"},
		{"S64.1.8", false, "1989-01-08"}, {"平成31年5月", true, "2019-05"},
		{"R1.4", true, "2019-04"},
	};
	struct date date;
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err;
		assert_false(date_parse(cases[i].text, cases[i].month_only, &date, &err));
		assert_non_null(strstr(err.message, cases[i].text));
		assert_non_null(strstr(err.message, cases[i].instead));
	}
	/* A month in which the era changes belongs to both. */
	assert_true(date_parse("昭和64年1月", true, &date, NULL));
	assert_true(date_parse("平成元年1月", true, &date, NULL));
	assert_true(date_parse("平成31年4月", true, &date, NULL));
	assert_true(date_parse("令和元年5月", true, &date, NULL));
}

static void no_date_prints_as_nothing(void **state)
{
	char text[11] = "x";
	char month[8] = "x";
	(void)state;

	date_format((struct date){0}, text);
	date_format_month((struct date){0}, month);
	assert_string_equal(text, "");
	assert_string_equal(month, "");
	assert_false(date_valid((struct date){0}));
}

static void days_count_from_1970(void **state)
{
	static const struct {
		struct date date;
		int64_t days;
	} cases[] = {
		{{1970, 1, 1}, 0}, {{1969, 12, 31}, -1}, {{1970, 12, 31}, 364}, {{2000, 3, 1}, 11017},
		{{2000, 2, 29}, 11016}, {{2025, 11, 20}, 20412}, {{2026, 3, 31}, 20543},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(date_days(cases[i].date), cases[i].days);
	/* A fiscal year with a leap day has 366 days. */
	assert_int_equal(date_days((struct date){2024, 4, 1}) - date_days((struct date){2023, 4, 1}),
		366);
}

static void dates_compare_by_calendar(void **state)
{
	(void)state;
	assert_int_equal(date_compare((struct date){2025, 3, 31}, (struct date){2025, 4, 1}), -1);
	assert_int_equal(date_compare((struct date){2025, 4, 1}, (struct date){2024, 12, 31}), 1);
	assert_int_equal(date_compare((struct date){2025, 4, 2}, (struct date){2025, 4, 1}), 1);
	assert_int_equal(date_compare((struct date){2025, 4, 1}, (struct date){2025, 4, 1}), 0);
}

static void test_era(void **state)
{
	static const struct {
		struct date date;
		bool month_only;
		const char *text;
	} cases[] = {
		{{2025, 11, 20}, false, "令和7年11月20日"},
		{{2025, 9, 1}, true, "令和7年9月"},
		{{2019, 5, 1}, false, "令和元年5月1日"},
		{{2019, 4, 30}, false, "平成31年4月30日"},
		{{1989, 1, 7}, false, "昭和64年1月7日"},
		{{1868, 1, 24}, false, ""},
		{{0, 0, 0}, false, ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct strbuf text = {0};

		date_add_era(&text, cases[i].date, cases[i].month_only);
		assert_string_equal(strbuf_text(&text), cases[i].text);
		strbuf_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_era),
		cmocka_unit_test(every_form_is_read),
		cmocka_unit_test(months_are_read_where_asked_for),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(messages_quote_and_show_the_form),
		cmocka_unit_test(eras_have_a_first_and_a_last_day),
		cmocka_unit_test(no_date_prints_as_nothing),
		cmocka_unit_test(days_count_from_1970),
		cmocka_unit_test(dates_compare_by_calendar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
