/* programme - the tables of the programme's year: coverage board and rates, reminders, review sheets
 * (domain.md §6). Private to src/service/: rollups_table() makes them by name. */
#ifndef SERVICE_RESULTS_PROGRAMME_H
#define SERVICE_RESULTS_PROGRAMME_H

#include "service/results/rollups.h"

bool programme_coverage(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool programme_reminders(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool programme_review(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool programme_review_first_half(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool programme_review_second_half(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);

/* In training_table.c. */
bool programme_training(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);

#endif
