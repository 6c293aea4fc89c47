#include "config.h"

#include "exchange/mapping.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

enum { MAPPING_SHOWN = 40 /* columns of a text in a message */ };

/* Each as typed with an IME on or off. */
static const char *const mapping_equals[] = {"=", "＝", NULL};
static const char *const mapping_colon[] = {":", "：", NULL};
static const char *const mapping_question[] = {"?", "？", NULL};
static const char *const mapping_always[] = {":=", "：＝", "：=", ":＝", NULL};
static const char *const mapping_titles[] = {MAPPING_TITLE, "title", NULL};

/* ---- reading ----------------------------------------------------------------------------------- */

/* A stretch of the line. */
struct mapping_piece {
	const char *text;
	size_t length;
};

/* Splits a piece where one of the signs stands first or last outside of quotation marks. */
static bool mapping_split(struct mapping_piece whole, const char *const *signs, bool last,
	struct mapping_piece *left, struct mapping_piece *right)
{
	bool quoted = false, found = false;

	for (size_t at = 0; at < whole.length && (last || !found); at++) {
		quoted ^= whole.text[at] == '"';
		for (const char *const *sign = signs; !quoted && *sign; sign++) {
			const size_t length = strlen(*sign);

			if (length > whole.length - at || memcmp(whole.text + at, *sign, length) != 0)
				continue;
			*left = (struct mapping_piece){whole.text, at};
			*right = (struct mapping_piece){whole.text + at + length, whole.length - at - length};
			found = true;
			break;
		}
	}
	return found;
}

/* A piece without blanks around it and without the quotation marks it stands in. Caller frees. */
static char *mapping_text(struct mapping_piece piece)
{
	char *const copy = xstrndup(piece.text, piece.length);
	size_t length;
	const char *const text = text_trim(copy, &length);
	char *const result = xstrndup(text, length);

	free(copy);
	if (length < 2 || result[0] != '"' || result[length - 1] != '"')
		return result;

	char *to = result;
	for (size_t i = 1; i + 1 < length; i++) {
		*to++ = result[i];
		i += result[i] == '"' && result[i + 1] == '"' && i + 2 < length;
	}
	*to = '\0';
	return result;
}

/* "効果 ▸ 削減時間" is what headings of two lines are called in messages. */
static char *mapping_key(const char *text)
{
	static const char below[] = "▸";
	char *const key = heading_key(text, strlen(text));

	for (char *mark; (mark = strstr(key, below));)
		memmove(mark, mark + sizeof below - 1, strlen(mark + sizeof below - 1) + 1);
	return key;
}

/* The field that a piece names: as a field is called, or by a heading that an earlier line speaks of. */
static int mapping_names(const struct mapping *mapping, enum sheet_kind kind, struct mapping_piece piece)
{
	char *const name = mapping_text(piece);
	int column = *name ? heading_named(kind, name) : HEADING_UNKNOWN;

	if (column == HEADING_UNKNOWN && *name)
		column = mapping_heading(mapping, name);
	free(name);
	return column;
}

static void mapping_add(struct mapping *mapping, struct mapping_rule rule)
{
	rule.left = rule.left ? rule.left : xstrdup("");
	rule.key = mapping_key(rule.left);
	*vec_add(&mapping->rules) = rule;
}

bool mapping_is_title(const char *text)
{
	for (const char *const *word = mapping_titles; *word; word++)
		if (strcmp(*word, text) == 0)
			return true;
	return false;
}

/* A value of every row or of empty cells, or nothing where the line is no such line; false with err set. */
static bool mapping_parse_given(struct mapping_piece line, int number, enum sheet_kind kind,
	struct mapping *mapping, bool *taken, struct error *err)
{
	struct mapping_rule rule = {.act = MAPPING_CONSTANT, .line = number};
	struct mapping_piece left, right;
	size_t count;

	*taken = mapping_split(line, mapping_always, false, &left, &right);
	if (!*taken && !mapping_split(line, mapping_equals, false, &left, &right)) {
		rule.act = MAPPING_DEFAULT;
		*taken = mapping_split(line, mapping_question, false, &left, &right);
	}
	if (*taken)
		rule.column = mapping_names(mapping, kind, left);
	*taken = *taken && rule.column >= 0;
	if (!*taken)
		return true;
	rule.right = mapping_text(right);
	if (!*rule.right) {
		free(rule.right);
		return error_set(err, ERROR_USAGE,
			_("Mapping, line %d: nothing is said behind the sign; write what “%s” is to be, or take the line away."),
			number, _(sheet_columns(kind, &count)[rule.column].label));
	}
	if (rule.act == MAPPING_CONSTANT && mapping_is_title(rule.right) && right.text[right.length - 1] != '"') {
		if (strcmp(sheet_columns(kind, &count)[rule.column].id, "fiscal_year") != 0) {
			free(rule.right);
			return error_set(err, ERROR_USAGE,
				_("Mapping, line %d: a title says the fiscal year only, not “%s”."), number,
				_(sheet_columns(kind, &count)[rule.column].label));
		}
		free(rule.right);
		rule.right = NULL;
	}
	mapping_add(mapping, rule);
	return true;
}

static bool mapping_parse_line(struct mapping_piece line, int number, enum sheet_kind kind,
	struct mapping *mapping, struct error *err)
{
	struct mapping_rule rule = {.line = number};
	struct mapping_piece left, right, value;
	bool given;

	if (!mapping_parse_given(line, number, kind, mapping, &given, err))
		return false;
	if (given)
		return true;
	if (!mapping_split(line, mapping_equals, true, &left, &right))
		return error_set(err, ERROR_USAGE,
			_("Mapping, line %d: a line reads heading = field (事業名 = 取組名), "
			  "field: value = other value, field ? value of empty cells, or field := value of every row."),
			number);
	if (mapping_split(left, mapping_colon, false, &line, &value) &&
		(rule.column = mapping_names(mapping, kind, line)) >= 0) {
		rule.act = MAPPING_VALUE;
		rule.left = mapping_text(value);
		rule.right = mapping_text(right);
		mapping_add(mapping, rule);
		return true;
	}

	char *const name = mapping_text(right);
	rule.column = *name ? heading_named(kind, name) : HEADING_LEFT_OUT;
	const bool known = rule.column != HEADING_UNKNOWN;
	if (known) {
		rule.left = mapping_text(left);
		mapping_add(mapping, rule);
	} else {
		struct strbuf shown = {0};

		text_clip(&shown, name, MAPPING_SHOWN);
		error_set(err, ERROR_USAGE,
			_("Mapping, line %d: %s have no field “%s”. “uraniwa mapping fields %s” lists those there are."),
			number, sheet_kind_id(kind), strbuf_text(&shown), sheet_kind_id(kind));
		strbuf_free(&shown);
	}
	free(name);
	return known;
}

bool mapping_parse(const char *text, enum sheet_kind kind, struct mapping *mapping, struct error *err)
{
	assert(kind < sheet_kind_count() && mapping->rules.count == 0);
	if (!text)
		return true;
	if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	for (int number = 1; *text != '\0'; number++) {
		const size_t length = strcspn(text, "\r\n");
		const size_t blanks = strspn(text, " \t");

		if (blanks < length && text[blanks] != '#' &&
			!mapping_parse_line((struct mapping_piece){text, length}, number, kind, mapping, err))
			return false;
		text += length;
		text += text[0] == '\r' && text[1] == '\n';
		text += *text != '\0';
	}
	return true;
}

void mapping_free(struct mapping *mapping)
{
	for (size_t i = 0; i < mapping->rules.count; i++) {
		free(mapping->rules.items[i].left);
		free(mapping->rules.items[i].key);
		free(mapping->rules.items[i].right);
	}
	vec_free(&mapping->rules);
}

/* ---- asking ------------------------------------------------------------------------------------ */

/* The last rule of that act, of that column (HEADING_UNKNOWN: of any), for that text; notes that it was met. */
static struct mapping_rule *mapping_rule_for(const struct mapping *mapping, enum mapping_act act, int column,
	const char *text)
{
	struct mapping_rule *found = NULL;
	char *const key = mapping->rules.count ? mapping_key(text) : NULL;

	for (size_t i = 0; i < mapping->rules.count; i++) {
		struct mapping_rule *const rule = &mapping->rules.items[i];

		if (rule->act == act && (column == HEADING_UNKNOWN || rule->column == column) &&
			strcmp(rule->key, key) == 0)
			found = rule;
	}
	free(key);
	if (found)
		found->met = true;
	return found;
}

int mapping_heading(const struct mapping *mapping, const char *heading)
{
	assert(heading);

	const struct mapping_rule *const rule =
		mapping_rule_for(mapping, MAPPING_HEADING, HEADING_UNKNOWN, heading);

	return rule ? rule->column : HEADING_UNKNOWN;
}

int mapping_find(const struct mapping *mapping, enum sheet_kind kind, const char *heading)
{
	assert(kind < sheet_kind_count() && heading);

	static const char *const scope[] = {"scope_", "Scope: ", "範囲："};
	int column = mapping_heading(mapping, heading);

	if (column == HEADING_UNKNOWN)
		column = sheet_column_by_heading(kind, heading);
	/* what our own tables say of themselves is not for reading */
	for (size_t i = 0; column == HEADING_UNKNOWN && i < sizeof scope / sizeof scope[0]; i++)
		if (strncmp(heading, scope[i], strlen(scope[i])) == 0)
			column = HEADING_LEFT_OUT;
	return column;
}

const char *mapping_value(const struct mapping *mapping, int column, const char *value)
{
	const struct mapping_rule *const rule = mapping_rule_for(mapping, MAPPING_VALUE, column, value);

	return rule ? rule->right : value;
}

const struct mapping_rule *mapping_gives(const struct mapping *mapping, enum mapping_act act, int column)
{
	assert(act == MAPPING_DEFAULT || act == MAPPING_CONSTANT);
	return mapping_rule_for(mapping, act, column, "");
}

bool mapping_translates(const struct mapping *mapping, int column)
{
	for (size_t i = 0; i < mapping->rules.count; i++)
		if (mapping->rules.items[i].act == MAPPING_VALUE && mapping->rules.items[i].column == column)
			return true;
	return false;
}

void mapping_forget_met(struct mapping *mapping)
{
	for (size_t i = 0; i < mapping->rules.count; i++)
		mapping->rules.items[i].met = false;
}

void mapping_tell_unmet(const struct mapping *mapping, struct sheet_report *report)
{
	for (size_t i = 0; i < mapping->rules.count; i++) {
		const struct mapping_rule *const rule = &mapping->rules.items[i];

		if (rule->act != MAPPING_HEADING || rule->met)
			continue;
		struct sheet_unmet *const unmet = vec_add(&report->unmet);

		unmet->line = rule->line;
		text_copy(unmet->heading, sizeof unmet->heading, rule->left);
	}
}

/* ---- changing ---------------------------------------------------------------------------------- */

struct mapping_rule *mapping_put(struct mapping *mapping, enum mapping_act act, int column, const char *left,
	const char *right)
{
	struct mapping_rule *rule =
		mapping_rule_for(mapping, act, act == MAPPING_HEADING ? HEADING_UNKNOWN : column, left);

	if (!rule) {
		mapping_add(mapping, (struct mapping_rule){.act = act, .left = xstrdup(left)});
		rule = &mapping->rules.items[mapping->rules.count - 1];
	}
	free(rule->right);
	rule->right = right ? xstrdup(right) : NULL;
	rule->column = column;
	return rule;
}

void mapping_remove(struct mapping *mapping, size_t at)
{
	struct mapping_rule *const rule = &mapping->rules.items[at];

	free(rule->left);
	free(rule->key);
	free(rule->right);
	memmove(rule, rule + 1, (--mapping->rules.count - at) * sizeof *rule);
}
