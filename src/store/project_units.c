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

static bool units_load(struct store *store, struct places *places, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_UNITS, err);
	enum db_step step;

	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW)
		*vec_add(&places->list) = (struct place){
			.fiscal_year = (int)db_column_int(query, 0),
			.team = arena_strdup(&places->arena, db_column_text(query, 1)),
			.section = arena_strdup(&places->arena, db_column_text(query, 2)),
			.department = arena_strdup(&places->arena, db_column_text(query, 3)),
		};
	db_reset(query);
	return step == DB_DONE;
}

static bool units_move(struct store *store, const struct place *from, const struct project *to,
	struct error *err)
{
	struct db_statement *update = statement_get(store, STATEMENT_PROJECT_MOVE_UNITS, err);

	if (!update)
		return false;
	db_bind_text(update, 1, to->section_code);
	db_bind_text(update, 2, to->department_code);
	db_bind_text(update, 3, store->change_at);
	db_bind_text(update, 4, store->change_user);
	db_bind_int(update, 5, from->fiscal_year);
	db_bind_text(update, 6, from->team);
	db_bind_text(update, 7, from->section);
	db_bind_text(update, 8, from->department);
	return db_execute(update, err);
}

static bool units_follow(struct store *store, const struct place *place, struct error *err)
{
	struct project project;

	project_init(&project);
	project.fiscal_year = place->fiscal_year;
	project.team_code = project_text(&project, place->team);
	project.section_code = project_text(&project, place->section);
	project.department_code = project_text(&project, place->department);
	bool ok = project_held_units(store, &project, err);
	if (ok && (strcmp(project.section_code, place->section) != 0 ||
			strcmp(project.department_code, place->department) != 0))
		ok = units_move(store, place, &project, err);
	project_free(&project);
	return ok;
}

bool project_units_follow(struct store *store, struct error *err)
{
	struct places places = {0};
	bool ok = units_load(store, &places, err);

	for (size_t i = 0; ok && i < places.list.count; i++)
		ok = units_follow(store, &places.list.items[i], err);
	vec_free(&places.list);
	arena_free(&places.arena);
	return ok;
}
