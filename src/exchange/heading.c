#include "config.h"

#include "exchange/heading.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/project.h"

/* text_key() without blanks: headings are broken into lines and spaced out at will. Caller frees. */
static char *heading_key_of(const char *text, size_t length)
{
	struct strbuf key = {0};
	char *to;

	text_key_add(&key, text, length);
	char *result = strbuf_detach(&key);
	to = result;
	for (const char *from = result; *from != '\0'; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
	return result;
}

/* True when the key is that of id, label (in either language) or a variant. */
static bool column_has_name(const struct sheet_column *column, const char *key)
{
	char *names = xasprintf("%s\n%s\n%s\n%s", column->id, column->label, _(column->label),
		column->variants);
	bool found = false;

	for (const char *name = names; !found && *name != '\0';) {
		const size_t length = strcspn(name, "\n");
		char *name_key = heading_key_of(name, length);
		found = strcmp(name_key, key) == 0;
		free(name_key);
		name += length + (name[length] == '\n');
	}
	free(names);
	return found;
}

static int heading_find_by_key(enum sheet_kind kind, const char *key)
{
	size_t count;
	const struct sheet_column *columns = sheet_columns(kind, &count);

	for (size_t i = 0; i < count; i++)
		if (column_has_name(&columns[i], key))
			return (int)i;
	return HEADING_UNKNOWN;
}

/* 直接入力(分) is no figure in hours, nor are hours minutes. */
static bool unit_contradicts(const char *unit, const char *id)
{
	static const struct {
		const char *unit;
		const char *word; /* in the ids of columns that are in that unit */
	} units[] = {{"(分)", "minutes"}, {"(分/件)", "minutes"}, {"(時間)", "hours"}, {"(h)", "hours"}};

	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (strcmp(unit, units[i].unit) == 0)
			return !strstr(id, units[i].word);
	return false;
}

int sheet_column_by_heading(enum sheet_kind kind, const char *heading)
{
	assert(kind < sheet_kind_count() && heading);

	size_t count;
	const struct sheet_column *columns = sheet_columns(kind, &count);

	if (kind == SHEET_PROJECTS) {
		const int field = project_field_by_heading(heading);
		for (size_t i = 0; field >= 0 && i < count; i++)
			if (columns[i].id == project_fields[field].id)
				return (int)i;
		return HEADING_UNKNOWN;
	}
	char *key = heading_key_of(heading, strlen(heading));
	int column = heading_find_by_key(kind, key);
	char *bracket = strrchr(key, '(');
	if (column < 0 && bracket && bracket > key && key[strlen(key) - 1] == ')') {
		char *unit = xstrdup(bracket);
		*bracket = '\0';
		column = heading_find_by_key(kind, key);
		if (column >= 0 && unit_contradicts(unit, columns[column].id))
			column = HEADING_UNKNOWN;
		free(unit);
	}
	free(key);
	return column;
}

static bool parse_rule(const char *line, size_t length, int number, enum sheet_kind kind,
	struct heading_map *map, struct error *err)
{
	const char *equals = memrchr(line, '=', length);
	size_t count;
	const struct sheet_column *columns = sheet_columns(kind, &count);

	if (!equals)
		return error_set(err, ERROR_USAGE,
			_("Heading map, line %d: a line reads heading=id, for example 事業名=title."),
			number);
	char *rest = xstrndup(equals + 1, length - (size_t)(equals + 1 - line));
	size_t id_length;
	const char *id = text_trim(rest, &id_length);
	int column = id_length == 0 ? HEADING_LEFT_OUT : HEADING_UNKNOWN;
	for (size_t i = 0; i < count; i++)
		if (strlen(columns[i].id) == id_length && memcmp(columns[i].id, id, id_length) == 0)
			column = (int)i;
	if (column == HEADING_UNKNOWN)
		error_set(err, ERROR_USAGE, _("Heading map, line %d: %s have no column '%.*s'."), number,
			sheet_kind_id(kind), (int)id_length, id);
	else
		*vec_add(&map->rules) = (struct heading_rule){
			.key = heading_key_of(line, (size_t)(equals - line)), .column = column};
	free(rest);
	return column != HEADING_UNKNOWN;
}

bool heading_map_parse(const char *text, enum sheet_kind kind, struct heading_map *map,
	struct error *err)
{
	assert(kind < sheet_kind_count() && map->rules.count == 0);
	if (!text)
		return true;
	if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	for (int number = 1; *text != '\0'; number++) {
		const size_t length = strcspn(text, "\n");
		const size_t blanks = strspn(text, " \t\r");
		if (blanks < length && text[0] != '#' &&
			!parse_rule(text, length, number, kind, map, err))
			return false;
		text += length + (text[length] == '\n');
	}
	return true;
}

void heading_map_free(struct heading_map *map)
{
	for (size_t i = 0; i < map->rules.count; i++)
		free(map->rules.items[i].key);
	vec_free(&map->rules);
}

int heading_find(const struct heading_map *map, enum sheet_kind kind, const char *heading)
{
	assert(kind < sheet_kind_count() && heading);

	char *key = heading_key_of(heading, strlen(heading));
	int column = HEADING_UNKNOWN;

	for (size_t i = 0; i < map->rules.count && column == HEADING_UNKNOWN; i++)
		if (strcmp(map->rules.items[i].key, key) == 0)
			column = map->rules.items[i].column;
	free(key);
	return column == HEADING_UNKNOWN ? sheet_column_by_heading(kind, heading) : column;
}
