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

/* A heading by its exact words. */
static int heading_find_exact(enum sheet_kind kind, const char *heading)
{
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
	const int column = heading_find_by_key(kind, key);

	free(key);
	return column;
}

/* ---- headings by their meaning ----------------------------------------------------------------- */

/* Takes what stands in brackets of any kind out of a text, and what points to a remark (※1, *2). */
static void heading_drop_asides(char *text)
{
	static const char *const pairs[][2] = {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"【", "】"}, {"〔", "〕"},
		{"〈", "〉"}, {"<", ">"}, {"「", "」"}};

	for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++)
		for (char *open; (open = strstr(text, pairs[p][0]));) {
			char *const close = strstr(open, pairs[p][1]);
			char *const rest = close ? close + strlen(pairs[p][1]) : open + strlen(pairs[p][0]);

			memmove(open, rest, strlen(rest) + 1);
		}
	for (char *mark; (mark = strstr(text, "※")) || (mark = strchr(text, '*'));)
		*mark = '\0';
	for (char *blank; (blank = strpbrk(text, " \n\r\t"));)
		memmove(blank, blank + 1, strlen(blank));
}

/* Takes one of some words off the beginning or the end; false where none stands there. */
static bool heading_drop_word(char *text, const char *const *words, bool front)
{
	for (; *words; words++) {
		const size_t length = strlen(text), word = strlen(*words);

		if (length <= word)
			continue;
		if (front && memcmp(text, *words, word) == 0) {
			memmove(text, text + word, length - word + 1);
			return true;
		}
		if (!front && memcmp(text + length - word, *words, word) == 0) {
			text[length - word] = '\0';
			return true;
		}
	}
	return false;
}

/* Minutes of a case are no hours of a year, what came true is no estimate, nor is a full year this one: a column
 * that says so and is not known by exactly these words is not that column. */
static bool heading_contradicts(const char *heading, const char *id)
{
	static const char *const others[] = {"実績", "実数", "平年度", "前年度", "昨年度", "累計", "/月", "月間",
		NULL};

	if (strstr(heading, "/件") && !strstr(id, "before_minutes") && !strstr(id, "after_minutes"))
		return true;
	for (size_t i = 0; others[i]; i++)
		if (strstr(heading, others[i]))
			return true;
	return false;
}

static bool heading_is_figure(const char *id)
{
	return strstr(id, "hours") || strstr(id, "minutes") || strstr(id, "_yen") || strstr(id, "cases");
}

/* 想定削減時間［時間］/年 ※1 is 削減時間: what says how sure a figure is, of what time, in which unit and where more
 * is written, does not say which one it is. */
static int heading_by_meaning(enum sheet_kind kind, const char *heading)
{
	static const char *const before[] = {"想定", "予定", "見込", "年間", "今年度", NULL};
	static const char *const after[] = {"/年", "数", "見込", "見込み", "予定", "(年)", NULL};
	char *const plain = text_nfkc(heading);
	size_t count;
	const struct sheet_column *const columns = sheet_columns(kind, &count);
	bool dropped = false;
	int column;

	heading_drop_asides(plain);
	while ((column = heading_find_exact(kind, plain)) < 0 &&
		(heading_drop_word(plain, before, true) || heading_drop_word(plain, after, false)))
		dropped = true;
	free(plain);
	/* 班数 is no 班 */
	if (column >= 0 && dropped && !heading_is_figure(columns[column].id))
		column = HEADING_UNKNOWN;
	char *const whole = text_nfkc(heading);
	if (column >= 0 && heading_contradicts(whole, columns[column].id))
		column = HEADING_UNKNOWN;
	free(whole);
	return column;
}

int sheet_column_by_heading(enum sheet_kind kind, const char *heading)
{
	assert(kind < sheet_kind_count() && heading);

	const int column = heading_find_exact(kind, heading);

	return column >= 0 ? column : heading_by_meaning(kind, heading);
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

	static const char *const scope[] = {"scope_", "Scope: ", "範囲："};
	char *key = heading_key_of(heading, strlen(heading));
	int column = HEADING_UNKNOWN;

	for (size_t i = 0; i < map->rules.count && column == HEADING_UNKNOWN; i++)
		if (strcmp(map->rules.items[i].key, key) == 0)
			column = map->rules.items[i].column;
	free(key);
	if (column == HEADING_UNKNOWN)
		column = sheet_column_by_heading(kind, heading);
	/* what our own tables say of themselves is not for reading */
	for (size_t i = 0; column == HEADING_UNKNOWN && i < sizeof scope / sizeof scope[0]; i++)
		if (strncmp(heading, scope[i], strlen(scope[i])) == 0)
			column = HEADING_LEFT_OUT;
	return column;
}
