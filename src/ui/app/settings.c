#include "config.h"

#include "ui/app/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/text.h"

static bool settings_apply(struct settings *settings, struct keymap *keymap, const char *name,
	const char *value, struct error *err)
{
	if (strcmp(name, "theme") == 0) {
		return theme_parse(value, &settings->theme) || error_set(err, ERROR_DATA,
			_("There is no theme “%s”: default, high-contrast or mono."), value);
	}
	if (strcmp(name, "ambiguous") == 0) {
		const bool one_or_two = strcmp(value, "1") == 0 || strcmp(value, "2") == 0;

		if (!one_or_two && strcmp(value, "auto") != 0)
			return error_set(err, ERROR_DATA, _("ambiguous is 1, 2 or auto, not “%s”."),
				value);
		settings->ambiguous = one_or_two ? value[0] - '0' : 0;
		return true;
	}
	if (strncmp(name, "key.", 4) == 0)
		return keymap_set(keymap, name + 4, value, err);
	return true;
}

/* Cuts "name = value" in two; false for remarks and blank lines. */
static bool settings_split(char *line, const char **name, const char **value)
{
	char *equals = strchr(line, '=');
	size_t length;

	if (line[0] == '#' || !equals)
		return false;
	*equals = '\0';
	*name = text_trim(line, &length);
	line[(size_t)(*name - line) + length] = '\0';
	*value = text_trim(equals + 1, &length);
	equals[1 + (size_t)(*value - (equals + 1)) + length] = '\0';
	return true;
}

bool settings_read(struct settings *settings, struct keymap *keymap, struct error *err)
{
	char *path = ambient_config_path("config");
	FILE *stream = fopen(path, "r");
	char *line = NULL;
	size_t capacity = 0;
	bool fine = true;

	for (int number = 1; stream && fine && getline(&line, &capacity, stream) >= 0; number++) {
		const char *name, *value;
		struct error reason = {0};

		if (settings_split(line, &name, &value) && !settings_apply(settings, keymap, name,
			value, &reason)) {
			fine = error_set(err, ERROR_DATA, _("%s, line %d: %s"), path, number,
				reason.message);
		}
	}
	if (stream && fine) {
		struct error reason = {0};

		if (!keymap_check(keymap, &reason))
			fine = error_set(err, ERROR_DATA, "%s: %s", path, reason.message);
	}
	if (stream)
		fclose(stream);
	free(line);
	free(path);
	return fine;
}
