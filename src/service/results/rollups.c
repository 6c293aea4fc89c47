#include "config.h"

#include "service/results/rollups.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "rollup/destinations.h"
#include "rollup/fractions.h"
#include "rollup/tieout.h"
#include "service/project/excluding.h"
#include "service/results/headrooms.h"
#include "service/results/indicators.h"
#include "service/results/overlaps.h"
#include "service/results/programme.h"
#include "service/results/realisations.h"
#include "service/session/cache.h"
#include "service/session/prefetch.h"
#include "service/units/succeeding.h"
#include "store/destination_store.h"
#include "store/facts_store.h"

static bool cached(const struct session *session, int first, int last, const char *filter)
{
	const struct session_cache *cache = session->cache;

	return cache->has_facts && cache->facts_first == first && cache->facts_last == last &&
		cache->facts_rules == session->rules_year &&
		cache->facts_units == session->units_year && strcmp(cache->facts_filter, filter) == 0;
}

/* Facts in memory that others have changed are brought up to date, or else forgotten. */
static bool renew(struct session *session, struct error *err)
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

static void keep(struct session_cache *cache, const struct facts *facts, int first, int last,
	const char *filter)
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

/* They are of a moment ago: renew() looks whether anything has changed since. */
static void take_prefetched(struct session *session, int first, int last)
{
	struct session_cache *cache = session->cache;
	struct prefetch *prefetch = cache->prefetch;
	struct facts facts = {0};

	if (!prefetch || cache->has_facts || !prefetch_is_for(prefetch, first, last))
		return;
	cache->prefetch = NULL;
	if (!prefetch_take(prefetch, session->store, &facts))
		return;
	keep(cache, &facts, first, last, "");
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

const struct facts *rollups_facts(struct session *session, int fiscal_year, const char *filter,
	struct error *err)
{
	struct session_cache *cache = session->cache;
	const int first = fiscal_year ? fiscal_year - 1 : 0;
	struct filter parsed = {0};

	session_refresh(session);
	if (!filter)
		filter = "";
	take_prefetched(session, first, fiscal_year);
	if (!renew(session, err))
		return NULL;
	if (cached(session, first, fiscal_year, filter))
		return &cache->facts;
	if (!filter_parse(filter, &parsed, err))
		return NULL;
	struct facts facts = {0};
	int64_t excluded;
	const bool loaded = facts_store_load(session->store, first, fiscal_year,
				    parsed.terms.count ? &parsed : NULL, &facts, err) &&
		(!session->rules_year ||
			excluding_apply(session, session->rules_year, &facts, &excluded, err)) &&
		(!session->units_year ||
			succeeding_apply(session, session->units_year, &facts, err));
	filter_free(&parsed);
	if (!loaded) {
		facts_free(&facts);
		return NULL;
	}
	keep(cache, &facts, first, fiscal_year, filter);
	cache->facts_rules = session->rules_year;
	cache->facts_units = session->units_year;
	return &cache->facts;
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
	context->regrouped = session->units_year != 0;
	if (fiscal_year == 0 && !context->regrouped)
		return true;
	context->units = session_units(session,
		context->regrouped ? session->units_year : fiscal_year, err);
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
	bool fits = true;

	*expected = (struct tieout_expected){.has_minutes = true, .has_stages = true};
	for (size_t i = 0; i < facts->lines.count; i++) {
		const struct facts_lines *lines = &facts->lines.items[i];
		if (fiscal_year && lines->fiscal_year != fiscal_year)
			continue;
		for (int s = 0; s < STAGE_COUNT; s++)
			fits = fits && decimal_sum(expected->stages[s], lines->minutes[s][basis],
				&expected->stages[s]);
		fits = fits && decimal_sum(expected->projects, lines->projects,
			&expected->projects);
	}
	expected->minutes = expected->stages[stage];
	return fits || error_set(err, ERROR_DATA, _("The total is too large to be counted."));
}

/* What is shown is no result, but what would be. */
static void note_rules(int rules_year, struct table *table)
{
	char year[FISCAL_YEAR_TEXT];

	fiscal_year_format(rules_year, year);
	table_add_note(table, NOTE_OTHER,
		arena_printf(&table->arena,
			_("Trial: as if the exclusion rules of %s applied."), year),
		arena_printf(&table->arena, "rules=%d", rules_year));
}

/* What stands under a unit may have been done under another. */
static void note_units(int units_year, struct table *table)
{
	char year[FISCAL_YEAR_TEXT];

	fiscal_year_format(units_year, year);
	table_add_note(table, NOTE_OTHER,
		arena_printf(&table->arena,
			_("Units as of %s: earlier ones are counted under their successors."), year),
		arena_printf(&table->arena, "units=%d", units_year));
}

/* For a ready-made table: what it leaves out of the facts it was made from. */
static bool rollups_note_too_large(struct session *session, int fiscal_year, const char *filter,
	struct table *table, struct error *err)
{
	const struct facts *facts = rollups_facts(session, fiscal_year, filter, err);
	struct pivot_query query;

	if (!facts) {
		table_free(table);
		return false;
	}
	pivot_query_init(&query);
	query.fiscal_year = fiscal_year;
	pivot_note_too_large(facts, &query, table);
	return true;
}

/* A filtered or drilled table, or a trial of rules, has no independent source; it is cross-footed only. */
static bool tie_out(const struct session *session, const struct facts *facts, int fiscal_year,
	enum stage stage, enum basis basis, bool whole, struct table *table, struct error *err)
{
	struct tieout_expected expected = {.projects = -1};
	struct error difference;

	if (session->units_year)
		note_units(session->units_year, table);
	if (session->rules_year)
		note_rules(session->rules_year, table);
	else if (whole && !expect_whole(facts, fiscal_year, stage, basis, &expected, err))
		return false;
	/* A difference is no failure of this call: the table itself carries it. */
	if (!tieout_check(table, &expected, &difference))
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return true;
}

/* The same for a table that was asked for as a whole; on failure it is freed. */
static bool tie_out_choice(const struct session *session, const struct facts *facts,
	const struct rollups_choice *choice, int fiscal_year, struct table *table,
	struct error *err)
{
	if (tie_out(session, facts, fiscal_year, choice->stage, choice->basis,
		    !choice->filter || !*choice->filter, table, err))
		return true;
	table_free(table);
	return false;
}

static void query_of(const struct rollups_choice *choice, struct pivot_query *query)
{
	pivot_query_init(query);
	query->fiscal_year = choice->fiscal_year;
	query->stage = choice->stage;
	query->basis = choice->basis;
}

bool rollups_pivot(struct session *session, const struct pivot_query *query, const char *filter,
	struct table *table, struct error *err)
{
	struct pivot_context context;
	const struct facts *facts = rollups_facts(session, query->fiscal_year, filter, err);
	const bool whole = (!filter || !*filter) && !is_drilled(query);

	if (!facts || !rollups_context(session, query->fiscal_year, &context, err) ||
		!pivot_run(facts, query, &context, table, err))
		return false;
	pivot_note_too_large(facts, query, table);
	if (tie_out(session, facts, query->fiscal_year, query->stage, query->basis, whole, table,
		    err))
		return true;
	table_free(table);
	return false;
}

/* ---- named tables --------------------------------------------------------------------------- */

static bool make_overlaps(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct overlaps overlaps = {0};
	const bool made = overlaps_load(session, choice->fiscal_year, choice->filter, &overlaps,
				  err) && overlaps_table(session, &overlaps, table, err);

	overlaps_free(&overlaps);
	return made;
}

struct freed {
	VEC(struct destinations_line) lines;
};

static void take_line(int64_t project_id, const char *destination, int64_t minutes, void *data)
{
	struct freed *freed = data;
	struct destinations_line *line = vec_add(&freed->lines);

	*line = (struct destinations_line){.project_id = project_id, .minutes = minutes};
	/* What is stored has been read before; a text that another program spoilt says nothing. */
	if (!destination_parse(destination, &line->split, NULL))
		line->split = (struct destination_split){0};
}

static bool make_destinations(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct pivot_context context;
	struct pivot_query query;
	struct freed freed = {0};
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);

	query_of(choice, &query);
	const bool made = facts && rollups_context(session, choice->fiscal_year, &context, err) &&
		destination_store_each(session->store, choice->fiscal_year, choice->stage,
			choice->basis, take_line, &freed, err) &&
		destinations_run(facts, freed.lines.items, freed.lines.count, &query, choice->rows,
			&context, table, err);
	vec_free(&freed.lines);
	return made && tie_out_choice(session, facts, choice, choice->fiscal_year, table, err);
}

static bool make_fractions(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct pivot_context context;
	struct pivot_query query;
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);

	query_of(choice, &query);
	if (!facts || !rollups_context(session, choice->fiscal_year, &context, err) ||
		!fractions_run(facts, &query, &context,
			session_working_days(session, choice->fiscal_year), table, err))
		return false;
	return tie_out_choice(session, facts, choice, choice->fiscal_year, table, err);
}

/* Which facts a table is made from. */
enum facts_of { OF_YEAR, OF_ALL_YEARS, OF_NO_FIGURES /* it leaves no project out for its figures */ };

/* The named tables that are no pivots. */
static const struct {
	const char *id;
	bool (*make)(struct session *session, const struct rollups_choice *choice,
		struct table *table, struct error *err);
	enum facts_of facts_of;
} makers[] = {
	{"coverage", programme_coverage, OF_NO_FIGURES},
	{"destinations", make_destinations, OF_YEAR},
	{"fractions", make_fractions, OF_YEAR},
	{"headroom", headrooms_table, OF_YEAR},
	{"goal", indicators_goal_table, OF_ALL_YEARS},
	{"indicators", indicators_table, OF_YEAR},
	{"overlaps", make_overlaps, OF_YEAR},
	{"reminders", programme_reminders, OF_NO_FIGURES},
	{"review", programme_review, OF_YEAR},
	{"review-first-half", programme_review_first_half, OF_YEAR},
	{"review-second-half", programme_review_second_half, OF_YEAR},
	{"training", programme_training, OF_NO_FIGURES},
};

static bool make_pivot(struct session *session, const struct named_table *named,
	const struct rollups_choice *choice, struct table *table, struct error *err)
{
	struct pivot_context context;
	struct pivot_query query;

	/* A table over all years needs the facts of all. */
	named_query(named, choice->fiscal_year, choice->stage, choice->basis, &query);
	if (choice->rows >= 0)
		named_set_rows(&query, (enum dimension)choice->rows);
	const struct facts *facts =
		rollups_facts(session, query.fiscal_year, choice->filter, err);
	if (!facts || !rollups_context(session, choice->fiscal_year, &context, err) ||
		!named_run(named, facts, &query, &context, table, err))
		return false;
	pivot_note_too_large(facts, &query, table);
	return tie_out_choice(session, facts, choice, query.fiscal_year, table, err);
}

struct rollups_choice rollups_choice(int fiscal_year)
{
	return (struct rollups_choice){.fiscal_year = fiscal_year, .rows = -1, .step = -1};
}

static bool make_projects(struct session *session, const struct named_table *named,
	const struct rollups_choice *choice, struct table *table, struct error *err)
{
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);

	if (strcmp(named->id, "realisation") != 0)
		return error_set(err, ERROR_USAGE, _("The rows of the table “%s” are no projects."),
			_(named->title));
	if (!facts || !realisations_table(session, choice, table, err) ||
		!rollups_note_too_large(session, choice->fiscal_year, choice->filter, table, err))
		return false;
	return tie_out_choice(session, facts, choice, choice->fiscal_year, table, err);
}

bool rollups_table(struct session *session, const char *name, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	const struct named_table *named = named_find(name);

	if (!named)
		return error_set(err, ERROR_USAGE, _("There is no table '%s'."), name);
	if (choice->rows >= 0 && !named->any_rows)
		return error_set(err, ERROR_USAGE, _("The rows of the table “%s” are fixed."),
			_(named->title));
	if (choice->rows == ROLLUPS_PROJECTS)
		return make_projects(session, named, choice, table, err);
	if (named->query)
		return make_pivot(session, named, choice, table, err);
	for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
		if (strcmp(makers[i].id, name) == 0)
			return makers[i].make(session, choice, table, err) &&
				(makers[i].facts_of == OF_NO_FIGURES ||
				rollups_note_too_large(session, makers[i].facts_of == OF_ALL_YEARS ?
					0 : choice->fiscal_year, choice->filter, table, err));
	return error_set(err, ERROR_USAGE, _("There is no table '%s'."), name);
}

bool rollups_named(struct session *session, const char *name, int fiscal_year, enum stage stage,
	enum basis basis, const char *filter, struct table *table, struct error *err)
{
	struct rollups_choice choice = rollups_choice(fiscal_year);

	choice.stage = stage;
	choice.basis = basis;
	choice.filter = filter;
	return rollups_table(session, name, &choice, table, err);
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
	return indicators_goal(session, fiscal_year, &summary->target_minutes, err);
}
