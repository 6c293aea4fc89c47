/* The lines of the config about the screens, scripts' sizes, and how well letters name a command. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "ui/app/settings.h"
#include "ui/term/key.h"
#include "ui/term/script.h"
#include "ui/widget/fuzzy.h"
#include "../scratch.h"

struct fixture {
	char *folder, *sub, *file;
	struct settings settings;
	struct keymap keymap;
};

static int setup(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);

	fixture->folder = scratch_folder("settings");
	if (!fixture->folder)
		return -1;
	fixture->sub = xasprintf("%s/uraniwa", fixture->folder);
	fixture->file = xasprintf("%s/config", fixture->sub);
	mkdir(fixture->sub, 0700);
	setenv("XDG_CONFIG_HOME", fixture->folder, 1);
	keymap_init(&fixture->keymap);
	*state = fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;

	unlink(fixture->file);
	rmdir(fixture->sub);
	rmdir(fixture->folder);
	free(fixture->file);
	free(fixture->sub);
	free(fixture->folder);
	keymap_free(&fixture->keymap);
	free(fixture);
	return 0;
}

static bool read_lines(struct fixture *fixture, const char *lines, struct error *err)
{
	FILE *stream = fopen(fixture->file, "w");

	fputs(lines, stream);
	fclose(stream);
	error_clear(err);
	return settings_read(&fixture->settings, &fixture->keymap, err);
}

static void test_no_file_is_fine(void **state)
{
	struct fixture *fixture = *state;

	assert_true(settings_read(&fixture->settings, &fixture->keymap, NULL));
	assert_int_equal(fixture->settings.theme, THEME_DEFAULT);
}

static void test_lines_are_read(void **state)
{
	struct fixture *fixture = *state;
	struct error err;
	bool prefix;

	assert_true(read_lines(fixture,
		"# 配色\n\n theme = high-contrast \nambiguous=2\nkey.new = N, F11\nlang = ja\n", &err));
	assert_int_equal(fixture->settings.theme, THEME_HIGH_CONTRAST);
	assert_int_equal(fixture->settings.ambiguous, 2);
	assert_int_equal(keymap_find(&fixture->keymap, CONTEXT_HOME, K_NONE, 'N', &prefix),
		ACTION_NEW);
	assert_true(read_lines(fixture, "ambiguous = auto", &err));
	assert_int_equal(fixture->settings.ambiguous, 0);
}

static void test_wrong_lines_are_named(void **state)
{
	struct fixture *fixture = *state;
	struct error err;

	assert_false(read_lines(fixture, "theme = mono\ntheme = pink\n", &err));
	assert_non_null(strstr(err.message, "pink"));
	assert_non_null(strstr(err.message, fixture->file));
	assert_int_equal(fixture->settings.theme, THEME_MONO);
	assert_false(read_lines(fixture, "ambiguous = 3\n", &err));
	assert_false(read_lines(fixture, "key.gnu = n\n", &err));
	assert_false(read_lines(fixture, "key.new = Hyper-n\n", &err));
}

static void test_sizes(void **state)
{
	int columns, rows;

	(void)state;
	assert_true(script_parse_size("40x12", &columns, &rows));
	assert_int_equal(columns, 40);
	assert_int_equal(rows, 12);
	assert_false(script_parse_size("40", &columns, &rows));
	assert_false(script_parse_size("0x12", &columns, &rows));
	assert_false(script_parse_size("40x12x", &columns, &rows));
	assert_false(script_parse_size("99999999999x1", &columns, &rows));
}

static void test_fuzzy(void **state)
{
	(void)state;
	assert_true(fuzzy_score("exp", "export") > fuzzy_score("exp", "explain words"));
	assert_true(fuzzy_score("ft", "first tab") > fuzzy_score("ft", "offset"));
	assert_true(fuzzy_score("", "export") >= 0);
	assert_int_equal(fuzzy_score("tpx", "export"), -1);
	assert_true(fuzzy_score("出力", "出力") > 0);
	assert_int_equal(fuzzy_score("力出", "出力"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_no_file_is_fine, setup, teardown),
		cmocka_unit_test_setup_teardown(test_lines_are_read, setup, teardown),
		cmocka_unit_test_setup_teardown(test_wrong_lines_are_named, setup, teardown),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_fuzzy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
