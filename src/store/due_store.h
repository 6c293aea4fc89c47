/* due_store - the due dates of a fiscal year (domain.md §6). */
#ifndef STORE_DUE_STORE_H
#define STORE_DUE_STORE_H

#include "base/date.h"
#include "model/due.h"
#include "store/store.h"

/* Year 0 where no date is set. */
bool due_store_load(struct store *store, int fiscal_year, struct date due[DUE_COUNT],
	struct error *err);
/* Sets one; a date of year 0 takes it away. Inside a change. */
bool due_store_put(struct store *store, int fiscal_year, enum due_kind kind, struct date due,
	struct error *err);

#endif
