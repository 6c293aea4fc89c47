/* The program without project_bulk: the first import of many projects stores them as any other does. */
#include "config.h"

#include "store/project_store.h"

void __wrap_project_store_expect_many(struct store *store);
bool __wrap_project_store_defer_indexes(struct store *store, struct error *err);

void __wrap_project_store_expect_many(struct store *store)
{
	(void)store;
}

bool __wrap_project_store_defer_indexes(struct store *store, struct error *err)
{
	(void)store;
	(void)err;
	return true;
}
