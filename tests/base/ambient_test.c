#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/ambient.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/uuid.h"
#include "../scratch.h"

static void time_can_be_set(void **state)
{
	char now[20];
	(void)state;

	setenv("URANIWA_NOW", "2026-03-31T23:59:58", 1);
	ambient_now(now);
	assert_string_equal(now, "2026-03-31T23:59:58");
	assert_int_equal(date_compare(ambient_today(), (struct date){2026, 3, 31}), 0);
}

static void a_wrong_time_counts_as_none(void **state)
{
	static const char *const wrong[] = {
		"", "2026-03-31", "2026-03-31 23:59:58", "2026-03-31T23:59:5x", "yesterday"};
	char now[20];
	(void)state;

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		setenv("URANIWA_NOW", wrong[i], 1);
		ambient_now(now);
		assert_string_not_equal(now, wrong[i]);
		assert_int_equal(strlen(now), 19);
		assert_true(date_valid(ambient_today()));
	}
	unsetenv("URANIWA_NOW");
	assert_true(date_valid(ambient_today()));
}

static void the_monotonic_clock_goes_forward(void **state)
{
	(void)state;
	const int64_t first = ambient_monotonic_ms();
	assert_true(ambient_monotonic_ms() >= first);
}

static void user_can_be_set(void **state)
{
	(void)state;
	setenv("URANIWA_USER", "sato", 1);
	assert_string_equal(ambient_user(), "sato");
	unsetenv("URANIWA_USER");
	assert_int_not_equal(strlen(ambient_user()), 0);
}

static void assert_path(char *path, const char *expected)
{
	assert_string_equal(path, expected);
	free(path);
}

static void paths_follow_xdg(void **state)
{
	(void)state;
	setenv("HOME", "/home/sato", 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	assert_path(ambient_data_path("uraniwa.db"), "/home/sato/.local/share/uraniwa/uraniwa.db");
	assert_path(ambient_config_path("config"), "/home/sato/.config/uraniwa/config");
	setenv("XDG_DATA_HOME", "/data", 1);
	setenv("XDG_CONFIG_HOME", "/etc/sato", 1);
	assert_path(ambient_data_path("uraniwa.db"), "/data/uraniwa/uraniwa.db");
	assert_path(ambient_config_path("config"), "/etc/sato/uraniwa/config");
	setenv("XDG_DATA_HOME", "relative", 1);
	assert_path(ambient_data_path("x"), "/home/sato/.local/share/uraniwa/x");
	unsetenv("HOME");
	char *path = ambient_data_path("x");
	assert_int_equal(path[0], '/');
	free(path);
}

static void uuids_follow_the_seed(void **state)
{
	char first[UUID_TEXT];
	char second[UUID_TEXT];
	char again[UUID_TEXT];
	(void)state;

	setenv("URANIWA_SEED", "1", 1);
	ambient_uuid(first);
	ambient_uuid(second);
	assert_string_not_equal(first, second);
	assert_true(uuid_normalize(first, again));
	assert_string_equal(first, again);
	assert_int_equal(first[14], '4');
	setenv("URANIWA_SEED", "2", 1);
	ambient_uuid(again);
	assert_string_not_equal(again, first);
	setenv("URANIWA_SEED", "1", 1);
	ambient_uuid(again);
	assert_string_equal(again, first);
	unsetenv("URANIWA_SEED");
	ambient_uuid(again);
	assert_true(uuid_normalize(again, second));
	assert_string_not_equal(again, first);
}

static void log_is_written_only_when_asked(void **state)
{
	char *path = scratch_file("log");
	char line[2048] = "";
	(void)state;

	unsetenv("URANIWA_LOG");
	log_line("nobody reads this");
	setenv("URANIWA_NOW", "2025-11-20T10:00:00", 1);
	setenv("URANIWA_LOG", path, 1);
	log_line("opened %d rows", 746);
	log_line("%02000d", 1);
	setenv("URANIWA_LOG", "/no/such/folder/log", 1);
	log_line("lost");
	FILE *stream = fopen(path, "r");
	assert_non_null(stream);
	assert_non_null(fgets(line, sizeof line, stream));
	assert_memory_equal(line, "2025-11-20T10:00:00 ", 20);
	assert_non_null(strstr(line, " opened 746 rows\n"));
	assert_non_null(fgets(line, sizeof line, stream));
	assert_int_equal(strlen(line), 1024);
	assert_int_equal(line[1023], '\n');
	assert_null(fgets(line, sizeof line, stream));
	fclose(stream);
	unlink(path);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(time_can_be_set),
		cmocka_unit_test(a_wrong_time_counts_as_none),
		cmocka_unit_test(the_monotonic_clock_goes_forward),
		cmocka_unit_test(user_can_be_set),
		cmocka_unit_test(paths_follow_xdg),
		cmocka_unit_test(uuids_follow_the_seed),
		cmocka_unit_test(log_is_written_only_when_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
