/* pivot_labels - the names at the head of a pivot's rows and columns. */
#include "config.h"

#include "rollup/pivot_plan.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/catalogue.h"

enum label_kind {
	LABEL_CODE,  /* files */
	LABEL_NAME,  /* files and people */
	LABEL_PLAIN, /* files: without the circled digit */
	LABEL_SHOWN, /* people: with it */
};

struct label {
	enum dimension dimension;
	size_t slot; /* of the row dimension it comes from */
	enum label_kind kind;
};

/* Department, section and team for each of two rows, with code and name, is the most there is. */
enum { LABELS_MAX = 12 };

bool pivot_labels_is_unit(enum dimension dimension)
{
	return dimension == DIMENSION_DEPARTMENT || dimension == DIMENSION_SECTION ||
		dimension == DIMENSION_TEAM;
}

/* ---- units in the tree of their year ------------------------------------------------------- */

bool pivot_labels_has_tree(const struct pivot_plan *plan)
{
	const struct unit_tree *const units = plan->context->units;

	return units && (plan->context->regrouped ||
		units->fiscal_year == plan->query->fiscal_year);
}

int pivot_labels_unit(const struct pivot_plan *plan, enum dimension dimension, uint16_t code)
{
	const struct unit_tree *const units = plan->context->units;

	if (!pivot_labels_has_tree(plan) || !code)
		return -1;
	return unit_tree_find(units, plan->facts->dictionary[dimension].entries.items[code].code);
}

struct dictionary_entry pivot_labels_entry(const struct pivot_plan *plan,
	enum dimension dimension, uint16_t code)
{
	assert(dimension < DIMENSION_COUNT);

	struct dictionary_entry entry = plan->facts->dictionary[dimension].entries.items[code];

	if (pivot_labels_is_unit(dimension)) {
		const int unit = pivot_labels_unit(plan, dimension, code);

		if (unit >= 0)
			entry.name = plan->context->units->nodes.items[unit].unit.name;
	}
	return entry;
}

uint16_t pivot_labels_ancestor(const struct pivot_plan *plan, enum dimension dimension,
	uint16_t code, enum dimension ancestor)
{
	assert(dimension < DIMENSION_COUNT && ancestor < DIMENSION_COUNT);

	/* A leader's code begins with that of the section. */
	if (dimension == DIMENSION_LEADER) {
		const char *const key = plan->facts->dictionary[dimension].entries.items[code].code;
		char *const section = xstrndup(key, strcspn(key, "/"));

		code = facts_find(plan->facts, DIMENSION_SECTION, section);
		free(section);
		dimension = DIMENSION_SECTION;
	}
	if (dimension == ancestor)
		return code;

	const int unit = pivot_labels_unit(plan, dimension, code);

	if (unit >= 0) {
		const struct unit_node *const nodes = plan->context->units->nodes.items;
		const int above = ancestor == DIMENSION_DEPARTMENT ? nodes[unit].department :
			nodes[unit].section;

		return above < 0 ? 0 :
			facts_find(plan->facts, ancestor, nodes[above].unit.code);
	}
	/* Units are dimensions in the order of the tree: the one above is the one before. */
	for (int d = (int)dimension; d > (int)ancestor; d--)
		code = plan->facts->dictionary[d].entries.items[code].parent;
	return code;
}

/* ---- label columns ------------------------------------------------------------------------- */

static void add_label(struct label *labels, size_t *count, enum dimension dimension, size_t slot)
{
	if (dimensions[dimension].has_code)
		labels[(*count)++] = (struct label){dimension, slot, LABEL_CODE};
	if (dimension == DIMENSION_PROBLEM_TYPE) {
		labels[(*count)++] = (struct label){dimension, slot, LABEL_PLAIN};
		labels[(*count)++] = (struct label){dimension, slot, LABEL_SHOWN};
	} else {
		labels[(*count)++] = (struct label){dimension, slot, LABEL_NAME};
	}
}

static bool is_labelled(const struct label *labels, size_t count, enum dimension dimension)
{
	for (size_t l = 0; l < count; l++)
		if (labels[l].dimension == dimension)
			return true;
	return false;
}

/* Many sections have a team of the same name, and some a leader: they are preceded by the units that
 * they lie in, a leader by the section. */
static size_t labels_of_query(const struct pivot_query *query, struct label labels[LABELS_MAX])
{
	size_t count = 0;

	for (size_t r = 0; r < query->row_count; r++) {
		const enum dimension dimension = query->rows[r];

		const bool leads = dimension == DIMENSION_LEADER;
		const enum dimension below = leads ? DIMENSION_TEAM : dimension;

		if (leads || pivot_labels_is_unit(dimension))
			for (enum dimension d = leads ? DIMENSION_SECTION : DIMENSION_DEPARTMENT;
				d < below; d++)
				if (!is_labelled(labels, count, d) &&
					!(r == 0 && query->row_count > 1 && query->rows[1] == d))
					add_label(labels, &count, d, r);
		add_label(labels, &count, dimension, r);
	}
	return count;
}

void pivot_labels_add_columns(const struct pivot_plan *plan, struct table *table)
{
	struct label labels[LABELS_MAX];
	const size_t count = labels_of_query(plan->query, labels);

	for (size_t l = 0; l < count; l++) {
		const struct dimension_info *const info = &dimensions[labels[l].dimension];
		const enum dimension of_row = plan->query->rows[labels[l].slot];
		const bool code = labels[l].kind == LABEL_CODE;
		const char *id = info->field_id;
		bool same_everywhere = false;

		/* A unit above the rows' that all rows lie in tells people nothing. */
		if (labels[l].dimension != of_row)
			for (enum dimension d = labels[l].dimension;
				d < of_row && pivot_labels_is_unit(d); d++)
				same_everywhere |= plan->query->drill[d] >= 0;
		if (code)
			id = arena_printf(&table->arena, "%s_code", info->field_id);
		else if (labels[l].kind == LABEL_SHOWN)
			id = arena_printf(&table->arena, "%s_shown", info->field_id);
		const char *const label = code ?
			/* the heading of a column of codes: which codes */
			arena_printf(&table->arena, _("%s code"), _(info->label)) : _(info->label);
		struct table_column *const column = table_add_column(table, id, label,
			code ? COLUMN_CODE : COLUMN_TEXT);
		column->files = labels[l].kind != LABEL_SHOWN;
		column->people = (labels[l].kind == LABEL_SHOWN || labels[l].kind == LABEL_NAME) &&
			!same_everywhere;
	}
}

static void set_label(const struct pivot_plan *plan, struct table *table, struct table_row *row,
	size_t column, const struct label *label)
{
	const enum dimension of_row = plan->query->rows[label->slot];
	uint16_t code = (uint16_t)row->key[label->slot];

	if (label->dimension != of_row) {
		code = pivot_labels_ancestor(plan, of_row, code, label->dimension);
		if (!code)
			return;
	}
	const struct dictionary_entry entry = pivot_labels_entry(plan, label->dimension, code);
	if (label->kind != LABEL_SHOWN || !*entry.code) {
		table_set_text(table, row, column,
			label->kind == LABEL_CODE ? entry.code : entry.name);
		return;
	}

	/* A problem type for screen and paper: ①紙・手作業…. */
	const struct catalogue catalogue = {.kind = CATALOGUE_PROBLEM_TYPE};
	const struct catalogue_entry type = {
		.code = entry.code, .name = entry.name, .name_en = "", .aliases = "",
		.merged_into = "",
	};
	struct strbuf text = {0};

	catalogue_display_name(&catalogue, &type, &text);
	table_set_text(table, row, column, strbuf_text(&text));
	strbuf_free(&text);
}

void pivot_labels_fill(const struct pivot_plan *plan, struct table *table, struct table_row *row)
{
	struct label labels[LABELS_MAX];
	const size_t count = labels_of_query(plan->query, labels);
	const bool total = row->kind == ROW_TOTAL;
	bool code_said = false, files_said = false, people_said = false;

	for (size_t l = 0; l < count; l++) {
		const struct table_column *const column = &table->columns.items[l];

		if (row->key[labels[l].slot] >= 0) {
			set_label(plan, table, row, l, &labels[l]);
		} else if (labels[l].kind == LABEL_CODE) {
			if (!code_said)
				table_set_text(table, row, l, total ? "total" : "subtotal");
			code_said = true;
		} else if ((column->files && !files_said) || (column->people && !people_said)) {
			table_set_text(table, row, l, total ? _("Total") : _("Subtotal"));
			files_said |= column->files;
			people_said |= column->people;
		}
	}
}
