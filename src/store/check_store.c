#include "config.h"

#include "store/check_store.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "model/fiscal_year.h"
#include "store/effect_row.h"
#include "store/facts_pack.h"
#include "store/filter_sql.h"
#include "store/project_row.h"
#include "store/project_store.h"
#include "store/store_private.h"

/* ---- held figures against recomputed ones -------------------------------------------------- */

struct checker {
	struct store *store;
	bool repair;
	void (*report)(const char *line, void *data);
	void *data;
	int64_t *faults;
	struct project_held held; /* kept for its memory */
	struct error *err;
};

static void check_fault(struct checker *checker, const struct project *project, const char *what)
{
	char number[FISCAL_YEAR_TEXT];
	struct strbuf line = {0};

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	strbuf_addf(&line, "%s: %s", number, what);
	checker->report(strbuf_text(&line), checker->data);
	strbuf_free(&line);
	++*checker->faults;
}

static bool check_held_line(struct checker *checker, const struct project *project,
	const struct effect *effect, int64_t held[2 * BASIS_COUNT])
{
	struct db_statement *query =
		statement_get(checker->store, STATEMENT_EFFECT_HELD, checker->err);

	if (!query)
		return false;
	db_bind_int(query, 1, project->id);
	db_bind_int(query, 2, effect->line);
	db_bind_text(query, 3, effect_stage_id(effect->stage));
	const bool ok = db_step(query, checker->err) == DB_ROW;
	for (int figure = 0; figure < 2 * BASIS_COUNT; figure++)
		held[figure] = db_column_int(query, figure);
	db_reset(query);
	return ok;
}

static bool check_hold_line(struct checker *checker, const struct project *project,
	const struct effect *effect, const struct saving *saving)
{
	struct db_statement *hold =
		statement_get(checker->store, STATEMENT_EFFECT_HOLD, checker->err);

	if (!hold)
		return false;
	db_bind_int(hold, 1, project->id);
	db_bind_int(hold, 2, effect->line);
	db_bind_text(hold, 3, effect_stage_id(effect->stage));
	for (int basis = 0; basis < BASIS_COUNT; basis++) {
		db_bind_int(hold, 4 + basis, saving->minutes[basis]);
		db_bind_int(hold, 4 + BASIS_COUNT + basis, saving->before[basis]);
	}
	return db_execute(hold, checker->err);
}

/* What can be no total must not look like one: who reads the held figures is to leave the project out. */
static const int64_t check_too_large = EFFECT_MINUTES_MAX + 1;

/* What the line holds against what it comes to. */
static bool check_line(struct checker *checker, const struct project *project,
	const struct effect *effect)
{
	struct saving saving;
	struct error reason = {0};
	int64_t held[2 * BASIS_COUNT]; /* saved, then before */
	struct strbuf what = {0};

	if (!effect_compute(effect, &saving, &reason)) {
		saving = (struct saving){.minutes = {check_too_large, check_too_large},
			.before = {EFFECT_UNKNOWN, EFFECT_UNKNOWN}};
		check_fault(checker, project, reason.message);
		return !checker->repair || check_hold_line(checker, project, effect, &saving);
	}
	if (!check_held_line(checker, project, effect, held))
		return false;
	const bool saved_holds = memcmp(held, saving.minutes, sizeof saving.minutes) == 0;
	const bool before_holds =
		memcmp(&held[BASIS_COUNT], saving.before, sizeof saving.before) == 0;
	if (saved_holds && before_holds)
		return true;
	if (saved_holds)
		strbuf_addf(&what, _("effect line %d (%s) holds other minutes before than it comes to"),
			effect->line, effect_stage_label(effect->stage));
	else
		strbuf_addf(&what,
			_("effect line %d (%s) holds %lld and %lld minutes but comes to %lld and %lld"),
			effect->line, effect_stage_label(effect->stage), (long long)held[BASIS_IN_YEAR],
			(long long)held[BASIS_FULL_YEAR], (long long)saving.minutes[BASIS_IN_YEAR],
			(long long)saving.minutes[BASIS_FULL_YEAR]);
	check_fault(checker, project, strbuf_text(&what));
	strbuf_free(&what);
	return !checker->repair || check_hold_line(checker, project, effect, &saving);
}

/* Texts in the order of PROJECT_HELD. */
#define CHECKED_STORED(kind, member, write) \
	IF_HELD(write, {project->member, true},) \
	IF_KEYED(kind, {strbuf_text(&checker->held.member##_key), false},)
#define CHECKED_NAMED(member)
#define CHECKED_COMPUTED
#define CHECKED(name, type, id, label, variants, stored, ...) CHECKED_##stored

/* Whether the held texts of the row are those computed: units and search keys. */
static bool check_texts_hold(struct checker *checker, const struct project *project, bool *units,
	bool *keys)
{
	const struct {
		const char *text;
		bool unit;
	} held[] = {{strbuf_text(&checker->held.search_key), false}, PROJECT_COLUMNS(CHECKED)};
	struct db_statement *query =
		statement_get(checker->store, STATEMENT_PROJECT_HELD, checker->err);

	if (!query)
		return false;
	db_bind_int(query, 1, project->id);
	const bool ok = db_step(query, checker->err) == DB_ROW;
	*units = *keys = true;
	for (int i = 0; i < (int)(sizeof held / sizeof held[0]); i++)
		if (strcmp(db_column_text(query, i), held[i].text) != 0)
			*(held[i].unit ? units : keys) = false;
	db_reset(query);
	return ok;
}

static bool check_totals(struct checker *checker, const struct project *before,
	const struct project *after)
{
	bool units, keys;

	if (!check_texts_hold(checker, after, &units, &keys))
		return false;
	const bool totals = memcmp(before->minutes, after->minutes, sizeof after->minutes) == 0 &&
		memcmp(before->before, after->before, sizeof after->before) == 0 &&
		memcmp(before->has_stage, after->has_stage, sizeof after->has_stage) == 0;
	if (!totals)
		check_fault(checker, after, _("the totals are not the sums of the effect lines"));
	if (!units)
		check_fault(checker, after, _("section or department are not those of the team"));
	if (!keys)
		check_fault(checker, after, _("the search key is out of date"));
	if ((totals && units && keys) || !checker->repair)
		return true;

	struct db_statement *hold =
		statement_get(checker->store, STATEMENT_PROJECT_HOLD, checker->err);
	if (!hold)
		return false;
	db_bind_int(hold, project_row_bind_held(hold, 1, after, &checker->held), after->id);
	return db_execute(hold, checker->err);
}

static bool check_project(struct checker *checker, struct project *project)
{
	struct project before;
	struct error reason = {0};
	bool ok = true;

	for (size_t i = 0; i < project->effects.count; i++)
		if (!check_line(checker, project, &project->effects.items[i]))
			return false;
	if (project->implementation_cost > PROJECT_YEN_MAX ||
		project->running_cost > PROJECT_YEN_MAX)
		check_fault(checker, project, _("costs more than 1,000,000,000,000 yen"));
	project_copy(&before, project);
	if (project_held_compute(checker->store, project, &checker->held, &reason)) {
		ok = check_totals(checker, &before, project);
	} else {
		check_fault(checker, project, reason.message);
		if (checker->repair && !project_sum_effects(project, NULL)) {
			struct db_statement *spoil =
				statement_get(checker->store, STATEMENT_PROJECT_SPOIL, checker->err);

			ok = spoil != NULL;
			if (ok) {
				db_bind_int(spoil, 1, project->id);
				db_bind_int(spoil, 2, check_too_large);
				ok = db_execute(spoil, checker->err);
			}
		}
	}
	project_free(&before);
	return ok;
}

static bool check_load_ids(struct store *store, int64_t after, int64_t *ids, size_t limit,
	size_t *count, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_IDS, err);
	enum db_step step;

	*count = 0;
	if (!query)
		return false;
	db_bind_int(query, 1, after);
	db_bind_int(query, 2, (int64_t)limit);
	while ((step = db_step(query, err)) == DB_ROW)
		ids[(*count)++] = db_column_int(query, 0);
	db_reset(query);
	return step == DB_DONE;
}

static void check_block_fault(const char *what, void *data)
{
	struct checker *checker = data;

	checker->report(what, checker->data);
	++*checker->faults;
}

/* Batches of ids: a row that is being read must not be written. */
enum { BATCH = 1000 };

/* 0 when it cannot be known: how many there are is only to be shown. */
static int64_t check_count_projects(struct store *store)
{
	const struct filter all = {0};
	struct project_list *list = project_store_list(store, &all, NULL, 0, NULL);
	int64_t count = 0;

	if (list && !project_list_count(list, &count, NULL))
		count = 0;
	project_list_free(list);
	return count;
}

bool check_store_derived(struct store *store, bool repair,
	void (*report)(const char *line, void *data), void *data, int64_t *faults,
	const struct progress *progress, struct error *err)
{
	struct checker checker = {store, repair, report, data, faults, {{0}, {0}, {0}, {0}, {0}},
		err};
	int64_t ids[BATCH] = {0};
	size_t count = 0;
	int64_t done = 0, total = progress && progress->step ? check_count_projects(store) : 0;
	bool ok;

	*faults = 0;
	do {
		const int64_t after = count ? ids[count - 1] : 0;
		ok = check_load_ids(store, after, ids, BATCH, &count, err);
		for (size_t i = 0; ok && i < count; i++) {
			struct project project;

			project_init(&project);
			ok = project_store_by_id(store, ids[i], &project, err) == PROJECT_FOUND &&
				check_project(&checker, &project) &&
				progress_step(progress, _("Check"), ++done, total, err);
			project_free(&project);
		}
	} while (ok && count == BATCH);
	project_held_free(&checker.held);
	return ok && facts_pack_check(store, repair, check_block_fault, &checker, err);
}
