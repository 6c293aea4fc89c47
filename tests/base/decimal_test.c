#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/decimal.h"

static void parse_reads_numbers_as_typed(void **state)
{
	static const struct {
		const char *text;
		int decimals;
		int64_t value;
	} cases[] = {
		{"0", 0, 0}, {"1724", 0, 1724}, {"1,724", 0, 1724}, {"１，７２４", 0, 1724},
		{"12,345,678", 0, 12345678}, {"39.2", 2, 3920}, {"３９．２", 2, 3920},
		{"39.25", 2, 3925}, {".5", 2, 50}, {"5.", 2, 500}, {"007", 0, 7},
		{"+5", 0, 5}, {"＋5", 0, 5}, {" 5\u3000\r\n", 0, 5},
		{"-5", 0, -5}, {"－５", 0, -5}, {"−5", 0, -5}, {"△5", 0, -5}, {"▲5", 0, -5},
		{"(5)", 0, -5}, {"（５）", 0, -5}, {"△1,724.50", 2, -172450}, {"-0", 0, 0},
		{"(1,724.5)", 1, -17245},
		{"9223372036854775807", 0, INT64_MAX},
		{"-9223372036854775808", 0, INT64_MIN},
		{"92233720368547758.07", 2, INT64_MAX},
		{"△92,233,720,368,547,758.08", 2, INT64_MIN},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		int64_t value = 77;
		assert_true(decimal_parse(cases[i].text, cases[i].decimals, &value, &err));
		assert_int_equal(value, cases[i].value);
		assert_int_equal(err.code, ERROR_NONE);
	}
}

static void scaling_rounds_the_exact_product_half_away_from_zero(void **state)
{
	static const struct {
		int64_t value, factor, divisor, result;
	} cases[] = {
		{1, 1, 2, 1}, {-1, 1, 2, -1}, {5, 1000, 2000, 3}, {-5, 1000, 2000, -3},
		{49, 1, 100, 0}, {-49, 1, 100, 0}, {50, 1, 100, 1}, {-50, 1, 100, -1},
		{-3, -1, 2, 2}, {INT64_MAX, 7, 7, INT64_MAX}, {INT64_MIN, 7, 7, INT64_MIN},
		{INT64_MIN, 1, INT64_MAX, -1}, {INT64_MAX, 1000, 1000, INT64_MAX},
	};
	int64_t result = 77;
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_true(decimal_scale(cases[i].value, cases[i].factor, cases[i].divisor,
			&result));
		assert_int_equal(result, cases[i].result);
	}
	result = 77;
	assert_false(decimal_scale(INT64_MAX, 2, 1, &result));
	assert_false(decimal_scale(INT64_MIN, INT64_MIN, 1, &result));
	assert_int_equal(result, 77);
}

static void parse_refuses_and_quotes(void **state)
{
	static const struct {
		const char *text;
		int decimals;
		const char *quoted;
	} cases[] = {
		{"", 0, "“”"}, {" ", 0, "“ ”"}, {"abc", 0, "“abc”"}, {"5件", 0, "“5件”"},
		{"1 2", 0, "“1 2”"}, {"--5", 0, "“--5”"}, {"-△5", 0, "“-△5”"},
		{"(-5)", 0, "“(-5)”"}, {"(5", 0, "“(5”"}, {"5)", 0, "“5)”"}, {"(5)x", 0, "“(5)x”"},
		{"1,72", 0, "“1,72”"}, {"1,7245", 0, "“1,7245”"}, {"1724,000", 0, "“1724,000”"},
		{",724", 0, "“,724”"}, {"1,,724", 0, "“1,,724”"}, {"1,724,", 0, "“1,724,”"},
		{"1.724,5", 2, "“1.724,5”"}, {"1,2.5", 2, "“1,2.5”"}, {".", 2, "“.”"},
		{"-", 0, "“-”"}, {"()", 0, "“()”"}, {"1.2.3", 2, "“1.2.3”"}, {"1e3", 0, "“1e3”"},
		{"5.0", 0, "“5.0”"}, {"39.205", 2, "“39.205”"},
		{"9223372036854775808", 0, "“9223372036854775808”"},
		{"-9223372036854775809", 0, "“-9223372036854775809”"},
		{"92233720368547758.08", 2, "“92233720368547758.08”"},
		{"18446744073709551617", 0, "“18446744073709551617”"},
		{"1\n2", 0, "“1 2”"}, {"\x80", 0, "“\uFFFD”"}, {"①", 0, "“①”"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		int64_t value = 77;
		assert_false(decimal_parse(cases[i].text, cases[i].decimals, &value, &err));
		assert_int_equal(value, 77);
		assert_int_equal(err.code, ERROR_DATA);
		assert_non_null(strstr(err.message, cases[i].quoted));
	}
	int64_t value;
	assert_false(decimal_parse("x", 0, &value, NULL));
}

static void messages_say_what_is_wrong(void **state)
{
	struct error err;
	int64_t value;
	(void)state;

	decimal_parse("1.5", 0, &value, &err);
	assert_non_null(strstr(err.message, "whole number"));
	decimal_parse("1.555", 2, &value, &err);
	assert_non_null(strstr(err.message, "2 digits"));
	decimal_parse("99999999999999999999", 0, &value, &err);
	assert_non_null(strstr(err.message, "too large"));
}

static void add_prints_plain_grouped_and_with_triangle(void **state)
{
	static const struct {
		int64_t value;
		int decimals;
		bool trim;
		const char *plain;
		const char *grouped;
		const char *triangle;
	} cases[] = {
		{0, 0, false, "0", "0", "0"},
		{0, 2, false, "0.00", "0.00", "0.00"},
		{0, 2, true, "0", "0", "0"},
		{5, 2, false, "0.05", "0.05", "0.05"},
		{3920, 2, true, "39.2", "39.2", "39.2"},
		{3920, 2, false, "39.20", "39.20", "39.20"},
		{4000, 2, true, "40", "40", "40"},
		{-50, 2, true, "-0.5", "-0.5", "△0.5"},
		{999, 0, false, "999", "999", "999"},
		{-1724, 0, false, "-1724", "-1,724", "△1,724"},
		{123456789, 1, false, "12345678.9", "12,345,678.9", "12,345,678.9"},
		{1000000, 0, true, "1000000", "1,000,000", "1,000,000"},
		{INT64_MAX, 0, false, "9223372036854775807", "9,223,372,036,854,775,807",
			"9,223,372,036,854,775,807"},
		{INT64_MIN, 2, false, "-92233720368547758.08", "-92,233,720,368,547,758.08",
			"△92,233,720,368,547,758.08"},
		{1, 18, false, "0.000000000000000001", "0.000000000000000001",
			"0.000000000000000001"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct strbuf out = {0};
		decimal_add(&out, cases[i].value, cases[i].decimals, cases[i].trim);
		assert_string_equal(out.text, cases[i].plain);
		strbuf_clear(&out);
		decimal_add_grouped(&out, cases[i].value, cases[i].decimals, cases[i].trim);
		assert_string_equal(out.text, cases[i].grouped);
		strbuf_clear(&out);
		decimal_add_triangle(&out, cases[i].value, cases[i].decimals, cases[i].trim);
		assert_string_equal(out.text, cases[i].triangle);
		strbuf_free(&out);
	}
}

static void half_goes_away_from_zero(void **state)
{
	static const struct {
		int64_t value;
		int64_t divisor;
		int64_t half_up;
		int64_t floor;
	} cases[] = {
		{12068, 60, 201, 201}, {4620, 60, 77, 77}, {16688, 60, 278, 278},
		{30, 60, 1, 0}, {29, 60, 0, 0}, {31, 60, 1, 0}, {90, 60, 2, 1},
		{-30, 60, -1, -1}, {-29, 60, 0, -1}, {-31, 60, -1, -1}, {-90, 60, -2, -2},
		{-60, 60, -1, -1}, {0, 60, 0, 0}, {1, 3, 0, 0}, {2, 3, 1, 0}, {-2, 3, -1, -1},
		{7, 1, 7, 7}, {INT64_MIN, 1, INT64_MIN, INT64_MIN},
		{INT64_MAX, 2, INT64_C(4611686018427387904), INT64_C(4611686018427387903)},
		{INT64_MIN, 2, -INT64_C(4611686018427387904), -INT64_C(4611686018427387904)},
		{INT64_MAX, INT64_MAX, 1, 1}, {INT64_MIN, INT64_MAX, -1, -2},
		{172480, 100, 1725, 1724}, {-172480, 100, -1725, -1725},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(decimal_divide_half_up(cases[i].value, cases[i].divisor),
			cases[i].half_up);
		assert_int_equal(
			decimal_divide_floor(cases[i].value, cases[i].divisor), cases[i].floor);
	}
}

static void arithmetic_notices_overflow(void **state)
{
	int64_t result = 77;
	(void)state;

	assert_true(decimal_multiply(1724, 7, &result));
	assert_int_equal(result, 12068);
	assert_false(decimal_multiply(INT64_MAX, 2, &result));
	assert_false(decimal_multiply(INT64_MIN, -1, &result));
	assert_int_equal(result, 12068);
	assert_true(decimal_sum(12068, 4620, &result));
	assert_int_equal(result, 16688);
	assert_false(decimal_sum(INT64_MAX, 1, &result));
	assert_false(decimal_sum(INT64_MIN, -1, &result));
	assert_int_equal(result, 16688);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parse_reads_numbers_as_typed),
		cmocka_unit_test(scaling_rounds_the_exact_product_half_away_from_zero),
		cmocka_unit_test(parse_refuses_and_quotes),
		cmocka_unit_test(messages_say_what_is_wrong),
		cmocka_unit_test(add_prints_plain_grouped_and_with_triangle),
		cmocka_unit_test(half_goes_away_from_zero),
		cmocka_unit_test(arithmetic_notices_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
