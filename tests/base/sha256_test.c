#include "config.h"

#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The examples of FIPS 180-4 and its test suite. */
static void the_standard_vectors_come_out(void **state)
{
	static const struct {
		const char *text, *digest;
	} vectors[] = {
		{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
		{"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopq"
		 "klmnopqrlmnopqrsmnopqrstnopqrstu",
			"cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
	};
	char text[SHA256_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
		sha256_text(vectors[i].text, strlen(vectors[i].text), text);
		assert_string_equal(text, vectors[i].digest);
	}
}

static void a_million_times_a(void **state)
{
	struct sha256 digest;
	char many[1000];
	char text[SHA256_TEXT];

	(void)state;
	memset(many, 'a', sizeof many);
	sha256_start(&digest);
	for (int i = 0; i < 1000; i++)
		sha256_add(&digest, many, sizeof many);
	sha256_finish_text(&digest, text);
	assert_string_equal(
		text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* However the bytes come in, for every length around a block's and its padding's end. */
static void parts_give_the_digest_of_the_whole(void **state)
{
	unsigned char bytes[200];
	char whole[SHA256_TEXT], parts[SHA256_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(i * 7 + 1);
	for (size_t length = 0; length <= sizeof bytes; length++) {
		const size_t steps[] = {1, 13, 55, 64, 65};

		sha256_text(bytes, length, whole);
		for (size_t s = 0; s < sizeof steps / sizeof steps[0]; s++) {
			struct sha256 digest;

			sha256_start(&digest);
			for (size_t at = 0; at < length; at += steps[s])
				sha256_add(&digest, bytes + at,
					length - at < steps[s] ? length - at : steps[s]);
			sha256_finish_text(&digest, parts);
			assert_string_equal(parts, whole);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_standard_vectors_come_out),
		cmocka_unit_test(a_million_times_a),
		cmocka_unit_test(parts_give_the_digest_of_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
