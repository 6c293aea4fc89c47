#include "config.h"

#include "service/results/rollups_facts.h"

#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

#include "model/filter.h"
#include "model/filter_year.h"
#include "service/project/excluding.h"
#include "service/results/rollups_span.h"
#include "service/session/cache.h"
#include "service/session/prefetch.h"
#include "service/units/succeeding.h"
#include "store/facts_store.h"

/* Facts in memory that others have changed are brought up to date, or else forgotten. */
static bool rollups_renew(struct session *session, struct error *err)
{
	struct session_cache *cache = session->cache;
	bool refreshed = false;

	if (!cache->facts_stale)
		return true;
	if (cache->has_facts && !*cache->facts_filter && !cache->facts_rules &&
		!cache->facts_units &&
		!facts_store_refresh(session->store, cache->facts_first, cache->facts_last,
			&cache->facts, &refreshed, err))
		return false;
	if (cache->has_facts && !refreshed) {
		facts_free(&cache->facts);
		cache->has_facts = false;
	}
	cache->facts_stale = false;
	return true;
}

static void rollups_keep(struct session_cache *cache, const struct facts *facts, int first,
	int last, const char *filter)
{
	if (cache->has_facts)
		facts_free(&cache->facts);
	char *copy = xstrdup(filter); /* it may be the one in the cache */
	free(cache->facts_filter);
	cache->facts = *facts;
	cache->facts_filter = copy;
	cache->facts_first = first;
	cache->facts_last = last;
	cache->has_facts = true;
}

/* They are of a moment ago: rollups_renew() looks whether anything has changed since. */
static void rollups_take_prefetched(struct session *session, int first, int last)
{
	struct session_cache *cache = session->cache;
	struct prefetch *prefetch = cache->prefetch;
	struct facts facts = {0};

	if (!prefetch || cache->has_facts || !prefetch_is_for(prefetch, first, last))
		return;
	cache->prefetch = NULL;
	if (!prefetch_take(prefetch, session->store, &facts))
		return;
	rollups_keep(cache, &facts, first, last, "");
	cache->facts_rules = cache->facts_units = 0;
	cache->facts_stale = facts.change != store_last_change(session->store);
}

void rollups_prefetch(struct session *session, int fiscal_year)
{
	struct session_cache *cache = session->cache;

	if (!cache->prefetch && !cache->has_facts && fiscal_year)
		cache->prefetch = prefetch_start(session->store, fiscal_year - 1, fiscal_year);
}

bool rollups_ready(struct session *session, int wait_ms)
{
	return !session->cache->prefetch || prefetch_ready(session->cache->prefetch, wait_ms);
}

/* Which years a filter passes that have a project which counts hangs on all of their projects; by the rules of
 * a trial, too. */
static bool rollups_try_years(struct session *session, int first, int last, const struct filter *filter,
	struct facts *facts, struct error *err)
{
	struct facts all = {0};
	int64_t excluded;
	const bool tried = facts_store_load(session->store, first, last, NULL, &all, err) &&
		excluding_apply(session, session->rules_year, &all, &excluded, err);

	if (tried) {
		const struct dictionary *const years = &all.dictionary[DIMENSION_FISCAL_YEAR];
		bool *const counts = xcalloc(years->entries.count, sizeof *counts);

		for (size_t f = 0; f < all.count; f++)
			counts[all.codes[DIMENSION_FISCAL_YEAR][f]] |= (all.flags[f] & FACT_COUNTED) != 0;
		facts->counted_years.count = 0;
		for (size_t y = 0; y < years->entries.count; y++) {
			const int year = (int)strtol(years->entries.items[y].code, NULL, 10);

			if (counts[y] && filter_passes_year(filter, year))
				*vec_add(&facts->counted_years) = year;
		}
		free(counts);
	}
	facts_free(&all);
	return tried;
}

const struct facts *rollups_facts(struct session *session, int fiscal_year, const char *filter,
	struct error *err)
{
	struct session_cache *cache = session->cache;
	struct rollups_span span;
	struct filter parsed = {0};
	struct facts facts = {0};
	int64_t excluded;

	session_refresh(session);
	if (!rollups_span_read(fiscal_year, filter, &span, err))
		return NULL;

	const int first = span.fiscal_year ? span.fiscal_year - 1 : 0;

	rollups_take_prefetched(session, first, span.fiscal_year);

	bool ready = rollups_renew(session, err);
	const bool cached = cache->has_facts && cache->facts_first == first &&
		cache->facts_last == span.fiscal_year &&
		cache->facts_rules == session->rules_year &&
		cache->facts_units == session->units_year &&
		strcmp(cache->facts_filter, span.filter) == 0;

	if (ready && !cached) {
		ready = filter_parse(span.filter, &parsed, err) &&
			facts_store_load(session->store, first, span.fiscal_year,
				parsed.terms.count ? &parsed : NULL, &facts, err) &&
			(!session->rules_year || excluding_apply(session, session->rules_year,
				&facts, &excluded, err)) &&
			(!session->rules_year || !parsed.terms.count || rollups_try_years(session,
				first, span.fiscal_year, &parsed, &facts, err)) &&
			(!session->units_year || succeeding_apply(session, session->units_year,
				&facts, err));
		filter_free(&parsed);
		if (ready) {
			rollups_keep(cache, &facts, first, span.fiscal_year, span.filter);
			cache->facts_rules = session->rules_year;
			cache->facts_units = session->units_year;
		} else {
			facts_free(&facts);
		}
	}
	rollups_span_free(&span);
	return ready ? &cache->facts : NULL;
}

bool rollups_context(struct session *session, int fiscal_year, struct pivot_context *context,
	struct error *err)
{
	*context = (struct pivot_context){
		.hours_per_person_year = session_hours_per_person_year(session,
			fiscal_year ? fiscal_year : session->fiscal_year),
		.hourly_rate = session_hourly_rate(session, fiscal_year),
		.body = session->body.name,
	};

	/* A body may change H or the rate from year to year. */
	struct session_cache *cache = session->cache;
	const struct dictionary *years = &cache->facts.dictionary[DIMENSION_FISCAL_YEAR];

	vec_free(&cache->terms);
	for (size_t i = 1; cache->has_facts && i < years->entries.count; i++) {
		const int year = (int)strtol(years->entries.items[i].code, NULL, 10);

		*vec_add(&cache->terms) = (struct year_terms){year,
			session_hours_per_person_year(session, year),
			session_hourly_rate(session, year)};
	}
	context->years = cache->terms.items;
	context->year_count = cache->terms.count;
	context->regrouped = session->units_year != 0;
	if (fiscal_year == 0 && !context->regrouped)
		return true;
	context->below = -1;
	context->units = session_units(session,
		context->regrouped ? session->units_year : fiscal_year, err);
	return context->units != NULL;
}

bool rollups_unit(struct session *session, int fiscal_year, const char *unit, int *node,
	struct error *err)
{
	static const enum unit_kind kinds[] = {UNIT_DEPARTMENT, UNIT_SECTION, UNIT_TEAM};
	const struct unit_tree *units = session_units(session, fiscal_year, err);

	*node = -1;
	if (!units || !unit || !*unit)
		return units != NULL;
	*node = unit_tree_find(units, unit);
	for (size_t i = 0; *node < 0 && i < sizeof kinds / sizeof kinds[0]; i++)
		*node = unit_tree_resolve(units, kinds[i], NULL, NULL, unit, NULL);
	return *node >= 0 || error_set(err, ERROR_USAGE,
		_("There is no unit “%s” in that fiscal year; give its code or its whole name."),
		unit);
}
