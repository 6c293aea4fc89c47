/* mapping_write - mappings as lines of text, which mapping.c reads. */
#include "config.h"

#include "exchange/mapping.h"

#include <string.h>

#include "base/text.h"

const char *mapping_field(enum sheet_kind kind, int column, struct strbuf *name)
{
	size_t count;
	const struct sheet_column *const columns = sheet_columns(kind, &count);
	const char *const variants = columns[column].variants;

	strbuf_clear(name);
	strbuf_add(name, variants, strcspn(variants, "\n"));
	if (!name->length || heading_named(kind, strbuf_text(name)) != column) {
		strbuf_clear(name);
		strbuf_add_text(name, columns[column].id);
	}
	return strbuf_text(name);
}

/* In quotation marks where it would else be taken apart; a line break is a blank, which means the same. */
static void mapping_add_text(const char *text, struct strbuf *out)
{
	static const char *const wide[] = {"＝", "：", "？"};
	size_t length;
	const char *const trimmed = text_trim(text, &length);
	bool plain = trimmed == text && strlen(text) == length && text[0] != '#' && !strpbrk(text, "\"=:?") &&
		!mapping_is_title(text);

	for (size_t i = 0; plain && i < sizeof wide / sizeof wide[0]; i++)
		plain = !strstr(text, wide[i]);
	plain = plain || !*text;
	if (!plain)
		strbuf_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, *text == '\n' || *text == '\r' ? ' ' : *text);
	}
	if (!plain)
		strbuf_add_char(out, '"');
}

void mapping_write(const struct mapping_rule *rule, enum sheet_kind kind, struct strbuf *out)
{
	static const char *const signs[] = {[MAPPING_DEFAULT] = " ? ", [MAPPING_CONSTANT] = " := "};
	struct strbuf name = {0};
	const char *const field = rule->column >= 0 ? mapping_field(kind, rule->column, &name) : "";

	if (rule->act == MAPPING_HEADING) {
		mapping_add_text(rule->left, out);
		strbuf_addf(out, *field ? " = %s" : " =%s", field);
	} else if (rule->act == MAPPING_VALUE) {
		strbuf_addf(out, "%s: ", field);
		mapping_add_text(rule->left, out);
		strbuf_add_text(out, " = ");
		mapping_add_text(rule->right, out);
	} else {
		strbuf_addf(out, "%s%s", field, signs[rule->act]);
		if (rule->right)
			mapping_add_text(rule->right, out);
		else
			strbuf_add_text(out, MAPPING_TITLE);
	}
	strbuf_add_char(out, '\n');
	strbuf_free(&name);
}

void mapping_write_all(const struct mapping *mapping, enum sheet_kind kind, struct strbuf *out)
{
	/* a value may go by a heading that an earlier line speaks of: headings first */
	for (int values = 0; values < 2; values++)
		for (size_t i = 0; i < mapping->rules.count; i++)
			if ((mapping->rules.items[i].act != MAPPING_HEADING) == values)
				mapping_write(&mapping->rules.items[i], kind, out);
}
