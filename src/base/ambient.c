#include "config.h"

#include "base/ambient.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/uuid.h"

void ambient_now(char text[20])
{
	static const char form[] = "0000-00-00T00:00:00";
	const char *given = getenv("URANIWA_NOW");
	const time_t now = time(NULL);
	struct tm local;

	/* URANIWA_NOW counts where it looks like "2025-11-20T10:02:00". */
	bool well_formed = given && strlen(given) == strlen(form);
	for (size_t i = 0; well_formed && form[i]; i++)
		well_formed = form[i] == '0' ? given[i] >= '0' && given[i] <= '9' :
					       given[i] == form[i];
	if (well_formed)
		memcpy(text, given, 20);
	else if (!localtime_r(&now, &local) || strftime(text, 20, "%Y-%m-%dT%H:%M:%S", &local) == 0)
		text[0] = '\0';
}

struct date ambient_today(void)
{
	char now[20];
	struct date today = {0};

	ambient_now(now);
	now[10] = '\0';
	date_parse(now, false, &today, NULL);
	return today;
}

int64_t ambient_monotonic_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static const char *set_variable(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

const char *ambient_user(void)
{
	static char user[64];
	const char *given = set_variable("URANIWA_USER");

	if (given)
		return given;
	if (!user[0]) {
		const struct passwd *entry = getpwuid(getuid());
		if (entry)
			snprintf(user, sizeof user, "%s", entry->pw_name);
		else
			snprintf(user, sizeof user, "uid%lu", (unsigned long)getuid());
	}
	return user;
}

static const char *home_folder(void)
{
	const char *const home = set_variable("HOME");
	const struct passwd *const entry = home ? NULL : getpwuid(getuid());

	return home ? home : entry ? entry->pw_dir : "/";
}

/* The XDG rule: a relative path in the variable counts as none. */
static char *xdg_path(const char *variable, const char *below_home, const char *name)
{
	const char *folder = getenv(variable);

	if (folder && folder[0] == '/')
		return xasprintf("%s/uraniwa/%s", folder, name);
	return xasprintf("%s/%s/uraniwa/%s", home_folder(), below_home, name);
}

char *ambient_path(const char *typed)
{
	const bool home = typed[0] == '~' && (typed[1] == '/' || typed[1] == '\0');

	return home ? xasprintf("%s%s", home_folder(), typed + 1) : xstrdup(typed);
}

char *ambient_data_path(const char *name)
{
	return xdg_path("XDG_DATA_HOME", ".local/share", name);
}

char *ambient_config_path(const char *name)
{
	return xdg_path("XDG_CONFIG_HOME", ".config", name);
}

/* A series that depends on the seed alone; it starts anew when the seed changes. */
static void seeded_bytes(const char *seed, unsigned char bytes[16])
{
	static uint64_t start;
	static uint64_t state;
	uint64_t hash = 0xCBF29CE484222325U;

	for (const char *at = seed; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 0x100000001B3U;
	if (hash != start)
		start = state = hash;
	for (size_t i = 0; i < 16; i += 8) {
		/* splitmix64 */
		uint64_t number = state += 0x9E3779B97F4A7C15U;
		number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9U;
		number = (number ^ number >> 27) * 0x94D049BB133111EBU;
		number ^= number >> 31;
		memcpy(bytes + i, &number, 8);
	}
}

void ambient_uuid(char text[37])
{
	unsigned char bytes[16];
	const char *seed = set_variable("URANIWA_SEED");

	if (seed)
		seeded_bytes(seed, bytes);
	else if (getentropy(bytes, sizeof bytes) != 0)
		abort(); /* a UUID that is not random would overwrite another's project */
	uuid_format(bytes, 4, text);
}
