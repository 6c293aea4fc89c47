#include "config.h"

#include "service/results/indicators.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strmap.h"
#include "model/filter_year.h"
#include "rollup/goal.h"
#include "service/results/training_roll.h"
#include "service/session/cache.h"
#include "store/indicator_store.h"
#include "store/training_store.h"

/* ---- the years there are --------------------------------------------------------------------- */

struct span {
	int first, last; /* 0 = no year at all */
};

static void indicators_widen(struct span *span, int fiscal_year)
{
	if (fiscal_year <= 0)
		return;
	if (!span->first || fiscal_year < span->first)
		span->first = fiscal_year;
	if (fiscal_year > span->last)
		span->last = fiscal_year;
}

static struct span years_of(const struct facts *facts)
{
	const struct dictionary *years = &facts->dictionary[DIMENSION_FISCAL_YEAR];
	struct span span = {0};

	for (size_t i = 1; i < years->entries.count; i++)
		indicators_widen(&span, (int)strtol(years->entries.items[i].code, NULL, 10));
	return span;
}

/* ---- computed values ------------------------------------------------------------------------- */

static bool indicators_compute_hours(struct session *session, struct indicator *indicator,
	struct error *err)
{
	const struct facts *facts = rollups_facts(session, 0, NULL, err);
	const struct span span = facts ? years_of(facts) : (struct span){0};

	if (!span.first)
		return facts != NULL;
	const size_t count = (size_t)(span.last - span.first + 1);
	struct goal_year *years = xcalloc(count, sizeof *years);
	bool done = goal_read(facts, STAGE_ESTIMATE, BASIS_IN_YEAR, NULL, span.first, span.last, years, err);
	for (size_t y = 0; done && y < count; y++) {
		int64_t thousandths;

		/* whole hours, as every table of them says */
		if (years[y].projects && decimal_multiply(decimal_divide_half_up(years[y].flow, 60),
						 1000, &thousandths))
			indicator_set_value(indicator, years[y].fiscal_year, 0, thousandths);
	}
	free(years);
	return done;
}

static bool indicators_compute_leaders(struct session *session, struct indicator *indicator,
	struct error *err)
{
	struct training training = {0};
	struct span span = {0};
	const bool loaded = training_store_load(session->store, &training, err);

	for (size_t i = 0; loaded && i < training.courses.count; i++)
		indicators_widen(&span, training.courses.items[i].fiscal_year);
	for (int year = span.first; loaded && span.first && year <= span.last; year++) {
		struct strmap trained = {0};

		const size_t yearly = training_roll_trained(&session->cache->people, &training, year, &trained);
		const size_t count = indicator->computed == INDICATOR_LEADERS_TRAINED ? trained.count : yearly;

		indicator_set_value(indicator, year, 0, (int64_t)count * INDICATOR_ONE);
		strmap_free(&trained);
	}
	training_store_free(&training);
	return loaded;
}

static bool (*const indicators_compute[INDICATOR_COMPUTED_COUNT])(struct session *session,
	struct indicator *indicator, struct error *err) = {
	[INDICATOR_HOURS_SAVED] = indicators_compute_hours,
	[INDICATOR_LEADERS_TRAINED] = indicators_compute_leaders,
	[INDICATOR_LEADERS_TRAINED_YEARLY] = indicators_compute_leaders,
};

bool indicators_load(struct session *session, struct indicator_register *indicators,
	struct error *err)
{
	if (!indicator_store_load(session->store, indicators, err))
		return false;
	for (size_t i = 0; i < indicators->indicators.count; i++) {
		struct indicator *indicator = &indicators->indicators.items[i];

		if (indicators_compute[indicator->computed] &&
			!indicators_compute[indicator->computed](session, indicator, err))
			return false;
	}
	return true;
}

/* ---- the goal -------------------------------------------------------------------------------- */

static const struct indicator *hours_saved(const struct indicator_register *indicators)
{
	for (size_t i = 0; i < indicators->indicators.count; i++)
		if (indicators->indicators.items[i].computed == INDICATOR_HOURS_SAVED)
			return &indicators->indicators.items[i];
	return NULL;
}

bool indicators_goal(struct session *session, int fiscal_year, int64_t *minutes, struct error *err)
{
	struct indicator_register indicators = {0};
	int64_t target;

	*minutes = 0;
	const bool loaded = indicator_store_load(session->store, &indicators, err);
	const struct indicator *indicator = loaded ? hours_saved(&indicators) : NULL;
	const struct indicator_target *goal =
		indicator ? indicator_target_for(indicator, fiscal_year) : NULL;
	if (goal && decimal_multiply(goal->target, 60, &target))
		*minutes = decimal_divide_half_up(target, INDICATOR_ONE);
	indicator_register_free(&indicators);
	return loaded;
}

/* Up to the year asked for: stock goes on where nothing new has come yet. */
bool indicators_goal_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct indicator_register indicators = {0};
	struct filter parsed = {0};
	const struct facts *facts = rollups_facts(session, 0, choice->filter, err);
	struct span span = facts ? years_of(facts) : (struct span){0};

	indicators_widen(&span, choice->fiscal_year);
	if (!span.first)
		indicators_widen(&span, session->fiscal_year);

	const size_t count = (size_t)(span.last - span.first + 1);
	struct goal_year *years = xcalloc(count, sizeof *years);
	struct year_terms *terms = xcalloc(count, sizeof *terms);
	size_t kept = 0;
	const bool read = facts && indicator_store_load(session->store, &indicators, err) &&
		filter_parse(choice->filter ? choice->filter : "", &parsed, err) &&
		goal_read(facts, choice->stage, choice->basis, NULL, span.first, span.last, years,
			err);

	for (size_t y = 0; read && y < count; y++) {
		const int year = years[y].fiscal_year;

		if (!filter_passes_year(&parsed, year))
			continue;
		years[kept] = years[y];
		terms[kept++] = (struct year_terms){year,
			session_hours_per_person_year(session, year), 0};
	}
	if (read)
		goal_table(years, terms, kept, choice->stage, choice->basis,
			hours_saved(&indicators), session->body.name, table);
	filter_drop_years(&parsed);
	if (read && parsed.terms.count > 0 && hours_saved(&indicators))
		table_add_note(table, NOTE_OTHER,
			_("The target is that of the whole; attainment is what this part adds to it."),
			"target-of-the-whole");
	free(terms);
	free(years);
	filter_free(&parsed);
	indicator_register_free(&indicators);
	return read;
}
