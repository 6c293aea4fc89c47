/* statement - the store's SQL, prepared when first used and kept in the store. Private to store/. */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include "db/db.h"

struct store;

enum statement {
#define STATEMENT(name, sql) STATEMENT_##name,
#include "store/statement_list.h"
#undef STATEMENT
	STATEMENT_COUNT,
};

/* Ready to be bound. NULL on failure. Owned by the store; do not finish it. */
struct db_statement *statement_get(struct store *store, enum statement id, struct error *err);
/* Prepares them all: a proof that every text fits the schema. */
bool statement_prepare_all(struct store *store, struct error *err);
void statement_finish_all(struct store *store);

#endif
