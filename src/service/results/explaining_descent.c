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

bool descent_sum(const struct descent *descent, int64_t *minutes)
{
	*minutes = 0;
	for (size_t i = 0; i < descent->rows.count; i++)
		if (!decimal_sum(*minutes, descent->rows.items[i].minutes, minutes))
			return false;
	return true;
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

/* The year that a project is of: its H makes person-years of its minutes. */
static int descent_hours(const struct descent *descent, size_t fact)
{
	const struct dictionary *years = &descent->facts->dictionary[DIMENSION_FISCAL_YEAR];
	const uint16_t code = descent->facts->codes[DIMENSION_FISCAL_YEAR][fact];

	return session_hours_per_person_year(descent->session,
		(int)strtol(years->entries.items[code].code, NULL, 10));
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
		explaining_total(descent->out, row->minutes, descent_hours(descent, row->fact));
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
		int64_t minutes = 0;

		if (level == descent->level_count) {
			next = start + 1;
			if (!descent_write_project(descent, &rows[start], err))
				return false;
			continue;
		}
		const uint16_t code = rows[start].codes[level];
		for (next = start; next < end && rows[next].codes[level] == code; next++)
			minutes += rows[next].minutes;
		explaining_indent(descent->out, descent->depth + level);
		strbuf_addf(descent->out, ngettext("%s (%zu project): ", "%s (%zu projects): ",
			next - start), descent->facts->dictionary[descent->levels[level]]
			.entries.items[code].name, next - start);
		explaining_total(descent->out, minutes, descent_hours(descent, rows[start].fact));
		strbuf_add_char(descent->out, '\n');
		if (!descent_write_level(descent, level + 1, start, next, err))
			return false;
	}
	return true;
}

bool descent_write(struct descent *descent, struct error *err)
{
	int64_t minutes;

	/* what fits as a whole fits in its parts: no project passes EFFECT_MINUTES_MAX */
	if (!descent_sum(descent, &minutes))
		return error_set(err, ERROR_DATA, _("The total is too large to be counted."));
	if (descent->rows.count)
		qsort(descent->rows.items, descent->rows.count, sizeof *descent->rows.items,
			descent_compare);
	return descent_write_level(descent, 0, 0, descent->rows.count, err);
}

bool descent_chapter(struct descent *descent, const char *heading, int fiscal_year,
	struct error *err)
{
	int64_t minutes;

	if (!descent_sum(descent, &minutes))
		return error_set(err, ERROR_DATA, _("The total is too large to be counted."));
	explaining_indent(descent->out, descent->depth - 1);
	strbuf_addf(descent->out, "%s%s", heading, _(": "));
	explaining_total(descent->out, minutes,
		session_hours_per_person_year(descent->session, fiscal_year));
	strbuf_add_char(descent->out, '\n');
	return descent_write(descent, err);
}
