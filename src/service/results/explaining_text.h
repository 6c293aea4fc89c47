/* explaining_text - the sentences of an explanation: totals, formulas of lines. Private to src/service/. */
#ifndef SERVICE_RESULTS_EXPLAINING_TEXT_H
#define SERVICE_RESULTS_EXPLAINING_TEXT_H

#include "base/strbuf.h"
#include "model/project.h"
#include "model/year_terms.h"

/* Two blanks for each level. */
void explaining_indent(struct strbuf *out, int depth);
/* "16,688 min = 278 h = 0.1 person-years" */
void explaining_total(struct strbuf *out, int64_t minutes, int hours_per_person_year);
/* The same of minutes of several years, one figure each, at each year's own H. */
void explaining_total_of_years(struct strbuf *out, const struct year_terms *years, size_t count,
	const int64_t *minutes);
/* "(1 person-year = 1,860 hours)"; of several years: "(1 person-year = R6 1,860 / R7 1,000 hours)" */
void explaining_person_year(struct strbuf *out, int hours_per_person_year);
void explaining_person_years(struct strbuf *out, const struct year_terms *years, size_t count);
/* "R7-0042 Requests by form" */
void explaining_number(struct strbuf *out, int fiscal_year, int number, const char *title);
/* Which lines of a project are told. */
struct explaining_only {
	const char *label; /* those of that label; NULL = all */
	int destination;   /* those with a part that goes there (enum destination), with their percent;
	                    * DESTINATION_COUNT = those that name none; -1 = all */
};
extern const struct explaining_only explaining_all;
/* Each line of a stage with its formula in one basis, a line of text each. */
void explaining_lines(struct strbuf *out, const struct project *project, enum stage stage,
	enum basis basis, const struct explaining_only *only, int depth);

#endif
