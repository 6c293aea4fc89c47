#include "config.h"

#include "service/session/scoping.h"

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/filter_words.h"
#include "model/filter_year.h"
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

/* What names are looked up in. */
struct scoping_names {
	struct session *session;
	int fiscal_year;
	struct strbuf name;
};

static const char *scoping_name(void *data, enum filter_key key, const char *text)
{
	struct scoping_names *const names = data;
	const struct session *const session = names->session;
	const struct catalogue *const catalogue =
		key == FILTER_PROBLEM_TYPE ? &session->problem_types : &session->tools;
	const enum unit_kind kind = key == FILTER_DEPARTMENT ? UNIT_DEPARTMENT :
		key == FILTER_SECTION ? UNIT_SECTION : UNIT_TEAM;

	if (filter_keys[key].type == FILTER_IS_UNIT) {
		const struct unit_tree *const units =
			session_units(names->session, names->fiscal_year, NULL);
		const int node = units ? unit_tree_resolve(units, kind, NULL, NULL, text, NULL) : -1;

		return node >= 0 ? units->nodes.items[node].unit.name : NULL;
	}
	const int entry = catalogue_resolve(catalogue, text, 0, NULL);
	if (entry < 0)
		return NULL;
	strbuf_clear(&names->name);
	catalogue_display_name(catalogue, &catalogue->entries.items[entry], &names->name);
	return strbuf_text(&names->name);
}

void scoping_filter(struct session *session, int fiscal_year, const char *filter,
	struct table *table)
{
	struct scoping_names names = {session, fiscal_year ? fiscal_year : session->fiscal_year, {0}};
	struct strbuf words = {0}, machine = {0};
	struct filter parsed = {0};

	if (!filter || !filter_parse(filter, &parsed, NULL))
		return;
	/* the one year that it names is the table's own */
	if (table->fiscal_year)
		filter_drop_years(&parsed);
	if (parsed.terms.count == 0) {
		filter_free(&parsed);
		return;
	}
	filter_words(&parsed, scoping_name, &names, &words);
	filter_format(&parsed, &machine);
	scoping_add(SCOPE_FILTER, strbuf_text(&words), strbuf_text(&machine), table);
	strbuf_free(&words);
	strbuf_free(&machine);
	strbuf_free(&names.name);
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
