#include "audit.h"

#include <stdio.h>

#include "compare.h"
#include "explained.h"
#include "explained_rows.h"
#include "formats.h"
#include "keep.h"
#include "key.h"
#include "moved.h"
#include "scope.h"
#include "site.h"
#include "tables.h"
#include "trial.h"

struct audit {
	struct pool *pool;
	struct chance *chance;
	struct program program;
	struct world world;
	struct tally *tally;
	uint64_t turn; /* which format is next */
	bool measures[MEASURES]; /* that the program knows */
};

static void audit_word(struct audit *audit, struct words *words, const char *word)
{
	words_add(audit->pool, words, word);
}

static void audit_option(struct audit *audit, struct words *words, const char *name, const char *value)
{
	words_option(audit->pool, words, name, value);
}

static struct answer audit_run(struct audit *audit, struct words words, const char *format)
{
	return words_run(&audit->program, audit->pool, words, format);
}

/* Compares a table in CSV and, by turns, in the other formats: each place of a database has another one in the
 * next database. */
static void audit_compare(struct audit *audit, const char *name, struct words words, const struct wanted *wanted,
	const struct ask *ask, bool figures)
{
	const struct answer answer = audit_run(audit, words, "csv");
	const struct grid *const grid = compare_csv(audit->tally, audit->pool, name, &answer, wanted);
	const uint64_t turn = audit->turn++;

	tally_compared(audit->tally, name, TALLY_CSV);
	if (grid && ask)
		scope_compare(audit->tally, &audit->world, name, &answer, grid, ask, figures);
	if (grid)
		formats_compare(audit->tally, audit->pool, &audit->program, name, words, grid, turn);
}

static struct ask audit_ask(struct audit *audit)
{
	struct ask ask = {.fiscal_year = chance_of(audit->chance, 70) ? 2025 :
		(int)chance_from(audit->chance, BODY_FIRST_YEAR, BODY_LAST_YEAR)};

	audit->program.fiscal_year = ask.fiscal_year;
	return ask;
}

static void audit_figures(struct audit *audit, struct ask *ask, struct words *words, bool stage, bool basis)
{
	if (stage && chance_of(audit->chance, 60)) {
		ask->stage = (enum stage)chance_from(audit->chance, 0, STAGES - 1);
		audit_option(audit, words, "--stage", stage_ids[ask->stage]);
	}
	if (basis && chance_of(audit->chance, 50)) {
		ask->basis = (enum basis)chance_from(audit->chance, 0, BASES - 1);
		audit_option(audit, words, "--basis", basis_ids[ask->basis]);
	}
}

/* of_year: the filter may name another year than --fy, which then is the one. */
static void audit_filter(struct audit *audit, struct ask *ask, struct words *words, bool of_year)
{
	if (!chance_of(audit->chance, 40))
		return;
	ask_filter(ask, &audit->world, audit->chance);
	ask->filtered = ask->terms.count > 0;
	if (!of_year || !ask->filtered || !chance_of(audit->chance, 25)) {
		audit_option(audit, words, "--filter", ask_filter_text(ask, audit->pool));
		return;
	}
	ask->fiscal_year = (int)chance_from(audit->chance, BODY_FIRST_YEAR, BODY_LAST_YEAR);
	audit_option(audit, words, "--filter", pool_print(audit->pool, "%s fy:R%d",
		ask_filter_text(ask, audit->pool), ask->fiscal_year - 2018));
}

/* A filter that names two years or three, which replace that of --fy. */
static void audit_span(struct audit *audit, struct ask *ask, struct words *words)
{
	const int first = (int)chance_from(audit->chance, BODY_FIRST_YEAR, BODY_LAST_YEAR - 1);

	if (chance_of(audit->chance, 40))
		ask_filter(ask, &audit->world, audit->chance);
	ask_years(ask, &audit->world, first, (int)chance_from(audit->chance, first + 1, BODY_LAST_YEAR));
	audit_option(audit, words, "--filter", ask_filter_text(ask, audit->pool));
}

/* As if the rules of some year applied. */
static struct world audit_trial(struct audit *audit, struct ask *ask, struct words *words)
{
	ask->rules_year = (int)chance_from(audit->chance, BODY_FIRST_YEAR, BODY_LAST_YEAR);
	audit_option(audit, words, "--rules", pool_print(audit->pool, "%d", ask->rules_year));
	return trial_world(&audit->world, ask->rules_year);
}

/* ---- ready-made tables ---------------------------------------------------------------------------- */

/* A department or section of the year; where rows are teams, a team too. */
static void audit_unit(struct audit *audit, struct ask *ask, struct words *words, bool teams)
{
	const struct tree *const tree = world_tree(&audit->world, ask->fiscal_year);
	const struct unit *const unit = tree->nodes.count < 2 ? NULL :
		tree->nodes.items[chance_from(audit->chance, 1, (int64_t)tree->nodes.count - 1)].unit;

	if (!unit || (unit->kind == TEAM && !teams))
		return;
	ask->unit = unit->code;
	audit_option(audit, words, "--unit", ask->unit);
}

/* Other rows that a table may have. */
static enum dimension audit_rows(struct audit *audit, const char *id)
{
	for (;;) {
		const enum dimension rows = (enum dimension)chance_from(audit->chance, 0, DIMENSIONS - 1);
		const bool whole = rows != BY_ANY_TOOL && rows != BY_YEAR;

		if (same(id, "coverage") ? rows == BY_DEPARTMENT || rows == BY_SECTION :
			whole || !same(id, "destinations"))
			return rows;
	}
}

/* Who lacks what, and what falls due soon. */
static void audit_late(struct audit *audit, struct ask *ask, struct words *words, unsigned takes)
{
	if (takes & OF_STEP && chance_of(audit->chance, 30)) {
		ask->missing = (int)chance_from(audit->chance, 1, 3);
		audit_option(audit, words, "--missing", table_steps[ask->missing - 1]);
	}
	if (takes & OF_DAYS && chance_of(audit->chance, 40)) {
		ask->days = (int)chance_from(audit->chance, 1, 120);
		audit_option(audit, words, "--days", pool_print(audit->pool, "%d", ask->days));
	}
}

static void audit_table(struct audit *audit, const char *id)
{
	const struct table_rule *const rule = table_rule_find(id);
	struct ask ask = audit_ask(audit);
	struct words words = {0};
	struct wanted wanted = {.pool = audit->pool};

	audit_word(audit, &words, "table");
	audit_word(audit, &words, id);
	if (!rule) {
		const struct answer answer = audit_run(audit, words, "csv");

		compare_fault(audit->tally, id, &answer, "the audit has no rule for this table");
		return;
	}
	audit_figures(audit, &ask, &words, rule->takes & BY_STAGE, rule->takes & BY_BASIS);
	if (rule->takes & FILTERED)
		audit_filter(audit, &ask, &words, !same(id, "trend") && !same(id, "goal"));
	if (rule->takes & (OF_UNIT | NARROWED) && chance_of(audit->chance, 30)) {
		audit_unit(audit, &ask, &words, strncmp(id, "review", 6) != 0);
		ask.narrowed = ask.unit && rule->takes & NARROWED;
	}
	if (rule->by && !ask.unit && chance_of(audit->chance, 30)) {
		const enum dimension rows = audit_rows(audit, id);

		audit_option(audit, &words, "--rows", dimensions[rows].id);
		rule->by(&audit->world, &ask, rows, &wanted);
	} else {
		audit_late(audit, &ask, &words, rule->takes);
		rule->make(&audit->world, &ask, &wanted);
	}
	/* the room for wider use is that of full years, the goal that of several */
	if (same(id, "headroom"))
		ask.basis = FULL_YEAR;
	ask.all_years = same(id, "trend") || same(id, "goal");
	audit_compare(audit, id, words, &wanted, &ask, rule->takes & BY_STAGE);
}

/* A ready-made table over several years; one that is of a single year by its nature asks for one. */
static void audit_over_years(struct audit *audit)
{
	static const char *const several[] = {"problem-types", "ict-tools", "departments", "sections", "teams", "matrix",
		"trend", "realisation"};
	static const char *const single[] = {"review", "review-first-half", "review-second-half", "coverage",
		"reminders", "fractions", "headroom", "overlaps", "doubts"};
	const char *const id = chance_of(audit->chance, 70) ? CHANCE_OF(audit->chance, several) :
		CHANCE_OF(audit->chance, single);
	const struct table_rule *const rule = table_rule_find(id);
	struct ask ask = audit_ask(audit);
	struct words words = {0};
	struct wanted wanted = {.pool = audit->pool};
	bool is_single = false;

	for (size_t s = 0; s < sizeof single / sizeof *single; s++)
		is_single |= same(single[s], id);
	audit_option(audit, &words, "table", id);
	audit_figures(audit, &ask, &words, rule->takes & BY_STAGE, rule->takes & BY_BASIS);
	audit_span(audit, &ask, &words);
	if (!is_single) {
		rule->make(&audit->world, &ask, &wanted);
		audit_compare(audit, "table over years", words, &wanted, &ask, rule->takes & BY_STAGE);
		return;
	}
	const struct answer answer = audit_run(audit, words, "csv");
	audit->tally->tables++;
	if (answer.status != 2 || answer.length || !*answer.err)
		compare_fault(audit->tally, pool_print(audit->pool, "%s over years", id), &answer,
			"it is of a single year, and does not ask for one");
}

/* A ready-made table by the rules of some year. */
static void audit_by_rules(struct audit *audit)
{
	const struct table_rule *const rule = &table_rules[chance_from(audit->chance, 0, (int64_t)table_rule_count - 1)];
	struct ask ask = audit_ask(audit);
	struct words words = {0};
	struct wanted wanted = {.pool = audit->pool};

	audit_option(audit, &words, "table", rule->id);
	audit_figures(audit, &ask, &words, rule->takes & BY_STAGE, rule->takes & BY_BASIS);
	struct world trial = audit_trial(audit, &ask, &words);
	rule->make(&trial, &ask, &wanted);
	if (same(rule->id, "headroom"))
		ask.basis = FULL_YEAR;
	ask.all_years = same(rule->id, "trend") || same(rule->id, "goal");
	audit_compare(audit, "table by other rules", words, &wanted, &ask, rule->takes & BY_STAGE);
}

/* Every table that the program knows. */
static void audit_tables(struct audit *audit)
{
	const char *const list[] = {"table", NULL};
	const struct answer answer = program_run(&audit->program, audit->pool, list);

	for (const char *line = answer.out; *line; line += strcspn(line, "\n") + 1) {
		const size_t length = strcspn(line, " \n");

		if (length)
			audit_table(audit, pool_copy(audit->pool, line, length));
		if (!line[strcspn(line, "\n")])
			break;
	}
}

/* ---- lists ----------------------------------------------------------------------------------------- */

static void audit_list(struct audit *audit)
{
	struct ask ask = audit_ask(audit);
	struct words words = {0};
	struct wanted wanted = {.pool = audit->pool};
	struct text columns = {0};

	for (size_t c = 0; c < tables_list_count; c++)
		text_print(audit->pool, &columns, "%s%s", c ? "," : "", tables_list_columns[c]);
	audit_word(audit, &words, "list");
	audit_option(audit, &words, "--columns", columns.bytes);
	if (chance_of(audit->chance, 50)) {
		ask_filter(&ask, &audit->world, audit->chance);
		/* a blank, so that it is no option */
		audit_word(audit, &words, pool_print(audit->pool, " %s", ask_filter_text(&ask, audit->pool)));
	}
	tables_list(&audit->world, &ask, &wanted);
	audit_compare(audit, "list", words, &wanted, NULL, false);
}

static void audit_realisations(struct audit *audit)
{
	struct ask ask = audit_ask(audit);
	struct words words = {0};
	struct wanted wanted = {.pool = audit->pool};

	audit_word(audit, &words, "table");
	audit_word(audit, &words, "realisation");
	audit_option(audit, &words, "--rows", "project");
	audit_figures(audit, &ask, &words, false, true);
	audit_filter(audit, &ask, &words, true);
	tables_realisation_projects(&audit->world, &ask, &wanted);
	audit_compare(audit, "realisation by project", words, &wanted, &ask, true);
}

/* ---- any rollup --------------------------------------------------------------------------------------- */

/* Which measures the program knows, as it says when asked for one that there is not. */
static void audit_find_measures(struct audit *audit)
{
	const char *const words[] = {"rollup", "--rows", "tool", "--measure", "?", NULL};
	const struct answer answer = program_run(&audit->program, audit->pool, words);
	const char *at = strstr(answer.err, "projects ");

	if (!at)
		compare_fault(audit->tally, "measures", &answer, "no list of them");
	while (at && *at && *at != '\n') {
		const size_t length = strcspn(at, " \n");
		bool known = false;

		for (int m = 0; m < MEASURES; m++)
			if (strlen(measure_ids[m]) == length && strncmp(measure_ids[m], at, length) == 0)
				known = audit->measures[m] = true;
		if (!known)
			compare_fault(audit->tally, "measures", &answer, pool_print(audit->pool,
				"the audit has no rule for %.*s", (int)length, at));
		at += length;
		at += strspn(at, " ");
	}
}

static void audit_measures(struct audit *audit, struct pivot *pivot, struct text *text)
{
	for (int64_t m = chance_from(audit->chance, 1, 5); m > 0 || !pivot->measure_count; m--) {
		const enum measure measure = (enum measure)chance_from(audit->chance, 0, MEASURES - 1);
		const bool speaks = measure == SHARE || measure == CHANGE;
		bool known = false;

		pivot->measures[pivot->measure_count] = (struct measured){measure, MEASURES};
		for (int k = 0; k < pivot->measure_count; k++)
			known |= pivot->measures[k].measure == measure && !speaks;
		/* of several figures at once there is neither */
		if (known || !audit->measures[measure] || (speaks && pivot_spoken(pivot, pivot->measure_count) >= REALISATION))
			continue;
		text_print(audit->pool, text, "%s%s", pivot->measure_count ? "," : "", measure_ids[measure]);
		pivot->measure_count++;
	}
}

/* Leaders are told apart by the sections they were of. */
static bool audit_by_leader(const struct pivot *pivot)
{
	return pivot->rows[0] == BY_LEADER || (pivot->row_count > 1 && pivot->rows[1] == BY_LEADER) ||
		pivot->column == BY_LEADER;
}

static void audit_rollup(struct audit *audit)
{
	const int first = (int)chance_from(audit->chance, 0, DIMENSIONS - 1);
	const int second = (int)chance_from(audit->chance, 0, DIMENSIONS - 1);
	const int across = (int)chance_from(audit->chance, 0, DIMENSIONS - 1);
	struct pivot pivot = {.rows = {(enum dimension)first, (enum dimension)second}, .column = -1, .row_count = 1};
	struct ask ask = audit_ask(audit);
	struct words words = {0};
	struct text measures = {0};
	struct wanted wanted = {.pool = audit->pool};

	pivot.row_count += second != first && chance_of(audit->chance, 40);
	if (across != first && (across != second || pivot.row_count == 1) && chance_of(audit->chance, 30))
		pivot.column = across;
	audit_measures(audit, &pivot, &measures);
	audit_word(audit, &words, "rollup");
	audit_option(audit, &words, "--rows", pivot.row_count == 1 ? dimensions[first].id :
		pool_print(audit->pool, "%s,%s", dimensions[first].id, dimensions[second].id));
	audit_option(audit, &words, "--cols", pivot.column < 0 ? NULL : dimensions[across].id);
	audit_option(audit, &words, "--measure", measures.bytes);
	audit_figures(audit, &ask, &words, true, true);
	if (chance_of(audit->chance, 15)) {
		audit_span(audit, &ask, &words);
		pivot_table(&audit->world, &ask, &pivot, &wanted);
		audit_compare(audit, "rollup over years", words, &wanted, &ask, true);
		return;
	}
	audit_filter(audit, &ask, &words, true);
	if (chance_of(audit->chance, 15)) {
		struct world trial = audit_trial(audit, &ask, &words);

		pivot_table(&trial, &ask, &pivot, &wanted);
		wanted_remark(&wanted, "rules=%d", ask.rules_year);
		audit_compare(audit, "rollup by other rules", words, &wanted, &ask, true);
		return;
	}
	if (chance_of(audit->chance, 15) && !audit_by_leader(&pivot)) {
		const int units = (int)chance_from(audit->chance, BODY_FIRST_YEAR, BODY_LAST_YEAR);
		struct world moved = moved_world(&audit->world, &ask, units);

		audit_option(audit, &words, "--units", pool_print(audit->pool, "%d", units));
		pivot_table(&moved, &ask, &pivot, &wanted);
		audit_compare(audit, "rollup by other units", words, &wanted, &ask, true);
		return;
	}
	pivot_table(&audit->world, &ask, &pivot, &wanted);
	audit_compare(audit, "rollup", words, &wanted, &ask, true);
}

/* ---- explanations -------------------------------------------------------------------------------------- */

/* The minutes of the projects that count and are asked for. */
static wide audit_minutes(const struct world *world, const struct ask *ask)
{
	wide minutes = 0;

	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];

		if (project->counts && ask_matches(ask, project) && ask_in_unit(ask, project) &&
			(ask->all_years || project->fiscal_year == ask->fiscal_year))
			minutes += project->minutes[ask->stage][ask->basis];
	}
	return minutes;
}

/* Any table: those that are pivots level by level, the others from their rows. */
static void audit_explain_table(struct audit *audit, const struct table_rule *rule)
{
	static const char *const pivots[] = {"problem-types", "ict-tools", "departments", "sections", "teams", "matrix",
		"trend"};
	struct ask ask = audit_ask(audit);
	struct words options = {0}, table = {0}, explain = {0};
	const char *fault = "";
	bool is_pivot = false;

	for (size_t p = 0; p < sizeof pivots / sizeof *pivots; p++)
		is_pivot |= same(pivots[p], rule->id);
	ask.all_years = same(rule->id, "trend");
	/* what a pivot explains has a stage, also where its cells are no hours */
	audit_figures(audit, &ask, &options, is_pivot || rule->takes & BY_STAGE, is_pivot || rule->takes & BY_BASIS);
	if (rule->takes & FILTERED)
		audit_filter(audit, &ask, &options, !ask.all_years && !same(rule->id, "goal"));
	if (is_pivot ? !ask.all_years && chance_of(audit->chance, 30) :
		rule->takes & (OF_UNIT | NARROWED) && chance_of(audit->chance, 30))
		audit_unit(audit, &ask, &options, strncmp(rule->id, "review", 6) != 0);
	const struct world world = chance_of(audit->chance, 15) ? audit_trial(audit, &ask, &options) : audit->world;
	audit_option(audit, &table, "table", rule->id);
	audit_option(audit, &explain, "explain", rule->id);
	for (size_t w = 0; w < options.count; w++) {
		audit_word(audit, &table, options.items[w]);
		audit_word(audit, &explain, options.items[w]);
	}
	tally_compared(audit->tally, rule->id, TALLY_EXPLAINED);
	const struct answer answer = audit_run(audit, explain, NULL);
	if (is_pivot) {
		explained_total(audit->tally, audit->pool, rule->id, &answer, audit_minutes(&world, &ask));
		return;
	}
	const struct answer csv = audit_run(audit, table, "csv"), json = audit_run(audit, table, "json");
	const struct grid *const grid = csv.status ? NULL : grid_read(audit->pool, csv.out, csv.length, &fault);
	if (!grid || answer.status)
		compare_fault(audit->tally, pool_print(audit->pool, "explain %s", rule->id), &answer, "no explanation");
	else
		explained_rows(audit->tally, audit->pool, rule->id, rule->id, &answer, grid, &json);
}

/* A unit by its code, or by its name where no other of the year bears it. */
static void audit_explain_unit(struct audit *audit)
{
	struct ask ask = audit_ask(audit);
	struct words words = {0}, options = {0};
	const struct tree *const tree = world_tree(&audit->world, ask.fiscal_year);
	const char *word;
	int named = 0;

	audit_unit(audit, &ask, &options, true);
	if (!ask.unit)
		return;
	word = ask.unit;
	const char *const name = tree->nodes.items[tree_find(tree, ask.unit)].unit->name;
	for (size_t n = 0; n < tree->nodes.count; n++)
		named += same(key_of(audit->pool, tree->nodes.items[n].unit->name), key_of(audit->pool, name));
	if (named == 1 && *name != '-' && chance_of(audit->chance, 50))
		word = name;
	audit_option(audit, &words, "explain", word);
	audit_figures(audit, &ask, &words, true, true);
	audit_filter(audit, &ask, &words, false);
	const struct answer answer = audit_run(audit, words, NULL);
	explained_total(audit->tally, audit->pool, word == name ? "a unit by name" : "a unit", &answer,
		audit_minutes(&audit->world, &ask));
}

static void audit_explain_project(struct audit *audit)
{
	const struct project *const project = &audit->world.projects.items[chance_from(audit->chance, 0,
		(int64_t)audit->world.projects.count - 1)];
	const char *const words[] = {"explain", world_number(&audit->world, project), NULL};

	if (project->impossible)
		return;
	const struct answer answer = program_run(&audit->program, audit->pool, words);
	explained_project(audit->tally, audit->pool, &answer, project);
}

/* What is to be compared by the end: every table with a rule, and each as it is frozen. */
static void audit_expect(struct audit *audit)
{
	audit->tally->projects += (long)audit->world.projects.count;
	for (size_t p = 0; p < audit->world.projects.count; p++)
		audit->tally->lines += (long)audit->world.projects.items[p].lines.count;
	for (size_t r = 0; r < table_rule_count; r++)
		tally_expect(audit->tally, table_rules[r].id);
	for (size_t r = 0; r < table_rule_count; r++)
		tally_expect(audit->tally, pool_print(audit->pool, "%s frozen", table_rules[r].id));
}

void audit_database(const char *path, const char *folder, uint64_t seed, struct tally *tally)
{
	enum { ROLLUPS = 12, EXPLANATIONS = 3, PROJECTS_LEAST = 20, PROJECTS_MOST = 180, FREEZING = 2, EXPLAINING = 3 };
	struct pool pool = {0};
	struct chance chance = {seed * UINT64_C(0x2545F4914F6CDD1D)};
	struct body body;
	const char *fault = NULL;
	struct audit audit = {.pool = &pool, .chance = &chance, .tally = tally, .turn = seed, .program = {path, folder,
		pool_print(&pool, "%s/%llu.db", folder, (unsigned long long)seed), 0}};
	const long before = tally->differences;

	body_make(&body, &pool, &chance, (int)chance_from(&chance, PROJECTS_LEAST, PROJECTS_MOST));
	tally->databases++;
	if (site_make(&body, &audit.program, tally)) {
		if (!world_read(&audit.world, &pool, audit.program.file, &fault)) {
			fprintf(stderr, "audit: %s\n", fault);
			tally_differs(tally, "the database cannot be read");
		} else {
			audit_expect(&audit);
			audit_find_measures(&audit);
			/* once each in every database, so that turns come round: before what there are any number of */
			audit_list(&audit);
			audit_realisations(&audit);
			audit_tables(&audit);
			for (int r = 0; r < ROLLUPS; r++)
				audit_rollup(&audit);
			audit_over_years(&audit);
			audit_over_years(&audit);
			audit_by_rules(&audit);
			audit_by_rules(&audit);
			/* a few seeds have them all */
			for (size_t t = seed % EXPLAINING; t < table_rule_count; t += EXPLAINING)
				audit_explain_table(&audit, &table_rules[t]);
			for (int e = 0; e < EXPLANATIONS && audit.world.projects.count; e++) {
				audit_explain_unit(&audit);
				audit_explain_project(&audit);
			}
			if (!body.spoilt && chance_of(&chance, 40))
				keep_files(tally, &pool, &audit.program);
			/* so that the seeds that freeze have every turn, too */
			if (seed % FREEZING == 0)
				keep_frozen(tally, &pool, &audit.program, seed / FREEZING);
		}
	}
	if (tally->differences > before)
		printf("--seed %llu: %ld differences\n", (unsigned long long)seed, tally->differences - before);
	pool_free(&pool);
}
