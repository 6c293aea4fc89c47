#include "config.h"

#include "rollup/unit_columns.h"

#include <assert.h>

#include "base/decimal.h"
#include "base/i18n.h"

enum { TENTHS_OF_PERCENT = 1000 };

static const struct {
	const char *code_id, *code_label, *id, *label;
} columns[UNIT_KIND_COUNT] = {
	[UNIT_DEPARTMENT] = {"department_code", N_("Department code"), "department",
		N_("Department")},
	[UNIT_SECTION] = {"section_code", N_("Section code"), "section", N_("Section")},
	[UNIT_TEAM] = {"team_code", N_("Team code"), "team", N_("Team")},
};

void unit_columns_add(struct table *table, enum unit_kind down_to)
{
	assert(down_to > UNIT_BODY && down_to < UNIT_KIND_COUNT);
	assert(table->columns.count == 0);
	for (int kind = UNIT_DEPARTMENT; kind <= (int)down_to; kind++) {
		table_add_column(table, columns[kind].code_id, _(columns[kind].code_label),
			COLUMN_CODE);
		table_add_column(table, columns[kind].id, _(columns[kind].label), COLUMN_TEXT);
	}
}

void unit_columns_set(struct table *table, struct table_row *row, const struct unit_tree *tree,
	int node)
{
	assert(node >= 0 && (size_t)node < tree->nodes.count);
	for (; node >= 0; node = tree->nodes.items[node].parent) {
		const struct unit *const unit = &tree->nodes.items[node].unit;
		const int code = unit->kind == UNIT_BODY ? -1 :
			table_column_index(table, columns[unit->kind].code_id);

		if (code < 0)
			continue;
		table_set_text(table, row, (size_t)code, unit->code);
		table_set_text(table, row, (size_t)code + 1, unit->name);
	}
}

void unit_columns_label(struct table *table, struct table_row *row, const char *text)
{
	table_set_text(table, row, (size_t)table_column_index(table, columns[UNIT_DEPARTMENT].id),
		text);
}

int64_t unit_columns_rate(int64_t count, int64_t whole)
{
	assert(whole > 0);
	return decimal_divide_half_up(count * TENTHS_OF_PERCENT, whole);
}
