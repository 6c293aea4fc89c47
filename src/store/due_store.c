#include "config.h"

#include "store/due_store.h"

#include <string.h>

#include "store/store_private.h"

bool due_store_load(struct store *store, int fiscal_year, struct date due[DUE_COUNT],
	struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_DUE_DATES, err);
	enum db_step step;

	for (int kind = 0; kind < DUE_COUNT; kind++)
		due[kind] = (struct date){0};
	if (!query)
		return false;
	db_bind_int(query, 1, fiscal_year);
	while ((step = db_step(query, err)) == DB_ROW)
		for (int kind = 0; kind < DUE_COUNT; kind++)
			if (strcmp(db_column_text(query, 0), due_kinds[kind].id) == 0 &&
				!date_parse(db_column_text(query, 1), false, &due[kind], NULL))
				due[kind] = (struct date){0};
	db_reset(query);
	return step == DB_DONE;
}

bool due_store_put(struct store *store, int fiscal_year, enum due_kind kind, struct date due,
	struct error *err)
{
	struct db_statement *put = statement_get(store,
		due.year ? STATEMENT_DUE_DATE_PUT : STATEMENT_DUE_DATE_DELETE, err);
	char text[11];

	if (!put)
		return false;
	db_bind_int(put, 1, fiscal_year);
	db_bind_text(put, 2, due_kinds[kind].id);
	if (due.year) {
		date_format(due, text);
		db_bind_text(put, 3, text);
	}
	return db_execute(put, err);
}
