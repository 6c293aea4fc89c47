/* excluding - standard work is no project (domain.md §5): rules flag, the office confirms or clears. */
#ifndef SERVICE_PROJECT_EXCLUDING_H
#define SERVICE_PROJECT_EXCLUDING_H

#include "model/facts.h"
#include "model/rule.h"
#include "service/session/session.h"

/* Every rule of every year. Zero-initialise; rule_set_free() frees. */
bool excluding_rules(struct session *session, struct rule_set *rules, struct error *err);

/* The first rule of a fiscal year that matches the project; false when none does. */
bool excluding_match(const struct rule_set *rules, const struct project *project,
	int rules_year, struct rule_match *match);

/* Flags a project that is being saved, or takes the flag away with the words that made it. */
bool excluding_flag(struct session *session, struct project *project, struct error *err);

/* The office's word on projects, in one change: confirmed they never count, cleared they do;
 * EXCLUSION_FLAGGED asks again. What no rule has flagged can be confirmed only. */
bool excluding_decide(struct session *session, const int64_t *ids, size_t count,
	enum exclusion decision, struct error *err);

/* Judges facts anew by the rules of that year: what if next year's rules applied to this year? What they
 * exclude does not count, and what had been confirmed under another rule counts again. *excluded gets
 * how many do not count that did. */
bool excluding_apply(struct session *session, int rules_year, struct facts *facts,
	int64_t *excluded, struct error *err);

#endif
