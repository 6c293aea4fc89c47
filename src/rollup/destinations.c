#include "config.h"

#include "rollup/destinations.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"

/* The destinations and, last, lines that name none. */
enum { PARTS = DESTINATION_COUNT + 1, NOT_STATED = DESTINATION_COUNT };

struct sums {
	int64_t parts[PARTS];
	int64_t whole;
};

/* ---- projects by id ------------------------------------------------------------------------- */

struct place {
	int64_t id;
	size_t fact;
};

static int destinations_by_id(const void *left, const void *right)
{
	const struct place *const a = left, *const b = right;

	return (a->id > b->id) - (a->id < b->id);
}

/* ---- adding up ------------------------------------------------------------------------------ */

static bool destinations_add_line(struct sums *sums, const struct destinations_line *line)
{
	int64_t parts[DESTINATION_COUNT];
	bool fits = decimal_sum(sums->whole, line->minutes, &sums->whole);

	if (!destination_divide(&line->split, line->minutes, parts))
		return fits && decimal_sum(sums->parts[NOT_STATED], line->minutes,
			&sums->parts[NOT_STATED]);
	for (int d = 0; d < DESTINATION_COUNT; d++)
		fits = fits && decimal_sum(sums->parts[d], parts[d], &sums->parts[d]);
	return fits;
}

/* Sums by code of the row dimension, and of everything at [0] when there is none. */
static bool add_up(const struct facts *facts, const struct destinations_line *lines, size_t count,
	int fiscal_year, int rows, struct sums *sums, struct error *err)
{
	struct place *const places = xmalloc((facts->count + 1) * sizeof *places);
	size_t place_count = 0;
	char year[16];
	bool fits = true;

	/* The facts of the year that count, by project. */
	snprintf(year, sizeof year, "%d", fiscal_year);
	const uint16_t code = facts_find(facts, DIMENSION_FISCAL_YEAR, year);
	for (size_t f = 0; f < facts->count; f++)
		if (facts->flags[f] & FACT_COUNTED &&
			facts->codes[DIMENSION_FISCAL_YEAR][f] == code)
			places[place_count++] = (struct place){facts->project_id[f], f};
	qsort(places, place_count, sizeof *places, destinations_by_id);

	for (size_t l = 0; l < count && fits; l++) {
		const struct place wanted = {.id = lines[l].project_id};
		const struct place *const found =
			bsearch(&wanted, places, place_count, sizeof *places, destinations_by_id);

		if (found)
			fits = destinations_add_line(&sums[rows < 0 ? 0 :
				facts->codes[rows][found->fact]], &lines[l]);
	}
	free(places);
	return fits || error_set(err, ERROR_DATA,
		_("The figures are too large to add up; look for a project with an impossible "
		  "number of hours or yen"));
}

/* ---- one row per destination ---------------------------------------------------------------- */

static const char *part_id(int part)
{
	return part == NOT_STATED ? "none" : destination_id((enum destination)part);
}

static const char *part_label(int part)
{
	return part == NOT_STATED ? _("Not stated") : destination_label((enum destination)part);
}

static void describe(struct table *table, const struct pivot_query *query,
	const struct pivot_context *context)
{
	table->fiscal_year = query->fiscal_year;
	table->stage = query->stage;
	table->basis = query->basis;
	table->hours_per_person_year = context->hours_per_person_year;
	table->body = arena_strdup(&table->arena, context->body);
	table->has_figures = true;
}

static void add_part(struct table *table, enum row_kind kind, const char *id, const char *label,
	int64_t minutes, int64_t whole)
{
	struct table_row *const row = table_add_row(table, kind);

	table_set_text(table, row, 0, id);
	table_set_text(table, row, 1, label);
	table_set_number(table, row, 2, minutes);
	table_set_number(table, row, 3, minutes);
	if (whole > 0)
		table_set_number(table, row, 4,
			(int64_t)((2 * (__int128)minutes * 1000 + (minutes < 0 ? -whole : whole)) /
				(2 * (__int128)whole)));
}

static void fill_by_destination(const struct sums *sums, const struct pivot_query *query,
	const struct pivot_context *context, struct table *table)
{
	table_init(table, "destinations", _("Use of the freed time"));
	describe(table, query, context);
	table_add_column(table, "destination_code", _("Code"), COLUMN_CODE);
	table_add_column(table, "destination", _("Use of the freed time"), COLUMN_TEXT);
	table_add_column(table, "hours", _("Hours saved (hours)"), COLUMN_HOURS);
	table_add_column(table, "person_years", _("Person-years"), COLUMN_PERSON_YEARS);
	struct table_column *const share =
		table_add_column(table, "share", _("Share (%)"), COLUMN_PERCENT);
	share->additive = share->rounded = true;
	for (int part = 0; part < PARTS; part++)
		if (part != NOT_STATED || sums->parts[part])
			add_part(table, part == NOT_STATED ? ROW_UNCLASSIFIED : ROW_DATA,
				part_id(part), part_label(part), sums->parts[part], sums->whole);
	add_part(table, ROW_TOTAL, "total", _("Total"), sums->whole, sums->whole);
	table_note_rounding(table);
}

/* ---- one column per destination -------------------------------------------------------------- */

static bool copy_row(const struct table *pivot, const struct table_row *from, size_t first,
	const struct sums *sums, size_t codes, struct table *table)
{
	struct table_row *const row = table_add_row(table, from->kind);
	struct sums whole = {{0}, 0};
	bool fits = true;

	table_copy_row(table, row, from, pivot->columns.count, first, PARTS);
	for (size_t code = 0; code < codes; code++)
		for (int part = 0; from->key[0] < 0 && part < PARTS; part++)
			fits = fits && decimal_sum(whole.parts[part], sums[code].parts[part],
				&whole.parts[part]);
	const struct sums *const own = from->key[0] < 0 ? &whole : &sums[from->key[0]];
	for (int part = 0; part < PARTS; part++)
		table_set_number(table, row, first + (size_t)part, own->parts[part]);
	return fits;
}

static bool fill_by_rows(const struct facts *facts, const struct sums *sums,
	const struct pivot_query *query, const struct pivot_context *context, struct table *table,
	struct error *err)
{
	struct table pivot;
	bool fits = true;

	if (!pivot_run(facts, query, context, &pivot, err))
		return false;
	const size_t first = (size_t)table_column_index(&pivot, "hours");
	table_init(table, "destinations", _("Use of the freed time"));
	describe(table, query, context);

	/* The pivot's columns with the destinations before the first of its figures. */
	for (size_t c = 0; c < pivot.columns.count; c++) {
		for (int part = 0; c == first && part < PARTS; part++) {
			struct table_column *const column = table_add_column(table,
				arena_printf(&table->arena, "%s:hours", part_id(part)),
				part_label(part), COLUMN_HOURS);
			column->sums_across = true;
			column->group = part;
		}
		table_copy_column(table, &pivot.columns.items[c]);
	}

	for (size_t r = 0; r < pivot.rows.count; r++)
		fits = copy_row(&pivot, &pivot.rows.items[r], first, sums,
			facts->dictionary[query->rows[0]].entries.count, table) && fits;
	table_copy_notes(table, &pivot);
	table_note_rounding(table);
	table_free(&pivot);
	if (fits)
		return true;
	table_free(table);
	return error_set(err, ERROR_DATA, _("The total is too large to be counted."));
}

bool destinations_run(const struct facts *facts, const struct destinations_line *lines,
	size_t count, const struct pivot_query *asked, int rows,
	const struct pivot_context *context, struct table *table, struct error *err)
{
	assert(lines || count == 0);
	assert(rows >= -1 && rows < DIMENSION_COUNT);

	struct pivot_query query = *asked;
	struct sums *const sums = xcalloc(
		rows < 0 ? 1 : facts->dictionary[rows].entries.count + 1, sizeof *sums);
	bool done;

	if (rows == DIMENSION_ANY_TOOL || rows == DIMENSION_FISCAL_YEAR)
		done = error_set(err, ERROR_USAGE,
			_("The use of the freed time is told of one year, and by the primary tool "
			  "alone; choose other rows."));
	else
		done = add_up(facts, lines, count, query.fiscal_year, rows, sums, err);
	if (done && rows < 0) {
		struct pivot_left_out left_out;

		fill_by_destination(sums, &query, context, table);
		pivot_left_out(facts, &query, &left_out);
		pivot_note_left_out(&left_out, table);
		pivot_note_no_figure(facts, &query, 1u << query.stage, table);
	} else if (done) {
		query.rows[0] = (enum dimension)rows;
		query.row_count = 1;
		query.column = -1;
		query.measures[0] = MEASURE_HOURS;
		query.measures[1] = MEASURE_PERSON_YEARS;
		query.measure_count = 2;
		done = fill_by_rows(facts, sums, &query, context, table, err);
	}
	free(sums);
	return done;
}
