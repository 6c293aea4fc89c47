#include "config.h"

#include "rollup/overlap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "rollup/unit_columns.h"

/* A claim under what makes it the same as another. */
struct keyed {
	const struct overlap_claim *claim;
	const char *work_key;
	size_t index;
};

static int compare_ints(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_subjects(const struct keyed *a, const struct keyed *b)
{
	int order = compare_ints(a->claim->fiscal_year, b->claim->fiscal_year);

	if (order == 0)
		order = strcmp(a->claim->unit_code, b->claim->unit_code);
	return order ? order : strcmp(a->work_key, b->work_key);
}

static int compare_keyed(const void *left, const void *right)
{
	const struct keyed *const a = left, *const b = right;
	int order = compare_subjects(a, b);

	if (order == 0)
		order = compare_ints(a->claim->number, b->claim->number);
	return order ? order : compare_ints(a->claim->id, b->claim->id);
}

static int compare_groups(const void *left, const void *right)
{
	const struct overlap_group *const a = left, *const b = right;

	if ((a->clearance != NULL) != (b->clearance != NULL))
		return a->clearance ? 1 : -1;
	if (a->at_stake != b->at_stake)
		return a->at_stake > b->at_stake ? -1 : 1;
	return compare_ints((int64_t)a->first, (int64_t)b->first);
}

static bool overlap_too_large(const char *work, struct error *err)
{
	/* a piece of work */
	return error_set(err, ERROR_DATA,
		_("The hours claimed for “%s” are too large to add up; look for a project with an "
		  "impossible number of hours"), work);
}

static const struct overlap_clearance *find_clearance(const struct overlap_group *group,
	const struct overlap_clearance *clearances, size_t count)
{
	for (size_t c = 0; c < count; c++)
		if (clearances[c].fiscal_year == group->fiscal_year &&
			strcmp(clearances[c].unit_code, group->unit_code) == 0 &&
			strcmp(clearances[c].work_key, group->work_key) == 0)
			return &clearances[c];
	return NULL;
}

void overlap_numbers(const struct overlap *overlap, const struct overlap_group *group,
	const struct overlap_claim *claims, const char *separator, struct strbuf *out)
{
	assert(group->first < group->end && group->end <= overlap->members.count);
	for (size_t m = group->first; m < group->end; m++) {
		const struct overlap_claim *const claim = &claims[overlap->members.items[m]];
		char number[FISCAL_YEAR_TEXT];

		fiscal_year_number_format(claim->fiscal_year, claim->number, number);
		strbuf_add_text(out, m > group->first ? separator : "");
		strbuf_add_text(out, number);
	}
}

static bool names(const char *numbers, const char *number)
{
	const size_t length = strlen(number);

	while (numbers) {
		if (strncmp(numbers, number, length) == 0 &&
			(numbers[length] == ',' || !numbers[length]))
			return true;
		numbers = strchr(numbers, ',');
		numbers = numbers ? numbers + 1 : NULL;
	}
	return false;
}

/* The claims [first, end) of keyed are the same in all that matters. */
static bool add_group(const struct keyed *keyed, size_t first, size_t end,
	struct overlap *overlap, struct error *err)
{
	struct overlap_group group = {
		.fiscal_year = keyed[first].claim->fiscal_year,
		.work = keyed[first].claim->work,
		.work_key = keyed[first].work_key,
		.unit_code = keyed[first].claim->unit_code,
		.first = overlap->members.count,
	};
	int64_t saved = 0, largest = 0; /* by those that save */

	for (size_t k = first; k < end; k++) {
		const int64_t minutes = keyed[k].claim->minutes;

		*vec_add(&overlap->members) = keyed[k].index;
		if (!decimal_sum(group.minutes, minutes, &group.minutes))
			return overlap_too_large(group.work, err);
		if (minutes > 0 && !decimal_sum(saved, minutes, &saved))
			return overlap_too_large(group.work, err);
		if (minutes > largest)
			largest = minutes;
	}
	group.end = overlap->members.count;
	group.at_stake = saved - largest;
	*vec_add(&overlap->groups) = group;
	return true;
}

static size_t key_claims(const struct overlap_claim *claims, size_t count, struct keyed *keyed,
	struct arena *arena)
{
	struct strbuf key = {0};
	size_t used = 0;

	for (size_t c = 0; c < count; c++) {
		strbuf_clear(&key);
		text_key_add(&key, claims[c].work, strlen(claims[c].work));
		if (key.length == 0 || !*claims[c].unit_code)
			continue;
		keyed[used++] = (struct keyed){
			&claims[c], arena_strdup(arena, strbuf_text(&key)), c};
	}
	strbuf_free(&key);
	qsort(keyed, used, sizeof *keyed, compare_keyed);
	return used;
}

bool overlap_find(const struct overlap_claim *claims, size_t count,
	const struct overlap_clearance *clearances, size_t clearance_count,
	struct overlap *overlap, struct error *err)
{
	assert(claims || count == 0);
	assert(clearances || clearance_count == 0);

	struct keyed *const keyed = xmalloc(count * sizeof *keyed);
	bool fine = true;

	*overlap = (struct overlap){0};
	const size_t used = key_claims(claims, count, keyed, &overlap->arena);
	for (size_t first = 0, end; first < used && fine; first = end) {
		end = first + 1;
		while (end < used && compare_subjects(&keyed[first], &keyed[end]) == 0)
			end++;
		fine = end - first < 2 || add_group(keyed, first, end, overlap, err);
	}
	free(keyed);
	if (!fine) {
		overlap_free(overlap);
		return false;
	}
	for (size_t g = 0; g < overlap->groups.count; g++) {
		/* It holds as long as every project of the group is one that it was given for. */
		const struct overlap_clearance *clearance =
			find_clearance(&overlap->groups.items[g], clearances, clearance_count);
		bool covers = clearance != NULL;

		for (size_t m = overlap->groups.items[g].first; m < overlap->groups.items[g].end &&
			covers; m++) {
			const struct overlap_claim *const claim =
				&claims[overlap->members.items[m]];
			char number[FISCAL_YEAR_TEXT];

			fiscal_year_number_format(claim->fiscal_year, claim->number, number);
			covers = names(clearance->projects, number);
		}
		overlap->groups.items[g].clearance = covers ? clearance : NULL;
		overlap->groups.items[g].outdated = covers ? NULL : clearance;
	}
	if (overlap->groups.count)
		qsort(overlap->groups.items, overlap->groups.count, sizeof *overlap->groups.items,
			compare_groups);
	return true;
}

void overlap_free(struct overlap *overlap)
{
	vec_free(&overlap->groups);
	vec_free(&overlap->members);
	arena_free(&overlap->arena);
}

/* ---- the table ------------------------------------------------------------------------------- */

static void set_texts(const struct overlap *overlap, const struct overlap_group *group,
	const struct overlap_claim *claims, struct table *table, struct table_row *row,
	size_t column)
{
	struct strbuf numbers = {0};

	overlap_numbers(overlap, group, claims, ", ", &numbers);
	table_set_text(table, row, column, group->work);
	table_set_text(table, row, column + 2, strbuf_text(&numbers));
	strbuf_free(&numbers);
	if (group->clearance)
		table_set_text(table, row, column + 5,
			/* who cleared an overlap, and why */
			arena_printf(&table->arena, _("%s: %s"), group->clearance->cleared_by,
				group->clearance->reason));
	if (group->outdated)
		table_set_text(table, row, column + 6,
			/* who cleared an overlap of which projects, and why */
			arena_printf(&table->arena, _("%s for %s: %s"), group->outdated->cleared_by,
				group->outdated->projects, group->outdated->reason));
}

static void overlap_set_figures(struct table *table, struct table_row *row, size_t column,
	int64_t projects, int64_t minutes, int64_t at_stake)
{
	table_set_number(table, row, column + 1, projects);
	table_set_number(table, row, column + 3, minutes);
	table_set_number(table, row, column + 4, at_stake);
}

bool overlap_table(const struct overlap *overlap, const struct overlap_claim *claims,
	const struct unit_tree *tree, const char *body, struct table *table, struct error *err)
{
	int64_t projects = 0, minutes = 0, at_stake = 0;

	table_init(table, "overlaps", _("Possible double counting"));
	table->fiscal_year = tree->fiscal_year;
	table->body = arena_strdup(&table->arena, body ? body : "");

	unit_columns_add(table, UNIT_SECTION);
	table_add_column(table, "work", _("Piece of work"), COLUMN_TEXT);
	table_add_column(table, "projects", _("Projects"), COLUMN_COUNT_OF);
	table_add_column(table, "numbers", _("Numbers"), COLUMN_TEXT);
	table_add_column(table, "hours", _("Hours claimed"), COLUMN_HOURS);
	table_add_column(table, "hours_at_stake", _("Counted twice at most (hours)"), COLUMN_HOURS);
	table_add_column(table, "cleared", _("Cleared"), COLUMN_TEXT);
	table_add_column(table, "cleared_before", _("Cleared before another came"), COLUMN_TEXT);

	const size_t column = (size_t)table_column_index(table, "work");
	for (size_t g = 0; g < overlap->groups.count; g++) {
		const struct overlap_group *const group = &overlap->groups.items[g];
		const int64_t members = (int64_t)(group->end - group->first);
		const int node = unit_tree_find(tree, group->unit_code);
		struct table_row *const row = table_add_row(table, ROW_DATA);

		row->key[0] = (int64_t)g;
		if (node >= 0)
			unit_columns_set(table, row, tree, node);
		else
			unit_columns_label(table, row, group->unit_code);
		set_texts(overlap, group, claims, table, row, column);
		overlap_set_figures(table, row, column, members, group->minutes, group->at_stake);
		projects += members;
		if (!decimal_sum(minutes, group->minutes, &minutes) ||
			!decimal_sum(at_stake, group->at_stake, &at_stake)) {
			table_free(table);
			return overlap_too_large(group->work, err);
		}
	}
	struct table_row *const row = table_add_row(table, ROW_TOTAL);
	unit_columns_label(table, row, _("Total"));
	overlap_set_figures(table, row, column, projects, minutes, at_stake);
	table_note_rounding(table);
	return true;
}
