#include "config.h"

#include "model/destination.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"

static void splits_are_read_into_one_normal_form(void **state)
{
	static const struct {
		const char *text;
		const char *normal;
	} cases[] = {
		{"", ""},
		{" 　", ""},
		{"overtime:60;residents:40", "overtime:60;residents:40"},
		{"residents:40;overtime:60", "overtime:60;residents:40"},
		{"時間外縮減60% 住民対応40%", "overtime:60;residents:40"},
		{"時間外縮減６０％、住民対応４０％", "overtime:60;residents:40"},
		{"時間外縮減：60\n住民対応：40", "overtime:60;residents:40"},
		{"時間外縮減 60 住民対応 40", "overtime:60;residents:40"},
		{"企画・学び50%／その他50%", "planning:50;other:50"},
		{"New work 30%, Planning and learning 70%", "new-work:30;planning:70"},
		{"新規業務", "new-work:100"},
		{"企画・学び", "planning:100"},
		{"時間外縮減100%", "overtime:100"},
		{"overtime:100;other:0", "overtime:100"},
		{"overtime=20;new-work=20;residents=20;planning=20;other=20",
			"overtime:20;new-work:20;residents:20;planning:20;other:20"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		struct strbuf out = {0};
		struct destination_split split;
		if (!destination_parse(cases[i].text, &split, &err))
			fail_msg("%s: %s", cases[i].text, err.message);
		destination_format(&split, &out);
		assert_string_equal(strbuf_text(&out), cases[i].normal);
		strbuf_free(&out);
	}
}

static void wrong_splits_are_refused(void **state)
{
	static const struct {
		const char *text;
		const char *part; /* of the message */
	} cases[] = {
		{"休憩", "休憩"},
		{"100", "overtime:60;residents:40"},
		{"overtime:60", "100"},
		{"overtime:60;residents:41", "100"},
		{"overtime:4294967396", "100"},
		{"overtime:0", "100"},
		{"overtime:50;overtime:50", "2回"},
		{"時間外縮減、住民対応", "割合"},
		{"時間外縮減60%、住民対応", "割合"},
		{"overtime:-60;residents:160", "overtime"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		struct destination_split split = {{7}};
		if (destination_parse(cases[i].text, &split, &err))
			fail_msg("%s was read", cases[i].text);
		assert_int_equal(split.percent[0], 7);
		if (!strstr(err.message, cases[i].part))
			fail_msg("'%s' does not say '%s'", err.message, cases[i].part);
	}
}

static void every_destination_is_read_by_id_and_label(void **state)
{
	(void)state;

	for (enum destination i = 0; i < DESTINATION_COUNT; i++) {
		struct destination_split split;
		assert_true(destination_parse(destination_id(i), &split, NULL));
		assert_int_equal(split.percent[i], 100);
		assert_true(destination_parse(destination_label(i), &split, NULL));
		assert_int_equal(split.percent[i], 100);
	}
	assert_string_equal(destination_label(DESTINATION_OVERTIME), "時間外縮減");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(splits_are_read_into_one_normal_form),
		cmocka_unit_test(wrong_splits_are_refused),
		cmocka_unit_test(every_destination_is_read_by_id_and_label),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
