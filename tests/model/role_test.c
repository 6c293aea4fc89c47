#include "config.h"

#include "model/role.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/i18n.h"

/* domain.md §1, written out once more. */
static void each_role_may_what_its_office_does(void **state)
{
	static const bool expected[ROLE_COUNT][PERMISSION_COUNT] = {
		/* read, write, approve, return, masters */
		[ROLE_VIEWER] = {true, false, false, false, false},
		[ROLE_LEADER] = {true, true, false, false, false},
		[ROLE_HEAD] = {true, true, true, true, false},
		[ROLE_COLLECTOR] = {true, false, false, true, false},
		[ROLE_ADMIN] = {true, true, true, true, true},
	};
	(void)state;

	for (enum role role = 0; role < ROLE_COUNT; role++)
		for (enum permission permission = 0; permission < PERMISSION_COUNT; permission++)
			assert_int_equal(
				role_permits(role, permission), expected[role][permission]);
}

static void roles_are_read_by_id_and_label(void **state)
{
	enum role role = ROLE_COUNT;
	(void)state;

	for (enum role i = 0; i < ROLE_COUNT; i++) {
		assert_true(role_parse(role_id(i), &role));
		assert_int_equal(role, i);
		assert_true(role_parse(role_label(i), &role));
		assert_int_equal(role, i);
	}
	assert_true(role_parse("ＤＸ推進リーダー", &role));
	assert_int_equal(role, ROLE_LEADER);
	assert_true(role_parse("所属長", &role));
	assert_int_equal(role, ROLE_HEAD);
	assert_false(role_parse("知事", &role));
	assert_false(role_parse("", &role));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_role_may_what_its_office_does),
		cmocka_unit_test(roles_are_read_by_id_and_label),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
