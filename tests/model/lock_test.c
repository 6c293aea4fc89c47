#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/lock.h"

static struct project stored, project;

static void add(struct project *to, int line, enum stage stage)
{
	struct effect *effect = vec_add(&to->effects);

	*effect = effect_new(line, stage, PERIOD_MONTH, 240);
	effect->label = "転記";
	effect->destination = "";
	effect->before_minutes = 3000;
	effect->before_cases = 10;
	effect->periods_in_year = 6;
}

static int setup(void **state)
{
	(void)state;
	project_init(&stored);
	add(&stored, 1, STAGE_ESTIMATE);
	add(&stored, 2, STAGE_ESTIMATE);
	add(&stored, 1, STAGE_ACTUAL);
	project_copy(&project, &stored);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	project_free(&stored);
	project_free(&project);
	return 0;
}

static void what_stays_breaks_nothing(void **state)
{
	(void)state;
	for (stored.status = 0; stored.status < STATUS_COUNT; stored.status++)
		assert_int_equal(lock_broken(&stored, &project), -1);
	stored.status = STATUS_COMPLETED;
	project.title = "別の名";
	project.effects.items[0].direct_in_year = 5; /* not of its kind */
	assert_int_equal(lock_broken(&stored, &project), -1);
}

static void a_changed_line_breaks_its_stage(void **state)
{
	(void)state;
	project.effects.items[1].before_cases = 11;
	stored.status = STATUS_APPROVED;
	assert_int_equal(lock_broken(&stored, &project), -1);
	stored.status = STATUS_RUNNING;
	assert_int_equal(lock_broken(&stored, &project), STAGE_ESTIMATE);
	project.effects.items[1].before_cases = 10;
	project.effects.items[2].destination = "overtime:100";
	assert_int_equal(lock_broken(&stored, &project), -1);
	stored.status = STATUS_COMPLETED;
	assert_int_equal(lock_broken(&stored, &project), STAGE_ACTUAL);
}

static void so_does_one_more_and_one_less(void **state)
{
	(void)state;
	stored.status = STATUS_REPORTED;
	add(&project, 1, STAGE_FORECAST);
	assert_int_equal(lock_broken(&stored, &project), STAGE_FORECAST);
	project.effects.items[3].stage = STAGE_ACTUAL;
	project.effects.items[3].line = 2;
	assert_int_equal(lock_broken(&stored, &project), -1);
	project.effects.items[1].line = 3; /* another line in its place */
	assert_int_equal(lock_broken(&stored, &project), STAGE_ESTIMATE);
	project.effects.items[1] = project.effects.items[2];
	project.effects.count = 2;
	assert_int_equal(lock_broken(&stored, &project), STAGE_ESTIMATE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_stays_breaks_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(a_changed_line_breaks_its_stage, setup, teardown),
		cmocka_unit_test_setup_teardown(so_does_one_more_and_one_less, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
