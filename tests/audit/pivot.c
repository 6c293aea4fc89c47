#include "pivot.h"

#include <stdlib.h>

#include "remarks.h"

const char *const measure_ids[MEASURES] = {"projects", "teams", "hours", "person-years", "minutes", "cost",
	"labour-value", "share", "change", "realisation", "hours-before", "hours-after", "reduction-rate"};

enum { ANY = -1 };

/* The figures of the measures: headings in files. */
enum figure { F_PROJECTS, F_TEAMS, F_TEAMS_TOTAL, F_TEAM_RATE, F_HOURS, F_PERSON_YEARS, F_MINUTES, F_COST,
	F_LABOUR_VALUE, F_SHARE, F_CHANGE, F_ESTIMATE, F_FORECAST, F_ACTUAL, F_REALISATION, F_REALISED,
	F_REALISED_ESTIMATE, F_BEFORE, F_AFTER, F_REDUCTION, F_REDUCED, FIGURES };
static const struct {
	const char *id;
	enum measure measure;
} figures[FIGURES] = {
	{"projects", PROJECTS}, {"teams", TEAMS}, {"teams_total", TEAMS}, {"team_rate", TEAMS},
	{"hours", HOURS}, {"person_years", PERSON_YEARS}, {"minutes", MINUTES}, {"cost", COST},
	{"labour_value", LABOUR_VALUE}, {"share", SHARE}, {"change", CHANGE}, {"estimate_hours", REALISATION},
	{"forecast_hours", REALISATION}, {"actual_hours", REALISATION}, {"realisation", REALISATION},
	{"projects_with_actual", REALISATION}, {"estimate_of_actual_hours", REALISATION},
	{"hours_before", HOURS_BEFORE}, {"hours_after", HOURS_AFTER}, {"reduction_rate", REDUCTION_RATE},
	{"projects_with_before", REDUCTION_RATE},
};

/* A figure that is shown. */
struct shown {
	enum figure figure;
	enum measure of; /* of a share or change */
	const char *id;
};
enum { SHOWN_MAX = 2 * MEASURES + FIGURES };

struct work {
	struct world *world;
	const struct ask *ask;
	const struct pivot *pivot;
	struct wanted *wanted;
	const struct places *places[3]; /* of the rows, of the column; NULL where there is none */
	int *stands[3];                 /* by project: the group of its first value on that axis */
	struct sums grand;
};

/* Which groups a cell is of: indexes of places, ANY over all of them. */
struct cell {
	int at[3];
};

static enum dimension pivot_dimension(const struct work *work, int axis)
{
	return axis == 2 ? (enum dimension)work->pivot->column : work->pivot->rows[axis];
}

/* ---- adding up ---------------------------------------------------------------------------------- */

/* True when a project stands in a group of an axis, by any of its tools. */
static bool pivot_stands(const struct work *work, size_t p, int axis, int at)
{
	const struct project *const project = &work->world->projects.items[p];

	if (pivot_dimension(work, axis) == BY_ANY_TOOL)
		for (size_t n = 1; n < project->tools.count; n++)
			if (same(project->tools.items[n], work->places[axis]->items.items[at].code))
				return true;
	return work->stands[axis][p] == at;
}

static bool pivot_in_year(const struct work *work, const struct project *project, int back)
{
	return work->ask->all_years || project->fiscal_year == work->ask->fiscal_year - back;
}

/* The projects of a cell; back: of so many years before. */
static void pivot_add(const struct work *work, struct cell cell, int back, struct sums *sums)
{
	*sums = (struct sums){0};
	for (size_t p = 0; p < work->world->projects.count; p++) {
		const struct project *const project = &work->world->projects.items[p];
		bool stands = project->counts && pivot_in_year(work, project, back) &&
			ask_matches(work->ask, project);

		for (int axis = 0; axis < 3 && stands; axis++)
			stands = cell.at[axis] == ANY || pivot_stands(work, p, axis, cell.at[axis]);
		if (stands)
			sums_add(sums, work->world, project, work->ask->basis);
	}
}

/* ---- the groups of an axis ------------------------------------------------------------------------ */

enum measure pivot_spoken(const struct pivot *pivot, int index)
{
	if (pivot->measures[index].of != MEASURES)
		return pivot->measures[index].of;
	for (int m = index - 1; m >= 0; m--)
		if (pivot->measures[m].measure != SHARE && pivot->measures[m].measure != CHANGE)
			return pivot->measures[m].measure;
	return HOURS;
}

/* True where a measure is shown, or a share or change of it. */
static bool pivot_measures(const struct pivot *pivot, enum measure measure)
{
	for (int m = 0; m < pivot->measure_count; m++)
		if (pivot->measures[m].measure == measure || (pivot->measures[m].measure == SHARE &&
			pivot_spoken(pivot, m) == measure) || (pivot->measures[m].measure == CHANGE &&
			pivot_spoken(pivot, m) == measure))
			return true;
	return false;
}

static bool pivot_reduces(const struct pivot *pivot)
{
	return pivot_measures(pivot, HOURS_BEFORE) || pivot_measures(pivot, HOURS_AFTER) ||
		pivot_measures(pivot, REDUCTION_RATE);
}

/* The table shows something made of minutes. */
static bool pivot_minutes(const struct pivot *pivot)
{
	return pivot_measures(pivot, HOURS) || pivot_measures(pivot, MINUTES) ||
		pivot_measures(pivot, PERSON_YEARS) || pivot_measures(pivot, LABOUR_VALUE) ||
		pivot_measures(pivot, REALISATION);
}

/* The cell of the year before, and how many years before the one asked for it is; false where there is none:
 * over all years, save in the row or column of a year. */
static bool pivot_year_before(const struct work *work, struct cell cell, struct cell *before, int *back, int *year)
{
	bool by_year = false;

	*before = cell;
	*back = 1;
	*year = work->ask->fiscal_year - 1;
	for (int axis = 0; axis < 3; axis++) {
		if (!work->places[axis] || cell.at[axis] == ANY || pivot_dimension(work, axis) != BY_YEAR)
			continue;
		by_year = true;
		*year = atoi(work->places[axis]->items.items[cell.at[axis]].code) - 1;
		before->at[axis] = dimension_find(work->places[axis],
			pool_print(work->world->pool, "%d", *year));
		if (before->at[axis] < 0)
			return false;
	}
	return by_year || !work->ask->all_years;
}

/* A year of which a table over all years shows nothing has no row in it, whatever the year before had. */
static bool pivot_has_year(const struct work *work, struct cell cell)
{
	struct sums sums;

	for (int axis = 0; axis < 3; axis++)
		if (cell.at[axis] != ANY && pivot_dimension(work, axis) != BY_YEAR)
			cell.at[axis] = ANY;
	pivot_add(work, cell, 0, &sums);
	return sums.projects > 0 || !work->ask->all_years;
}

/* Something is in the cell now or, where changes are shown, was the year before. */
static bool pivot_occupied(const struct work *work, struct cell cell)
{
	struct cell before;
	struct sums sums;
	int back, year;

	pivot_add(work, cell, 0, &sums);
	if (sums.projects || !pivot_measures(work->pivot, CHANGE) ||
		!pivot_year_before(work, cell, &before, &back, &year))
		return sums.projects > 0;
	pivot_add(work, before, back, &sums);
	return sums.projects > 0 && pivot_has_year(work, cell);
}

/* A section goes only with its own department, a team with its own section. */
static const char *pivot_above(const struct work *work, enum dimension dimension, const char *code,
	enum dimension above);
static bool pivot_together(const struct work *work, struct cell cell)
{
	const enum dimension first = work->pivot->rows[0], second = work->pivot->rows[1];

	if (!dimension_is_unit(first) || !dimension_is_unit(second))
		return true;
	const int low = first > second ? 0 : 1;
	return same(pivot_above(work, pivot_dimension(work, low),
		work->places[low]->items.items[cell.at[low]].code, pivot_dimension(work, 1 - low)),
		work->places[1 - low]->items.items[cell.at[1 - low]].code);
}

/* The n-th group in the order of display: that of what has none comes last. */
static int pivot_nth(const struct places *places, size_t n)
{
	return n + 1 < places->items.count ? (int)n + 1 : 0;
}

static bool pivot_shown(const struct work *work, struct cell cell)
{
	bool listed = work->pivot->all;

	for (int axis = 0; axis < 3; axis++)
		if (cell.at[axis] != ANY)
			listed &= work->places[axis]->items.items[cell.at[axis]].listed;
	if (listed && cell.at[0] != ANY && cell.at[1] != ANY && !pivot_together(work, cell))
		listed = false;
	return listed || pivot_occupied(work, cell);
}

/* ---- headings --------------------------------------------------------------------------------------- */

/* Units are preceded by those they lie in, leaders by their section: which dimensions name a row. */
static int pivot_labels(const struct pivot *pivot, enum dimension labels[DIMENSIONS], int slots[DIMENSIONS])
{
	bool named[DIMENSIONS] = {false};
	int count = 0;

	for (int r = 0; r < pivot->row_count; r++) {
		const enum dimension own = pivot->rows[r];

		for (enum dimension d = own == BY_LEADER ? BY_SECTION : BY_DEPARTMENT;
			(own == BY_LEADER && d == BY_SECTION) || (dimension_is_unit(own) && d < own); d++)
			if (!named[d] && !(r == 0 && pivot->row_count > 1 && pivot->rows[1] == d)) {
				named[d] = true;
				slots[count] = r;
				labels[count++] = d;
			}
		if (named[own])
			continue;
		named[own] = true;
		slots[count] = r;
		labels[count++] = own;
	}
	return count;
}

static const char *pivot_code_column(const struct work *work, enum dimension dimension)
{
	return pool_print(work->world->pool, "%s_code", dimensions[dimension].field);
}

static const char *const spoken_fields[MEASURES] = {[PROJECTS] = "projects", [TEAMS] = "teams", [HOURS] = "hours",
	[PERSON_YEARS] = "person_years", [MINUTES] = "minutes", [COST] = "cost", [LABOUR_VALUE] = "labour_value"};

/* The heading of a share or change says of what, save a share of hours. */
static const char *pivot_heading(const struct work *work, enum figure figure, enum measure of)
{
	if ((figure != F_SHARE && figure != F_CHANGE) || (figure == F_SHARE && of == HOURS))
		return figures[figure].id;
	return pool_print(work->world->pool, "%s_%s", spoken_fields[of], figures[figure].id);
}

/* Which figures a cell shows, each once: in a group across those of the units are left out. */
static int pivot_figures(const struct work *work, bool in_group, struct shown shown[SHOWN_MAX])
{
	const struct pivot *const pivot = work->pivot;
	bool by_unit = false;
	int count = 0;

	for (int r = 0; r < pivot->row_count; r++)
		by_unit |= dimension_is_unit(pivot->rows[r]);
	for (int m = 0; m < pivot->measure_count; m++)
		for (int f = 0; f < FIGURES; f++) {
			const bool rate = f == F_TEAMS_TOTAL || f == F_TEAM_RATE;
			const enum measure of = pivot_spoken(pivot, m);
			const char *const id = pivot_heading(work, (enum figure)f, of);
			bool taken = false;

			for (int s = 0; s < count; s++)
				taken |= same(shown[s].id, id);
			if (figures[f].measure == pivot->measures[m].measure && !taken &&
				(!rate || (!in_group && by_unit && !work->ask->all_years && !work->ask->units_year)))
				shown[count++] = (struct shown){(enum figure)f, of, id};
		}
	return count;
}

/* ---- figures ------------------------------------------------------------------------------------------ */

/* What a measure comes to as a fraction, so that shares and differences are exact. */
static struct fraction pivot_amount(const struct work *work, const struct sums *sums, enum measure measure)
{
	const enum stage stage = work->ask->stage;
	const enum basis basis = work->ask->basis;

	switch (measure) {
	case PROJECTS:
	case REALISATION:
		return (struct fraction){sums->projects, 1};
	case TEAMS:
		return (struct fraction){(wide)sums->teams.count, 1};
	case COST:
		return (struct fraction){sums->cost, 1};
	case PERSON_YEARS:
		return sums->years[stage][basis];
	case LABOUR_VALUE:
		return sums->labour[stage][basis];
	default:
		return (struct fraction){sums->minutes[stage][basis], 1};
	}
}

static int64_t pivot_teams_total(const struct work *work, struct cell cell)
{
	const struct tree *const tree = world_tree(work->world, work->ask->fiscal_year);
	int below = -1;

	/* of the lowest unit that the row names */
	for (int axis = 0; axis < work->pivot->row_count; axis++) {
		if (!dimension_is_unit(work->pivot->rows[axis]) || cell.at[axis] == ANY ||
			(axis && cell.at[0] != ANY && dimension_is_unit(work->pivot->rows[0]) &&
				work->pivot->rows[0] > work->pivot->rows[1]))
			continue;
		below = tree_find(tree, work->places[axis]->items.items[cell.at[axis]].code);
		if (below < 0)
			return -1;
	}
	return tree_count(tree, TEAM, below);
}

/* What the same cell held the year before; false where nothing is known of that year. */
static bool pivot_before(const struct work *work, struct cell cell, struct sums *sums)
{
	struct cell before;
	int back, year;
	bool known = false;

	if (!pivot_year_before(work, cell, &before, &back, &year))
		return false;
	/* over several years that were named, one that was not is not known */
	for (size_t t = 0; t < work->ask->terms.count; t++)
		if (work->ask->terms.items[t].kind == TERM_YEARS && year < work->ask->terms.items[t].first)
			return false;
	for (size_t p = 0; p < work->world->projects.count; p++)
		known |= work->world->projects.items[p].counts && work->world->projects.items[p].fiscal_year == year;
	pivot_add(work, before, back, sums);
	return known;
}

static void pivot_change(const struct work *work, struct cell cell, const char *id, enum measure of,
	const struct sums *sums)
{
	struct sums before;

	if (!pivot_before(work, cell, &before))
		return;
	struct fraction change = pivot_amount(work, sums, of);
	const struct fraction was = pivot_amount(work, &before, of);
	if (was.whole)
		fraction_add(&change, -was.part, was.whole);
	wanted_number(work->wanted, id, of == HOURS ? exact_round(change.part, 60 * change.whole) :
		fraction_round(&change, of == PERSON_YEARS ? 10 : 1), of == PERSON_YEARS);
}

static void pivot_put(const struct work *work, struct cell cell, const char *prefix, const struct shown *shown,
	const struct sums *sums)
{
	const enum figure figure = shown->figure;
	const enum stage stage = work->ask->stage;
	const enum basis basis = work->ask->basis;
	struct wanted *const wanted = work->wanted;
	const char *const id = pool_print(wanted->pool, "%s%s", prefix, shown->id);
	int64_t teams;

	switch (figure) {
	case F_PROJECTS:
		wanted_number(wanted, id, sums->projects, 0);
		break;
	case F_TEAMS:
		wanted_number(wanted, id, (wide)sums->teams.count, 0);
		break;
	case F_TEAMS_TOTAL:
	case F_TEAM_RATE:
		teams = pivot_teams_total(work, cell);
		if (figure == F_TEAMS_TOTAL && teams >= 0)
			wanted_number(wanted, id, teams, 0);
		else if (figure == F_TEAM_RATE && teams > 0)
			wanted_number(wanted, id, exact_round((wide)sums->teams.count * 1000, teams), 1);
		break;
	case F_HOURS:
		wanted_number(wanted, id, exact_round(sums->minutes[stage][basis], 60), 0);
		break;
	case F_PERSON_YEARS:
		wanted_number(wanted, id, fraction_round(&sums->years[stage][basis], 10), 1);
		break;
	case F_MINUTES:
		wanted_number(wanted, id, sums->minutes[stage][basis], 0);
		break;
	case F_COST:
		wanted_number(wanted, id, sums->cost, 0);
		break;
	case F_LABOUR_VALUE:
		/* of nothing: 0, where the years of the table have a rate */
		if (sums->projects ? !sums->unrated : work->ask->all_years ? work->grand.projects && !work->grand.unrated :
			world_rate(work->world, work->ask->fiscal_year) > 0)
			wanted_number(wanted, id, fraction_round(&sums->labour[stage][basis], 1), 0);
		break;
	case F_SHARE: {
		const struct fraction part = pivot_amount(work, sums, shown->of);
		const struct fraction whole = pivot_amount(work, &work->grand, shown->of);

		if (whole.part > 0)
			wanted_number(wanted, id, part.whole ? exact_round(part.part * whole.whole * 1000,
				part.whole * whole.part) : 0, 1);
		break;
	}
	case F_CHANGE:
		pivot_change(work, cell, id, shown->of, sums);
		break;
	case F_ESTIMATE:
	case F_FORECAST:
	case F_ACTUAL:
		wanted_number(wanted, id, exact_round(sums->minutes[figure - F_ESTIMATE][basis], 60), 0);
		break;
	case F_REALISATION:
		if (sums->realised_estimate > 0)
			wanted_number(wanted, id, exact_round(sums->realised_actual * 1000,
				sums->realised_estimate), 1);
		break;
	case F_REALISED:
		wanted_number(wanted, id, sums->realised, 0);
		break;
	case F_REALISED_ESTIMATE:
		wanted_number(wanted, id, exact_round(sums->realised_estimate, 60), 0);
		break;
	case F_BEFORE:
		wanted_number(wanted, id, exact_round(sums->before[stage][basis], 60), 0);
		break;
	case F_AFTER:
		wanted_number(wanted, id,
			exact_round(sums->before[stage][basis] - sums->saved_of[stage][basis], 60), 0);
		break;
	case F_REDUCTION:
		if (sums->before[stage][basis] > 0)
			wanted_number(wanted, id, exact_round(sums->saved_of[stage][basis] * 1000,
				sums->before[stage][basis]), 1);
		break;
	case F_REDUCED:
		wanted_number(wanted, id, sums->knowing[stage][basis], 0);
		break;
	case FIGURES:
		break;
	}
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

/* The code of the higher unit that one lies in: in the tree of the year, else as it was last known. */
static const char *pivot_above(const struct work *work, enum dimension dimension, const char *code,
	enum dimension above)
{
	if (!work->ask->all_years || work->ask->units_year) {
		const struct tree *const tree = world_tree(work->world, work->ask->units_year ?
			work->ask->units_year : work->ask->fiscal_year);
		const int node = tree_find(tree, code);

		if (node >= 0) {
			const int at = above == BY_DEPARTMENT ? tree->nodes.items[node].department :
				tree->nodes.items[node].section;

			return at < 0 ? "" : tree->nodes.items[at].unit->code;
		}
	}
	for (enum dimension d = dimension; d > above; d--) {
		const struct places *const places = dimension_places(work->world, work->ask, d);
		const int at = dimension_find(places, code);

		code = at < 0 ? "" : places->items.items[at].above;
	}
	return code;
}

static void pivot_label(const struct work *work, struct cell cell, enum dimension dimension, int slot)
{
	const enum dimension own = work->pivot->rows[slot];
	const struct place *place = &work->places[slot]->items.items[cell.at[slot]];

	if (dimension != own && own == BY_LEADER) {
		const char *const key = place->code;
		const struct places *const places = dimension_places(work->world, work->ask, dimension);
		const int at = dimension_find(places, pool_print(work->world->pool, "%.*s",
			(int)strcspn(key, "/"), key));

		if (at <= 0)
			return;
		place = &places->items.items[at];
	} else if (dimension != own) {
		const struct places *const places = dimension_places(work->world, work->ask, dimension);
		const int at = dimension_find(places, pivot_above(work, own, place->code, dimension));

		if (at <= 0)
			return;
		place = &places->items.items[at];
	}
	if (dimensions[dimension].has_code)
		wanted_text(work->wanted, pivot_code_column(work, dimension), place->code);
	wanted_text(work->wanted, dimensions[dimension].field, place->name);
}

/* Names a row; a subtotal by its first dimension, then "subtotal". */
static void pivot_name(const struct work *work, struct cell cell)
{
	const bool total = cell.at[0] == ANY;
	enum dimension labels[DIMENSIONS];
	int slots[DIMENSIONS];
	const int count = pivot_labels(work->pivot, labels, slots);
	bool code_said = false, name_said = false;

	for (int l = 0; l < count; l++) {
		if (cell.at[slots[l]] != ANY) {
			pivot_label(work, cell, labels[l], slots[l]);
			continue;
		}
		if (dimensions[labels[l]].has_code && !code_said) {
			wanted_text(work->wanted, pivot_code_column(work, labels[l]),
				total ? "total" : "subtotal");
			code_said = true;
		}
		if (!name_said)
			wanted_text(work->wanted, dimensions[labels[l]].field, total ? "合計" : "小計");
		name_said = true;
	}
}

static const char *pivot_prefix(const struct work *work, int at)
{
	const char *const code = work->places[2]->items.items[at].code;

	return pool_print(work->world->pool, "%s:", *code ? code : "none");
}

static void pivot_row(const struct work *work, struct cell cell)
{
	struct shown shown[SHOWN_MAX];
	struct sums sums;

	wanted_row(work->wanted, cell.at[0] == ANY ? WANTED_TOTAL :
		work->pivot->row_count > 1 && cell.at[1] == ANY ? WANTED_SUBTOTAL : WANTED_DATA);
	pivot_name(work, cell);
	for (size_t c = 0; work->places[2] && c < work->places[2]->items.count; c++) {
		struct cell part = cell;

		part.at[2] = pivot_nth(work->places[2], c);
		pivot_add(work, part, 0, &sums);
		const int count = pivot_figures(work, true, shown);
		for (int f = 0; f < count; f++)
			pivot_put(work, part, pivot_prefix(work, part.at[2]), &shown[f], &sums);
	}
	pivot_add(work, cell, 0, &sums);
	const int count = pivot_figures(work, false, shown);
	for (int f = 0; f < count; f++)
		pivot_put(work, cell, "", &shown[f], &sums);
}

static void pivot_rows(const struct work *work)
{
	const size_t seconds = work->pivot->row_count > 1 ? work->places[1]->items.count : 1;

	for (size_t a = 0; a < work->places[0]->items.count; a++) {
		struct cell cell = {{pivot_nth(work->places[0], a), ANY, ANY}};
		bool any = false;

		for (size_t b = 0; b < seconds; b++) {
			cell.at[1] = work->pivot->row_count > 1 ? pivot_nth(work->places[1], b) : ANY;
			if (!pivot_shown(work, cell))
				continue;
			pivot_row(work, cell);
			any = true;
		}
		cell.at[1] = ANY;
		if (any && work->pivot->row_count > 1)
			pivot_row(work, cell);
	}
	pivot_row(work, (struct cell){{ANY, ANY, ANY}});
}

static void pivot_columns(const struct work *work)
{
	enum dimension labels[DIMENSIONS];
	struct shown shown[SHOWN_MAX];
	int slots[DIMENSIONS];
	const int label_count = pivot_labels(work->pivot, labels, slots);
	struct wanted *const wanted = work->wanted;

	for (int l = 0; l < label_count; l++) {
		if (dimensions[labels[l]].has_code)
			wanted_column(wanted, pivot_code_column(work, labels[l]));
		wanted_column(wanted, dimensions[labels[l]].field);
	}
	for (size_t c = 0; c <= (work->places[2] ? work->places[2]->items.count : 0); c++) {
		const bool in_group = work->places[2] && c < work->places[2]->items.count;
		const struct cell group = {{ANY, ANY, in_group ? pivot_nth(work->places[2], c) : ANY}};
		const int count = pivot_figures(work, in_group, shown);

		if (in_group && !pivot_shown(work, group))
			continue;
		for (int f = 0; f < count; f++) {
			const char *const prefix = in_group ? pivot_prefix(work, group.at[2]) : "";

			wanted_column(wanted, pool_print(wanted->pool, "%s%s", prefix, shown[f].id));
		}
	}
}

static void pivot_remarks(const struct work *work)
{
	unsigned stages = 1u << work->ask->stage;
	bool every_tool = false;

	for (int axis = 0; axis < 3; axis++) {
		struct cell none = {{ANY, ANY, ANY}};
		struct sums sums;

		if (!work->places[axis])
			continue;
		none.at[axis] = 0;
		pivot_add(work, none, 0, &sums);
		if (sums.projects)
			wanted_remark(work->wanted, "unclassified:%s=%lld",
				dimensions[pivot_dimension(work, axis)].id, (long long)sums.projects);
		every_tool |= pivot_dimension(work, axis) == BY_ANY_TOOL;
	}
	/* by every tool the parts are more than the whole */
	if (every_tool)
		wanted_remark(work->wanted, "every-tool");
	else
		wanted_rounding(work->wanted);
	if (pivot_measures(work->pivot, REALISATION))
		stages = EVERY_STAGE - 1;
	remarks_left_out(work->world, work->ask, NULL, work->wanted);
	if (pivot_minutes(work->pivot))
		remarks_no_figure(work->world, work->ask, stages, NULL, work->wanted);
	remarks_too_large(work->world, work->ask, work->wanted);
	const wide known = work->grand.knowing[work->ask->stage][work->ask->basis];
	if (pivot_reduces(work->pivot) && known != work->grand.projects)
		wanted_remark(work->wanted, "with-before=%lld/%lld", (long long)known,
			(long long)work->grand.projects);
	if (work->ask->units_year)
		wanted_remark(work->wanted, "units=%d", work->ask->units_year);
}

void pivot_table(struct world *world, const struct ask *ask, const struct pivot *pivot, struct wanted *wanted)
{
	struct work work = {.world = world, .ask = ask, .pivot = pivot, .wanted = wanted};

	for (int axis = 0; axis < 3; axis++) {
		if (axis == 2 ? pivot->column < 0 : axis >= pivot->row_count)
			continue;
		const enum dimension dimension = pivot_dimension(&work, axis);
		work.places[axis] = dimension_places(world, ask, dimension);
		work.stands[axis] = pool_get(world->pool, (world->projects.count + 1) * sizeof(int));
		for (size_t p = 0; p < world->projects.count; p++)
			work.stands[axis][p] = dimension_of(work.places[axis], world,
				&world->projects.items[p], dimension, 0);
	}
	pivot_add(&work, (struct cell){{ANY, ANY, ANY}}, 0, &work.grand);
	pivot_columns(&work);
	pivot_rows(&work);
	pivot_remarks(&work);
}
