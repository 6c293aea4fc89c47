/* store_param - parameters of fiscal years. */
#include "config.h"

#include "store/store.h"

#include <errno.h>
#include <stdlib.h>

#include "store/store_private.h"

bool store_param_int(struct store *store, const char *name, int fiscal_year, int64_t *value)
{
	struct db_statement *query = statement_get(store, STATEMENT_PARAMETER, NULL);
	bool found = false;

	if (!query)
		return false;
	db_bind_text(query, 1, name);
	db_bind_int(query, 2, fiscal_year);
	if (db_step(query, NULL) == DB_ROW) {
		const char *text = db_column_text(query, 0);
		char *end;

		errno = 0;
		*value = strtoll(text, &end, 10);
		found = errno == 0 && end != text && *end == '\0';
	}
	db_reset(query);
	return found;
}

bool store_param_set(struct store *store, const char *name, int fiscal_year, const char *value,
	struct error *err)
{
	struct db_statement *put = statement_get(store, STATEMENT_PARAMETER_PUT, err);

	if (!put)
		return false;
	db_bind_text(put, 1, name);
	db_bind_int(put, 2, fiscal_year);
	db_bind_text(put, 3, value);
	return db_execute(put, err);
}
