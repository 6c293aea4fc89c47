/* Labour value, cost-benefit and payback; every figure worked out by hand. */
#include "config.h"

#include "model/worth.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/i18n.h"

static struct project project_of(int64_t minutes, int64_t implementation, int64_t running)
{
	struct project project;

	project_init(&project);
	project.implementation_cost = implementation;
	project.running_cost = running;
	project.has_stage[STAGE_ESTIMATE] = true;
	project.minutes[STAGE_ESTIMATE][BASIS_FULL_YEAR] = minutes;
	return project;
}

/* 576 h × 4,000 yen = 2,304,000; ÷ 300,000 = 7.68; 1,200,000 × 12 ÷ (2,304,000 − 300,000) = 7.19 months. */
static void hours_are_worth_something(void **state)
{
	struct project project = project_of(576 * 60, 1200000, 300000);
	struct worth worth;

	(void)state;
	assert_true(worth_compute(&project, 4000, &worth));
	assert_int_equal(worth.yen, 2304000);
	assert_int_equal(worth.net, 2004000);
	assert_true(worth.has_ratio && worth.has_payback);
	assert_int_equal(worth.ratio, 77);
	assert_int_equal(worth.payback, 72);
	project_free(&project);
}

/* 1 minute at 30 yen an hour is half a yen: one. */
static void half_a_yen_is_one(void **state)
{
	struct project project = project_of(1, -1, 0);
	struct worth worth;

	(void)state;
	assert_true(worth_compute(&project, 30, &worth));
	assert_int_equal(worth.yen, 1);
	assert_false(worth.has_ratio || worth.has_payback);
	project_free(&project);
}

static void actual_figures_go_first(void **state)
{
	struct project project = project_of(600, 100, -1);
	struct worth worth;

	(void)state;
	project.has_stage[STAGE_ACTUAL] = true;
	project.minutes[STAGE_ACTUAL][BASIS_FULL_YEAR] = 120;
	assert_true(worth_compute(&project, 1000, &worth));
	assert_int_equal(worth.stage, STAGE_ACTUAL);
	assert_int_equal(worth.yen, 2000);
	project_free(&project);
}

/* 10 h × 1,000 = 10,000 yen a year, but it costs 12,000: never. */
static void what_costs_more_is_not_earned_back(void **state)
{
	struct project project = project_of(600, 50000, 12000);
	struct strbuf out = {0};
	struct worth worth;

	(void)state;
	assert_true(worth_compute(&project, 1000, &worth));
	assert_int_equal(worth.net, -2000);
	assert_false(worth.has_payback);
	assert_int_equal(worth.ratio, 8);
	worth_explain(&project, &worth, &out);
	assert_string_equal(strbuf_text(&out),
		"Labour value (full year, Estimate): 10 h × 1,000 yen = 10,000 yen\n"
		"Cost-benefit: 10,000 yen ÷ 12,000 yen = 0.8 times\n"
		"Payback: 50,000 yen is not earned back: a year brings no more than it costs\n");
	strbuf_free(&out);
	project_free(&project);
}

static void nothing_is_said_without_costs_or_rate(void **state)
{
	struct project without_costs = project_of(600, -1, -1);
	struct project without_rate = project_of(600, 100, 100);
	struct project too_large = project_of(INT64_MAX, 100, 100);
	/* what another program wrote: net worth would wrap */
	struct project too_dear = project_of(-EFFECT_MINUTES_MAX, 100, INT64_MAX);
	struct project too_costly = project_of(600, INT64_MAX, 100);
	struct worth worth;

	(void)state;
	assert_false(worth_compute(&without_costs, 1000, &worth));
	assert_false(worth_compute(&without_rate, 0, &worth));
	assert_false(worth_compute(&too_large, 1000, &worth));
	assert_false(worth_compute(&too_dear, 4000, &worth));
	assert_false(worth_compute(&too_costly, 1000, &worth));
	project_free(&too_dear);
	project_free(&too_costly);
	project_free(&without_costs);
	project_free(&without_rate);
	project_free(&too_large);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_are_worth_something),
		cmocka_unit_test(half_a_yen_is_one),
		cmocka_unit_test(actual_figures_go_first),
		cmocka_unit_test(what_costs_more_is_not_earned_back),
		cmocka_unit_test(nothing_is_said_without_costs_or_rate),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
