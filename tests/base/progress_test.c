/* How far long work has come, in words; and that it stops when told to. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/progress.h"

static void check(int64_t done, int64_t total, int64_t elapsed_ms, const char *expected)
{
	struct strbuf text = {0};

	progress_text("Import", done, total, elapsed_ms, &text);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

static void test_text(void **state)
{
	(void)state;
	check(1200, 0, 400, "Import  1,200"); /* too early for a rate */
	check(1200, 4800, 400, "Import  1,200 / 4,800");
	check(1200, 0, 1000, "Import  1,200  1,200/s");
	check(12000, 1000000, 3000, "Import  12,000 / 1,000,000  4,000/s  248 s left");
	check(1000000, 1000000, 20000, "Import  1,000,000 / 1,000,000  50,000/s");
	check(0, 0, 4200, "Import  4 s"); /* nothing is counted */
	check(1, 3, 10000, "Import  1 / 3"); /* less than one a second */
	check(INT64_MAX, 0, 1999, "Import  9,223,372,036,854,775,807  4,611,686,018,427,387,903/s");
}

static bool until_five(void *data, const char *label, int64_t done, int64_t total)
{
	int *calls = data;

	assert_string_equal(label, "Check");
	assert_int_equal(total, 8);
	(*calls)++;
	return done < 5;
}

static void note_end(void *data)
{
	*(int *)data = -1;
}

static void test_stop(void **state)
{
	int calls = 0;
	const struct progress nobody = {0};
	const struct progress progress = {.step = until_five, .end = note_end, .data = &calls};
	struct error err = {0};

	(void)state;
	assert_true(progress_step(&nobody, "Check", 8, 8, &err));
	progress_end(&nobody);
	assert_true(progress_step(&progress, "Check", 4, 8, &err));
	assert_int_equal(err.code, ERROR_NONE);
	assert_false(progress_step(&progress, "Check", 5, 8, &err));
	assert_int_equal(err.code, ERROR_CANCELLED);
	assert_int_equal(calls, 2);
	progress_end(&progress);
	assert_int_equal(calls, -1);
}

/* A rate is that of its own work, not of what came before; what only goes on belongs to it. */
static void test_phases(void **state)
{
	static const char first[] = "Check", second[] = "Export", goes_on[] = "Working";
	struct progress_phase phase = {0};

	(void)state;
	assert_int_equal(progress_elapsed(&phase, goes_on, 0, 1000), 0);
	assert_int_equal(progress_elapsed(&phase, goes_on, 0, 1500), 500);
	assert_int_equal(progress_elapsed(&phase, first, 1, 2000), 0);
	assert_int_equal(progress_elapsed(&phase, goes_on, 0, 2300), 300);
	assert_int_equal(progress_elapsed(&phase, first, 9, 2500), 500);
	assert_int_equal(progress_elapsed(&phase, first, 1, 3000), 0); /* a second file */
	assert_int_equal(progress_elapsed(&phase, second, 5, 4000), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_stop),
		cmocka_unit_test(test_phases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
