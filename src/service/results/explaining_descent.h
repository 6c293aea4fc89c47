/* explaining_descent - from a sum down to lines: by the levels asked for, then by project, each level
 * summing to the one above. Private to src/service/. */
#ifndef SERVICE_RESULTS_EXPLAINING_DESCENT_H
#define SERVICE_RESULTS_EXPLAINING_DESCENT_H

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/facts.h"
#include "service/results/explaining_text.h"
#include "service/session/session.h"

enum { DESCENT_LEVELS = 4 };

struct descent_row {
	size_t fact;
	int64_t minutes; /* what of the project counts here */
	uint16_t codes[DESCENT_LEVELS];
};

struct descent {
	struct session *session;
	const struct facts *facts; /* borrowed */
	enum dimension levels[DESCENT_LEVELS];
	int level_count;
	enum stage stage;
	enum basis basis;
	int depth; /* of the first level on the page */
	const struct explaining_only *only; /* which lines are told; NULL = all */
	VEC(struct descent_row) rows;
	struct strbuf *out;
};

/* Takes a project in; levels must be set. */
void descent_add(struct descent *descent, size_t fact, int64_t minutes);
/* Appends what the projects taken in come to, at the H of their years: "16,688 min = 278 h = …". False,
 * with an error, where it does not fit. */
bool descent_write_total(const struct descent *descent, struct error *err);
/* What a person-year is in each of their years; the H of `fiscal_year` where there is none. */
void descent_write_person_years(const struct descent *descent, int fiscal_year);
/* Appends the levels, projects and lines. */
bool descent_write(struct descent *descent, struct error *err);
/* The same under a heading with the sum, one level above the first. */
bool descent_chapter(struct descent *descent, const char *heading, struct error *err);
/* The rows. */
void descent_free(struct descent *descent);

#endif
