/* tables_lines - the tables that look at effect lines, at sections and at pieces of work. */
#include <stdlib.h>

#include "key.h"
#include "remarks.h"
#include "tables.h"

/* ---- where the freed time goes ------------------------------------------------------------------- */

enum { USES = 5, NOT_STATED = USES };
static const char *const uses[USES + 1][2] = {{"overtime", "時間外縮減"}, {"new-work", "新規業務"},
	{"residents", "住民対応"}, {"planning", "企画・学び"}, {"other", "その他"}, {"none", "未記入"}};

/* "overtime:60;residents:40"; false where nothing is said. */
static bool tables_split(const char *text, int percent[USES])
{
	bool said = false;

	memset(percent, 0, USES * sizeof *percent);
	for (int u = 0; u < USES; u++) {
		const size_t length = strlen(uses[u][0]);
		const char *const at = strstr(text, uses[u][0]);

		if (at && at[length] == ':' && (at == text || at[-1] == ';'))
			percent[u] = atoi(at + length + 1);
		said |= percent[u] > 0;
	}
	return said;
}

/* Adds a line to the parts; the last is of what is not stated. */
static void tables_add_uses(const struct line *line, enum basis basis, wide parts[USES + 1])
{
	const wide minutes = line->saved[basis];
	int percent[USES], sum = 0;
	wide given = 0;

	if (!tables_split(line->destination, percent)) {
		parts[NOT_STATED] += minutes;
		return;
	}
	/* to the minute: each share reaches from where the one before ended */
	for (int u = 0; u < USES; u++) {
		sum += percent[u];
		const wide until = exact_floor(minutes * sum, 100);
		parts[u] += until - given;
		given = until;
	}
}

/* Of the projects of a group; of all of them where places is NULL. */
static void tables_uses_of(struct world *world, const struct ask *ask, const struct places *places,
	enum dimension rows, int at, wide parts[USES + 1])
{
	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];

		if (!tables_takes(ask, project) ||
			(places && dimension_of(places, world, project, rows, 0) != at))
			continue;
		for (size_t l = 0; l < project->lines.count; l++)
			if (project->lines.items[l].stage == ask->stage)
				tables_add_uses(&project->lines.items[l], ask->basis, parts);
	}
}

/* The pivot of hours with a column for each use before them. */
void tables_destinations_by(struct world *world, const struct ask *ask, enum dimension rows,
	struct wanted *wanted)
{
	const struct pivot pivot = {.rows = {rows}, .row_count = 1, .column = -1,
		.measures = {{HOURS, MEASURES}, {PERSON_YEARS, MEASURES}}, .measure_count = 2};
	const struct places *const places = dimension_places(world, ask, rows);
	struct wanted plain = {.pool = wanted->pool};
	size_t row = 0;

	pivot_table(world, ask, &pivot, &plain);
	for (size_t c = 0; c < plain.columns.count; c++) {
		for (int u = 0; u <= USES && same(plain.columns.items[c], "hours"); u++)
			wanted_column(wanted, pool_print(wanted->pool, "%s:hours", uses[u][0]));
		wanted_column(wanted, plain.columns.items[c]);
	}
	for (size_t n = 0; n <= places->items.count; n++) {
		const bool total = n == places->items.count;
		const int at = n + 1 < places->items.count ? (int)n + 1 : 0;
		wide parts[USES + 1] = {0};
		bool any = total;

		for (size_t p = 0; p < world->projects.count; p++)
			any |= tables_takes(ask, &world->projects.items[p]) &&
				dimension_of(places, world, &world->projects.items[p], rows, 0) == at;
		if (!any)
			continue;
		wanted_row(wanted, plain.kinds.items[row]);
		tables_uses_of(world, ask, total ? NULL : places, rows, at, parts);
		for (int u = 0; u <= USES; u++)
			wanted_number(wanted, pool_print(wanted->pool, "%s:hours", uses[u][0]),
				exact_round(parts[u], 60), 0);
		for (size_t c = 0; c < plain.columns.count; c++)
			wanted_copy(wanted, plain.columns.items[c], plain.rows.items[row].cells.items[c]);
		row++;
	}
	wanted_rounding(wanted);
	wanted->remarks.count = 0;
	for (size_t r = 0; r < plain.remarks.count; r++)
		wanted_remark(wanted, "%s", plain.remarks.items[r]);
}

void tables_destinations(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const int64_t hours = world_hours(world, ask->fiscal_year);
	wide parts[USES + 1] = {0}, whole = 0;

	tables_uses_of(world, ask, NULL, BY_YEAR, 0, parts);
	for (int u = 0; u <= USES; u++)
		whole += parts[u];
	const char *const columns[] = {"destination_code", "destination", "hours", "person_years", "share"};
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (int u = 0; u <= USES + 1; u++) {
		const bool total = u > USES;
		const wide minutes = total ? whole : parts[u];

		if (u == NOT_STATED && !minutes)
			continue;
		wanted_row(wanted, total ? WANTED_TOTAL : WANTED_DATA);
		wanted_text(wanted, "destination_code", total ? "total" : uses[u][0]);
		wanted_text(wanted, "destination", total ? "合計" : uses[u][1]);
		wanted_number(wanted, "hours", exact_round(minutes, 60), 0);
		wanted_number(wanted, "person_years", exact_round(minutes * 10, 60 * (wide)hours), 1);
		if (whole > 0)
			wanted_number(wanted, "share", exact_round(minutes * 1000, whole), 1);
	}
	wanted_rounding(wanted);
	remarks_left_out(world, ask, NULL, wanted);
	remarks_no_figure(world, ask, 1u << ask->stage, NULL, wanted);
	remarks_too_large(world, ask, wanted);
}

/* ---- fractions of a person ------------------------------------------------------------------------- */

static void tables_fraction_row(struct world *world, const struct ask *ask, struct wanted *wanted,
	wide minutes, int64_t teams)
{
	const int64_t days = world_parameter(world, "working_days", ask->fiscal_year, 240);

	if (teams >= 0)
		wanted_number(wanted, "teams", teams, 0);
	wanted_number(wanted, "hours", exact_round(minutes, 60), 0);
	wanted_number(wanted, "person_years",
		exact_round(minutes * 100, 60 * (wide)world_hours(world, ask->fiscal_year)), 2);
	wanted_number(wanted, "minutes_a_day", exact_round(minutes, days), 0);
	if (teams > 0)
		wanted_number(wanted, "minutes_a_day_and_team", exact_round(minutes, days * (wide)teams), 0);
}

static wide tables_minutes(const struct world *world, const struct ask *ask, const char *section)
{
	wide minutes = 0;

	for (size_t p = 0; p < world->projects.count; p++)
		if (tables_takes(ask, &world->projects.items[p]) &&
			(!section || same(world->projects.items[p].section, section)))
			minutes += world->projects.items[p].minutes[ask->stage][ask->basis];
	return minutes;
}

void tables_fractions(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const struct tree *const tree = world_tree(world, ask->fiscal_year);
	const char *const columns[] = {"teams", "hours", "person_years", "minutes_a_day",
		"minutes_a_day_and_team"};
	bool elsewhere = false;

	tables_unit_columns(wanted, SECTION);
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t n = 0; n < tree->nodes.count; n++) {
		const struct unit *const unit = tree->nodes.items[n].unit;

		if (unit->kind != SECTION)
			continue;
		wanted_row(wanted, WANTED_DATA);
		tables_unit(wanted, tree, (int)n);
		tables_fraction_row(world, ask, wanted, tables_minutes(world, ask, unit->code),
			tree_count(tree, TEAM, (int)n));
	}
	for (size_t p = 0; p < world->projects.count; p++)
		elsewhere |= tables_takes(ask, &world->projects.items[p]) &&
			!*world->projects.items[p].section;
	if (elsewhere) {
		wanted_row(wanted, WANTED_DATA);
		wanted_text(wanted, "section", "なし");
		tables_fraction_row(world, ask, wanted, tables_minutes(world, ask, ""), -1);
	}
	wanted_row(wanted, WANTED_TOTAL);
	wanted_text(wanted, "department_code", "total");
	wanted_text(wanted, "department", "合計");
	tables_fraction_row(world, ask, wanted, tables_minutes(world, ask, NULL), tree_count(tree, TEAM, -1));
	wanted_rounding(wanted);
	remarks_left_out(world, ask, NULL, wanted);
	remarks_no_figure(world, ask, 1u << ask->stage, NULL, wanted);
	remarks_too_large(world, ask, wanted);
}

/* ---- room for wider use ------------------------------------------------------------------------------ */

struct room {
	const struct project *project;
	const struct line *line;
	wide full;
};

/* What full use would save, floored; what covers all there is has no room. */
static wide tables_full_use(const struct line *line)
{
	if (line->unit_cases <= line->covered)
		return line->saved[FULL_YEAR];
	return exact_floor(line->saved[FULL_YEAR] * line->unit_cases, line->covered);
}

static bool tables_room_before(const struct room *a, const struct room *b)
{
	const wide more_a = a->full - a->line->saved[FULL_YEAR], more_b = b->full - b->line->saved[FULL_YEAR];

	if (more_a != more_b)
		return more_a > more_b;
	if (a->project != b->project)
		return a->project->number < b->project->number;
	return a->line < b->line;
}

static void tables_room_hours(const struct world *world, const struct ask *ask, struct wanted *wanted, wide now,
	wide full)
{
	wanted_number(wanted, "hours", exact_round(now, 60), 0);
	wanted_number(wanted, "hours_full_use", exact_round(full, 60), 0);
	wanted_number(wanted, "hours_more", exact_round(full - now, 60), 0);
	wanted_number(wanted, "person_years_more",
		exact_round((full - now) * 10, 60 * (wide)world_hours(world, ask->fiscal_year)), 1);
}

static const char *tables_section_name(struct world *world, const struct project *project)
{
	const struct tree *const tree = world_tree(world, project->fiscal_year);
	const int node = tree_find(tree, project->section);

	return node < 0 ? "" : tree->nodes.items[node].unit->name;
}

void tables_headroom(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const char *const columns[] = {"number", "title", "section", "line", "covered_cases", "unit_cases",
		"coverage", "hours", "hours_full_use", "hours_more", "person_years_more"};
	LIST(struct room) rooms = {0};
	wide now = 0, full = 0;

	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];

		for (size_t l = 0; tables_takes(ask, project) && l < project->lines.count; l++) {
			const struct line *const line = &project->lines.items[l];
			const struct room room = {project, line,
				line->covered > 0 ? tables_full_use(line) : 0};

			if (line->stage != ask->stage || line->unit_cases <= 0 || line->covered <= 0)
				continue;
			size_t at = rooms.count;
			LIST_ADD(world->pool, &rooms);
			for (; at > 0 && tables_room_before(&room, &rooms.items[at - 1]); at--)
				rooms.items[at] = rooms.items[at - 1];
			rooms.items[at] = room;
		}
	}
	for (size_t r = 0; r < rooms.count; r++) {
		const struct line *const line = rooms.items[r].line;

		wanted_row(wanted, WANTED_DATA);
		wanted_text(wanted, "number", world_number(world, rooms.items[r].project));
		wanted_text(wanted, "title", rooms.items[r].project->title);
		wanted_text(wanted, "section", tables_section_name(world, rooms.items[r].project));
		wanted_text(wanted, "line", line->label);
		wanted_number(wanted, "covered_cases", line->covered, 0);
		wanted_number(wanted, "unit_cases", line->unit_cases, 0);
		wanted_number(wanted, "coverage", exact_round(line->covered * 1000, line->unit_cases), 1);
		tables_room_hours(world, ask, wanted, line->saved[FULL_YEAR], rooms.items[r].full);
		now += line->saved[FULL_YEAR];
		full += rooms.items[r].full;
	}
	wanted_row(wanted, WANTED_TOTAL);
	wanted_text(wanted, "number", "合計");
	tables_room_hours(world, ask, wanted, now, full);
	wanted_rounding(wanted);
	remarks_no_figure(world, ask, 1u << ask->stage, NULL, wanted);
	remarks_too_large(world, ask, wanted);
}

/* ---- possible double counting --------------------------------------------------------------------------- */

struct claim {
	const struct project *first;
	const char *key, *numbers, *plain; /* "R7-0001, R7-0002", and without blanks */
	wide projects, minutes, largest, at_stake;
	const struct clearance *clearance;
	bool covers; /* the clearance was given for all of them */
};

static void tables_clear(const struct world *world, struct claim *claim)
{
	for (size_t c = 0; c < world->clearances.count; c++) {
		const struct clearance *const clearance = &world->clearances.items[c];

		if (clearance->fiscal_year == claim->first->fiscal_year &&
			same(clearance->unit, claim->first->section) && same(clearance->work_key, claim->key))
			claim->clearance = clearance;
	}
	claim->covers = claim->clearance != NULL;
	for (const char *at = claim->plain; claim->covers && *at; at += *at == ',') {
		const size_t length = strcspn(at, ",");
		const char *found = claim->clearance->projects;

		while (*found && (strncmp(found, at, length) != 0 || (found[length] && found[length] != ','))) {
			found += strcspn(found, ",");
			found += *found == ',';
		}
		claim->covers = *found != '\0';
		at += length;
	}
}

/* Open ones first, what is at stake from the most down, then by section and work. */
static bool tables_claim_before(const struct claim *a, const struct claim *b)
{
	if (a->covers != b->covers)
		return b->covers;
	if (a->at_stake != b->at_stake)
		return a->at_stake > b->at_stake;
	const int order = strcmp(a->first->section, b->first->section);
	return order ? order < 0 : strcmp(a->key, b->key) < 0;
}

void tables_overlaps(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const struct tree *const tree = world_tree(world, ask->fiscal_year);
	const char *const columns[] = {"work", "projects", "numbers", "hours", "hours_at_stake", "cleared",
		"cleared_before"};
	LIST(struct claim) claims = {0};
	wide projects = 0, minutes = 0, at_stake = 0;

	tables_unit_columns(wanted, SECTION);
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const first = &world->projects.items[p];
		struct claim claim = {.first = first, .key = key_of(world->pool, first->work), .numbers = "",
			.plain = ""};
		bool known = !*claim.key || !*first->section || !tables_takes(ask, first);
		wide positive = 0;

		for (size_t c = 0; c < claims.count && !known; c++)
			known = same(claims.items[c].key, claim.key) &&
				same(claims.items[c].first->section, first->section);
		for (size_t q = p; q < world->projects.count && !known; q++) {
			const struct project *const other = &world->projects.items[q];
			const wide saved = other->minutes[ESTIMATE][IN_YEAR];

			if (!tables_takes(ask, other) || !same(other->section, first->section) ||
				!same(key_of(world->pool, other->work), claim.key))
				continue;
			claim.numbers = pool_print(world->pool, "%s%s%s", claim.numbers,
				claim.projects ? ", " : "", world_number(world, other));
			claim.plain = pool_print(world->pool, "%s%s%s", claim.plain,
				claim.projects ? "," : "", world_number(world, other));
			claim.projects++;
			claim.minutes += saved;
			/* counted twice at most: what is saved beside the largest; a loss is not */
			positive += saved > 0 ? saved : 0;
			claim.largest = saved > claim.largest ? saved : claim.largest;
		}
		claim.at_stake = positive - claim.largest;
		if (known || claim.projects < 2)
			continue;
		tables_clear(world, &claim);
		size_t at = claims.count;
		LIST_ADD(world->pool, &claims);
		for (; at > 0 && tables_claim_before(&claim, &claims.items[at - 1]); at--)
			claims.items[at] = claims.items[at - 1];
		claims.items[at] = claim;
	}
	for (size_t c = 0; c <= claims.count; c++) {
		const bool total = c == claims.count;
		const struct claim *const claim = &claims.items[c];
		const int node = total ? -1 : tree_find(tree, claim->first->section);

		wanted_row(wanted, total ? WANTED_TOTAL : WANTED_DATA);
		if (total)
			tables_unit_word(wanted, "合計");
		else if (node >= 0)
			tables_unit(wanted, tree, node);
		else
			tables_unit_word(wanted, claim->first->section);
		if (!total) {
			wanted_text(wanted, "work", claim->first->work);
			wanted_text(wanted, "numbers", claim->numbers);
			if (claim->clearance && claim->covers)
				wanted_text(wanted, "cleared", pool_print(world->pool, "%s：%s",
					claim->clearance->by, claim->clearance->reason));
			else if (claim->clearance)
				wanted_text(wanted, "cleared_before", pool_print(world->pool, "%s（%s）：%s",
					claim->clearance->by, claim->clearance->projects,
					claim->clearance->reason));
			projects += claim->projects;
			minutes += claim->minutes;
			at_stake += claim->at_stake;
		}
		wanted_number(wanted, "projects", total ? projects : claim->projects, 0);
		wanted_number(wanted, "hours", exact_round(total ? minutes : claim->minutes, 60), 0);
		wanted_number(wanted, "hours_at_stake", exact_round(total ? at_stake : claim->at_stake, 60), 0);
	}
	wanted_rounding(wanted);
	remarks_no_figure(world, ask, 1u << ESTIMATE, NULL, wanted);
	remarks_too_large(world, ask, wanted);
}
