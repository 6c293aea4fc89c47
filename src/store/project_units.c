#include "config.h"

#include "store/project_units.h"

#include <string.h>

#include "base/vec.h"
#include "store/project_held.h"
#include "store/store_private.h"

/* One place that projects of a year are held at. */
struct place {
	int fiscal_year;
	const char *team, *section, *department;
};

struct places {
	VEC(struct place) list;
	struct arena arena;
};

static bool units_follow(struct store *store, const struct place *place, struct error *err)
{
	struct project project;

	project_init(&project);
	project.fiscal_year = place->fiscal_year;
	project.team_code = project_text(&project, place->team);
	project.section_code = project_text(&project, place->section);
	project.department_code = project_text(&project, place->department);
	bool ok = project_held_units(store, &project, err);
	const bool moved = ok && (strcmp(project.section_code, place->section) != 0 ||
		strcmp(project.department_code, place->department) != 0);
	struct db_statement *update =
		moved ? statement_get(store, STATEMENT_PROJECT_MOVE_UNITS, err) : NULL;
	if (update) {
		db_bind_text(update, 1, project.section_code);
		db_bind_text(update, 2, project.department_code);
		db_bind_text(update, 3, store->change_at);
		db_bind_text(update, 4, store->change_user);
		db_bind_int(update, 5, place->fiscal_year);
		db_bind_text(update, 6, place->team);
		db_bind_text(update, 7, place->section);
		db_bind_text(update, 8, place->department);
	}
	if (moved)
		ok = update && db_execute(update, err);
	project_free(&project);
	return ok;
}

bool project_units_follow(struct store *store, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_UNITS, err);
	struct places places = {0};
	enum db_step step;

	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW)
		*vec_add(&places.list) = (struct place){
			.fiscal_year = (int)db_column_int(query, 0),
			.team = arena_strdup(&places.arena, db_column_text(query, 1)),
			.section = arena_strdup(&places.arena, db_column_text(query, 2)),
			.department = arena_strdup(&places.arena, db_column_text(query, 3)),
		};
	db_reset(query);

	bool ok = step == DB_DONE;
	for (size_t i = 0; ok && i < places.list.count; i++)
		ok = units_follow(store, &places.list.items[i], err);
	vec_free(&places.list);
	arena_free(&places.arena);
	return ok;
}
