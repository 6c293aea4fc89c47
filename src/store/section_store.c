#include "config.h"

#include "store/section_store.h"

#include "base/i18n.h"
#include "store/store_private.h"

bool section_store_targets(struct store *store, int fiscal_year, struct section_targets *targets,
	struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_SECTION_TARGETS, err);
	enum db_step step = query ? DB_ROW : DB_FAILED;

	*targets = (struct section_targets){0};
	if (query)
		db_bind_int(query, 1, fiscal_year);
	while (step == DB_ROW && (step = db_step(query, err)) == DB_ROW) {
		struct section_target *target = vec_add(&targets->items);

		target->fiscal_year = (int)db_column_int(query, 0);
		target->section_code = arena_strdup(&targets->arena, db_column_text(query, 2));
		target->minutes = db_column_int(query, 3);
		fiscal_year_period_parse(db_column_text(query, 1), &target->period);
	}
	if (query)
		db_reset(query);
	if (step == DB_FAILED)
		section_store_targets_free(targets);
	return step != DB_FAILED;
}

void section_store_targets_free(struct section_targets *targets)
{
	vec_free(&targets->items);
	arena_free(&targets->arena);
}

bool section_store_training(struct store *store, int fiscal_year,
	void (*each)(const char *person_code, int64_t units, void *data), void *data,
	struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_TRAINING_UNITS, err);
	enum db_step step;

	if (!query)
		return false;
	db_bind_int(query, 1, fiscal_year);
	while ((step = db_step(query, err)) == DB_ROW)
		each(db_column_text(query, 0), db_column_int(query, 1), data);
	db_reset(query);
	return step == DB_DONE;
}
