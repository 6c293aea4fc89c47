#include "config.h"

#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include "natural.h"
#include "plan.h"

enum { MINUTE = 100, HOUR = 60, STEPS_MAX = 8 };

/* ---- drawing ------------------------------------------------------------------------------------- */

static int periods_in_year(enum period period, int first_month)
{
	const int months = EFFECT_MONTHS - first_month;

	switch (period) {
	case PERIOD_DAY:
		return 20 * months;
	case PERIOD_WEEK:
		return 52 * months / EFFECT_MONTHS;
	case PERIOD_MONTH:
		return months;
	case PERIOD_YEAR:
	case PERIOD_COUNT:
		break;
	}
	return 1;
}

static const char *draw_destination(struct random *random)
{
	static const char *const splits[] = {"overtime:100", "overtime:60;residents:40",
		"residents:100", "overtime:50;planning:50", "new-work:100", "planning:100",
		"overtime:70;new-work:30", "residents:70;planning:30",
		"overtime:40;new-work:30;residents:30", "new-work:50;planning:50",
		"overtime:80;other:20", "other:100"};
	static const int weights[] = {30, 12, 16, 10, 9, 7, 6, 5, 3, 4, 2, 2, 0};

	return random_percent(random, 42) ? "" : splits[random_weighted(random, weights)];
}

static void draw_minutes(const struct step *step, struct random *random, struct effect *effect)
{
	if (step->added) {
		effect->after_minutes =
			natural_minutes(random_between(random, step->after.low, step->after.high)) *
			MINUTE;
		return;
	}
	const int64_t before =
		natural_minutes(random_between(random, step->before.low, step->before.high));
	int64_t after = natural_minutes(
		before * random_between(random, step->after.low, step->after.high) / 100);
	if (after >= before)
		after = before - 1;
	effect->before_minutes = before * MINUTE;
	effect->after_minutes = after * MINUTE;
	/* Some have measured it. */
	if (before <= 30 && random_percent(random, 12))
		effect->before_minutes += random_between(random, 1, 9) * MINUTE / 10;
	if (before <= 30 && after > 0 && random_percent(random, 10))
		effect->after_minutes += MINUTE / 2;
}

static void draw_cases(const struct step *step, int size, struct random *random,
	struct effect *effect)
{
	if (step->seasonal) {
		effect->kind = EFFECT_MONTHLY;
		effect->first_month = EFFECT_MONTHS - effect->periods_in_year;
		for (int month = 0; month < EFFECT_MONTHS; month++) {
			const int cases = step->season[month] * size / 100;
			effect->monthly_cases[month] =
				cases ? cases + random_between(random, 0, 1 + cases / 8) : 0;
		}
		return;
	}
	const int64_t cases = natural_cases(
		(int64_t)random_between(random, step->cases.low, step->cases.high) * size / 100);
	effect->before_cases = step->added ? 0 : cases;
	effect->after_cases = cases;
	/* Now and then the work itself becomes less. */
	if (!step->added && cases >= 10 && random_percent(random, 8))
		effect->after_cases = natural_cases(cases * 4 / 5);
}

/* Teams that know only the hours of the year. */
static void enter_directly(struct effect *effect, struct random *random)
{
	struct saving saving;

	if (!effect_compute(effect, &saving, NULL) || saving.minutes[BASIS_IN_YEAR] < 3 * HOUR)
		return;
	effect->kind = EFFECT_DIRECT;
	effect->direct_in_year = saving.minutes[BASIS_IN_YEAR] / HOUR * HOUR;
	effect->direct_full_year = saving.minutes[BASIS_FULL_YEAR] / HOUR * HOUR;
	if (random_percent(random, 25))
		effect->direct_in_year += 15 * random_between(random, 1, 3);
	if (random_percent(random, 40))
		effect->direct_full_year = effect->direct_in_year;
}

static void draw_line(struct entry *entry, const struct step *step, int size,
	struct random *random)
{
	struct effect *effect = vec_add(&entry->lines);

	*effect = effect_new((int)entry->lines.count, STAGE_ESTIMATE, step->period,
		EFFECT_WORKING_DAYS_DEFAULT);
	effect->label = step->label;
	effect->periods_in_year = periods_in_year(step->period, entry->first_month);
	effect->destination = draw_destination(random);
	draw_minutes(step, random, effect);
	draw_cases(step, size, random, effect);
}

/* The steps that the entry can have, those written for just its object or tool first; returns how
 * many, *fitting how many of the latter. */
static size_t collect_steps(const struct entry *entry, const struct step **steps, size_t *fitting)
{
	const char *const about[] = {entry->object, entry->title, entry->way->tool, NULL};
	size_t count = 0;

	*fitting = 0;
	for (size_t i = 0; i < entry->topic->steps.count && count < STEPS_MAX; i++) {
		const struct step *step = &entry->topic->steps.items[i];
		if (!words_apply(step->when, about))
			continue;
		steps[count++] = step;
		if (step->when[0] != '[' || step->when[1] == '!')
			continue;
		memmove(steps + *fitting + 1, steps + *fitting,
			(count - 1 - *fitting) * sizeof *steps);
		steps[(*fitting)++] = step;
	}
	return count;
}

static void draw_entry(struct entry *entry, struct random *random)
{
	static const int sizes[] = {30, 45, 60, 80, 100, 130, 180, 260, 420};
	static const int size_weights[] = {14, 16, 18, 16, 14, 10, 7, 4, 1, 0};
	static const int count_weights[] = {60, 30, 10, 0};
	const struct step *steps[STEPS_MAX];
	size_t fitting;
	const size_t count = collect_steps(entry, steps, &fitting);
	const int size = sizes[random_weighted(random, size_weights)];
	size_t wanted = (size_t)random_weighted(random, count_weights) + 1;
	size_t first = fitting || random_percent(random, 75) ? 0
							     : (size_t)random_below(random, count);

	if (steps[first]->added)
		first = 0;
	if (wanted > count)
		wanted = count;
	/* The smallest problem types have a few hours each; the very last needs lines to fit. */
	if (entry->type >= PROBLEM_TYPES - 1)
		wanted = 1;
	for (size_t i = 0; i < wanted; i++)
		draw_line(entry, steps[(first + i) % count], size, random);
	if (wanted == 1 && entry->type < PROBLEM_TYPES && random_percent(random, 30))
		enter_directly(&entry->lines.items[0], random);
}

void figures_draw(struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->items[i];
		struct random random = random_stream("figures",
			(unsigned)(entry->fiscal_year * 1000) + (unsigned)i);
		if (!entry->written)
			draw_entry(entry, &random);
		else
			for (size_t l = 0; l < entry->written->lines.count; l++)
				*vec_add(&entry->lines) = entry->written->lines.items[l];
		entry->line_count = entry->lines.count;
	}
}

/* ---- forecast and actual --------------------------------------------------------------------------- */

static int64_t vary(int64_t value, struct random *random, int low, int high)
{
	return value * random_between(random, low, high) / 100;
}

/* As it turned out: other numbers of cases, seldom quite as quick as hoped. */
static struct effect come_true(const struct effect *estimate, enum stage stage,
	struct random *random)
{
	struct effect line = *estimate;

	line.stage = stage;
	if (random_percent(random, 20))
		return line;
	if (line.kind == EFFECT_DIRECT) {
		line.direct_in_year = vary(line.direct_in_year, random, 70, 115) / HOUR * HOUR;
		line.direct_full_year = vary(line.direct_full_year, random, 70, 115) / HOUR * HOUR;
		if (line.direct_full_year < line.direct_in_year)
			line.direct_full_year = line.direct_in_year;
		return line;
	}
	if (line.after_minutes > 0)
		line.after_minutes =
			natural_minutes(vary(line.after_minutes, random, 90, 125) / MINUTE) *
			MINUTE;
	for (int month = 0; month < EFFECT_MONTHS; month++)
		line.monthly_cases[month] = vary(line.monthly_cases[month], random, 85, 112);
	const bool same = line.before_cases == line.after_cases;
	line.after_cases = vary(line.after_cases, random, 82, 112);
	if (line.after_cases == 0)
		line.after_cases = estimate->after_cases;
	if (same)
		line.before_cases = line.after_cases;
	return line;
}

static void add_stage(struct entry *entry, enum stage stage, struct random *random)
{
	for (size_t i = 0; i < entry->line_count; i++) {
		const struct effect line = come_true(&entry->lines.items[i], stage, random);
		*vec_add(&entry->lines) = line;
	}
}

void figures_add_later_stages(struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->items[i];
		struct random random = random_stream("later stages",
			(unsigned)(entry->fiscal_year * 1000) + (unsigned)i);
		const bool reported =
			entry->status == STATUS_REPORTED || entry->status == STATUS_COMPLETED;
		if (reported)
			add_stage(entry, STAGE_FORECAST, &random);
		if (entry->status == STATUS_COMPLETED ||
			(entry->status == STATUS_REPORTED && random_percent(&random, 8)))
			add_stage(entry, STAGE_ACTUAL, &random);
	}
}
