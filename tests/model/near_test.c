#include "config.h"

#include "model/near.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void slips_and_parts_are_near(void **state)
{
	static const struct {
		const char *a, *b;
		bool near;
	} cases[] = {
		{"kintone", "kintone", true},
		{"kintoone", "kintone", true},
		{"kinton", "kintone", true},
		{"道路健設課", "道路建設課", true},
		{"総務", "総務課総務班", true},
		{"総務課総務班", "総務", true},
		{"rpa", "rpo", true},
		{"ai", "hi", false}, /* one in two is no slip */
		{"kintone", "slack", false},
		{"児童課", "道路課", false},
		{"", "kintone", false},
		{"kintone", "", false},
		{"", "", false},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		if (near_match(cases[i].a, cases[i].b) != cases[i].near)
			fail_msg("%s / %s", cases[i].a, cases[i].b);
}

static void long_texts_are_compared_by_parts_only(void **state)
{
	char a[200];
	char b[200];
	(void)state;

	for (size_t i = 0; i < sizeof a; i++)
		a[i] = b[i] = 'x';
	a[sizeof a - 1] = b[sizeof b - 1] = '\0';
	assert_true(near_match(a, b));
	b[0] = 'y';
	assert_false(near_match(a, b));
	assert_true(near_match(a, "xxx"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips_and_parts_are_near),
		cmocka_unit_test(long_texts_are_compared_by_parts_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
