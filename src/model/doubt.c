#include "config.h"

#include "model/doubt.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

enum { CASE_MINUTES_MAX = DOUBT_CASE_HOURS * 60 * 100 /* hundredths of a minute */ };

/* What a line saves; 0 where it cannot be computed. */
static int64_t doubt_minutes(const struct effect *effect, enum basis basis)
{
	struct saving saving;

	return effect_compute(effect, &saving, NULL) ? saving.minutes[basis] : 0;
}

static bool doubt_of_after_cases(const struct effect *effect, const struct doubt_context *context)
{
	(void)context;
	return effect->kind == EFFECT_PER_PERIOD && effect->after_minutes > 0 &&
		effect->before_cases > 0 && effect->after_cases == 0;
}

static bool doubt_of_no_cases(const struct effect *effect, const struct doubt_context *context)
{
	int64_t any = effect->before_cases | effect->after_cases;

	(void)context;
	if (effect->kind == EFFECT_DIRECT || effect->stage == STAGE_ACTUAL)
		return false;
	if (effect->kind == EFFECT_PER_PERIOD)
		return !any;
	any = 0;
	for (int month = 0; month < EFFECT_MONTHS; month++)
		any |= effect->monthly_cases[month];
	return !any;
}

static bool doubt_of_long_case(const struct effect *effect, const struct doubt_context *context)
{
	(void)context;
	return effect->kind != EFFECT_DIRECT && (effect->before_minutes > CASE_MINUTES_MAX ||
		effect->after_minutes > CASE_MINUTES_MAX);
}

static bool doubt_of_person_year(const struct effect *effect, const struct doubt_context *context)
{
	return context->team_minutes[effect->stage] > INT64_C(60) * context->hours_per_person_year &&
		doubt_minutes(effect, context->basis) > 0;
}

static bool doubt_of_actual(const struct effect *effect, const struct doubt_context *context)
{
	const int64_t actual = doubt_minutes(effect, context->basis);

	if (effect->stage != STAGE_ACTUAL || actual <= 0)
		return false;
	for (size_t i = 0; i < context->count; i++) {
		const struct effect *const other = &context->lines[i];

		if (other->line == effect->line && other->stage == STAGE_ESTIMATE)
			return actual > DOUBT_TIMES * doubt_minutes(other, context->basis);
	}
	return false;
}

/* Two lines name the same work when their work steps are the same (text_key) and they are of one
 * stage. Lines without one name nothing. */
static bool doubt_of_same_work(const struct effect *effect, const struct doubt_context *context)
{
	char *const step = text_key(effect->label ? effect->label : "");
	bool same = false;

	for (size_t i = 0; i < context->count && *step && !same; i++) {
		const struct effect *const other = &context->lines[i];

		if (other->line == effect->line || other->stage != effect->stage || !other->label)
			continue;
		char *const other_step = text_key(other->label);

		same = strcmp(step, other_step) == 0;
		free(other_step);
	}
	free(step);
	return same;
}

const struct doubt_info doubt_kinds[DOUBT_COUNT] = {
	[DOUBT_AFTER_CASES] = {"after-cases",
		N_("it takes minutes afterwards, but there are 0 cases after"), .asked = true,
		.holds = doubt_of_after_cases, .field = EFFECT_FIELD_AFTER_CASES},
	[DOUBT_NO_CASES] = {"no-cases", N_("there are 0 cases before and after"), .asked = true,
		.holds = doubt_of_no_cases, .field = EFFECT_FIELD_BEFORE_CASES},
	[DOUBT_LONG_CASE] = {"long-case", N_("a case takes more than 8 hours"),
		.holds = doubt_of_long_case, .field = EFFECT_FIELD_BEFORE_MINUTES},
	[DOUBT_PERSON_YEAR] = {"person-year", N_("the team saves more than one person-year"),
		.holds = doubt_of_person_year, .field = EFFECT_FIELD_DIRECT_HOURS},
	[DOUBT_ACTUAL] = {"actual", N_("the actual is more than three times the estimate"),
		.holds = doubt_of_actual, .field = EFFECT_FIELD_DIRECT_HOURS},
	[DOUBT_SAME_WORK] = {"same-work", N_("another line of the team names the same work"),
		.holds = doubt_of_same_work, .field = EFFECT_FIELD_LABEL},
};

struct doubt_context doubt_context_of(const struct project *project, int hours_per_person_year)
{
	struct doubt_context context = {.lines = project->effects.items,
		.count = project->effects.count, .basis = BASIS_IN_YEAR,
		.hours_per_person_year = hours_per_person_year};

	for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
		context.team_minutes[stage] = project->minutes[stage][BASIS_IN_YEAR];
	return context;
}

doubts doubt_find(const struct effect *effect, const struct doubt_context *context)
{
	doubts found = 0;

	assert(context->basis < BASIS_COUNT && context->hours_per_person_year > 0);
	for (int doubt = 0; doubt < DOUBT_COUNT; doubt++)
		if (doubt_kinds[doubt].holds(effect, context))
			found |= DOUBT_BIT(doubt);
	return found;
}

doubts doubt_asked(doubts found)
{
	doubts asked = 0;

	for (int doubt = 0; doubt < DOUBT_COUNT; doubt++)
		if (doubt_kinds[doubt].asked)
			asked |= DOUBT_BIT(doubt);
	return found & asked;
}

void doubt_add_words(doubts found, struct strbuf *out)
{
	bool begun = false;

	for (int doubt = 0; doubt < DOUBT_COUNT; doubt++) {
		if (!(found & DOUBT_BIT(doubt)))
			continue;
		strbuf_addf(out, "%s%s", begun ? _(", ") : "", _(doubt_kinds[doubt].words));
		begun = true;
	}
}
