#include "config.h"

#include "service/rollups.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "rollup/tieout.h"
#include "service/cache.h"
#include "store/facts_store.h"

static bool cached(const struct session_cache *cache, int first, int last, const char *filter)
{
	return cache->has_facts && cache->facts_first == first && cache->facts_last == last &&
		strcmp(cache->facts_filter, filter) == 0;
}

const struct facts *rollups_facts(struct session *session, int fiscal_year, const char *filter,
	struct error *err)
{
	struct session_cache *cache = session->cache;
	const int first = fiscal_year ? fiscal_year - 1 : 0;
	struct filter parsed = {0};

	session_refresh(session);
	if (!filter)
		filter = "";
	if (cached(cache, first, fiscal_year, filter))
		return &cache->facts;
	if (!filter_parse(filter, &parsed, err))
		return NULL;
	struct facts facts = {0};
	const bool loaded = facts_store_load(session->store, first, fiscal_year,
		parsed.terms.count ? &parsed : NULL, &facts, err);
	filter_free(&parsed);
	if (!loaded)
		return NULL;
	if (cache->has_facts)
		facts_free(&cache->facts);
	free(cache->facts_filter);
	cache->facts = facts;
	cache->facts_filter = xstrdup(filter);
	cache->facts_first = first;
	cache->facts_last = fiscal_year;
	cache->has_facts = true;
	return &cache->facts;
}

static bool make_context(struct session *session, int fiscal_year, struct pivot_context *context,
	struct error *err)
{
	int64_t rate = 0;

	*context = (struct pivot_context){
		.hours_per_person_year = session_hours_per_person_year(session,
			fiscal_year ? fiscal_year : session->fiscal_year),
		.body = session->body.name,
	};
	if (store_param_int(session->store, "hourly_rate_yen", fiscal_year, &rate))
		context->hourly_rate = rate;
	if (fiscal_year == 0)
		return true;
	context->units = session_units(session, fiscal_year, err);
	return context->units != NULL;
}

static bool is_drilled(const struct pivot_query *query)
{
	for (int d = 0; d < DIMENSION_COUNT; d++)
		if (query->drill[d] >= 0)
			return true;
	return false;
}

/* The independent source: the stored effect lines of the year or of all years, summed apart from
 * what the projects hold. */
static bool expect_whole(const struct facts *facts, int fiscal_year, enum stage stage,
	enum basis basis, struct tieout_expected *expected, struct error *err)
{
	*expected = (struct tieout_expected){.has_minutes = true};
	for (size_t i = 0; i < facts->lines.count; i++) {
		const struct facts_lines *lines = &facts->lines.items[i];
		if (fiscal_year && lines->fiscal_year != fiscal_year)
			continue;
		if (!decimal_sum(expected->minutes, lines->minutes[stage][basis],
			    &expected->minutes) ||
			!decimal_sum(expected->projects, lines->projects, &expected->projects))
			return error_set(err, ERROR_DATA,
				_("The total is too large to be counted."));
	}
	return true;
}

/* A filtered or drilled table has no independent source; it is cross-footed only. */
static bool tie_out(const struct facts *facts, int fiscal_year,
	enum stage stage, enum basis basis, bool whole, struct table *table, struct error *err)
{
	struct tieout_expected expected = {.projects = -1};
	struct error difference;

	if (whole && !expect_whole(facts, fiscal_year, stage, basis, &expected, err))
		return false;
	/* A difference is no failure of this call: the table itself carries it. */
	if (!tieout_check(table, &expected, &difference))
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return true;
}

bool rollups_pivot(struct session *session, const struct pivot_query *query, const char *filter,
	struct table *table, struct error *err)
{
	struct pivot_context context;
	const struct facts *facts = rollups_facts(session, query->fiscal_year, filter, err);
	const bool whole = (!filter || !*filter) && !is_drilled(query);

	if (!facts || !make_context(session, query->fiscal_year, &context, err) ||
		!pivot_run(facts, query, &context, table, err))
		return false;
	if (tie_out(facts, query->fiscal_year, query->stage, query->basis, whole, table,
		    err))
		return true;
	table_free(table);
	return false;
}

bool rollups_named(struct session *session, const char *name, int fiscal_year, enum stage stage,
	enum basis basis, const char *filter, struct table *table, struct error *err)
{
	const struct named_table *named = named_find(name);
	struct pivot_context context;
	struct pivot_query query;

	if (!named)
		return error_set(err, ERROR_USAGE, _("There is no table '%s'."), name);
	/* A table over all years needs the facts of all. */
	named_query(named, fiscal_year, stage, basis, &query);
	const struct facts *facts = rollups_facts(session, query.fiscal_year, filter, err);
	if (!facts || !make_context(session, fiscal_year, &context, err) ||
		!named_run(named, facts, fiscal_year, stage, basis, &context, table, err))
		return false;
	if (tie_out(facts, query.fiscal_year, stage, basis, !filter || !*filter, table,
		    err))
		return true;
	table_free(table);
	return false;
}

bool rollups_summary(struct session *session, int fiscal_year, struct rollups_summary *summary,
	struct error *err)
{
	const struct facts *facts = rollups_facts(session, fiscal_year, NULL, err);
	const struct unit_tree *units = facts ? session_units(session, fiscal_year, err) : NULL;

	if (!units)
		return false;
	*summary = (struct rollups_summary){.teams = (int64_t)unit_tree_count(units, UNIT_TEAM, -1)};
	const struct dictionary *years = &facts->dictionary[DIMENSION_FISCAL_YEAR];
	bool *seen = xcalloc(facts->dictionary[DIMENSION_TEAM].entries.count, sizeof *seen);
	for (size_t i = 0; i < facts->count; i++) {
		if (!(facts->flags[i] & FACT_COUNTED))
			continue;
		const uint16_t code = facts->codes[DIMENSION_FISCAL_YEAR][i];
		const int64_t minutes = facts->minutes[STAGE_ESTIMATE][BASIS_IN_YEAR][i];
		if (strtol(years->entries.items[code].code, NULL, 10) != fiscal_year) {
			summary->projects_before++;
			summary->minutes_before += minutes;
			continue;
		}
		const uint16_t team = facts->codes[DIMENSION_TEAM][i];
		summary->projects++;
		summary->minutes += minutes;
		summary->teams_with_project += team && !seen[team];
		seen[team] = true;
	}
	free(seen);
	int64_t target;
	if (store_param_int(session->store, "target_hours", fiscal_year, &target))
		summary->target_minutes = target * 60;
	return true;
}
