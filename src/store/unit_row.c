#include "config.h"

#include "store/unit_row.h"

#include "base/i18n.h"
#include "store/store_private.h"

/* Columns as in UNIT_COLUMNS. A kind that this program does not know was put there by another. */
static bool unit_row_read(struct db_statement *row, struct arena *arena, struct unit *unit,
	struct error *err)
{
	unit->id = db_column_int(row, 0);
	unit->code = arena_strdup(arena, db_column_text(row, 1));
	if (!unit_kind_parse(db_column_text(row, 2), &unit->kind))
		return error_set(err, ERROR_DATABASE,
			_("The unit %s in the database is of a kind this program does not know: %s."),
			unit->code, db_column_text(row, 2));
	unit->name = arena_strdup(arena, db_column_text(row, 3));
	unit->parent_code = arena_strdup(arena, db_column_text(row, 4));
	unit->first_fiscal_year = (int)db_column_int(row, 5);
	unit->last_fiscal_year = (int)db_column_int(row, 6);
	unit->successor_code = arena_strdup(arena, db_column_text(row, 7));
	unit->lead_section = db_column_int(row, 8) != 0;
	unit->position = (int)db_column_int(row, 9);
	unit->reading = arena_strdup(arena, db_column_text(row, 10));
	return true;
}

bool unit_row_all(struct store *store, struct unit_tree *list, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_UNIT_ALL, err);
	enum db_step step = DB_DONE;
	bool ok = true;

	if (!query)
		return false;
	while (ok && (step = db_step(query, err)) == DB_ROW)
		ok = unit_row_read(query, &list->arena, &vec_add(&list->nodes)->unit, err);
	db_reset(query);
	return ok && step == DB_DONE;
}
