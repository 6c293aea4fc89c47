/* reorganising_table - the tree of a fiscal year, and what differs between two, as tables. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "model/fiscal_year.h"
#include "service/units/reorganising.h"

static void reorganising_table_begin(struct session *session, const char *id, const char *title,
	int fiscal_year, struct table *table)
{
	table_init(table, id, title);
	table->fiscal_year = fiscal_year;
	table->body = arena_strdup(&table->arena, session->body.name);
	table->ties = true;
}

enum { NAME, CODE, KIND, KIND_ID, PLAIN_NAME, PARENT, TEAMS };

bool reorganising_tree(struct session *session, int fiscal_year, struct table *table,
	struct error *err)
{
	const struct unit_tree *tree = session_units(session, fiscal_year, err);
	struct strbuf name = {0};

	if (!tree)
		return false;
	reorganising_table_begin(session, "units", _("Units"), fiscal_year, table);
	table_add_column(table, "name", _("Unit name"), COLUMN_TEXT)->files = false;
	table_add_column(table, "code", _("Unit code"), COLUMN_TEXT);
	table_add_column(table, "kind", _("Unit kind"), COLUMN_TEXT)->files = false;
	table_add_column(table, "kind", _("Unit kind"), COLUMN_CODE);
	table_add_column(table, "name", _("Unit name"), COLUMN_CODE);
	table_add_column(table, "parent_code", _("Code of the unit above"), COLUMN_CODE);
	table_add_column(table, "teams", _("Teams"), COLUMN_COUNT_OF)->additive = false;
	for (size_t i = 0; i < tree->nodes.count; i++) {
		const struct unit_node *node = &tree->nodes.items[i];
		struct table_row *row = table_add_row(table, ROW_DATA);

		row->key[0] = (int64_t)i;
		strbuf_clear(&name);
		strbuf_add_repeated(&name, ' ', 2 * (size_t)node->depth);
		strbuf_add_text(&name, node->unit.name);
		table_set_text(table, row, NAME, strbuf_text(&name));
		table_set_text(table, row, CODE, node->unit.code);
		table_set_text(table, row, KIND, unit_kind_label(node->unit.kind));
		table_set_text(table, row, KIND_ID, unit_kind_id(node->unit.kind));
		table_set_text(table, row, PLAIN_NAME, node->unit.name);
		table_set_text(table, row, PARENT, node->unit.parent_code);
		if (node->unit.kind != UNIT_TEAM)
			table_set_number(table, row, TEAMS,
				(int64_t)unit_tree_count(tree, UNIT_TEAM, (int)i));
	}
	strbuf_free(&name);
	return true;
}

/* ---- differences ----------------------------------------------------------------------------- */

enum { ACT, ACT_ID, UNIT_CODE, UNIT_NAME, BEFORE, AFTER };

static void reorganising_table_add_difference(struct table *table, const char *id,
	const char *label, const struct unit *unit, const char *before, const char *after)
{
	struct table_row *row = table_add_row(table, ROW_DATA);

	table_set_text(table, row, ACT, label);
	table_set_text(table, row, ACT_ID, id);
	table_set_text(table, row, UNIT_CODE, unit->code);
	table_set_text(table, row, UNIT_NAME, unit->name);
	table_set_text(table, row, BEFORE, before);
	table_set_text(table, row, AFTER, after);
}

/* The name of a unit of a tree, or its code where it is not there. */
static const char *name_of(const struct unit_tree *tree, const char *code)
{
	const int node = unit_tree_find(tree, code);

	return node < 0 ? code : tree->nodes.items[node].unit.name;
}

static void reorganising_table_compare(const struct unit_tree *old, const struct unit_tree *new,
	struct table *table)
{
	for (size_t i = 0; i < old->nodes.count; i++) {
		const struct unit *was = &old->nodes.items[i].unit;
		const int at = unit_tree_find(new, was->code);
		const struct unit *is = at < 0 ? NULL : &new->nodes.items[at].unit;

		if (!is) {
			reorganising_table_add_difference(table, "closed", _("closed"), was,
				was->name, *was->successor_code ? name_of(new,
				was->successor_code) : "");
			continue;
		}
		if (strcmp(was->name, is->name) != 0)
			reorganising_table_add_difference(table, "renamed", _("renamed"), was,
				was->name, is->name);
		if (strcmp(was->parent_code, is->parent_code) != 0)
			reorganising_table_add_difference(table, "moved", _("moved"), was,
				name_of(old, was->parent_code), name_of(new, is->parent_code));
	}
	for (size_t i = 0; i < new->nodes.count; i++) {
		const struct unit *is = &new->nodes.items[i].unit;

		if (unit_tree_find(old, is->code) < 0)
			reorganising_table_add_difference(table, "added", _("new"), is, "",
				name_of(new, is->parent_code));
	}
}

bool reorganising_diff(struct session *session, int before, int after, struct table *table,
	struct error *err)
{
	const struct unit_tree *old = session_units(session, before, err);
	const struct unit_tree *new = old ? session_units(session, after, err) : NULL;
	char year[FISCAL_YEAR_TEXT];

	if (!new)
		return false;
	reorganising_table_begin(session, "unit-changes", _("Changes of units"), after, table);
	fiscal_year_format(before, year);
	table_add_column(table, "change", _("What changed"), COLUMN_TEXT)->files = false;
	table_add_column(table, "change", _("What changed"), COLUMN_CODE);
	table_add_column(table, "code", _("Unit code"), COLUMN_TEXT);
	table_add_column(table, "name", _("Unit name"), COLUMN_TEXT);
	table_add_column(table, "before", _("Until then"), COLUMN_TEXT);
	table_add_column(table, "after", _("From then on"), COLUMN_TEXT);
	reorganising_table_compare(old, new, table);
	table_add_note(table, NOTE_OTHER,
		arena_printf(&table->arena, _("Against %s"), year),
		arena_printf(&table->arena, "against=%d", before));
	return true;
}
