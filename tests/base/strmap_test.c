#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/strmap.h"

static void test_empty(void **state)
{
	struct strmap map = {0};
	int64_t value = 7;

	(void)state;
	assert_false(strmap_get(&map, "a", &value));
	assert_int_equal(value, 7);
	strmap_free(&map);
}

static void test_many_keys_survive_growth(void **state)
{
	struct strmap map = {0};
	char key[32];
	int64_t value;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		snprintf(key, sizeof key, "班%d", i);
		strmap_put(&map, key, i);
	}
	assert_int_equal(map.count, 5000);
	for (int i = 0; i < 5000; i++) {
		snprintf(key, sizeof key, "班%d", i);
		assert_true(strmap_get(&map, key, &value));
		assert_int_equal(value, i);
	}
	assert_false(strmap_get(&map, "班5000", NULL));
	strmap_put(&map, "班7", -1);
	assert_true(strmap_get(&map, "班7", &value));
	assert_int_equal(value, -1);
	assert_int_equal(map.count, 5000);
	strmap_free(&map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_many_keys_survive_growth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
