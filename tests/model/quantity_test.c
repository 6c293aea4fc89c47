/* Figures as people write them; and what is no figure stays none. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/quantity.h"

static void assert_read(const char *text, enum quantity kind, int64_t expected)
{
	struct error err = {0};
	int64_t value = 12345;

	if (!quantity_parse(text, kind, &value, &err))
		fail_msg("%s: %s", text, err.message);
	if (value != expected)
		fail_msg("%s is read as %lld, not %lld", text, (long long)value, (long long)expected);
}

static void assert_refused(const char *text, enum quantity kind)
{
	struct error err = {0};
	int64_t value = 12345;

	if (quantity_parse(text, kind, &value, &err))
		fail_msg("%s is read as %lld", text, (long long)value);
	assert_int_equal(value, 12345);
	assert_non_null(strstr(err.message, "“"));
}

static void numbers_are_read_in_every_width(void **state)
{
	static const struct {
		const char *text;
		int64_t value;
	} rows[] = {{"1724", 1724}, {"1,724", 1724}, {"１，７２４", 1724}, {" 12 ", 12}, {"-5", -5},
		{"－５", -5}, {"△5", -5}, {"▲5", -5}, {"(5)", -5}, {"（5）", -5}, {"+5", 5}, {"0", 0},
		{"1e3", 1000}, {"12.0", 12}, {"1、724", 1724}, {"20\xE2\x80\x8B", 20}, {"3万", 30000}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_read(rows[i].text, QUANTITY_WHOLE, rows[i].value);
}

static void hours_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *text;
		int64_t minutes;
	} rows[] = {{"120", 7200}, {"120時間", 7200}, {"1時間30分", 90}, {"1:30", 90}, {"1：30", 90},
		{"2.5h", 150}, {"2.5", 150}, {"90分", 90}, {"424時間44分", 25484}, {"1時間半", 90},
		{"1h30m", 90}, {"0:05", 5}, {"30:00", 1800}, {"1:30:00", 90}, {"△12:30", -750},
		{"１２０時間／年", 7200}, {"1,095時間", 65700}, {"8.3333333333", 500}, {"-0.01", -1},
		{"45分30秒", 46}, {"2時間 30分", 150}, {"12万時間", 7200000}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_read(rows[i].text, QUANTITY_HOURS, rows[i].minutes);
	assert_read("90", QUANTITY_MINUTES, 90);
	assert_refused("1.5", QUANTITY_MINUTES);
	assert_read("1:30", QUANTITY_MINUTES, 90);
	assert_read("-750", QUANTITY_MINUTES, -750);
}

static void minutes_of_a_case_have_two_decimals(void **state)
{
	(void)state;
	assert_read("39.2", QUANTITY_CASE_MINUTES, 3920);
	assert_read("39。2", QUANTITY_CASE_MINUTES, 3920);
	assert_read("39．2", QUANTITY_CASE_MINUTES, 3920);
	assert_read("39・2", QUANTITY_CASE_MINUTES, 3920);
	assert_read("1:30", QUANTITY_CASE_MINUTES, 9000);
	assert_read("1時間30分", QUANTITY_CASE_MINUTES, 9000);
	assert_read("1.5h", QUANTITY_CASE_MINUTES, 9000);
	assert_read("30秒", QUANTITY_CASE_MINUTES, 50);
	assert_read("15分/件", QUANTITY_CASE_MINUTES, 1500);
	assert_read(".5", QUANTITY_CASE_MINUTES, 50);
	assert_refused("39.205", QUANTITY_CASE_MINUTES);
	assert_refused("20秒", QUANTITY_CASE_MINUTES);
	assert_refused("1時間30", QUANTITY_CASE_MINUTES);
}

static void money_and_cases_have_their_units(void **state)
{
	(void)state;
	assert_read("120,000円", QUANTITY_YEN, 120000);
	assert_read("¥120,000", QUANTITY_YEN, 120000);
	assert_read("12万円", QUANTITY_YEN, 120000);
	assert_read("12万", QUANTITY_YEN, 120000);
	assert_read("120千円", QUANTITY_YEN, 120000);
	assert_read("1.5百万円", QUANTITY_YEN, 1500000);
	assert_read("12万5千円", QUANTITY_YEN, 125000);
	assert_read("1億2,000万円", QUANTITY_YEN, 120000000);
	assert_read("1万2,345円", QUANTITY_YEN, 12345);
	assert_read("30件/月", QUANTITY_CASES, 30);
	assert_read("88件", QUANTITY_CASES, 88);
	assert_read("1万件", QUANTITY_CASES, 10000);
	assert_read("1億2000万", QUANTITY_YEN, 120000000);
	assert_read("1万2345", QUANTITY_YEN, 12345);
	assert_refused("1千2万円", QUANTITY_YEN);
	assert_refused("0.5円", QUANTITY_YEN);
	assert_refused("120ドル", QUANTITY_YEN);
	assert_refused("2.5件", QUANTITY_CASES);
}

static void what_is_not_understood_is_refused_whole(void **state)
{
	static const char *const texts[] = {"", " ", "abc", "1/2", "1,23", "12,3456", "1.2.3", "--5", "5-",
		"(5", "5)", "約20", "20くらい", "1:5", "1:60", "1:30:5", "1時間30", "30分1時間", "1時間2時間",
		"120時間/月", "1e99", "1e", "12345678901234567890", "5m5", "..5", "1 2,", "-", "△", "時間",
		"9223372036854775807時間", "1:30分", "2025-04-01", "90分90分", "1日", "5,"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		assert_refused(texts[i], QUANTITY_HOURS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read_in_every_width),
		cmocka_unit_test(hours_are_read_as_people_write_them),
		cmocka_unit_test(minutes_of_a_case_have_two_decimals),
		cmocka_unit_test(money_and_cases_have_their_units),
		cmocka_unit_test(what_is_not_understood_is_refused_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
