#include "config.h"

#include "figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

enum { MINUTE = 100, HOUR = 60, ROUNDS = 200000, CLOSE = 900, TOLERANCE = 3,
	STEPS_MAX = 8 };

int64_t entry_minutes(const struct entry *entry, enum basis basis)
{
	int64_t sum = 0;

	for (size_t i = 0; i < entry->line_count; i++) {
		struct saving saving;
		if (effect_compute(&entry->lines.items[i], &saving, NULL))
			sum += saving.minutes[basis];
	}
	return sum;
}

/* ---- numbers as people would write them --------------------------------------------------------- */

/* Minutes a case: small ones as they are, larger ones in fives and tens. */
static int64_t natural_minutes(int64_t minutes)
{
	if (minutes <= 12)
		return minutes;
	return minutes <= 60 ? (minutes + 2) / 5 * 5 : (minutes + 5) / 10 * 10;
}

static int64_t natural_cases(int64_t cases)
{
	if (cases < 1)
		return 1;
	if (cases <= 40)
		return cases;
	return cases <= 200 ? (cases + 2) / 5 * 5 : (cases + 5) / 10 * 10;
}

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

/* ---- drawing ------------------------------------------------------------------------------------- */

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

/* ---- fitting ------------------------------------------------------------------------------------- */

struct adjustable {
	struct effect *line;
	const struct entry *entry;
};
typedef VEC(struct adjustable) adjustables;

static int64_t sum_of(const struct entries *entries, int type)
{
	int64_t sum = 0;

	for (size_t i = 0; i < entries->count; i++)
		if (type == 0 || entries->items[i].type == type)
			sum += entry_minutes(&entries->items[i], BASIS_IN_YEAR);
	return sum;
}

static void collect(struct entries *entries, int type, adjustables *lines)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->items[i];
		if (entry->written || (type && entry->type != type))
			continue;
		for (size_t l = 0; l < entry->line_count; l++)
			*vec_add(lines) = (struct adjustable){&entry->lines.items[l], entry};
	}
}

/* What comes every month and is rare is said by the year. */
static void say_by_the_year(struct effect *line)
{
	line->before_cases *= line->periods_in_year;
	line->after_cases *= line->periods_in_year;
	line->period = PERIOD_YEAR;
	line->periods_in_year = line->periods_full_year = 1;
}

static void scale_cases(struct effect *line, int64_t numerator, int64_t denominator)
{
	const bool same = line->before_cases == line->after_cases;
	const bool added = line->before_cases == 0;

	if (line->period != PERIOD_YEAR && line->after_cases * numerator / denominator < 1)
		say_by_the_year(line);
	line->after_cases = natural_cases(
		(line->after_cases * numerator + denominator / 2) / denominator);
	if (added)
		return;
	line->before_cases = same ? line->after_cases
				  : natural_cases(line->before_cases * numerator / denominator);
	if (line->before_cases < line->after_cases)
		line->before_cases = line->after_cases;
}

static int64_t scale_hours(int64_t minutes, int64_t numerator, int64_t denominator)
{
	const int64_t scaled = minutes * numerator / denominator;
	const int64_t grain = minutes % HOUR ? 15 : HOUR;

	return scaled < HOUR ? HOUR : scaled / grain * grain;
}

/* Nobody registers a project for minutes a year. */
static void keep_an_hour(struct effect *line)
{
	struct saving saving;

	while (effect_compute(line, &saving, NULL) && saving.minutes[BASIS_IN_YEAR] >= 0 &&
		saving.minutes[BASIS_IN_YEAR] < HOUR && line->after_cases < HOUR) {
		line->after_cases++;
		line->before_cases++;
	}
}

static void scale(struct effect *line, int64_t numerator, int64_t denominator)
{
	switch (line->kind) {
	case EFFECT_PER_PERIOD:
		scale_cases(line, numerator, denominator);
		keep_an_hour(line);
		break;
	case EFFECT_MONTHLY:
		for (int month = 0; month < EFFECT_MONTHS; month++)
			line->monthly_cases[month] =
				(line->monthly_cases[month] * numerator + denominator / 2) /
				denominator;
		break;
	case EFFECT_DIRECT:
		line->direct_in_year = scale_hours(line->direct_in_year, numerator, denominator);
		line->direct_full_year =
			scale_hours(line->direct_full_year, numerator, denominator);
		if (line->direct_full_year < line->direct_in_year)
			line->direct_full_year = line->direct_in_year;
		break;
	}
}

/* One case more or less here and there, as long as that brings the sum nearer. */
static void nudge(struct entries *entries, int type, const adjustables *lines, int64_t target,
	int64_t near, struct random *random)
{
	int64_t off = sum_of(entries, type) - target;

	for (int round = 0; round < ROUNDS && llabs(off) > near; round++) {
		struct effect *line =
			lines->items[random_below(random, lines->count)].line;
		const int64_t grain = line->after_cases <= 40 ? 1 : line->after_cases < 200 ? 5 : 10;
		const int64_t step = off > 0 ? -grain : grain;
		struct saving before, after;
		if (line->kind != EFFECT_PER_PERIOD || line->before_cases != line->after_cases ||
			line->after_cases + step < 1 || !effect_compute(line, &before, NULL))
			continue;
		struct effect tried = *line;
		tried.before_cases = tried.after_cases += step;
		if (!effect_compute(&tried, &after, NULL) || after.minutes[BASIS_IN_YEAR] < HOUR)
			continue;
		const int64_t then = off + after.minutes[BASIS_IN_YEAR] -
			before.minutes[BASIS_IN_YEAR];
		if (llabs(then) >= llabs(off))
			continue;
		*line = tried;
		off = then;
	}
}

/* Minutes and cases near those of the line that save exactly so many minutes in the year. */
static bool close_with(struct effect *line, int64_t minutes)
{
	const int64_t before = line->before_minutes / MINUTE;
	const int64_t cases = line->after_cases;

	if (line->kind != EFFECT_PER_PERIOD || line->before_cases != cases ||
		line->before_minutes % MINUTE || minutes < HOUR ||
		minutes % line->periods_in_year)
		return false;
	const int64_t saved = minutes / line->periods_in_year;
	for (int64_t change = 0; change <= cases / 2; change++)
		for (int64_t sign = -1; sign <= 1; sign += 2) {
			const int64_t tried = cases + sign * change;
			const int64_t each = tried > 0 && saved % tried == 0 ? saved / tried : 0;
			if (each <= 0 || each >= before || natural_minutes(before - each) !=
				before - each || natural_cases(tried) != tried)
				continue;
			line->before_cases = line->after_cases = tried;
			line->after_minutes = (before - each) * MINUTE;
			return true;
		}
	return false;
}

static bool close_rest(struct entries *entries, int type, const adjustables *lines, int64_t target)
{
	const int64_t off = sum_of(entries, type) - target;

	for (int64_t give = 0; give <= TOLERANCE; give++)
		for (size_t i = 0; i < lines->count; i++) {
			struct effect *line = lines->items[i].line;
			struct saving saving;
			if (llabs(off) <= TOLERANCE)
				return true;
			if (effect_compute(line, &saving, NULL) &&
				(close_with(line, saving.minutes[BASIS_IN_YEAR] - off + give) ||
				 close_with(line, saving.minutes[BASIS_IN_YEAR] - off - give)))
				return true;
		}
	return false;
}

void figures_fit(struct entries *entries, int type, int hours)
{
	const int64_t target = (int64_t)hours * HOUR;
	struct random random = random_stream("fit", (unsigned)type);
	adjustables lines = {0};
	int64_t fixed = 0;

	collect(entries, type, &lines);
	for (size_t i = 0; i < entries->count; i++)
		if (entries->items[i].written && (type == 0 || entries->items[i].type == type))
			fixed += entry_minutes(&entries->items[i], BASIS_IN_YEAR);
	for (int round = 0; round < 4; round++) {
		const int64_t free = sum_of(entries, type) - fixed;
		for (size_t i = 0; i < lines.count; i++)
			scale(lines.items[i].line, target - fixed, free);
	}
	bool closed = false;
	for (int64_t near = CLOSE; !closed && near > 0; near -= 20) {
		nudge(entries, type, &lines, target, near, &random);
		closed = close_rest(entries, type, &lines, target);
	}
	if (!closed) {
		fprintf(stderr, "type %d cannot be brought to %d hours: %lld minutes\n", type,
			hours, (long long)sum_of(entries, type));
		exit(EXIT_FAILURE);
	}
	vec_free(&lines);
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
