#include "config.h"

#include "store/draft_store.h"

#include <stdio.h>

#include "base/ambient.h"
#include "base/mem.h"
#include "store/store_private.h"

bool draft_store_put(struct store *store, const char *user, const char *key, const char *content,
	struct error *err)
{
	struct db_statement *put = statement_get(store, STATEMENT_DRAFT_PUT, err);
	char now[20];

	if (!put)
		return false;
	ambient_now(now);
	db_bind_text(put, 1, user);
	db_bind_text(put, 2, key);
	db_bind_text(put, 3, content);
	db_bind_text(put, 4, now);
	return store_run_alone(store, put, err);
}

char *draft_store_get(struct store *store, const char *user, const char *key, char at[20],
	struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_DRAFT, err);
	char *content = NULL;

	if (!query)
		return NULL;
	db_bind_text(query, 1, user);
	db_bind_text(query, 2, key);
	if (db_step(query, err) == DB_ROW) {
		content = xstrdup(db_column_text(query, 0));
		if (at)
			snprintf(at, 20, "%s", db_column_text(query, 1));
	}
	db_reset(query);
	return content;
}

bool draft_store_drop(struct store *store, const char *user, const char *key, struct error *err)
{
	struct db_statement *drop = statement_get(store, STATEMENT_DRAFT_DROP, err);

	if (!drop)
		return false;
	db_bind_text(drop, 1, user);
	db_bind_text(drop, 2, key);
	return store_run_alone(store, drop, err);
}
