#include "explained_rows.h"

#include <jansson.h>

#include "compare.h"
#include "explained.h"
#include "people.h"

/* Which figure of a row the lines below it come to. */
static const struct part {
	const char *table, *mark; /* lines that begin with the mark; "" = those right below the row */
	const char *minutes;      /* of the row, as JSON has them */
} parts[] = {
	{"destinations", "", "minutes"},
	{"fractions", "", "minutes"},
	{"overlaps", "", "minutes"},
	{"realisation", "見込: ", "estimate_minutes"},
	{"realisation", "中間見込: ", "forecast_minutes"},
	{"realisation", "実績: ", "actual_minutes"},
	{"review", "見込: ", "estimate_minutes"},
	{"review", "実績: ", "actual_minutes"},
	{"review-first-half", "見込: ", "estimate_minutes"},
	{"review-first-half", "実績: ", "actual_minutes"},
	{"review-second-half", "見込: ", "estimate_minutes"},
	{"review-second-half", "実績: ", "actual_minutes"},
	/* frozen, from their rows */
	{"problem-types", "", "minutes"},
	{"ict-tools", "", "minutes"},
	{"departments", "", "minutes"},
	{"sections", "", "minutes"},
	{"teams", "", "minutes"},
};
enum { PARTS = sizeof parts / sizeof *parts };

struct rows_told {
	struct tally *tally;
	struct pool *pool;
	const char *id, *kind;
	const struct answer *answer;
	const struct grid *grid;
	const json_t *root;
	size_t row;         /* that is being read; 0 = none yet */
	wide sums[PARTS];
	wide projects;      /* lines below the row that are projects */
};

/* Its text, without the indentation; NULL where it is of another depth. */
static const char *explained_at(const char *line, size_t depth)
{
	return strspn(line, " ") == 2 * depth ? line + 2 * depth : NULL;
}

static void explained_row_line(const struct rows_told *told, size_t row, const char *line)
{
	const json_t *const columns = json_object_get(told->root, "columns");
	const struct grid_row *const cells = &told->grid->rows.items[row];

	for (size_t c = 0; c < cells->cells.count && c < json_array_size(columns); c++) {
		const char *const id = told->grid->rows.items[0].cells.items[c];
		const char *const type = json_string_value(json_object_get(json_array_get(columns, c), "type"));
		const char *const figure = compare_is_figure(type) ?
			people_figure(told->pool, cells->cells.items[c]) : NULL;
		/* told as steps */
		const bool is_step = same(told->id, "coverage") &&
			(same(id, "interim_reports") || same(id, "actual_results"));

		if (!figure || is_step)
			continue;
		told->tally->cells++;
		if (!people_find(line, strlen(line), figure))
			compare_fault(told->tally, told->kind, told->answer, pool_print(told->pool,
				"row %zu does not say %s %s: %s", row, id, figure, line));
	}
}

/* What is frozen does not say when a project started, nor what its lines were for: nothing is shown below. */
static bool explained_is_bare(const struct rows_told *told)
{
	return strstr(told->kind, " frozen") && (same(told->id, "destinations") ||
		same(told->id, "review-first-half") || same(told->id, "review-second-half"));
}

/* What stood below the row must have come to its figures. */
static void explained_row_end(struct rows_told *told)
{
	const json_t *const row = told->row == 0 ? NULL :
		json_array_get(json_object_get(told->root, "rows"), told->row - 1);

	for (size_t p = 0; row && p < PARTS; p++) {
		const json_t *const minutes = json_object_get(row, parts[p].minutes);
		const wide right = json_is_integer(minutes) ? (wide)json_integer_value(minutes) : 0;

		if (!same(parts[p].table, told->id) || explained_is_bare(told))
			continue;
		told->tally->cells++;
		if (told->sums[p] != right)
			compare_fault(told->tally, told->kind, told->answer, pool_print(told->pool,
				"what is below row %zu comes to %s, not to %s %s", told->row,
				exact_text(told->pool, told->sums[p], 0), parts[p].minutes,
				exact_text(told->pool, right, 0)));
	}
	/* who has not handed in a project at all has none below */
	const bool is_late = same(told->id, "reminders");
	const json_t *const projects = json_object_get(row, is_late ? "projects_missing" : "projects");
	if (row && (is_late || same(told->id, "coverage")) &&
		json_integer_value(projects) != (json_int_t)told->projects)
		compare_fault(told->tally, told->kind, told->answer, pool_print(told->pool,
			"row %zu has another number of projects below it", told->row));
	memset(told->sums, 0, sizeof told->sums);
	told->projects = 0;
}

static void explained_part(struct rows_told *told, const char *line)
{
	const char *const below = explained_at(line, 2), *const deeper = explained_at(line, 3);
	wide minutes;

	told->projects += below != NULL;
	for (size_t p = 0; p < PARTS; p++) {
		const char *const text = *parts[p].mark ? deeper : below;

		if (same(parts[p].table, told->id) && text &&
			strncmp(text, parts[p].mark, strlen(parts[p].mark)) == 0 &&
			explained_minutes(text, strlen(text), &minutes))
			told->sums[p] += minutes;
	}
}

void explained_rows(struct tally *tally, struct pool *pool, const char *id, const char *name,
	const struct answer *answer, const struct grid *grid, const struct answer *json)
{
	static const char head[] = "合計: ";
	json_t *const root = json_loadb(json->out, json->length, 0, NULL);
	const bool has_total = json_is_object(json_object_get(root, "total"));
	struct rows_told told = {tally, pool, id, pool_print(pool, "explain %s", name), answer, grid, root, 0, {0}, 0};
	bool total_said = !has_total;

	tally->tables++;
	for (const char *at = answer->out, *end; *at; at = end + (*end != '\0')) {
		end = at + strcspn(at, "\n");
		const char *const line = pool_copy(pool, at, (size_t)(end - at));

		if (has_total && strncmp(line, head, strlen(head)) == 0) {
			explained_row_line(&told, grid->rows.count - 1, line);
			total_said = true;
		} else if (explained_at(line, 1)) {
			explained_row_end(&told);
			if (++told.row + has_total < grid->rows.count)
				explained_row_line(&told, told.row, line);
		} else if (*line == ' ') {
			explained_part(&told, line);
		}
	}
	explained_row_end(&told);
	if (answer->status || !root || !total_said || told.row + has_total + 1 != grid->rows.count)
		compare_fault(tally, told.kind, answer, pool_print(pool, "%zu rows%s, not %zu", told.row,
			total_said ? "" : " and no total", grid->rows.count - 1 - has_total));
	json_decref(root);
}
