#include "config.h"

#include "model/effect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/i18n.h"

static struct effect monthly_rate(
	int64_t before, int64_t before_cases, int64_t after, int64_t after_cases, int months)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

	effect.before_minutes = before;
	effect.before_cases = before_cases;
	effect.after_minutes = after;
	effect.after_cases = after_cases;
	effect.periods_in_year = months;
	return effect;
}

static struct effect seasonal(void)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

	/* A month saves 19.6 minutes a case: 10 cases 196, 3 cases 58.8 → 58. */
	effect.kind = EFFECT_MONTHLY;
	effect.before_minutes = 3920;
	effect.after_minutes = 1960;
	effect.monthly_cases[0] = 10;
	effect.monthly_cases[1] = 3;
	effect.monthly_cases[11] = 3;
	effect.first_month = 1;
	effect.periods_in_year = 11;
	return effect;
}

static void assert_explained(const struct effect *effect, enum basis basis, const char *expected)
{
	struct strbuf out = {0};

	effect_explain(effect, basis, &out);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
}

static void lines_explain_themselves(void **state)
{
	struct effect effect = monthly_rate(3920, 88, 1960, 88, 7);
	(void)state;

	assert_explained(&effect, BASIS_IN_YEAR,
		"39.2分×88件 − 19.6分×88件 = 1,724分/月 × 7か月 = 12,068分");
	assert_explained(&effect, BASIS_FULL_YEAR,
		"39.2分×88件 − 19.6分×88件 = 1,724分/月 × 12か月 = 20,688分");
	effect = monthly_rate(1000, 5, 2025, 1200, 1);
	assert_explained(&effect, BASIS_IN_YEAR,
		"10分×5件 − 20.25分×1,200件 = △24,250分/月 × 1か月 = △24,250分");
	effect = effect_new(1, STAGE_ACTUAL, PERIOD_DAY, 240);
	effect.before_minutes = 1500;
	effect.before_cases = 2;
	assert_explained(&effect, BASIS_FULL_YEAR,
		"15分×2件 − 0分×0件 = 30分/日 × 240日 = 7,200分");
	effect.period = PERIOD_WEEK;
	effect.periods_in_year = 26;
	effect.periods_full_year = 52;
	assert_explained(
		&effect, BASIS_IN_YEAR, "15分×2件 − 0分×0件 = 30分/週 × 26週 = 780分");
	effect.period = PERIOD_YEAR;
	effect.periods_in_year = 1;
	effect.periods_full_year = 1;
	assert_explained(&effect, BASIS_IN_YEAR, "15分×2件 − 0分×0件 = 30分/年 × 1年 = 30分");
}

static void other_kinds_explain_themselves(void **state)
{
	struct effect effect = seasonal();
	(void)state;

	assert_explained(&effect, BASIS_IN_YEAR,
		"39.2分 → 19.6分（5月から）: 5月 3件 58分 + 3月 3件 58分 = 116分");
	assert_explained(&effect, BASIS_FULL_YEAR,
		"39.2分 → 19.6分: 4月 10件 196分 + 5月 3件 58分 + 3月 3件 58分 = 312分");
	effect.kind = EFFECT_DIRECT;
	effect.direct_in_year = 12068;
	effect.direct_full_year = 201 * 60;
	assert_explained(&effect, BASIS_IN_YEAR, "直接入力 201時間8分");
	assert_explained(&effect, BASIS_FULL_YEAR, "直接入力 201時間");
	effect.direct_in_year = -8;
	effect.direct_full_year = -12068;
	assert_explained(&effect, BASIS_IN_YEAR, "直接入力 △0時間8分");
	assert_explained(&effect, BASIS_FULL_YEAR, "直接入力 △201時間8分");
	effect.direct_in_year = 919 * 60;
	effect.direct_full_year = -30;
	effect.direct_before_in_year = 1095 * 60;
	effect.direct_before_full_year = 0;
	assert_explained(&effect, BASIS_IN_YEAR, "直接入力 1,095時間 − 176時間 = 919時間（削減率 83.9%）");
	assert_explained(&effect, BASIS_FULL_YEAR, "直接入力 0時間 − 0時間30分 = △0時間30分");
}

static void a_line_that_cannot_be_computed_says_why(void **state)
{
	const struct effect effect = monthly_rate(3920, 88, 1960, 88, 13);
	(void)state;

	assert_explained(&effect, BASIS_IN_YEAR,
		"効果の1行目：期間の数が13ですが、1年には12までしかありません");
}

static void explanations_come_in_english_too(void **state)
{
	struct effect effect = monthly_rate(3920, 88, 1960, 1, 7);
	(void)state;

	i18n_init("en");
	assert_explained(&effect, BASIS_IN_YEAR,
		"39.2 min × 88 cases − 19.6 min × 1 case = 3,430 min/month × 7 months = "
		"24,010 min");
	effect = seasonal();
	assert_explained(&effect, BASIS_IN_YEAR,
		"39.2 min → 19.6 min (from May): May 3 cases 58 min + Mar 3 cases 58 min = 116 min");
	effect.kind = EFFECT_DIRECT;
	effect.direct_in_year = 12068;
	assert_explained(&effect, BASIS_IN_YEAR, "entered directly: 201 h 8 min");
	i18n_init("ja");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_explain_themselves),
		cmocka_unit_test(other_kinds_explain_themselves),
		cmocka_unit_test(a_line_that_cannot_be_computed_says_why),
		cmocka_unit_test(explanations_come_in_english_too),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
