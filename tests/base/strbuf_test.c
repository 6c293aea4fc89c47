#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/strbuf.h"

static void an_empty_buffer_reads_as_empty_text(void **state)
{
	struct strbuf buffer = {0};
	(void)state;

	assert_string_equal(strbuf_text(&buffer), "");
	strbuf_clear(&buffer);
	strbuf_truncate(&buffer, 0);
	char *text = strbuf_detach(&buffer);
	assert_string_equal(text, "");
	free(text);
	strbuf_free(&buffer);
}

static void pieces_are_joined(void **state)
{
	struct strbuf buffer = {0};
	(void)state;

	strbuf_add_text(&buffer, "裏");
	strbuf_add(&buffer, "庭の", 3);
	strbuf_add_char(&buffer, ' ');
	strbuf_add_repeated(&buffer, '-', 3);
	strbuf_addf(&buffer, "%s=%d;", "n", 746);
	strbuf_add_int(&buffer, INT64_MIN);
	strbuf_add_char(&buffer, ' ');
	strbuf_add_int(&buffer, 0);
	assert_string_equal(buffer.text, "裏庭 ---n=746;-9223372036854775808 0");
	strbuf_clear(&buffer);
	strbuf_add_filled(&buffer, "裏 %s, 100%% %s%", "%s");
	assert_string_equal(buffer.text, "裏 %s, 100%% %s%");
	strbuf_truncate(&buffer, 3);
	assert_string_equal(buffer.text, "裏");
	strbuf_truncate(&buffer, 100);
	assert_int_equal(buffer.length, 3);
	char *text = strbuf_detach(&buffer);
	assert_string_equal(text, "裏");
	assert_null(buffer.text);
	free(text);
}

static void nul_bytes_are_bytes(void **state)
{
	struct strbuf buffer = {0};
	(void)state;

	strbuf_add(&buffer, "a\0b", 3);
	strbuf_add_char(&buffer, '\0');
	assert_int_equal(buffer.length, 4);
	assert_memory_equal(buffer.text, "a\0b\0", 5);
	strbuf_free(&buffer);
}

static void growing_keeps_what_is_there(void **state)
{
	struct strbuf buffer = {0};
	(void)state;

	for (int i = 0; i < 10000; i++)
		strbuf_add_text(&buffer, "裏庭");
	strbuf_addf(&buffer, "%05000d", 0);
	assert_int_equal(buffer.length, 65000);
	assert_int_equal(strlen(buffer.text), 65000);
	assert_memory_equal(buffer.text + 59994, "裏庭0", 7);
	strbuf_free(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_buffer_reads_as_empty_text),
		cmocka_unit_test(pieces_are_joined),
		cmocka_unit_test(nul_bytes_are_bytes),
		cmocka_unit_test(growing_keeps_what_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
