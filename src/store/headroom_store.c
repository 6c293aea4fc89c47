#include "config.h"

#include "store/headroom_store.h"

#include "store/project_store.h"
#include "store/store_private.h"

bool headroom_store_each(struct store *store, int fiscal_year, enum stage stage,
	void (*each)(const struct project *project, void *data), void *data, struct error *err)
{
	struct db_statement *row = statement_get(store, STATEMENT_HEADROOM_EXISTS, err);
	VEC(int64_t) ids = {0};
	enum db_step step;

	if (!row)
		return false;
	db_bind_int(row, 1, fiscal_year);
	db_bind_text(row, 2, effect_stage_id(stage));
	while ((step = db_step(row, err)) == DB_ROW)
		*vec_add(&ids) = db_column_int(row, 0);
	db_reset(row);
	bool read = step == DB_DONE;
	for (size_t i = 0; read && i < ids.count; i++) {
		struct project project;

		project_init(&project);
		const enum project_find found =
			project_store_by_id(store, ids.items[i], &project, err);
		if (found == PROJECT_FOUND)
			each(&project, data);
		read = found != PROJECT_FAILED;
		project_free(&project);
	}
	vec_free(&ids);
	return read;
}
