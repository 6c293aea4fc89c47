/* sections - heads, leaders, training and targets of the sections of a fiscal year, for tables. */
#ifndef SERVICE_RESULTS_SECTIONS_H
#define SERVICE_RESULTS_SECTIONS_H

#include "base/mem.h"
#include "base/vec.h"
#include "model/fiscal_year.h"
#include "rollup/section_record.h"
#include "service/session/session.h"

/* Texts live in the arena, or in the session's cache: valid until the session refreshes. */
struct sections {
	VEC(struct section_record) records; /* one per section of the year's tree, in its order */
	struct arena arena;
};

/* Zero-initialise. The target is that of the half; for the whole year, what both halves come to
 * where none is set for the year. */
bool sections_load(struct session *session, int fiscal_year, enum half half,
	struct sections *sections, struct error *err);
void sections_free(struct sections *sections);

#endif
