#include "config.h"

#include "exchange/heading.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/project.h"

char *heading_key(const char *text, size_t length)
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
		char *name_key = heading_key(name, length);
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

int heading_named(enum sheet_kind kind, const char *heading)
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
	char *key = heading_key(heading, strlen(heading));
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
bool heading_contradicts(const char *heading, const char *id)
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

bool heading_is_figure(const char *id)
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
	while ((column = heading_named(kind, plain)) < 0 &&
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

	const int column = heading_named(kind, heading);

	return column >= 0 ? column : heading_by_meaning(kind, heading);
}
