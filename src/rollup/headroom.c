#include "config.h"

#include "rollup/headroom.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "rollup/note_names.h"

enum { NUMBER, TITLE, SECTION, LINE, COVERED, ALL, RATE, MINUTES, FULL, MORE, MORE_YEARS };

static void headroom_add_columns(struct table *table)
{
	table_add_column(table, "number", _("Number"), COLUMN_TEXT);
	table_add_column(table, "title", _("Title"), COLUMN_TEXT);
	table_add_column(table, "section", _("Section"), COLUMN_TEXT);
	table_add_column(table, "line", _("Work step"), COLUMN_TEXT);
	/* cases of different work are no sum of anything */
	table_add_column(table, "covered_cases", _("Cases covered"), COLUMN_COUNT_OF)->additive =
		false;
	table_add_column(table, "unit_cases", _("of cases a year"), COLUMN_COUNT_OF)->additive =
		false;
	struct table_column *rate =
		table_add_column(table, "coverage", _("Covered (%)"), COLUMN_PERCENT);
	rate->additive = false;
	rate->rounded = true;
	table_add_column(table, "hours", _("Hours now"), COLUMN_HOURS);
	table_add_column(table, "hours_full_use", _("Hours by full use"), COLUMN_HOURS);
	table_add_column(table, "hours_more", _("More (hours)"), COLUMN_HOURS);
	table_add_column(table, "person_years_more", _("More (person-years)"),
		COLUMN_PERSON_YEARS);
}

static void set_hours(struct table *table, struct table_row *row, int64_t minutes, int64_t full)
{
	table_set_number(table, row, MINUTES, minutes);
	table_set_number(table, row, FULL, full);
	table_set_number(table, row, MORE, full - minutes);
	table_set_number(table, row, MORE_YEARS, full - minutes);
}

static int by_gain(const void *left, const void *right)
{
	const struct headroom_line *const *const a = left, *const *const b = right;
	const int64_t gain_a = (*a)->headroom.full - (*a)->headroom.minutes;
	const int64_t gain_b = (*b)->headroom.full - (*b)->headroom.minutes;

	if (gain_a != gain_b)
		return gain_a > gain_b ? -1 : 1;
	const int order = strcmp((*a)->number, (*b)->number);
	/* lines of one project lie in their order */
	return order ? order : (*a < *b ? -1 : *a > *b);
}

/* The total, of hours alone. */
static bool headroom_add_total(struct table *table, const struct headroom_line *lines, size_t count)
{
	int64_t minutes = 0, full = 0, more;

	for (size_t l = 0; l < count; l++)
		if (lines[l].lack == HEADROOM_KNOWN &&
			(!decimal_sum(minutes, lines[l].headroom.minutes, &minutes) ||
				!decimal_sum(full, lines[l].headroom.full, &full)))
			return false;
	if (__builtin_sub_overflow(full, minutes, &more))
		return false;
	struct table_row *row = table_add_row(table, ROW_TOTAL);
	table_set_text(table, row, NUMBER, _("Total"));
	set_hours(table, row, minutes, full);
	return true;
}

/* Names the lines that are no rows for that reason. */
static bool headroom_name(const struct headroom_line *lines, size_t count, enum headroom_lack lack,
	struct note_names *names)
{
	for (size_t l = 0; l < count; l++) {
		char name[FISCAL_YEAR_TEXT + 16];

		if (lines[l].lack != lack)
			continue;
		snprintf(name, sizeof name, "%s/%d", lines[l].number, lines[l].line);
		note_names_add(names, name, name);
	}
	return note_names_end(names);
}

static void headroom_note_lacks(const struct headroom_line *lines, size_t count,
	struct table *table)
{
	struct note_names no_cases = {0}, too_large = {0};

	if (headroom_name(lines, count, HEADROOM_NO_CASES, &no_cases))
		table_add_note(table, NOTE_LEFT_OUT,
			arena_printf(&table->arena,
				/* numbers of projects, each with a slash and the number of a line */
				_("Not in the table, because their own cases are 0 or nobody counts "
				  "them: %s (project/line)."), strbuf_text(&no_cases.text)),
			arena_printf(&table->arena, "left-out:no-cases=%s",
				strbuf_text(&no_cases.machine)));
	if (headroom_name(lines, count, HEADROOM_TOO_LARGE, &too_large))
		table_add_note(table, NOTE_LEFT_OUT,
			arena_printf(&table->arena,
				/* numbers of projects, each with a slash and the number of a line */
				_("Not in the table, because full use would come to more than "
				  "1,000,000,000 hours a year: %s (project/line). Please check the "
				  "cases."), strbuf_text(&too_large.text)),
			arena_printf(&table->arena, "left-out:full-use-too-large=%s",
				strbuf_text(&too_large.machine)));
	note_names_free(&no_cases);
	note_names_free(&too_large);
}

bool headroom_table(const struct headroom_line *lines, size_t count, int fiscal_year,
	enum stage stage, int hours_per_person_year, const char *body, struct table *table,
	struct error *err)
{
	assert(lines || count == 0);

	const struct headroom_line **const order = xmalloc((count + 1) * sizeof *order);
	size_t rows = 0;

	table_init(table, "headroom", _("Room for wider use"));
	table->fiscal_year = fiscal_year;
	table->stage = stage;
	table->basis = BASIS_FULL_YEAR;
	table->hours_per_person_year = hours_per_person_year;
	table->has_figures = true;
	table->body = arena_strdup(&table->arena, body);
	headroom_add_columns(table);
	for (size_t l = 0; l < count; l++)
		if (lines[l].lack == HEADROOM_KNOWN)
			order[rows++] = &lines[l];
	qsort(order, rows, sizeof *order, by_gain);
	for (size_t l = 0; l < rows; l++) {
		const struct headroom_line *const line = order[l];
		const __int128 covered = line->headroom.covered, all = line->headroom.all;
		struct table_row *const row = table_add_row(table, ROW_DATA);

		row->key[0] = line->project_id;
		table_set_text(table, row, NUMBER, line->number);
		table_set_text(table, row, TITLE, line->title);
		table_set_text(table, row, SECTION, line->section);
		table_set_text(table, row, LINE, line->label);
		table_set_number(table, row, COVERED, line->headroom.covered);
		table_set_number(table, row, ALL, line->headroom.all);
		table_set_number(table, row, RATE,
			(int64_t)((2 * covered * 1000 + all) / (2 * all)));
		set_hours(table, row, line->headroom.minutes, line->headroom.full);
	}
	free(order);
	if (!headroom_add_total(table, lines, count)) {
		table_free(table);
		return error_set(err, ERROR_DATA, _("The total is too large to be counted."));
	}
	headroom_note_lacks(lines, count, table);
	table_note_rounding(table);
	return true;
}
