#include "config.h"

#include "service/office/judge.h"

#include <string.h>

#include "base/i18n.h"
#include "service/office/private.h"

static const struct office_judge *const judges[] = {
	&judge_units, &judge_parameters, &judge_due_dates, &judge_problem_types, &judge_tools, &judge_rules,
	&judge_people, &judge_roles, &judge_leaders, &judge_courses, &judge_indicators,
};

const struct office_judge *office_judge_of(const struct office_table *table)
{
	for (size_t i = 0; i < sizeof judges / sizeof judges[0]; i++)
		if (judges[i]->table == table)
			return judges[i];
	return NULL;
}

static bool judge_unit_is_there(struct office_desk *desk, const struct office_entry *entry,
	size_t field, struct error *err)
{
	const bool section = entry->table->fields[field].type == OFFICE_SECTION;
	const struct unit_tree *units = office_entry_units(desk, entry, &entry->now, err);
	const int unit = units ? unit_tree_find(units, entry->now.cells[field]) : -1;

	if (!units)
		return false;
	if (unit >= 0 && (!section || units->nodes.items[unit].unit.kind == UNIT_SECTION))
		return true;
	return error_set(err, ERROR_DATA,
		section ? _("There is no such section in that fiscal year.") :
			  _("There is no such unit in that fiscal year."));
}

bool office_judge_cells(struct office_desk *desk, const struct office_entry *entry, int *field,
	struct error *err)
{
	for (size_t i = 0; i < entry->table->field_count; i++) {
		const struct office_field *info = &entry->table->fields[i];
		const char *cell = entry->now.cells[i];

		*field = (int)i;
		if (!*cell || (entry->stored && strcmp(entry->stored->cells[i], cell) == 0))
			continue;
		if (info->type == OFFICE_ROW) {
			const struct office_desk_table *rows =
				office_desk_table(desk, info->refers, err);

			if (!rows)
				return false;
			if (!office_desk_find_key(rows, cell))
				return error_set(err, ERROR_DATA, _("There is no “%s” in: %s"),
					cell, _(info->refers->title));
		}
		if ((info->type == OFFICE_UNIT || info->type == OFFICE_SECTION) &&
			!judge_unit_is_there(desk, entry, i, err))
			return false;
	}
	*field = -1;
	return true;
}
