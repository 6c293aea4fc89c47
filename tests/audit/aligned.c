#include "aligned.h"

#include <jansson.h>

#include "compare.h"
#include "people.h"

static const char rule[] = "─", note[] = "※";

static bool aligned_begins(const char *line, const char *mark)
{
	return strncmp(line, mark, strlen(mark)) == 0;
}

/* Identifiers have other words for people. */
static bool aligned_is_name(const char *type, const char *cell)
{
	bool plain = true;

	for (const char *at = cell; *at; at++)
		plain = plain && !(*at & '\x80');
	return same(type, "text") && !plain;
}

/* Machines have these besides. */
static bool aligned_is_shown(const char *name, const char *id)
{
	return !strstr(name, "by project") ||
		(!same(id, "projects_with_actual") && !same(id, "estimate_of_actual_hours"));
}

/* What is handed in stands there in words: none, all, or how many of the projects. */
static const char *aligned_steps(struct pool *pool, const struct grid *grid, size_t row, const char *id,
	const char *cell)
{
	const int all = grid_column(grid, "projects");
	const char *const projects = all < 0 ? "" : grid->rows.items[row].cells.items[all];

	if (!same(id, "interim_reports") && !same(id, "actual_results"))
		return NULL;
	if (row + 1 == grid->rows.count)
		return "班中"; /* in all, of how many teams */
	if (same(cell, "0"))
		return "未";
	return same(cell, projects) ? "済" : pool_print(pool, "%s/%s", cell, projects);
}

static void aligned_row(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid, size_t row, const json_t *table, const char *line)
{
	const struct grid_row *const cells = &grid->rows.items[row];
	const json_t *const columns = json_object_get(table, "columns");
	const char *const id_of_table = json_string_value(json_object_get(table, "table"));
	const char *at = line;

	for (size_t c = 0; c < cells->cells.count && c < json_array_size(columns); c++) {
		const char *const type = json_string_value(json_object_get(json_array_get(columns, c), "type"));
		const char *const id = grid->rows.items[0].cells.items[c];
		const char *const cell = compare_plain(cells->cells.items[c]);
		const char *const steps = strncmp(id_of_table, "coverage", 8) != 0 ? NULL :
			aligned_steps(pool, grid, row, id, cell);
		const bool is_figure = !steps && compare_is_figure(type) && people_figure(pool, cell);
		const char *const shown = steps ? steps : is_figure ? people_figure(pool, cell) : cell;

		if ((!steps && !is_figure && !aligned_is_name(type, cell)) || !aligned_is_shown(name, id))
			continue;
		tally->cells++;
		const char *const found = is_figure ? people_find(at, strlen(at), shown) : strstr(line, shown);
		if (!found)
			compare_fault(tally, pool_print(pool, "%s as text", name), answer,
				pool_print(pool, "row %zu does not say %s %s: %s", row,
					id, shown, line));
		/* in words, columns stand in another order */
		at = is_figure && found && grid_column(grid, "interim_reports") < 0 ? found : at;
	}
}

void aligned_compare(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid, const struct answer *json)
{
	json_t *const root = json_loadb(json->out, json->length, 0, NULL);
	size_t row = 0;
	bool begun = false;

	tally->tables++;
	for (const char *line = answer->out, *end; *line; line = end + (*end != '\0')) {
		end = line + strcspn(line, "\n");
		const bool is_rule = aligned_begins(line, rule);

		if (aligned_begins(line, note))
			break;
		if (begun && !is_rule && end > line && ++row < grid->rows.count)
			aligned_row(tally, pool, name, answer, grid, row, root,
				pool_copy(pool, line, (size_t)(end - line)));
		begun |= is_rule;
	}
	if (answer->status || !root || row != grid->rows.count - 1)
		compare_fault(tally, pool_print(pool, "%s as text", name), answer,
			pool_print(pool, "%zu rows, not %zu", row, grid->rows.count - 1));
	json_decref(root);
}
