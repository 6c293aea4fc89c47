#include "config.h"

#include "fit.h"

#include <stdio.h>
#include <stdlib.h>

#include "natural.h"

enum { MINUTE = 100, HOUR = 60, ROUNDS = 200000, CLOSE = 900, TOLERANCE = 3 };

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

void fit_hours(struct entries *entries, int type, int hours)
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
