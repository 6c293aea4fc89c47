#include "config.h"

#include "exchange/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

/* Feeds bytes in pieces of `step`; true on success. */
static bool decode(enum encoding encoding, const char *bytes, size_t length, size_t step,
	struct strbuf *out, enum encoding *found, struct error *err)
{
	struct decoder *decoder = decoder_new(encoding);
	bool ok = true;

	strbuf_clear(out);
	for (size_t at = 0; ok && at < length; at += step) {
		const size_t piece = length - at < step ? length - at : step;
		ok = decoder_feed(decoder, bytes + at, piece, false, out, err);
	}
	ok = ok && decoder_feed(decoder, "", 0, true, out, err);
	*found = decoder_found(decoder);
	decoder_free(decoder);
	return ok;
}

static void check_decodes(enum encoding encoding, const char *bytes, size_t length,
	const char *expected, enum encoding expected_found)
{
	struct strbuf out = {0};
	enum encoding found;
	struct error err;

	for (size_t step = 1; step <= length + 1; step++) {
		error_clear(&err);
		assert_true(decode(encoding, bytes, length, step, &out, &found, &err));
		assert_string_equal(strbuf_text(&out), expected);
		assert_int_equal(found, expected_found);
	}
	strbuf_free(&out);
}

static void check_refused(enum encoding encoding, const char *bytes, size_t length,
	const char *part)
{
	struct strbuf out = {0};
	enum encoding found;
	struct error err;

	for (size_t step = 1; step <= length + 1; step++) {
		error_clear(&err);
		assert_false(decode(encoding, bytes, length, step, &out, &found, &err));
		assert_int_equal(err.code, ERROR_DATA);
		if (!strstr(err.message, part))
			fail_msg("'%s' is not in: %s", part, err.message);
	}
	strbuf_free(&out);
}

#define BYTES(literal) literal, sizeof literal - 1

static void finds_the_encoding(void **state)
{
	(void)state;
	check_decodes(ENCODING_AUTO, BYTES("abc\n"), "abc\n", ENCODING_UTF8);
	check_decodes(ENCODING_AUTO, BYTES(""), "", ENCODING_UTF8);
	check_decodes(ENCODING_AUTO, BYTES("a,取組名"), "a,取組名", ENCODING_UTF8);
	check_decodes(ENCODING_AUTO, BYTES("\xEF\xBB\xBF取組"), "取組", ENCODING_UTF8_BOM);
	check_decodes(ENCODING_AUTO, BYTES("\xEF\xBB\xBF"), "", ENCODING_UTF8_BOM);
	/* 髙①㈱～ソ表 in CP932: NEC and IBM extensions, and trail bytes that look like '\' */
	check_decodes(ENCODING_AUTO, BYTES("x,\xFB\xFC\x87\x40\x87\x8A\x81\x60\x83\x5C\x95\x5C"),
		"x,髙①㈱～ソ表", ENCODING_CP932);
	/* half-width katakana ｱｲｳ */
	check_decodes(ENCODING_AUTO, BYTES("\xB1\xB2\xB3"), "ｱｲｳ", ENCODING_CP932);
}

static void obeys_the_encoding_asked_for(void **state)
{
	(void)state;
	check_decodes(ENCODING_UTF8, BYTES("\xEF\xBB\xBF班"), "班", ENCODING_UTF8_BOM);
	check_decodes(ENCODING_CP932, BYTES("\x94\xC7"), "班", ENCODING_CP932);
	check_refused(ENCODING_UTF8, BYTES("a\n\x94\xC7"), "(0x94)");
}

static void settles_late_when_the_start_is_ascii(void **state)
{
	(void)state;
	const size_t ascii = 200000;
	char *bytes = malloc(ascii + 2);
	struct strbuf out = {0};
	enum encoding found;
	struct error err = {0};

	assert_non_null(bytes);
	memset(bytes, 'a', ascii);
	bytes[ascii] = (char)0x94;
	bytes[ascii + 1] = (char)0xC7;
	assert_true(decode(ENCODING_AUTO, bytes, ascii + 2, 65536, &out, &found, &err));
	assert_int_equal(found, ENCODING_CP932);
	assert_int_equal(out.length, ascii + 3);
	assert_string_equal(out.text + ascii, "班");
	strbuf_free(&out);
	free(bytes);
}

static void says_where_bad_bytes_stand(void **state)
{
	(void)state;
	/* plainly UTF-8, so not taken for CP932: line 3, fourth byte */
	check_refused(ENCODING_AUTO, BYTES("取組一覧の表紙\r\n年度\nabc\xFFz"), "Line 3, byte 4 ");
	check_refused(ENCODING_UTF8, BYTES("a\r\rb\xE3\x81"), "Line 3, byte 2 ");
	check_refused(ENCODING_CP932, BYTES("\x94\xC7\n\x94\xC7\xA0"), "Line 2, byte 3 ");
	check_refused(ENCODING_CP932, BYTES("\x94\xC7\x94"), "Line 1, byte 3 ");
	check_refused(ENCODING_UTF8, BYTES("ab\ncd\0e"), "Line 2, byte 3 ");
	check_refused(ENCODING_UTF8, BYTES("\xED\xA0\x80"), "(0xED)"); /* a lone surrogate */
}

static void reads_utf_16(void **state)
{
	(void)state;
	check_decodes(ENCODING_AUTO, BYTES("\xFF\xFE" "a\0\x53\x30\x0A\0"), "aこ\n", ENCODING_UTF16);
	check_decodes(ENCODING_AUTO, BYTES("\xFE\xFF\0a\xD8\x42\xDF\xB7"), "a𠮷", ENCODING_UTF16);
	check_refused(ENCODING_AUTO, BYTES("\xFF\xFE" "a\0\n\0b"), "UTF-16");
	check_refused(ENCODING_AUTO, BYTES("\xFE\xFF\xDF\xB7\0a"), "UTF-16");
	check_refused(ENCODING_AUTO, BYTES("\xFF\xFE" "a\0\0\0b\0"), "NUL");
}

/* a班b in JIS: its double bytes look like ASCII, quotation marks and commas among them. */
static void reads_iso_2022_jp(void **state)
{
	(void)state;
	check_decodes(ENCODING_AUTO, BYTES("a\x1B$BHI\x1B(Bb\n"), "a班b\n", ENCODING_JIS);
	check_decodes(ENCODING_AUTO, BYTES("\x1B$B\"(\")\x1B(B"), "※〒", ENCODING_JIS);
	check_refused(ENCODING_AUTO, BYTES("\n\x1B$BHI\x1B(Q"), "ISO-2022-JP");
}

static void check_encodes(const char *text, const char *expected)
{
	struct encoder *encoder = encoder_new(ENCODING_CP932);
	struct strbuf out = {0};
	char bad[8];

	assert_true(encoder_add(encoder, text, strlen(text), &out, bad));
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
	encoder_free(encoder);
}

static void check_unencodable(const char *text, const char *character)
{
	struct encoder *encoder = encoder_new(ENCODING_CP932);
	struct strbuf out = {0};
	char bad[8];

	assert_false(encoder_add(encoder, text, strlen(text), &out, bad));
	assert_string_equal(bad, character);
	strbuf_free(&out);
	encoder_free(encoder);
}

static void encodes_cp932(void **state)
{
	(void)state;
	check_encodes("a①㈱髙", "a\x87\x40\x87\x8A\xFB\xFC");
	check_encodes("〜～", "\x81\x60\x81\x60");
	check_encodes("−－", "\x81\x7C\x81\x7C");
	check_encodes("—―", "\x81\x5C\x81\x5C");
	check_encodes("‖∥", "\x81\x61\x81\x61");
	check_encodes("¥￥\\", "\x81\x8F\x81\x8F\x5C");
	check_encodes("¢£¬", "\x81\x91\x81\x92\x81\xCA");
	check_unencodable("土屋と𠮷田", "𠮷");
	check_unencodable("a–b", "–");
	check_unencodable("か\xE3\x82\x99", "\xE3\x82\x99"); /* か with a combining mark */
}

static void cp932_gives_back_every_character_it_takes(void **state)
{
	(void)state;
	struct encoder *encoder = encoder_new(ENCODING_CP932);
	struct strbuf encoded = {0};
	struct strbuf decoded = {0};
	int taken = 0;

	for (uint32_t c = 1; c < 0x30000; c++) {
		char text[5] = "";
		char bad[8];
		enum encoding found;
		struct error err;
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		text[text_encode(c, text)] = '\0';
		strbuf_clear(&encoded);
		if (!encoder_add(encoder, text, strlen(text), &encoded, bad)) {
			assert_string_equal(bad, text);
			continue;
		}
		taken++;
		assert_true(decode(ENCODING_CP932, encoded.text, encoded.length, 9, &decoded, &found,
			&err));
		if (strcmp(decoded.text, text) != 0 && !strstr("¢£¥¦¬—‖‾−〜", text))
			fail_msg("U+%04X comes back as %s", (unsigned)c, decoded.text);
	}
	assert_true(taken > 7000);
	encoder_free(encoder);
	strbuf_free(&encoded);
	strbuf_free(&decoded);
}

static void knows_the_names(void **state)
{
	(void)state;
	static const char *const names[] = {"auto", "utf-8", "utf-8-bom", "cp932"};

	for (int i = 0; i < 4; i++) {
		enum encoding encoding;
		assert_true(encoding_parse(names[i], &encoding));
		assert_int_equal(encoding, i);
		assert_string_equal(encoding_id(encoding), names[i]);
	}
	enum encoding encoding;
	assert_false(encoding_parse("shift_jis", &encoding));
}


int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_encoding),
		cmocka_unit_test(obeys_the_encoding_asked_for),
		cmocka_unit_test(settles_late_when_the_start_is_ascii),
		cmocka_unit_test(says_where_bad_bytes_stand),
		cmocka_unit_test(reads_utf_16),
		cmocka_unit_test(reads_iso_2022_jp),
		cmocka_unit_test(encodes_cp932),
		cmocka_unit_test(cp932_gives_back_every_character_it_takes),
		cmocka_unit_test(knows_the_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
