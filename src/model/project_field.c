/* project_field - the one table of project fields. */
#include "config.h"

#include "model/project.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define INFO_COLUMN_STORED(kind, member, write) #member
#define INFO_COLUMN_NAMED(member) NULL
#define INFO_COLUMN_COMPUTED NULL
#define INFO_NAMED_FORM(section, place, widget, named, hint) FIELD_##named INFO_NOT
#define INFO_NAMED_NO_FORM INFO_ITSELF
#define INFO_NOT(field)
#define INFO_ITSELF(field) field
#define INFO_EXPORTED true
#define INFO_IMPORTED false
#define INFO_INTERNAL false
#define INFO_EDITABLE true
#define INFO_FIXED false
#define INFO_FILES(part, turn, edit) INFO_##part, INFO_##edit, FIELD_##turn
/* Every property by its place: a row that leaves one out is no row. */
#define INFO(name, type, id, label, variants, stored, files, found, copied, form, list, preview, \
	sample) \
	[FIELD_##name] = {id, label, variants, INFO_COLUMN_##stored, \
		INFO_NAMED_##form(FIELD_##name), FIELD_TYPE_##type, INFO_##files, FIELD_##copied},

const struct field_info project_fields[FIELD_COUNT] = {PROJECT_COLUMNS(INFO)};

size_t project_set_order(enum field order[FIELD_COUNT])
{
	size_t count = 0;

	for (enum field_turn turn = FIELD_FIRST; turn <= FIELD_LAST; turn++)
		for (enum field field = 0; field < FIELD_COUNT; field++)
			if (project_fields[field].turn == turn)
				order[count++] = field;
	return count;
}

int project_field_by_column(const char *column)
{
	assert(column);
	for (enum field field = 0; field < FIELD_COUNT; field++)
		if (project_fields[field].column &&
			strcmp(project_fields[field].column, column) == 0)
			return (int)field;
	return -1;
}

/* ---- headings ------------------------------------------------------------------------------- */

/* The key of a heading without any blank (a heading may be broken over two lines). */
static char *field_heading_key(const char *text, size_t length)
{
	struct strbuf key = {0};

	text_key_add(&key, text, length);
	size_t kept = 0;
	for (size_t i = 0; i < key.length; i++)
		if (key.text[i] != ' ')
			key.text[kept++] = key.text[i];
	strbuf_truncate(&key, kept);
	return strbuf_detach(&key);
}

/* True for a unit in brackets that makes the figure another one: the thousands of 導入経費（千円）. */
static bool field_changes_figure(const char *unit, size_t length, enum field_type type)
{
	static const char *const multiples[] = {"千", "万", "百", "億", "k", "m"};

	if (type == FIELD_TYPE_MINUTES || type == FIELD_TYPE_HOURS)
		return true;
	if (type != FIELD_TYPE_YEN)
		return false;
	for (size_t i = 0; i < sizeof multiples / sizeof *multiples; i++)
		if (memmem(unit, length, multiples[i], strlen(multiples[i])))
			return true;
	return false;
}

/* Takes bracketed parts out of a key; false where one of them changes the figure. NFKC has made
 * （） to () already; ［］ to []. */
static bool field_strip_units(char *key, enum field_type type)
{
	char *out = key;

	for (char *in = key; *in;) {
		if (*in != '(' && *in != '[') {
			*out++ = *in++;
			continue;
		}
		const char *end = strchr(in, *in == '(' ? ')' : ']');
		const size_t length = end ? (size_t)(end - in) + 1 : strlen(in);
		if (field_changes_figure(in, length, type))
			return false;
		in += length;
	}
	*out = '\0';
	return true;
}

static bool field_same_heading(const char *key, const char *name, size_t length)
{
	char *other = field_heading_key(name, length);
	const bool same = strcmp(key, other) == 0;

	free(other);
	return same;
}

static bool field_is_called(enum field field, const char *key)
{
	const struct field_info *info = &project_fields[field];
	const char *label = _(info->label);

	if (field_same_heading(key, info->id, strlen(info->id)) ||
		field_same_heading(key, info->label, strlen(info->label)) ||
		field_same_heading(key, label, strlen(label)))
		return true;
	for (const char *at = info->variants; *at;) {
		const size_t length = strcspn(at, "\n");
		if (field_same_heading(key, at, length))
			return true;
		at += length + (at[length] == '\n');
	}
	return false;
}

/* The field that bears the key; with without_units, after taking bracketed units out of it. */
static int field_find(const char *key, bool without_units)
{
	int found = -1;

	for (enum field field = 0; field < FIELD_COUNT && found < 0; field++) {
		char *bare = xstrdup(key);
		if ((!without_units || field_strip_units(bare, project_fields[field].type)) &&
			*bare && field_is_called(field, bare))
			found = (int)field;
		free(bare);
	}
	return found;
}

int project_field_by_heading(const char *heading)
{
	assert(heading);

	char *key = field_heading_key(heading, strlen(heading));
	int field = field_find(key, false);

	if (field < 0 && strpbrk(key, "(["))
		field = field_find(key, true);
	free(key);
	return field;
}
