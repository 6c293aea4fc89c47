/* catalogue_store - 課題類型, ICTツール and exclusion rules in the database. */
#ifndef STORE_CATALOGUE_STORE_H
#define STORE_CATALOGUE_STORE_H

#include "model/catalogue.h"
#include "store/store.h"

/* All entries of all years, by position. catalogue_free() frees. */
bool catalogue_store_load(struct store *store, enum catalogue_kind kind,
	struct catalogue *catalogue, struct error *err);
/* How many projects of the fiscal years first…last (0 = without end) have it, in any status. */
bool catalogue_store_used(struct store *store, enum catalogue_kind kind, const char *code,
	int first_fiscal_year, int last_fiscal_year, int64_t *projects, struct error *err);

#endif
