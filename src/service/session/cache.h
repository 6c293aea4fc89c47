/* cache - what a session keeps in memory between use cases; private to src/service/. */
#ifndef SERVICE_SESSION_CACHE_H
#define SERVICE_SESSION_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/facts.h"
#include "model/unit.h"
#include "model/year_terms.h"
#include "rollup/similar.h"
#include "store/unit_store.h"

struct prefetch;

struct session_cache {
	VEC(struct unit_tree *) trees; /* one a fiscal year; pointers stay valid while cached */
	struct people people;          /* people, grants and leaders of every year */
	bool open_house;               /* nobody has been given a role: everyone is admin */
	bool has_facts;
	bool facts_stale;              /* projects have changed since they were read */
	struct facts facts;
	int facts_rules, facts_units;  /* session.rules_year and units_year they were read with */
	int facts_first, facts_last;   /* fiscal years they cover */
	char *facts_filter;
	VEC(struct year_terms) terms;  /* of the years of the facts, as they were last asked for */
	struct prefetch *prefetch;     /* facts that are being read; NULL = none */
	struct similar_index *similar; /* of every project; NULL = not asked for yet */
	int64_t similar_change;        /* the change it is as of */
	int64_t seen_masters;          /* store_masters() when trees, people, catalogues were read */
	int64_t seen_change;           /* the last change these are as of */
};

#endif
