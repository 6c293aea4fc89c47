/* Numbers of workbooks as text: exact, in the form that they are shown in there. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/workbook_number.h"

static void assert_shown(const char *stored, const char *code, const char *expected)
{
	const struct workbook_format format = workbook_format_of_code(code);
	struct strbuf out = {0};

	workbook_number_add(stored, &format, false, &out);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
}

static void numbers_keep_what_people_typed(void **state)
{
	static const char *const pairs[][2] = {
		{"0", "0"}, {"-0", "0"}, {"12", "12"}, {"1200", "1200"}, {"8.3000000000000007", "8.3"},
		{"0.1", "0.1"}, {"1.0000000000000002E-2", "0.01"}, {"1E+3", "1000"},
		{"123456789012345678", "123456789012346000"}, {"-1724.8", "-1724.8"},
		{"9.9999999999999995E-8", "0.0000001"}, {"99999999999999.99", "100000000000000"},
		{"abc", "abc"}, {"1.2.3", "1.2.3"}, {"", ""}, {"1E", "1E"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		assert_shown(pairs[i][0], "General", pairs[i][1]);
		/* however it is rounded there */
		assert_shown(pairs[i][0], "#,##0;[Red]-#,##0", pairs[i][1]);
	}
}

static void codes_keep_their_zeros(void **state)
{
	(void)state;
	assert_shown("10101", "000000", "010101");
	assert_shown("0", "00", "00");
	assert_shown("1234567", "000000", "1234567");
	assert_shown("8700022", "000-0000", "870-0022");
	assert_shown("22", "000-0000", "000-0022");
	assert_shown("1.5", "00", "1.5");
	assert_shown("7", "0", "7");
	assert_shown("7", "0\"件\"", "7");
}

static void percentages_are_percentages(void **state)
{
	(void)state;
	assert_shown("0.839", "0.0%", "83.9%");
	assert_shown("1", "0%", "100%");
	assert_shown("0", "0%", "0%");
	assert_shown("-7.0999999999999994E-2", "0%", "-7.1%");
}

static void dates_and_times_are_themselves(void **state)
{
	static const char *const rows[][3] = {
		{"45748", "yyyy/m/d", "2025-04-01"},
		{"45748", "[$-411]ge.m.d", "2025-04-01"},
		{"45748", "m\"月\"d\"日\"", "2025-04-01"},
		{"45870", "yyyy\"年\"m\"月\"", "2025-08"},
		{"45871", "mmm-yy", "2025-08-02"}, /* the day that is not shown is there */
		{"0", "yyyy/m/d", "0"}, /* as formulas give for a cell that is empty */
		{"0.5", "yyyy/m/d h:mm", "0.5"},
		{"1", "d", "1900-01-01"},
		{"59", "yyyy/m/d", "1900-02-28"},
		{"61", "yyyy/m/d", "1900-03-01"},
		{"36526.75", "yyyy/m/d h:mm", "2000-01-01 18:00"},
		{"36526.75", "yyyy/m/d", "2000-01-01 18:00"},
		{"0.39583333333333331", "h:mm", "9:30"},
		{"0.99999999", "h:mm", "0:00"},
		{"1.25", "[h]:mm", "30:00"},
		{"-0.5", "[h]:mm", "-12:00"},
		{"1.000011574074074", "[hh]:mm:ss", "24:00:01"},
		{"-5", "yyyy/m/d", "-5"},
		{"3000000", "yyyy/m/d", "3000000"},
		{"12", "0.00E+00", "12"},
		{"45748", "@", "45748"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_shown(rows[i][0], rows[i][1], rows[i][2]);
}

static void formats_without_a_code_are_known_by_number(void **state)
{
	(void)state;
	assert_int_equal(workbook_format_builtin(14).form, FORM_DATE);
	assert_int_equal(workbook_format_builtin(57).form, FORM_DATE);
	assert_int_equal(workbook_format_builtin(32).form, FORM_TIME);
	assert_int_equal(workbook_format_builtin(46).form, FORM_DURATION);
	assert_int_equal(workbook_format_builtin(10).form, FORM_PERCENT);
	assert_int_equal(workbook_format_builtin(38).form, FORM_NUMBER);
	assert_int_equal(workbook_format_builtin(-1).form, FORM_NUMBER);
}

static void iso_texts_have_the_same_forms(void **state)
{
	struct strbuf out = {0};

	(void)state;
	workbook_date_add("2025-04-01", &out);
	strbuf_add_char(&out, ' ');
	workbook_date_add("2025-04-01T09:05:00", &out);
	strbuf_add_char(&out, ' ');
	workbook_duration_add("PT30H05M00S", &out);
	strbuf_add_char(&out, ' ');
	workbook_duration_add("-PT1H00M01.5S", &out);
	strbuf_add_char(&out, ' ');
	workbook_duration_add("P1D", &out);
	strbuf_add_char(&out, ' ');
	workbook_duration_add("PT-9999999999999999999H", &out);
	assert_string_equal(strbuf_text(&out), "2025-04-01 2025-04-01 09:05 30:05 -1:00:01 P1D "
		"PT-9999999999999999999H");
	strbuf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_keep_what_people_typed),
		cmocka_unit_test(codes_keep_their_zeros),
		cmocka_unit_test(percentages_are_percentages),
		cmocka_unit_test(dates_and_times_are_themselves),
		cmocka_unit_test(formats_without_a_code_are_known_by_number),
		cmocka_unit_test(iso_texts_have_the_same_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
