/* training_store - courses and attendance (domain.md §6). */
#ifndef STORE_TRAINING_STORE_H
#define STORE_TRAINING_STORE_H

#include "base/mem.h"
#include "base/vec.h"
#include "model/training.h"
#include "store/store.h"

struct course {
	const char *code;
	int fiscal_year;
	const char *name;
	enum training_form form;
	int64_t minutes;
	int64_t units;
	enum training_audience audience;
};
struct attendance {
	size_t course; /* index */
	const char *person_code;
	const char *attended_on; /* ISO date or "" */
};
/* Texts live in the arena. Zero-initialise. */
struct training {
	VEC(struct course) courses;        /* by year and code */
	VEC(struct attendance) attendance; /* by course, then person */
	struct arena arena;
};
bool training_store_load(struct store *store, struct training *training, struct error *err);
void training_store_free(struct training *training);

#endif
