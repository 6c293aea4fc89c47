#include "config.h"

#include "store/destination_store.h"

#include "store/store_private.h"

bool destination_store_each(struct store *store, int fiscal_year, enum stage stage,
	enum basis basis,
	void (*each)(int64_t project_id, const char *destination, int64_t minutes, void *data),
	void *data, struct error *err)
{
	struct db_statement *row = statement_get(store, STATEMENT_DESTINATIONS, err);
	enum db_step step;

	if (!row)
		return false;
	db_bind_int(row, 1, fiscal_year);
	db_bind_text(row, 2, effect_stage_id(stage));
	while ((step = db_step(row, err)) == DB_ROW)
		each(db_column_int(row, 0), db_column_text(row, 1),
			db_column_int(row, basis == BASIS_IN_YEAR ? 2 : 3), data);
	db_reset(row);
	return step == DB_DONE;
}
