/* ask - what a table is asked for: year, stage, basis and a filter, in words for the program and as a rule of
 * the audit's own. */
#ifndef AUDIT_ASK_H
#define AUDIT_ASK_H

#include "chance.h"
#include "world.h"

enum term_kind { TERM_TYPE, TERM_TOOL, TERM_ANY_TOOL, TERM_STATUS, TERM_SECTION, TERM_DEPARTMENT, TERM_TEAM,
	TERM_REPLICABLE, TERM_HOURS_AT_LEAST, TERM_COST_BELOW, TERM_KINDS,
	TERM_YEARS = TERM_KINDS /* only by ask_years() */ };
struct term {
	enum term_kind kind;
	bool negated;
	const char *value;
	int64_t number;
	int first, last; /* fiscal years */
};

struct ask {
	int fiscal_year; /* as given by --fy */
	bool all_years;  /* the table is of every year */
	enum stage stage;
	enum basis basis;
	LIST(struct term) terms;
	bool filtered;    /* a filter was given */
	int units_year;   /* the units are those of that year; 0 = of each project's own */
	int rules_year;   /* as if the rules of that year applied; 0 = as it was decided */
	int missing;      /* only teams that lack the n-th step, from 1; 0 = all. The table must take it. */
	int days;         /* also what falls due in so many days */
	const char *unit; /* code: only what lies in it; NULL = everything. The table must take it. */
	bool narrowed;    /* by the unit as by a filter */
};

/* A filter of up to three terms that have something to do with the world. */
void ask_filter(struct ask *ask, struct world *world, struct chance *chance);
/* Only these years, all of which the table then is of. */
void ask_years(struct ask *ask, struct world *world, int first, int last);
/* The same for the program; NULL for none. */
const char *ask_filter_text(const struct ask *ask, struct pool *pool);
bool ask_matches(const struct ask *ask, const struct project *project);
/* True for a project of the unit asked for, or of what lies in it. */
bool ask_in_unit(const struct ask *ask, const struct project *project);

#endif
