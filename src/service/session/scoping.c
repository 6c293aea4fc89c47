#include "config.h"

#include "service/session/scoping.h"

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/filter.h"
#include "model/fiscal_year.h"

static void scoping_year(enum table_scope scope, int fiscal_year, struct table *table)
{
	char year[FISCAL_YEAR_TEXT];

	if (!fiscal_year)
		return;
	fiscal_year_format(fiscal_year, year);
	table_scope_say(table, scope, year, arena_printf(&table->arena, "%d", fiscal_year));
}

void scoping_session(const struct session *session, struct table *table)
{
	if (!table->body || !*table->body)
		table->body = arena_strdup(&table->arena, session->body.name);
	scoping_year(SCOPE_RULES, session->rules_year, table);
	scoping_year(SCOPE_UNITS, session->units_year, table);
}

void scoping_unit(const struct unit_tree *units, int node, struct table *table)
{
	struct strbuf names = {0};

	if (node < 0 || units->nodes.items[node].unit.kind == UNIT_BODY)
		return;
	for (int depth = 1; depth <= units->nodes.items[node].depth; depth++) {
		int at = node;

		while (units->nodes.items[at].depth > depth)
			at = units->nodes.items[at].parent;
		strbuf_addf(&names, "%s%s", names.length ? " " : "",
			units->nodes.items[at].unit.name);
	}
	table_scope_say(table, SCOPE_UNIT, strbuf_text(&names), units->nodes.items[node].unit.code);
	strbuf_free(&names);
}

/* More words beside those that are said already. */
static void scoping_add(enum table_scope scope, const char *text, const char *machine,
	struct table *table)
{
	const struct table_scope_words *const said = &table->scope[scope];

	table_scope_say(table, scope,
		said->text ? arena_printf(&table->arena, "%s%s%s", said->text, _(", "), text) : text,
		said->text ? arena_printf(&table->arena, "%s %s", said->machine, machine) : machine);
}

void scoping_filter(struct session *session, int fiscal_year, const char *filter,
	struct table *table)
{
	struct strbuf words = {0}, machine = {0};
	struct filter parsed = {0};

	(void)session;
	(void)fiscal_year;
	if (!filter || !filter_parse(filter, &parsed, NULL) || parsed.terms.count == 0) {
		filter_free(&parsed);
		return;
	}
	for (size_t i = 0; i < parsed.terms.count; i++) {
		strbuf_add_text(&words, i ? _(", ") : "");
		filter_chip(&parsed.terms.items[i], &words);
	}
	filter_format(&parsed, &machine);
	scoping_add(SCOPE_FILTER, strbuf_text(&words), strbuf_text(&machine), table);
	strbuf_free(&words);
	strbuf_free(&machine);
	filter_free(&parsed);
}

void scoping_entry(const char *id, const char *label, const char *code, const char *name,
	struct table *table)
{
	/* a dimension and the one entry of it that is shown */
	scoping_add(SCOPE_FILTER, arena_printf(&table->arena, _("%s: %s"), label, name),
		arena_printf(&table->arena, "%s:%s%s", id, *code ? "=" : "", code), table);
}

void scoping_limit(int64_t limit, struct table *table)
{
	struct strbuf text = {0};

	if (limit < 0)
		return;
	decimal_add_grouped(&text, limit, 0, false);
	table_scope_say(table, SCOPE_LIMIT, strbuf_text(&text),
		arena_printf(&table->arena, "%lld", (long long)limit));
	strbuf_free(&text);
}
