/* office_choices - what a field can be: a closed set, rows of another table, units. */
#include "config.h"

#include "base/i18n.h"
#include "service/office/office.h"
#include "service/office/private.h"

static void choices_add(struct office_choices *choices, const char *id, const char *label,
	const char *reading)
{
	*vec_add(&choices->items) = (struct office_choice){arena_strdup(&choices->arena, id),
		arena_strdup(&choices->arena, label), arena_strdup(&choices->arena, reading)};
}

bool office_choices(struct session *session, const struct office_table *table, size_t field,
	struct office_choices *choices, struct error *err)
{
	const struct office_field *info = &table->fields[field];

	if (info->type == OFFICE_UNIT || info->type == OFFICE_SECTION) {
		const bool sections = info->type == OFFICE_SECTION;
		const struct unit_tree *units = session_units(session, session->fiscal_year, err);

		for (size_t i = 0; units && i < units->nodes.count; i++) {
			const struct unit *unit = &units->nodes.items[i].unit;

			if (!sections || unit->kind == UNIT_SECTION)
				choices_add(choices, unit->code, unit->name,
					unit_tree_found_by(units, (int)i));
		}
		return units != NULL;
	}
	if (info->type == OFFICE_ROW) {
		struct office_rows rows = {0};
		const bool loaded = office_load(session, info->refers, &rows, err);

		for (size_t i = 0; loaded && i < rows.items.count; i++) {
			const char *const *cells = rows.items.items[i].cells;

			choices_add(choices, cells[0], cells[info->refers->name_field], cells[0]);
		}
		office_rows_free(&rows);
		return loaded;
	}
	for (size_t i = 0; i < info->choice_count; i++)
		choices_add(choices, info->choices[i].id, _(info->choices[i].label), info->choices[i].id);
	return true;
}

void office_choices_free(struct office_choices *choices)
{
	vec_free(&choices->items);
	arena_free(&choices->arena);
}
