/* section_store - what is kept of sections besides their projects: targets, and the training of those
 * who lead them (domain.md §6). */
#ifndef STORE_SECTION_STORE_H
#define STORE_SECTION_STORE_H

#include "base/mem.h"
#include "base/vec.h"
#include "model/fiscal_year.h"
#include "store/store.h"

struct section_target {
	int fiscal_year;
	enum half period; /* HALF_NONE = the whole year */
	const char *section_code;
	int64_t minutes;
};
/* Texts live in the arena. Zero-initialise. */
struct section_targets {
	VEC(struct section_target) items; /* by year, section, period */
	struct arena arena;
};
/* Of one fiscal year, 0 = of all. */
bool section_store_targets(struct store *store, int fiscal_year, struct section_targets *targets,
	struct error *err);
void section_store_targets_free(struct section_targets *targets);

/* Calls each() for everyone who attended a course of that fiscal year, with the units taken. */
bool section_store_training(struct store *store, int fiscal_year,
	void (*each)(const char *person_code, int64_t units, void *data), void *data,
	struct error *err);

#endif
