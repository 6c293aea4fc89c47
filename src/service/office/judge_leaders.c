/* judge_leaders - a section has one leader at a time; a new one takes over from one whose time is open. */
#include "config.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"
#include "store/office_whole.h"

/* The days a row leads: those of the year where they are not given. */
static bool leaders_days(const struct office_row *row, struct date *from, struct date *to,
	struct error *err)
{
	const int year = office_row_year(row, LEADER_YEAR);
	const char *const begins = row->cells[LEADER_FROM], *const ends = row->cells[LEADER_TO];

	*from = fiscal_year_first_day(year);
	*to = fiscal_year_last_day(year);
	return (!*begins || date_parse(begins, false, from, err)) && (!*ends || date_parse(ends, false, to, err));
}

/* Of the same section and year, and not the same row. */
static bool leaders_meet(const struct office_entry *one, const struct office_entry *other)
{
	return one != other && other->here &&
		strcmp(one->now.cells[LEADER_YEAR], other->now.cells[LEADER_YEAR]) == 0 &&
		strcmp(one->now.cells[LEADER_SECTION], other->now.cells[LEADER_SECTION]) == 0;
}

static bool leaders_complete(struct office_desk *desk, struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_leaders, err);
	struct date from, to, begun, ended;
	char text[11];

	if (!rows || !leaders_days(&entry->now, &from, &to, err))
		return false;
	date_format(from, text);
	entry->now.cells[LEADER_FROM] = arena_strdup(&desk->arena, text);
	for (size_t i = 0; i < rows->entries.count; i++) {
		struct office_entry *other = rows->entries.items[i];

		/* who was laid down with an open end is said to lead on */
		if (!leaders_meet(entry, other) || other->is_said || *other->now.cells[LEADER_TO] ||
			!leaders_days(&other->now, &begun, &ended, NULL) ||
			date_compare(begun, from) >= 0)
			continue;
		/* who is taken over from leads up to the day before */
		date_format(date_day_before(from), text);
		other->now.cells[LEADER_TO] = arena_strdup(&desk->arena, text);
	}
	return true;
}

static bool leaders_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_leaders, err);
	struct date from, to, begun, ended;

	if (!rows)
		return false;
	if (!entry->here)
		return true;
	if (!leaders_days(&entry->now, &from, &to, err))
		return false;
	const int year = office_row_year(&entry->now, LEADER_YEAR);
	if (fiscal_year_of(from) != year || fiscal_year_of(to) != year)
		return error_set(err, ERROR_DATA, _("The days must lie in the fiscal year."));
	if (date_compare(to, from) < 0)
		return error_set(err, ERROR_DATA, _("The last day comes before the first."));
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *other = rows->entries.items[i];

		if (leaders_meet(entry, other) && leaders_days(&other->now, &begun, &ended, NULL) &&
			date_compare(begun, to) <= 0 && date_compare(from, ended) <= 0)
			return office_whole_two_leaders(other->now.cells[LEADER_PERSON],
				other->now.cells[LEADER_FROM], err);
	}
	return true;
}

/* Whoever leads the section on the last day of the year. */
static bool leaders_go_on(const struct office_row *row, struct error *err)
{
	struct date from, to;

	return leaders_days(row, &from, &to, err) &&
		(date_compare(to, fiscal_year_last_day(office_row_year(row, LEADER_YEAR))) >= 0 ||
			error_set(err, ERROR_DATA, _("%s led the section until %s."), row->cells[LEADER_PERSON],
				row->cells[LEADER_TO]));
}

const struct office_judge judge_leaders = {.table = &office_leaders, .complete = leaders_complete,
	.check = leaders_check, .goes_on = leaders_go_on};
