/* office_choices - what fields of masters can be: units, sections. */
#include "config.h"

#include <stdlib.h>

#include "service/office/private.h"

static void add(struct office_choices *choices, const char *id, const char *label,
	const char *reading)
{
	*vec_add(&choices->items) = (struct office_choice){
		arena_strdup(&choices->arena, id), arena_strdup(&choices->arena, label),
		arena_strdup(&choices->arena, reading)};
}

void office_add_choice(struct office_choices *choices, const char *id, const char *label)
{
	add(choices, id, label, id);
}

int office_year(const struct office_row *row, size_t field)
{
	return (int)strtol(row->cells[field], NULL, 10);
}

static bool add_units(struct session *session, int fiscal_year, bool sections_only,
	struct office_choices *choices, struct error *err)
{
	const struct unit_tree *units = session_units(session, fiscal_year, err);

	for (size_t i = 0; units && i < units->nodes.count; i++) {
		const struct unit *unit = &units->nodes.items[i].unit;

		if (!sections_only || unit->kind == UNIT_SECTION)
			add(choices, unit->code, unit->name, unit_tree_found_by(units, (int)i));
	}
	return units != NULL;
}

bool office_choose_section(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	return add_units(session, fiscal_year, true, choices, err);
}

bool office_choose_unit(struct session *session, int fiscal_year, struct office_choices *choices,
	struct error *err)
{
	return add_units(session, fiscal_year, false, choices, err);
}
