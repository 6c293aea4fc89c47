/* Axes of charts have steps that people read easily. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/scale.h"

static void check_scale(int64_t least, int64_t most, int steps, int64_t step, int below, int above)
{
	const struct scale scale = scale_for(least, most, steps);

	assert_int_equal(scale.step, step);
	assert_int_equal(scale.below, below);
	assert_int_equal(scale.above, above);
}

static void test_steps_are_nice(void **state)
{
	(void)state;
	check_scale(0, 0, 5, 1, 0, 1);
	check_scale(0, 5, 5, 1, 0, 5);
	check_scale(0, 6, 5, 2, 0, 3);
	check_scale(0, 100, 5, 20, 0, 5);
	check_scale(0, 101, 5, 50, 0, 3);
	check_scale(0, 138650, 3, 50000, 0, 3);
	check_scale(0, 138650, 2, 100000, 0, 2);
	check_scale(0, 7, 1, 10, 0, 1);
	check_scale(-30, 100, 5, 50, 1, 2);
	check_scale(-30, 0, 5, 10, 3, 0);
	check_scale(-1, 1, 1, 1, 1, 1); /* both sides of 0 need a step */
	check_scale(-INT64_MAX / 4, INT64_MAX / 4, 2, 5000000000000000000, 1, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_steps_are_nice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
