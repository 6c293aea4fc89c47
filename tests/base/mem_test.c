#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/vec.h"

static void blocks_are_never_null(void **state)
{
	(void)state;
	void *none = xmalloc(0);
	char *zeroed = xcalloc(0, 8);
	assert_non_null(none);
	assert_non_null(zeroed);
	none = xrealloc(none, 100);
	memset(none, 1, 100);
	free(none);
	free(zeroed);
}

static void copies_are_terminated(void **state)
{
	(void)state;
	char *copy = xstrdup(NULL);
	assert_string_equal(copy, "");
	free(copy);
	copy = xstrndup("裏庭", 3);
	assert_string_equal(copy, "裏");
	free(copy);
	copy = xasprintf("%s-%d", "R7", 1);
	assert_string_equal(copy, "R7-1");
	free(copy);
}

static void arenas_give_zeroed_aligned_memory(void **state)
{
	struct arena arena = {0};
	(void)state;

	for (size_t size = 1; size < 40000; size = size * 3 + 1) {
		unsigned char *memory = arena_alloc(&arena, size);
		assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xFF, size);
	}
	const char *name = arena_strdup(&arena, "裏庭");
	const char *part = arena_strndup(&arena, name, 3);
	assert_string_equal(arena_printf(&arena, "%s/%s", name, part), "裏庭/裏");
	assert_string_equal(arena_strdup(&arena, NULL), "");
	arena_free(&arena);
	assert_string_equal(arena_strdup(&arena, "again"), "again");
	arena_free(&arena);
	arena_free(&arena);
}

struct unit {
	int code;
	const char *name;
};

static void vectors_grow_by_zeroed_items(void **state)
{
	VEC(struct unit) units = {0};
	(void)state;

	for (int i = 0; i < 100; i++) {
		struct unit *unit = vec_add(&units);
		assert_int_equal(unit->code, 0);
		assert_null(unit->name);
		unit->code = i;
		unit->name = "x";
	}
	assert_int_equal(units.count, 100);
	assert_int_equal(units.items[0].code, 0);
	assert_int_equal(units.items[99].code, 99);
	vec_free(&units);
	assert_null(units.items);
	assert_int_equal(units.count, 0);
	*vec_add(&units) = (struct unit){1, "y"};
	assert_int_equal(units.count, 1);
	vec_free(&units);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_are_never_null),
		cmocka_unit_test(copies_are_terminated),
		cmocka_unit_test(arenas_give_zeroed_aligned_memory),
		cmocka_unit_test(vectors_grow_by_zeroed_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
