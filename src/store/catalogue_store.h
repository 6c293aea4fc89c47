/* catalogue_store - 課題類型, ICTツール and exclusion rules in the database. */
#ifndef STORE_CATALOGUE_STORE_H
#define STORE_CATALOGUE_STORE_H

#include "model/catalogue.h"
#include "store/store.h"

/* All entries of all years, by position. catalogue_free() frees. */
bool catalogue_store_load(struct store *store, enum catalogue_kind kind,
	struct catalogue *catalogue, struct error *err);
bool catalogue_store_put(struct store *store, enum catalogue_kind kind,
	const struct catalogue_entry *entry, struct error *err);

#endif
