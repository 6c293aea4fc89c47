#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/uuid.h"

static void normalize_gives_lower_case(void **state)
{
	char uuid[UUID_TEXT];
	(void)state;

	assert_true(uuid_normalize("8F1E6A52-0C5B-4D0E-9B37-2A7ED4613C95", uuid));
	assert_string_equal(uuid, "8f1e6a52-0c5b-4d0e-9b37-2a7ed4613c95");
	assert_true(uuid_normalize(uuid, uuid));
}

static void normalize_refuses_other_forms(void **state)
{
	static const char *const wrong[] = {"", "8f1e6a52", "8f1e6a520c5b4d0e9b372a7ed4613c95",
		"8f1e6a52-0c5b-4d0e-9b37-2a7ed4613c9", "8f1e6a52-0c5b-4d0e-9b37-2a7ed4613c955",
		"8g1e6a52-0c5b-4d0e-9b37-2a7ed4613c95", "8f1e6a5210c5b-4d0e-9b37-2a7ed4613c95",
		"{8f1e6a52-0c5b-4d0e-9b37-2a7ed4613c9", "８f1e6a52-0c5b-4d0e-9b37-2a7ed4613c"};
	char uuid[UUID_TEXT] = "same";
	(void)state;

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_false(uuid_normalize(wrong[i], uuid));
		assert_string_equal(uuid, "same");
	}
}

/* Expected values: Python's uuid.uuid5() with the namespace of uuid.c. */
static void names_always_give_the_same(void **state)
{
	char uuid[UUID_TEXT];
	char block[200];
	(void)state;

	uuid_from_name("", 0, uuid);
	assert_string_equal(uuid, "be9ca600-2e6a-5c71-a21b-b77eb1771f7a");
	uuid_from_name("R7-0001", 7, uuid);
	assert_string_equal(uuid, "96b5bee3-e1d7-5b80-884c-ba8e1982a7ad");
	uuid_from_name("裏庭", 6, uuid);
	assert_string_equal(uuid, "a0093112-77bb-5036-ab7a-ca7aff4548ee");
	/* Lengths at which SHA-1 needs one padding block more: 16 + 39, 40, 48 bytes. */
	memset(block, 'a', sizeof block);
	uuid_from_name(block, 39, uuid);
	assert_string_equal(uuid, "1d6fab7e-21a8-5f92-84ee-3121ccaccef7");
	uuid_from_name(block, 40, uuid);
	assert_string_equal(uuid, "f43334dd-8a91-5245-acf8-7cdfabbbde9b");
	uuid_from_name(block, 48, uuid);
	assert_string_equal(uuid, "002fa1fa-c5bd-562d-9467-f547cfc68787");
	uuid_from_name(block, 200, uuid);
	assert_string_equal(uuid, "94eb65e0-cd65-534d-8519-6f9b9d114aed");
}

static void format_marks_version_and_variant(void **state)
{
	unsigned char bytes[16];
	char uuid[UUID_TEXT];
	(void)state;

	memset(bytes, 0xFF, sizeof bytes);
	uuid_format(bytes, 4, uuid);
	assert_string_equal(uuid, "ffffffff-ffff-4fff-bfff-ffffffffffff");
	memset(bytes, 0, sizeof bytes);
	uuid_format(bytes, 5, uuid);
	assert_string_equal(uuid, "00000000-0000-5000-8000-000000000000");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(normalize_gives_lower_case),
		cmocka_unit_test(normalize_refuses_other_forms),
		cmocka_unit_test(names_always_give_the_same),
		cmocka_unit_test(format_marks_version_and_variant),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
