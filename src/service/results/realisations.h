/* realisations - what came true of each project of a year. Private to src/service/. */
#ifndef SERVICE_RESULTS_REALISATIONS_H
#define SERVICE_RESULTS_REALISATIONS_H

#include "service/results/rollups.h"

/* The named table "realisation" with a row for each project that counts, by number; not tied out. */
bool realisations_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);

#endif
