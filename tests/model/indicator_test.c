#include "config.h"

#include "model/indicator_sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/decimal.h"
#include "exchange/csv_reader.h"

/* ---- reading files ---------------------------------------------------------------------------- */

struct loading {
	struct indicator_sheet sheet;
	struct indicator_register *indicators;
	bool begun;
};

static bool load_record(const struct csv_record *record, void *data, struct error *err)
{
	struct loading *const loading = data;

	if (record->count == 0)
		return true;
	if (loading->begun)
		return indicator_sheet_row(&loading->sheet, record->cells, record->count,
			loading->indicators, NULL, err);
	loading->begun = true;
	return indicator_sheet_start(&loading->sheet, record->cells, record->count, err);
}

static bool load_stream(FILE *stream, struct indicator_register *indicators, struct error *err)
{
	struct loading loading = {.indicators = indicators};
	const bool fine = csv_read(stream, ENCODING_AUTO, NULL, load_record, &loading, err);

	fclose(stream);
	indicator_sheet_free(&loading.sheet);
	return fine;
}

static void load_golden(const char *name, struct indicator_register *indicators)
{
	char path[4096];
	struct error err = {0};

	snprintf(path, sizeof path, "%s/tests/golden/%s", getenv("abs_srcdir"), name);
	FILE *const stream = fopen(path, "r");
	assert_non_null(stream);
	if (!load_stream(stream, indicators, &err))
		fail_msg("%s", err.message);
}

static bool load_text(const char *text, struct indicator_register *indicators, struct error *err)
{
	return load_stream(fmemopen((void *)(uintptr_t)text, strlen(text), "r"), indicators, err);
}

static const struct indicator *at(const struct indicator_register *indicators, const char *code)
{
	const int found = indicator_find(indicators, code);

	assert_true(found >= 0);
	return &indicators->indicators.items[found];
}

static void assert_shown(int64_t value, int decimals, const char *expected)
{
	struct strbuf out = {0};

	indicator_format(value, decimals, &out);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
}

/* ---- the golden files ------------------------------------------------------------------------- */

static void the_register_of_the_prefecture_loads_as_it_is(void **state)
{
	static const struct {
		const char *code, *unit;
		int64_t target;
		int year;
		enum indicator_computed computed;
	} expected[] = {
		{"hours-saved", "時間", 138650000, 0, INDICATOR_HOURS_SAVED},
		{"online-usage", "%", 61600, 0, INDICATOR_TYPED},
		{"culture-score", "点", 62100, 0, INDICATOR_TYPED},
		{"leaders-trained", "人", 983000, 2028, INDICATOR_LEADERS_TRAINED_YEARLY},
		{"manager-training", "%", 100000, 0, INDICATOR_TYPED},
		{"staff-training", "%", 100000, 0, INDICATOR_TYPED},
		{"specialists", "人", 60000, 0, INDICATOR_TYPED},
		{"genai-usage", "%", 80000, 2026, INDICATOR_TYPED},
	};
	struct indicator_register indicators = {0};
	(void)state;

	load_golden("oita-indicators.csv", &indicators);
	load_golden("oita-indicators.csv", &indicators); /* twice makes no difference */
	assert_int_equal(indicators.indicators.count, sizeof expected / sizeof expected[0]);
	for (size_t i = 0; i < indicators.indicators.count; i++) {
		const struct indicator *const indicator = &indicators.indicators.items[i];

		assert_string_equal(indicator->code, expected[i].code);
		assert_string_equal(indicator->unit, expected[i].unit);
		assert_int_equal(indicator->direction, INDICATOR_UP);
		assert_int_equal(indicator->computed, expected[i].computed);
		assert_int_equal(indicator->position, i + 1);
		assert_int_equal(indicator->targets.count, 1);
		assert_int_equal(indicator->targets.items[0].target, expected[i].target);
		assert_int_equal(indicator->targets.items[0].fiscal_year, expected[i].year);
	}
	assert_string_equal(at(&indicators, "hours-saved")->source, "行財政改革推進計画2024");
	indicator_register_free(&indicators);
}

/* By hand: 4,703.6 + 2,799.8 + 3,275.76 + 4,405.4 + 5,018.4 + 6,606.8 + 8,498.3 = 35,308.06. */
static void usage_of_seven_months_is_summed_exactly(void **state)
{
	struct indicator_register indicators = {0};
	struct indicator_reading reading;
	int64_t ratio;
	(void)state;

	load_golden("oita-indicators.csv", &indicators);
	load_golden("oita-genai-usage-2025.csv", &indicators);
	assert_int_equal(indicators.indicators.count, 11);
	assert_true(indicator_read(at(&indicators, "genai-hours"), 2025, &reading));
	assert_int_equal(reading.value, 35308060);
	assert_int_equal(reading.months, 7);
	assert_shown(reading.value, 0, "35,308");
	assert_shown(reading.value, 2, "35,308.06");
	/* beside 21,572 self-reported hours: 1.6367… */
	assert_true(indicator_telemetry_ratio(reading.value, 21572 * 60, &ratio));
	assert_int_equal(ratio, 164);
	assert_true(indicator_read(at(&indicators, "genai-characters"), 2025, &reading));
	assert_int_equal(reading.value, INT64_C(3014231050) * 1000);
	/* a rate does not add up: January's is the year's so far, and the register's name stays */
	assert_true(indicator_read(at(&indicators, "genai-usage"), 2025, &reading));
	assert_int_equal(reading.value, 39000);
	assert_string_equal(at(&indicators, "genai-usage")->name, "生成AI利用率");
	assert_true(indicator_read(at(&indicators, "genai-users"), 2025, &reading));
	assert_int_equal(reading.value, 2049000);
	assert_false(indicator_read(at(&indicators, "genai-users"), 2024, &reading));
	assert_int_equal(at(&indicators, "genai-hours")->values.items[0].month, 7);
	assert_int_equal(at(&indicators, "genai-hours")->values.items[2].value, 3275760);
	indicator_register_free(&indicators);
}

/* ---- other files ------------------------------------------------------------------------------ */

static void headings_and_figures_come_in_many_forms(void **state)
{
	struct indicator_register indicators = {0};
	struct indicator_reading reading;
	struct error err = {0};
	(void)state;

	if (!load_text("出典,指標コード,指標名,単位,目標値,目標年度,方向\n"
		       "計画,paper,紙の使用量,千枚,１２０．５,R8,減少\n"
		       ",paper,,,100,令和10年度,\n"
		       ",paper,コピー用紙の使用量\n", &indicators, &err))
		fail_msg("%s", err.message);
	const struct indicator *const paper = at(&indicators, "paper");
	assert_string_equal(paper->name, "コピー用紙の使用量");
	assert_string_equal(paper->source, "計画");
	assert_int_equal(paper->direction, INDICATOR_DOWN);
	assert_int_equal(paper->targets.count, 2);
	assert_int_equal(paper->targets.items[0].target, 120500);
	assert_int_equal(paper->targets.items[1].fiscal_year, 2028);
	if (!load_text("コード,年度,月,値\n"
		       "paper,R7,2026-02,9.25\n"
		       "paper,R7,4月,\"1,010\"\n"
		       "paper,R7,,\n"
		       "paper,R6,,△3\n", &indicators, &err))
		fail_msg("%s", err.message);
	assert_int_equal(paper->values.count, 3);
	assert_int_equal(paper->values.items[0].value, -3000);
	assert_int_equal(paper->values.items[1].month, 4);
	assert_int_equal(paper->values.items[1].value, 1010000);
	assert_true(indicator_read(paper, 2025, &reading));
	assert_int_equal(reading.value, 9250); /* February is the latest */
	indicator_register_free(&indicators);
}

static void bad_cells_are_named(void **state)
{
	static const struct {
		const char *text, *message;
	} wrong[] = {
		{"name,unit\nx,y\n", "headings"},
		{"code,コード\nx,y\n", "“Code”"},
		{"code,name\n,y\n", "code"},
		{"code,target\nx,12x\n", "12x"},
		{"code,target\nx,1.2345\n", "1.2345"},
		{"code,target,target_fiscal_year\nx,1,R99999\n", "R99999"},
		{"code,direction\nx,sideways\n", "sideways"},
		{"code,position\nx,-1\n", "-1"},
		{"code,fiscal_year,value\nnew,R7,1\n", "“new”"},
		{"month,users\n2025-13,1\n", "2025-13"},
		{"month,users\n2025-07,many\n", "many"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct indicator_register indicators = {0};
		struct error err = {0};

		if (load_text(wrong[i].text, &indicators, &err))
			fail_msg("%s is accepted", wrong[i].text);
		if (!strstr(err.message, wrong[i].message))
			fail_msg("%s: %s", wrong[i].text, err.message);
		assert_int_equal(indicators.indicators.count, 0);
		indicator_register_free(&indicators);
	}
}

static void values_need_a_year_that_agrees(void **state)
{
	struct indicator_register indicators = {0};
	struct error err = {0};
	(void)state;

	assert_true(load_text("code,name\nx,y\n", &indicators, &err));
	assert_false(load_text("code,fiscal_year,month,value\nx,R7,2026-05,1\n", &indicators, &err));
	assert_non_null(strstr(err.message, "2026-05"));
	assert_false(load_text("code,fiscal_year,month,value\nx,,4,1\n", &indicators, &err));
	assert_false(load_text("code,fiscal_year,month,value\nx,R7,13,1\n", &indicators, &err));
	assert_int_equal(at(&indicators, "x")->values.count, 0);
	indicator_register_free(&indicators);
}

/* ---- reading a year --------------------------------------------------------------------------- */

static void a_years_own_figure_goes_before_its_months(void **state)
{
	struct indicator_register indicators = {0};
	struct indicator_reading reading;
	(void)state;

	struct indicator *const hours = indicator_get(&indicators, "hours");
	hours->yearly = INDICATOR_SUM;
	indicator_set_value(hours, 2025, 3, 5);
	indicator_set_value(hours, 2025, 4, 7);
	indicator_set_value(hours, 2025, 3, 6); /* in place of the 5 */
	assert_int_equal(hours->values.items[0].month, 4);
	assert_true(indicator_read(hours, 2025, &reading));
	assert_int_equal(reading.value, 13);
	hours->yearly = INDICATOR_LAST;
	assert_true(indicator_read(hours, 2025, &reading));
	assert_int_equal(reading.value, 6); /* March is the last */
	indicator_set_value(hours, 2025, 0, 100);
	assert_true(indicator_read(hours, 2025, &reading));
	assert_int_equal(reading.value, 100);
	assert_int_equal(reading.months, 0);
	hours->yearly = INDICATOR_SUM;
	indicator_set_value(hours, 2026, 4, INT64_MAX);
	indicator_set_value(hours, 2026, 5, 1);
	assert_false(indicator_read(hours, 2026, &reading));
	indicator_register_free(&indicators);
}

static void the_next_target_counts(void **state)
{
	struct indicator_register indicators = {0};
	(void)state;

	struct indicator *const leaders = indicator_get(&indicators, "leaders");
	assert_null(indicator_target_for(leaders, 2025));
	indicator_set_target(leaders, 2028, 983);
	indicator_set_target(leaders, 2026, 600);
	assert_int_equal(indicator_target_for(leaders, 2025)->target, 600);
	assert_int_equal(indicator_target_for(leaders, 2026)->target, 600);
	assert_int_equal(indicator_target_for(leaders, 2027)->target, 983);
	assert_null(indicator_target_for(leaders, 2029));
	indicator_set_target(leaders, 0, 1000);
	assert_int_equal(indicator_target_for(leaders, 2029)->target, 1000);
	assert_int_equal(indicator_target_for(leaders, 2025)->target, 600);
	indicator_register_free(&indicators);
}

static void attainment_knows_the_direction(void **state)
{
	static const struct {
		enum indicator_direction direction;
		int64_t value, target;
		bool known;
		int64_t tenths;
	} cases[] = {
		{INDICATOR_UP, 21572, 138650, true, 156}, /* 15.558… on the home screen */
		{INDICATOR_UP, 138650, 138650, true, 1000},
		{INDICATOR_UP, 1, 2000, true, 1}, /* 0.05 goes up */
		{INDICATOR_UP, -1, 2000, true, -1},
		{INDICATOR_UP, 5, 0, false, 0},
		{INDICATOR_UP, INT64_MAX, 1, false, 0},
		{INDICATOR_DOWN, 200, 100, true, 500},
		{INDICATOR_DOWN, 80, 100, true, 1250},
		{INDICATOR_DOWN, 0, 100, true, 1000},
		{INDICATOR_DOWN, 10, 0, false, 0},
	};
	int64_t ratio;
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int64_t tenths = 0;

		assert_int_equal(indicator_attainment(cases[i].direction, cases[i].value,
			cases[i].target, &tenths), cases[i].known);
		assert_int_equal(tenths, cases[i].tenths);
	}
	assert_false(indicator_telemetry_ratio(1000, 0, &ratio));
	assert_true(indicator_telemetry_ratio(1005, 60, &ratio)); /* 1.005 h / 1 h */
	assert_int_equal(ratio, 101);
	assert_shown(-1234567, 1, "△1,234.6");
	assert_shown(61600, 3, "61.6");
}

static void words_are_understood(void **state)
{
	enum indicator_direction direction;
	enum indicator_yearly yearly;
	enum indicator_computed computed;
	(void)state;

	assert_true(indicator_direction_parse("減少", &direction));
	assert_int_equal(direction, INDICATOR_DOWN);
	assert_true(indicator_yearly_parse("合計", &yearly));
	assert_int_equal(yearly, INDICATOR_SUM);
	assert_string_equal(indicator_yearly_id(INDICATOR_LAST), "last");
	for (int c = 0; c < INDICATOR_COMPUTED_COUNT; c++) {
		assert_true(indicator_computed_parse(
			indicator_computed_id((enum indicator_computed)c), &computed));
		assert_int_equal(computed, c);
	}
	assert_false(indicator_computed_parse("else", &computed));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_register_of_the_prefecture_loads_as_it_is),
		cmocka_unit_test(usage_of_seven_months_is_summed_exactly),
		cmocka_unit_test(headings_and_figures_come_in_many_forms),
		cmocka_unit_test(bad_cells_are_named),
		cmocka_unit_test(values_need_a_year_that_agrees),
		cmocka_unit_test(a_years_own_figure_goes_before_its_months),
		cmocka_unit_test(the_next_target_counts),
		cmocka_unit_test(attainment_knows_the_direction),
		cmocka_unit_test(words_are_understood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
