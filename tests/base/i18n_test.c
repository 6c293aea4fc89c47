#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/i18n.h"
#include "base/mem.h"

#define MSGID "standard output"
#define JAPANESE "標準出力"

static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};

static void set_environment(const char *const values[4])
{
	for (size_t i = 0; i < 4; i++) {
		if (values[i])
			setenv(variables[i], values[i], 1);
		else
			unsetenv(variables[i]);
	}
}

static void environment_chooses_the_language(void **state)
{
	static const struct {
		const char *values[4]; /* LANGUAGE, LC_ALL, LC_MESSAGES, LANG */
		enum language language;
	} cases[] = {
		{{NULL, NULL, NULL, NULL}, LANGUAGE_JA},
		{{"", "", "", ""}, LANGUAGE_JA},
		{{NULL, "C", NULL, NULL}, LANGUAGE_JA},
		{{NULL, "C.UTF-8", NULL, NULL}, LANGUAGE_JA},
		{{NULL, "POSIX", NULL, "en_US.UTF-8"}, LANGUAGE_JA},
		{{NULL, NULL, NULL, "en_US.UTF-8"}, LANGUAGE_EN},
		{{NULL, NULL, NULL, "en"}, LANGUAGE_EN},
		{{NULL, NULL, "ja_JP.UTF-8", "en_US.UTF-8"}, LANGUAGE_JA},
		{{NULL, "ja_JP.eucJP", "en_GB", "en_US.UTF-8"}, LANGUAGE_JA},
		{{"en", "ja_JP.UTF-8", NULL, NULL}, LANGUAGE_EN},
		{{"en_GB:ja", "C.UTF-8", NULL, NULL}, LANGUAGE_EN},
		{{"ja", "en_US.UTF-8", NULL, NULL}, LANGUAGE_JA},
		{{"fr:ja", NULL, NULL, NULL}, LANGUAGE_JA},
		{{"fr", NULL, NULL, NULL}, LANGUAGE_EN},
		{{"C", NULL, NULL, "en_US.UTF-8"}, LANGUAGE_EN},
		{{NULL, NULL, NULL, "de_DE@euro"}, LANGUAGE_EN},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		set_environment(cases[i].values);
		assert_true(i18n_init(NULL));
		assert_int_equal(i18n_language(), cases[i].language);
		assert_string_equal(
			_(MSGID), cases[i].language == LANGUAGE_JA ? JAPANESE : MSGID);
	}
}

static void lang_wins_in_any_locale(void **state)
{
	static const char *const locales[] = {"C", "C.UTF-8", "POSIX", "ja_JP.UTF-8", "en_US.UTF-8",
		"ja_JP.eucJP", "nowhere"};
	(void)state;

	for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
		set_environment((const char *const[4]){"en", locales[i], NULL, NULL});
		assert_true(i18n_init("ja"));
		assert_int_equal(i18n_language(), LANGUAGE_JA);
		assert_string_equal(_(MSGID), JAPANESE);
		assert_string_equal(nl_langinfo(CODESET), "UTF-8");
		assert_true(i18n_init("en"));
		assert_int_equal(i18n_language(), LANGUAGE_EN);
		assert_string_equal(_(MSGID), MSGID);
	}
}

static void unknown_language_is_reported(void **state)
{
	(void)state;
	set_environment((const char *const[4]){"ja", "C.UTF-8", NULL, NULL});
	assert_false(i18n_init("fr"));
	assert_int_equal(i18n_language(), LANGUAGE_JA);
	assert_false(i18n_init(""));
	assert_false(i18n_init("jap"));
}

static void numbers_keep_the_point(void **state)
{
	(void)state;
	i18n_init("ja");
	assert_string_equal(localeconv()->decimal_point, ".");
}

static void pick_takes_english_where_there_is_some(void **state)
{
	(void)state;
	i18n_init("en");
	assert_string_equal(i18n_pick("紙", "Paper"), "Paper");
	assert_string_equal(i18n_pick("紙", ""), "紙");
	assert_string_equal(i18n_pick("紙", NULL), "紙");
	i18n_init("ja");
	assert_string_equal(i18n_pick("紙", "Paper"), "紙");
}

static int use_built_catalogue(void **state)
{
	char *folder = xasprintf("%s/locale", getenv("abs_builddir"));
	(void)state;

	setenv("URANIWA_LOCALEDIR", folder, 1);
	free(folder);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(environment_chooses_the_language),
		cmocka_unit_test(lang_wins_in_any_locale),
		cmocka_unit_test(unknown_language_is_reported),
		cmocka_unit_test(numbers_keep_the_point),
		cmocka_unit_test(pick_takes_english_where_there_is_some),
	};

	return cmocka_run_group_tests(tests, use_built_catalogue, NULL);
}
