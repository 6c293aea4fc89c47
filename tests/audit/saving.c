#include "saving.h"

#include <stdlib.h>

enum { APRIL = 4, MONTHS = 12 };

static void saving_cases(const struct line *line, int64_t cases[MONTHS])
{
	const char *at = line->months;

	for (int m = 0; m < MONTHS; m++) {
		char *end;

		cases[m] = strtoll(at, &end, 10);
		at = end + (*end != '\0');
	}
}

/* Of one period: the exact difference, floored to whole minutes. */
static wide saving_once(const struct line *line, int64_t before, int64_t after)
{
	return exact_floor((wide)line->before_minutes * before - (wide)line->after_minutes * after, 100);
}

/* What the work of one period took before, floored likewise. */
static wide saving_work(const struct line *line, int64_t cases)
{
	return exact_floor((wide)line->before_minutes * cases, 100);
}

/* Periods in the year: what was typed, else what the months of operation give. */
static int64_t saving_periods(const struct line *line, int months)
{
	if (line->typed)
		return line->in_year;
	if (same(line->period, "month"))
		return months;
	if (same(line->period, "year"))
		return months > 0;
	return (int64_t)exact_round((wide)line->full_year * months, MONTHS);
}

/* Months count back from March; those before operation begins are never in effect. */
static void saving_of_months(struct line *line, int months)
{
	const int64_t in_effect = line->typed && line->in_year < months ? line->in_year : months;
	int64_t cases[MONTHS];

	saving_cases(line, cases);
	for (int m = 0; m < MONTHS; m++) {
		const wide saved = saving_once(line, cases[m], cases[m]);

		line->covered += cases[m];
		line->saved[FULL_YEAR] += saved;
		line->before[FULL_YEAR] += saving_work(line, cases[m]);
		if (m < MONTHS - in_effect)
			continue;
		line->saved[IN_YEAR] += saved;
		line->before[IN_YEAR] += saving_work(line, cases[m]);
	}
}

void saving_of_line(struct line *line, int months)
{
	line->saved[IN_YEAR] = line->saved[FULL_YEAR] = line->covered = 0;
	line->before[IN_YEAR] = line->before[FULL_YEAR] = 0;
	line->no_cases = !line->before_cases && !line->after_cases;
	if (same(line->kind, "direct")) {
		line->saved[IN_YEAR] = line->direct[IN_YEAR];
		line->saved[FULL_YEAR] = line->direct[FULL_YEAR];
		line->before[IN_YEAR] = line->direct_before[IN_YEAR];
		line->before[FULL_YEAR] = line->direct_before[FULL_YEAR];
	} else if (same(line->kind, "monthly")) {
		saving_of_months(line, months);
		line->no_cases = line->covered == 0;
	} else {
		const wide saved = saving_once(line, line->before_cases, line->after_cases);

		line->saved[IN_YEAR] = saved * saving_periods(line, months);
		line->saved[FULL_YEAR] = saved * line->full_year;
		line->before[IN_YEAR] = saving_work(line, line->before_cases) * saving_periods(line, months);
		line->before[FULL_YEAR] = saving_work(line, line->before_cases) * line->full_year;
		line->covered = (wide)(line->before_cases ? line->before_cases : line->after_cases) *
			line->full_year;
	}
}

static bool saving_fits(wide minutes)
{
	return minutes >= -SAVING_MAX && minutes <= SAVING_MAX;
}

/* Months since the April of a fiscal year of a date; 0 for an earlier one, 12 for a later one. */
static int saving_month_of(const char *date, int fiscal_year)
{
	const int year = atoi(date), month = atoi(date + 5);
	const int since = (year - fiscal_year) * MONTHS + month - APRIL;

	return since < 0 ? 0 : since > MONTHS ? MONTHS : since;
}

int saving_months_in_operation(const struct project *project)
{
	return *project->operating_from ?
		MONTHS - saving_month_of(project->operating_from, project->fiscal_year) : MONTHS;
}

void saving_judge(struct project *project)
{
	const bool stands = project->status != DRAFT && project->status != RETURNED &&
		project->status != CANCELLED && !same(project->exclusion, "confirmed");

	project->counts = stands && !project->impossible;
	project->too_large = stands && project->impossible;
}

void saving_of_project(struct project *project)
{
	const char *const start = *project->operating_from ? project->operating_from : project->started_on;

	for (size_t l = 0; l < project->lines.count; l++) {
		const struct line *const line = &project->lines.items[l];

		project->has[line->stage] = true;
		for (int b = 0; b < BASES; b++) {
			wide *const before = &project->before[line->stage][b];

			*before = *before < 0 || line->before[b] < 0 ? -1 : *before + line->before[b];
			project->minutes[line->stage][b] += line->saved[b];
			project->impossible |= !saving_fits(line->saved[b]);
		}
	}
	for (int s = 0; s < STAGES; s++)
		for (int b = 0; b < BASES && !project->has[s]; b++)
			project->before[s][b] = -1;
	for (int s = 0; s < STAGES; s++)
		for (int b = 0; b < BASES; b++)
			project->impossible |= !saving_fits(project->minutes[s][b]) ||
				!saving_fits(project->before[s][b]);
	saving_judge(project);
	project->start = *start ? saving_month_of(start, project->fiscal_year) : -1;
}
