/* master_choices - what fields of masters can be: units, sections. */
#include "config.h"

#include <stdlib.h>

#include "service/master_list.h"

void master_add_choice(struct master_choices *choices, const char *id, const char *label)
{
	*vec_add(&choices->items) = (struct master_choice){
		arena_strdup(&choices->arena, id), arena_strdup(&choices->arena, label)};
}

int master_year(const struct master_row *row, size_t field)
{
	return (int)strtol(row->cells[field], NULL, 10);
}

static bool add_units(struct session *session, int fiscal_year, bool sections_only,
	struct master_choices *choices, struct error *err)
{
	const struct unit_tree *units = session_units(session, fiscal_year, err);

	for (size_t i = 0; units && i < units->nodes.count; i++) {
		const struct unit *unit = &units->nodes.items[i].unit;

		if (!sections_only || unit->kind == UNIT_SECTION)
			master_add_choice(choices, unit->code, unit->name);
	}
	return units != NULL;
}

bool master_choose_section(struct session *session, int fiscal_year,
	struct master_choices *choices, struct error *err)
{
	return add_units(session, fiscal_year, true, choices, err);
}

bool master_choose_unit(struct session *session, int fiscal_year, struct master_choices *choices,
	struct error *err)
{
	return add_units(session, fiscal_year, false, choices, err);
}
