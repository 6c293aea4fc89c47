#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/error.h"
#include "base/text.h"

static void set_fills_and_returns_false(void **state)
{
	struct error err = {0};
	(void)state;

	assert_false(error_set(&err, ERROR_DATA, "line %d", 3));
	assert_int_equal(err.code, ERROR_DATA);
	assert_string_equal(err.message, "line 3");
	assert_false(error_detail(&err, "errno %d", 5));
	assert_string_equal(err.detail, "errno 5");
	assert_false(error_set(&err, ERROR_FILE, "other"));
	assert_string_equal(err.detail, "");
	error_clear(&err);
	assert_int_equal(err.code, ERROR_NONE);
	assert_string_equal(err.message, "");
}

static void nobody_need_listen(void **state)
{
	(void)state;
	assert_false(error_set(NULL, ERROR_DATA, "x"));
	assert_false(error_detail(NULL, "x"));
	error_clear(NULL);
}

static void long_messages_end_at_a_character(void **state)
{
	char text[2000];
	struct error err;
	(void)state;

	/* The room is 511 bytes: shift the three-byte characters against its end. */
	for (size_t shift = 0; shift < 3; shift++) {
		memset(text, 'a', shift);
		for (size_t i = shift; i + 3 < sizeof text; i += 3)
			memcpy(text + i, "裏", 4);
		error_set(&err, ERROR_DATA, "%s", text);
		const size_t length = strlen(err.message);
		assert_true(length > 508 && length < sizeof err.message);
		assert_true(text_valid(err.message, length, NULL));
	}
}

static void exit_status_follows_the_kind(void **state)
{
	static const struct {
		enum error_code code;
		int status;
	} cases[] = {
		{ERROR_NONE, 0}, {ERROR_DATA, 1}, {ERROR_CONFLICT, 1}, {ERROR_CANCELLED, 1},
		{ERROR_USAGE, 2}, {ERROR_DATABASE, 3}, {ERROR_FILE, 1}, {ERROR_PERMISSION, 4},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct error err = {.code = cases[i].code};
		assert_int_equal(error_exit_status(&err), cases[i].status);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(set_fills_and_returns_false),
		cmocka_unit_test(nobody_need_listen),
		cmocka_unit_test(long_messages_end_at_a_character),
		cmocka_unit_test(exit_status_follows_the_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
