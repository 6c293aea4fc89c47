#include "config.h"

#include "store/statement.h"

#include <stddef.h>

#include "model/indicator.h"
#include "store/effect_sql.h"
#include "store/facts_block.h"
#include "store/project_sql.h"
#include "store/store_private.h"

static const char *const texts[STATEMENT_COUNT] = {
#define STATEMENT(name, sql) [STATEMENT_##name] = sql,
#include "store/statement_list.h"
#undef STATEMENT
};

struct db_statement *statement_get(struct store *store, enum statement id, struct error *err)
{
	struct db_statement **slot = &store->statements[id];

	if (!*slot)
		*slot = db_prepare(store->db, texts[id], err);
	else
		db_reset(*slot);
	return *slot;
}

bool statement_prepare_all(struct store *store, struct error *err)
{
	for (int id = 0; id < STATEMENT_COUNT; id++)
		if (!statement_get(store, (enum statement)id, err))
			return false;
	return true;
}

void statement_finish_all(struct store *store)
{
	for (int id = 0; id < STATEMENT_COUNT; id++) {
		db_finish(store->statements[id]);
		store->statements[id] = NULL;
	}
}
