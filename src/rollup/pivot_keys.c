/* pivot_keys - which rows and columns a pivot has. */
#include "config.h"

#include "rollup/pivot_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/start.h"

/* Every combination of entries is listed only while there are not more than so many. */
enum { COMBINATIONS_MAX = 1 << 20 };

struct pivot_order {
	const struct pivot_plan *plan;
	int dimensions[PIVOT_ROWS_MAX]; /* of the codes of a key; -1 = not in use */
};

/* Where an entry stands: by its code, 0 last. Under the units of another year by their tree, what that
 * has no more behind all that is left of the unit it lay in. */
static int64_t pivot_keys_place(const struct pivot_plan *plan, int dimension, uint16_t code)
{
	const struct unit_tree *const units = plan->context->units;
	int64_t place = units ? (int64_t)units->nodes.count : 0;
	int unit = -1;

	if (!code)
		return INT64_MAX;
	if (!plan->context->regrouped || dimension < 0 ||
		!pivot_labels_is_unit((enum dimension)dimension))
		return code;
	for (int d = dimension; d >= DIMENSION_DEPARTMENT && unit < 0; d--)
		unit = pivot_labels_unit(plan, (enum dimension)d, pivot_labels_ancestor(plan,
			(enum dimension)dimension, code, (enum dimension)d));
	if (unit >= 0 && unit == pivot_labels_unit(plan, (enum dimension)dimension, code))
		return (int64_t)unit << 16;
	for (size_t n = 0; unit >= 0 && n < units->nodes.count; n++)
		if ((int)n == unit || units->nodes.items[n].department == unit ||
			units->nodes.items[n].section == unit)
			place = (int64_t)n;
	return place << 16 | code;
}

static int pivot_keys_compare(const void *left, const void *right, void *data)
{
	const struct pivot_key *const a = left, *const b = right;
	const struct pivot_order *const order = data;

	for (int c = 0; c < PIVOT_ROWS_MAX; c++) {
		const int64_t first = pivot_keys_place(order->plan, order->dimensions[c],
			a->codes[c]);
		const int64_t second = pivot_keys_place(order->plan, order->dimensions[c],
			b->codes[c]);

		if (first != second)
			return first < second ? -1 : 1;
	}
	return 0;
}

/* Sorts into display order and drops repeats. */
static void tidy(pivot_keys *keys, const struct pivot_plan *plan, int first, int second)
{
	struct pivot_order order = {plan, {first, second}};
	size_t kept = 0;

	if (keys->count)
		qsort_r(keys->items, keys->count, sizeof *keys->items, pivot_keys_compare, &order);
	for (size_t k = 0; k < keys->count; k++)
		if (!kept || pivot_keys_compare(&keys->items[kept - 1], &keys->items[k],
			&order) != 0)
			keys->items[kept++] = keys->items[k];
	keys->count = kept;
}

/* The cells of a cube that hold a project. first: the slot whose code comes first in the key. What a table of
 * one year shows of the year before stands under its own year. */
static void add_occupied(const struct pivot_plan *plan, pivot_keys *keys, const struct cube *cube, int first)
{
	uint16_t codes[CUBE_SLOTS];

	for (size_t c = 0; c < cube->cell_count; c++)
		if (cube->projects[c]) {
			cube_cell(cube, c, codes);
			if (plan->year_slot >= 0 && cube->mask >> plan->year_slot & 1 &&
				plan->query->fiscal_year)
				codes[plan->year_slot] = (uint16_t)plan->now.query.year_code;
			*vec_add(keys) = (struct pivot_key){
				{codes[first], first == SLOT_COLUMN ? 0 : codes[1]}};
		}
}

/* Where a cell holds a project, the same one of the next year, if that year has projects at all. */
static void pivot_keys_add_vanished(const struct pivot_plan *plan, pivot_keys *keys,
	const struct cube *cube, int first)
{
	const struct dictionary *const years = &plan->facts->dictionary[DIMENSION_FISCAL_YEAR];
	bool *const shown = xcalloc(years->entries.count + 1, sizeof *shown);
	uint16_t codes[CUBE_SLOTS];

	for (size_t c = 0; c < cube->cell_count; c++)
		if (cube->projects[c]) {
			cube_cell(cube, c, codes);
			shown[codes[plan->year_slot]] = true;
		}
	for (size_t c = 0; c < cube->cell_count; c++) {
		if (!cube->projects[c])
			continue;
		cube_cell(cube, c, codes);

		const int year = (int)strtol(
			years->entries.items[codes[plan->year_slot]].code, NULL, 10);
		const int next = pivot_year_code(plan->facts, year + 1);

		if (!shown[next])
			continue;
		codes[plan->year_slot] = (uint16_t)next;
		*vec_add(keys) = (struct pivot_key){
			{codes[first], first == SLOT_COLUMN ? 0 : codes[1]}};
	}
	free(shown);
}

/* ---- every entry that is valid ------------------------------------------------------------- */

static bool entry_valid(const struct pivot_plan *plan, enum dimension dimension, uint16_t code)
{
	const struct dictionary_entry *const entry =
		&plan->facts->dictionary[dimension].entries.items[code];
	const int64_t *const drill = plan->query->drill;
	const int year = plan->query->fiscal_year;
	const bool is_unit = pivot_labels_is_unit(dimension);
	/* Dimensions whose entries people expect to see even with nothing in them. */
	const bool lists_all = dimension != DIMENSION_STATUS && dimension != DIMENSION_LEADER &&
		dimension != DIMENSION_START_MONTH && strcmp(entry->code, START_LATER_CODE) != 0;

	if (!lists_all || (drill[dimension] >= 0 && drill[dimension] != code))
		return false;
	for (enum dimension d = DIMENSION_DEPARTMENT; is_unit && d < dimension; d++)
		if (drill[d] >= 0 && pivot_labels_ancestor(plan, dimension, code, d) != drill[d])
			return false;
	if (is_unit && pivot_labels_has_tree(plan)) {
		const int node = pivot_labels_unit(plan, dimension, code);
		const int below = plan->context->below;

		/* those in the unit that is asked for, and the ones that it is in */
		return node >= 0 && (below < 0 ||
			unit_tree_within(plan->context->units, node, below) ||
			unit_tree_within(plan->context->units, below, node));
	}
	if (!year)
		return true;
	if (dimension == DIMENSION_FISCAL_YEAR)
		return code == plan->now.query.year_code;
	return (!entry->first_fiscal_year || entry->first_fiscal_year <= year) &&
		(!entry->last_fiscal_year || entry->last_fiscal_year >= year);
}

/* A section goes only with its own department, a team with its own section. */
static bool go_together(const struct pivot_plan *plan, struct pivot_key key)
{
	const enum dimension *const rows = plan->query->rows;

	if (!pivot_labels_is_unit(rows[0]) || !pivot_labels_is_unit(rows[1]))
		return true;
	if (rows[0] < rows[1])
		return pivot_labels_ancestor(plan, rows[1], key.codes[1], rows[0]) == key.codes[0];
	return pivot_labels_ancestor(plan, rows[0], key.codes[0], rows[1]) == key.codes[1];
}

static void add_all_entries(const struct pivot_plan *plan, pivot_keys *keys,
	enum dimension dimension)
{
	for (size_t c = 1; c < plan->facts->dictionary[dimension].entries.count; c++)
		if (entry_valid(plan, dimension, (uint16_t)c))
			*vec_add(keys) = (struct pivot_key){{(uint16_t)c}};
}

static void add_all_pairs(const struct pivot_plan *plan, pivot_keys *keys)
{
	const enum dimension *const rows = plan->query->rows;
	pivot_keys first = {0}, second = {0};

	add_all_entries(plan, &first, rows[0]);
	add_all_entries(plan, &second, rows[1]);
	if (first.count * second.count <= COMBINATIONS_MAX)
		for (size_t a = 0; a < first.count; a++)
			for (size_t b = 0; b < second.count; b++) {
				const struct pivot_key key = {
					{first.items[a].codes[0], second.items[b].codes[0]}};

				if (go_together(plan, key))
					*vec_add(keys) = key;
			}
	vec_free(&first);
	vec_free(&second);
}

/* ---- what a table shows -------------------------------------------------------------------- */

static bool pivot_keys_collect_axis(struct pivot_plan *plan, pivot_keys *keys, unsigned mask,
	int first, struct error *err)
{
	const struct cube *const now = cube_set_get(&plan->now, mask, err);

	if (!now)
		return false;
	add_occupied(plan, keys, now, first);

	/* What was there the year before and is no more has a row, too: else the changes would not
	 * add up. */
	if (plan->years && plan->year_slot >= 0 && mask >> plan->year_slot & 1)
		pivot_keys_add_vanished(plan, keys, now, first);
	if (!plan->has_before)
		return true;
	const struct cube *const before = cube_set_get(&plan->before, mask, err);
	if (!before)
		return false;
	add_occupied(plan, keys, before, first);
	return true;
}

bool pivot_keys_collect(struct pivot_plan *plan, struct error *err)
{
	const struct pivot_query *const query = plan->query;

	if (!pivot_keys_collect_axis(plan, &plan->rows, plan->row_mask, 0, err))
		return false;
	if (query->column >= 0 &&
		!pivot_keys_collect_axis(plan, &plan->columns, MASK_COLUMN, SLOT_COLUMN, err))
		return false;
	if (query->all_entries) {
		if (query->row_count == 1)
			add_all_entries(plan, &plan->rows, query->rows[0]);
		else
			add_all_pairs(plan, &plan->rows);
		if (query->column >= 0)
			add_all_entries(plan, &plan->columns, (enum dimension)query->column);
	}
	tidy(&plan->rows, plan, (int)query->rows[0],
		query->row_count > 1 ? (int)query->rows[1] : -1);
	tidy(&plan->columns, plan, query->column, -1);
	return true;
}
