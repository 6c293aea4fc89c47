/* destination_store - what effect lines save, by where the freed time goes. */
#ifndef STORE_DESTINATION_STORE_H
#define STORE_DESTINATION_STORE_H

#include "model/effect.h"
#include "store/store.h"

/* Calls each() for the lines of every project of a fiscal year at one stage, by project and line, with
 * their destination (normal form of model/destination.h, valid during the call): percents are of the line
 * (domain.md §4). */
bool destination_store_each(struct store *store, int fiscal_year, enum stage stage,
	enum basis basis,
	void (*each)(int64_t project_id, const char *destination, int64_t minutes, void *data),
	void *data, struct error *err);

#endif
