#include "config.h"

#include "service/results/explaining_descent.h"

#include <assert.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "store/project_store.h"

void descent_add(struct descent *descent, size_t fact, int64_t minutes)
{
	struct descent_row *row = vec_add(&descent->rows);

	assert(descent->level_count <= DESCENT_LEVELS);
	row->fact = fact;
	row->minutes = minutes;
	for (int level = 0; level < descent->level_count; level++)
		row->codes[level] = descent->facts->codes[descent->levels[level]][fact];
}

void descent_free(struct descent *descent)
{
	vec_free(&descent->rows);
}

/* The minutes of some rows, year by year. */
struct descent_years {
	VEC(struct year_terms) terms;
	VEC(int64_t) minutes;
};

static bool descent_add_up(const struct descent *descent, size_t start, size_t end,
	struct descent_years *sums)
{
	const struct dictionary *years = &descent->facts->dictionary[DIMENSION_FISCAL_YEAR];
	int64_t *minutes = xcalloc(years->entries.count, sizeof *minutes), sum = 0;
	bool *counts = xcalloc(years->entries.count, sizeof *counts), fits = true;

	for (size_t i = start; i < end && fits; i++) {
		const struct descent_row *row = &descent->rows.items[i];
		const uint16_t code = descent->facts->codes[DIMENSION_FISCAL_YEAR][row->fact];

		counts[code] = true;
		fits = decimal_sum(sum, row->minutes, &sum) &&
			decimal_sum(minutes[code], row->minutes, &minutes[code]);
	}
	/* in the order of the dictionary, which is that of time */
	for (size_t code = 0; code < years->entries.count; code++) {
		const int year = (int)strtol(years->entries.items[code].code, NULL, 10);

		if (!counts[code])
			continue;
		*vec_add(&sums->terms) = (struct year_terms){year,
			session_hours_per_person_year(descent->session, year), 0};
		*vec_add(&sums->minutes) = minutes[code];
	}
	free(minutes);
	free(counts);
	return fits;
}

static void descent_years_free(struct descent_years *sums)
{
	vec_free(&sums->terms);
	vec_free(&sums->minutes);
}

static bool descent_write_sum(const struct descent *descent, size_t start, size_t end,
	struct error *err)
{
	struct descent_years sums = {0};
	bool fits = descent_add_up(descent, start, end, &sums) ||
		error_set(err, ERROR_DATA, _("The total is too large to be counted."));

	fits = fits && (year_terms_reckon(sums.terms.items, sums.terms.count) ||
		error_set(err, ERROR_DATA,
			_("The hours per person-year of these fiscal years differ too much to be "
			  "added up exactly; choose fewer years.")));
	if (fits)
		explaining_total_of_years(descent->out, sums.terms.items, sums.terms.count,
			sums.minutes.items);
	descent_years_free(&sums);
	return fits;
}

bool descent_write_total(const struct descent *descent, struct error *err)
{
	return descent_write_sum(descent, 0, descent->rows.count, err);
}

void descent_write_person_years(const struct descent *descent, int fiscal_year)
{
	struct descent_years sums = {0};

	descent_add_up(descent, 0, descent->rows.count, &sums);
	if (sums.terms.count == 0)
		*vec_add(&sums.terms) = (struct year_terms){fiscal_year,
			session_hours_per_person_year(descent->session, fiscal_year), 0};
	explaining_person_years(descent->out, sums.terms.items, sums.terms.count);
	descent_years_free(&sums);
}

/* Code 0 (未分類, なし) comes last, as in the tables. */
static int descent_rank(uint16_t code)
{
	return code ? code : UINT16_MAX + 1;
}

static int descent_compare(const void *a, const void *b)
{
	const struct descent_row *left = a, *right = b;

	for (int level = 0; level < DESCENT_LEVELS; level++)
		if (left->codes[level] != right->codes[level])
			return descent_rank(left->codes[level]) < descent_rank(right->codes[level]) ?
				-1 : 1;
	return left->fact < right->fact ? -1 : left->fact > right->fact;
}

static bool descent_write_project(const struct descent *descent, const struct descent_row *row,
	struct error *err)
{
	const int depth = descent->depth + descent->level_count;
	struct project project;

	project_init(&project);
	const enum project_find found = project_store_by_id(descent->session->store,
		descent->facts->project_id[row->fact], &project, err);
	if (found == PROJECT_FOUND) {
		explaining_indent(descent->out, depth);
		explaining_number(descent->out, project.fiscal_year, project.number, project.title);
		strbuf_add_text(descent->out, _(": "));
		explaining_total(descent->out, row->minutes, session_hours_per_person_year(
			descent->session, project.fiscal_year));
		strbuf_add_char(descent->out, '\n');
		explaining_lines(descent->out, &project, descent->stage, descent->basis,
			descent->only ? descent->only : &explaining_all, depth + 1);
	}
	project_free(&project);
	return found != PROJECT_FAILED;
}

static bool descent_write_level(const struct descent *descent, int level, size_t start, size_t end,
	struct error *err)
{
	const struct descent_row *const rows = descent->rows.items;

	for (size_t next; start < end; start = next) {
		if (level == descent->level_count) {
			next = start + 1;
			if (!descent_write_project(descent, &rows[start], err))
				return false;
			continue;
		}
		const uint16_t code = rows[start].codes[level];
		for (next = start; next < end && rows[next].codes[level] == code; next++)
			;
		explaining_indent(descent->out, descent->depth + level);
		strbuf_addf(descent->out, ngettext("%s (%zu project): ", "%s (%zu projects): ",
			next - start), descent->facts->dictionary[descent->levels[level]]
			.entries.items[code].name, next - start);
		if (!descent_write_sum(descent, start, next, err))
			return false;
		strbuf_add_char(descent->out, '\n');
		if (!descent_write_level(descent, level + 1, start, next, err))
			return false;
	}
	return true;
}

bool descent_write(struct descent *descent, struct error *err)
{
	if (descent->rows.count)
		qsort(descent->rows.items, descent->rows.count, sizeof *descent->rows.items,
			descent_compare);
	return descent_write_level(descent, 0, 0, descent->rows.count, err);
}

bool descent_chapter(struct descent *descent, const char *heading, struct error *err)
{
	explaining_indent(descent->out, descent->depth - 1);
	strbuf_addf(descent->out, "%s%s", heading, _(": "));
	if (!descent_write_total(descent, err))
		return false;
	strbuf_add_char(descent->out, '\n');
	return descent_write(descent, err);
}
