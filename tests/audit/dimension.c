#include "dimension.h"

enum { APRIL = 4, HALF = 6, MONTHS = 12, LATER = 12 };

const struct dimension_info dimensions[DIMENSIONS] = {
	[BY_YEAR] = {"fiscal-year", "fiscal_year", true},
	[BY_DEPARTMENT] = {"department", "department", true},
	[BY_SECTION] = {"section", "section", true},
	[BY_TEAM] = {"team", "team", true},
	[BY_TYPE] = {"problem-type", "problem_type", true},
	[BY_TOOL] = {"tool", "primary_tool", true},
	[BY_ANY_TOOL] = {"any-tool", "tool", true},
	[BY_STATUS] = {"status", "status", true},
	[BY_LEADER] = {"leader", "leader", false},
	[BY_MONTH] = {"start-month", "start_month", true},
	[BY_HALF] = {"half-year", "half_year", true},
	[BY_REPLICABLE] = {"replicable", "replicable", true},
};

static const char *const status_names[STATUSES] = {"下書き", "登録", "決定", "実施中", "中間報告済", "完了",
	"差戻し", "中止"};

bool dimension_is_unit(enum dimension dimension)
{
	return dimension == BY_DEPARTMENT || dimension == BY_SECTION || dimension == BY_TEAM;
}

int dimension_find(const struct places *places, const char *code)
{
	for (size_t p = 0; p < places->items.count; p++)
		if (same(places->items.items[p].code, code))
			return (int)p;
	return -1;
}

/* Adds a group where there is none of that code. */
static struct place *dimension_add(struct world *world, struct places *places, const char *code,
	const char *name)
{
	const int known = dimension_find(places, code);

	if (known >= 0)
		return &places->items.items[known];
	struct place *const place = LIST_ADD(world->pool, &places->items);
	*place = (struct place){.code = code, .name = name, .above = ""};
	return place;
}

/* The years that are looked at: that of a table and the one before, or all. */
static void dimension_years(const struct world *world, const struct ask *ask, int *first, int *last)
{
	*first = ask->all_years ? world->first_year : ask->fiscal_year - 1;
	*last = ask->all_years ? world->last_year : ask->fiscal_year;
}

/* ---- groups of each kind ---------------------------------------------------------------------- */

static void dimension_units(struct world *world, const struct ask *ask, enum dimension dimension,
	struct places *places)
{
	static const enum kind kinds[DIMENSIONS] = {
		[BY_DEPARTMENT] = DEPARTMENT, [BY_SECTION] = SECTION, [BY_TEAM] = TEAM};
	int first, last;

	dimension_years(world, ask, &first, &last);
	const struct tree *const tree = world_tree(world, ask->units_year ? ask->units_year : last);
	for (size_t n = 0; n < tree->nodes.count; n++) {
		const struct unit *const unit = tree->nodes.items[n].unit;

		if (unit->kind != kinds[dimension])
			continue;
		struct place *const place = dimension_add(world, places, unit->code, unit->name);
		place->above = unit->parent;
		place->listed = true;
	}
	for (size_t u = 0; u < world->units.count; u++) {
		const struct unit *const unit = &world->units.items[u];

		if (unit->kind != kinds[dimension] || unit->first > last ||
			(unit->last && unit->last < first) || dimension_find(places, unit->code) >= 0)
			continue;
		struct place *const place = dimension_add(world, places, unit->code, unit->name);
		place->above = unit->parent;
		place->listed = ask->all_years && !ask->units_year;
	}
}

static void dimension_catalogue(struct world *world, const struct ask *ask, enum dimension dimension,
	struct places *places)
{
	const size_t count = dimension == BY_TYPE ? world->types.count : world->tools.count;
	const struct entry *const entries = dimension == BY_TYPE ? world->types.items : world->tools.items;
	int first, last;

	dimension_years(world, ask, &first, &last);
	for (size_t e = 0; e < count; e++) {
		const struct entry *const entry = &entries[e];

		if (entry->first > last || (entry->last && entry->last < first))
			continue;
		struct place *const place = dimension_add(world, places, entry->code, entry->name);
		/* the version that holds in the last year names it */
		if (!entry->last || entry->last >= last)
			place->name = entry->name;
		place->listed |= ask->all_years || (entry->first <= ask->fiscal_year &&
			(!entry->last || entry->last >= ask->fiscal_year));
	}
}

static const char *dimension_leader(struct world *world, const struct project *project)
{
	return *project->leader ? pool_print(world->pool, "%s/%s", project->section, project->leader) : "";
}

/* By section, then name. */
static void dimension_leaders(struct world *world, const struct ask *ask, struct places *places)
{
	const struct places *const sections = dimension_places(world, ask, BY_SECTION);

	for (size_t s = 1; s <= sections->items.count; s++) {
		const char *last = "";

		/* those without a section come first */
		for (const char *best;; last = best) {
			const char *name = NULL;

			best = NULL;
			for (size_t p = 0; p < world->projects.count; p++) {
				const struct project *const project = &world->projects.items[p];
				const char *const key = dimension_leader(world, project);
				const char *const code = s == 1 ? "" : sections->items.items[s - 1].code;

				if (!*key || !same(project->section, code) || strcmp(key, last) <= 0 ||
					(best && strcmp(key, best) >= 0) || !ask_matches(ask, project))
					continue;
				best = key;
				name = project->leader;
			}
			if (!best)
				break;
			dimension_add(world, places, best, name);
		}
	}
}

static void dimension_months(struct world *world, const struct ask *ask, struct places *places)
{
	int first, last;

	dimension_years(world, ask, &first, &last);
	for (int year = first; year <= last; year++)
		for (int month = 0; month < MONTHS; month++) {
			const int calendar = (month + APRIL - 1) % MONTHS + 1;
			const int of = year + (month + APRIL > MONTHS);

			dimension_add(world, places, pool_print(world->pool, "%04d-%02d", of, calendar),
				pool_print(world->pool, "%d年%d月", of, calendar));
		}
	dimension_add(world, places, "later", "年度外");
}

static void dimension_constants(struct world *world, enum dimension dimension, struct places *places)
{
	static const char *const halves[][2] = {{"first", "前期"}, {"second", "後期"}};
	static const char *const flags[][2] = {{"yes", "はい"}, {"no", "いいえ"}};
	const char *const(*const pairs)[2] = dimension == BY_HALF ? halves : flags;

	for (int i = 0; i < 2; i++)
		dimension_add(world, places, pairs[i][0], pairs[i][1])->listed = true;
	if (dimension == BY_HALF)
		dimension_add(world, places, "later", "年度外");
}

const struct places *dimension_places(struct world *world, const struct ask *ask, enum dimension dimension)
{
	struct places *const places = pool_get(world->pool, sizeof *places);
	int first, last;

	dimension_add(world, places, "", dimension == BY_TYPE ? "未分類" : "なし");
	dimension_years(world, ask, &first, &last);
	switch (dimension) {
	case BY_YEAR:
		for (int year = first; year <= last; year++)
			dimension_add(world, places, pool_print(world->pool, "%d", year),
				world_year_name(world->pool, year))->listed =
				ask->all_years || year == ask->fiscal_year;
		break;
	case BY_DEPARTMENT:
	case BY_SECTION:
	case BY_TEAM:
		dimension_units(world, ask, dimension, places);
		break;
	case BY_TYPE:
	case BY_TOOL:
	case BY_ANY_TOOL:
		dimension_catalogue(world, ask, dimension, places);
		break;
	case BY_STATUS:
		for (int s = 0; s < STATUSES; s++)
			dimension_add(world, places, status_ids[s], status_names[s]);
		break;
	case BY_LEADER:
		dimension_leaders(world, ask, places);
		break;
	case BY_MONTH:
		dimension_months(world, ask, places);
		break;
	case BY_HALF:
	case BY_REPLICABLE:
		dimension_constants(world, dimension, places);
		break;
	case DIMENSIONS:
		break;
	}
	return places;
}

/* ---- where a project stands ---------------------------------------------------------------------- */

static const char *dimension_month(struct world *world, const struct project *project)
{
	if (project->start < 0)
		return "";
	if (project->start == LATER)
		return "later";
	return pool_print(world->pool, "%04d-%02d", project->fiscal_year + (project->start + APRIL > MONTHS),
		(project->start + APRIL - 1) % MONTHS + 1);
}

static const char *dimension_code(struct world *world, const struct project *project,
	enum dimension dimension, size_t n)
{
	switch (dimension) {
	case BY_YEAR:
		return pool_print(world->pool, "%d", project->fiscal_year);
	case BY_DEPARTMENT:
		return project->department;
	case BY_SECTION:
		return project->section;
	case BY_TEAM:
		return project->team;
	case BY_TYPE:
		return project->type;
	case BY_TOOL:
	case BY_ANY_TOOL:
		return n < project->tools.count ? project->tools.items[n] : "";
	case BY_STATUS:
		return status_ids[project->status];
	case BY_LEADER:
		return dimension_leader(world, project);
	case BY_MONTH:
		return dimension_month(world, project);
	case BY_HALF:
		return project->start < 0 ? "" : project->start == LATER ? "later" :
			project->start < HALF ? "first" : "second";
	case BY_REPLICABLE:
		return project->replicable ? "yes" : "no";
	case DIMENSIONS:
		break;
	}
	return "";
}

int dimension_of(const struct places *places, struct world *world, const struct project *project,
	enum dimension dimension, size_t n)
{
	if (n > 0 && (dimension != BY_ANY_TOOL || n >= project->tools.count))
		return -1;
	const int found = dimension_find(places, dimension_code(world, project, dimension, n));
	return found < 0 ? 0 : found;
}
