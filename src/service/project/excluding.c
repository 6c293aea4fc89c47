#include "config.h"

#include "service/project/excluding.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "service/office/office.h"
#include "store/project_store.h"

/* ---- rules ----------------------------------------------------------------------------------- */

bool excluding_rules(struct session *session, struct rule_set *rules, struct error *err)
{
	struct office_rows rows = {0};
	const bool loaded = office_load(session, &office_rules, &rows, err);

	for (size_t i = 0; loaded && i < rows.items.count; i++) {
		const char *const *cells = rows.items.items[i].cells;

		rule_set_add(rules, &(struct exclusion_rule){
			.id = strtoll(cells[RULE_ID], NULL, 10),
			.first_fiscal_year = (int)strtol(cells[RULE_FIRST], NULL, 10),
			.last_fiscal_year = (int)strtol(cells[RULE_LAST], NULL, 10),
			.tools = cells[RULE_TOOLS],
			.words = cells[RULE_WORDS],
			.reason = cells[RULE_REASON],
		});
	}
	office_rows_free(&rows);
	return loaded;
}

static bool match_texts(const struct rule_set *rules, const struct project *project,
	int rules_year, struct rule_text *text, struct rule_match *match)
{
	rule_text_set(text, RULE_TITLE, project->title);
	rule_text_set(text, RULE_APPROACH, project->approach);
	rule_text_set(text, RULE_CURRENT_ISSUE, project->current_issue);
	rule_text_set(text, RULE_WORK, project->work);
	return rule_set_match(rules, 0, rules_year, project->tools, project->tool_count, text,
		match);
}

bool excluding_match(const struct rule_set *rules, const struct project *project,
	int rules_year, struct rule_match *match)
{
	struct rule_text text = {0};
	const bool found = match_texts(rules, project, rules_year, &text, match);

	rule_text_free(&text);
	return found;
}

/* ---- the flag of a project ------------------------------------------------------------------- */

bool excluding_flag(struct session *session, struct project *project, struct error *err)
{
	struct rule_set rules = {0};
	struct rule_match match;
	const bool loaded = excluding_rules(session, &rules, err);

	if (loaded) {
		const bool found =
			excluding_match(&rules, project, project->fiscal_year, &match);

		project->exclusion =
			exclusion_after_edit(project->exclusion, found ? &match : NULL);
	}
	rule_set_free(&rules);
	return loaded;
}

static bool decide_one(struct session *session, int64_t id, enum exclusion decision,
	struct error *err)
{
	struct project project;
	char number[FISCAL_YEAR_TEXT];
	bool done = false;

	project_init(&project);
	const enum project_find found = project_store_by_id(session->store, id, &project, err);
	if (found == PROJECT_MISSING)
		error_set(err, ERROR_DATA, _("One of the projects is no longer there."));
	if (found == PROJECT_FOUND) {
		fiscal_year_number_format(project.fiscal_year, project.number, number);
		done = (project.exclusion.exclusion != EXCLUSION_NONE ||
			       decision == EXCLUSION_CONFIRMED ||
			       error_set(err, ERROR_DATA, _("No rule has flagged %s."), number)) &&
			session_permits(session, PERMISSION_EDIT_MASTERS, project.fiscal_year,
				project.team_code, err);
		project.exclusion.exclusion = decision;
		done = done && project_store_update(session->store, &project, err);
	}
	project_free(&project);
	return done;
}

bool excluding_decide(struct session *session, const int64_t *ids, size_t count,
	enum exclusion decision, struct error *err)
{
	if (!store_begin(session->store, session->user, "exclude", NULL, err))
		return false;
	bool done = true;
	for (size_t i = 0; i < count && done; i++)
		done = decide_one(session, ids[i], decision, err);
	return store_end(session->store, done, err);
}

/* ---- what if --------------------------------------------------------------------------------- */

/* A project that is excluded, by a rule, and would not be. */
struct trial_again {
	int64_t id;
	int fiscal_year, number;
};

struct trial {
	const struct rule_set *rules;
	int rules_year;
	struct rule_text text;
	VEC(int64_t) ids; /* of projects that would be excluded */
	VEC(struct trial_again) again;
};

/* What the office has cleared stays cleared until another rule matches; what it confirmed without any
 * rule stays out. */
static bool try_project(const struct project *project, void *data)
{
	struct trial *trial = data;
	const struct exclusion_state *state = &project->exclusion;
	struct rule_match match;
	bool found = match_texts(trial->rules, project, trial->rules_year, &trial->text, &match);

	while (found && state->exclusion == EXCLUSION_CLEARED && match.rule->id == state->rule)
		found = rule_set_match(trial->rules, match.index + 1, trial->rules_year,
			project->tools, project->tool_count, &trial->text, &match);
	if (found)
		*vec_add(&trial->ids) = project->id;
	else if (state->exclusion == EXCLUSION_CONFIRMED && state->rule)
		*vec_add(&trial->again) = (struct trial_again){
			project->id, project->fiscal_year, project->number};
	return true;
}

/* Takes a fact in as if it had never been excluded; one whose figures cannot be is named as such. */
static void count_again(struct facts *facts, size_t fact, const struct trial_again *project)
{
	bool fits = facts->cost[fact] <= 2 * PROJECT_YEN_MAX;

	for (int s = 0; s < STAGE_COUNT; s++)
		for (int b = 0; b < BASIS_COUNT; b++)
			fits = fits && effect_minutes_fit(facts->minutes[s][b][fact]);
	facts->flags[fact] = (uint8_t)(facts->flags[fact] & ~FACT_EXCLUDED);
	if (facts->flags[fact] & (FACT_DRAFT | FACT_CANCELLED))
		return;
	facts->flags[fact] |= fits ? FACT_COUNTED : FACT_TOO_LARGE;
	if (!fits)
		*vec_add(&facts->too_large) = (struct facts_too_large){
			project->fiscal_year, project->number, fact};
}

static int compare_ids(const void *left, const void *right)
{
	const int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return a < b ? -1 : a > b;
}

bool excluding_apply(struct session *session, int rules_year, struct facts *facts,
	int64_t *excluded, struct error *err)
{
	struct rule_set rules = {0};
	struct trial trial = {.rules = &rules, .rules_year = rules_year};
	const uint8_t taken = FACT_COUNTED | FACT_TOO_LARGE;
	const bool done = excluding_rules(session, &rules, err) &&
		project_store_each(session->store, NULL, false, try_project, &trial, err);

	if (done) {
		if (trial.ids.count)
			qsort(trial.ids.items, trial.ids.count, sizeof *trial.ids.items,
				compare_ids);
		if (trial.again.count)
			qsort(trial.again.items, trial.again.count, sizeof *trial.again.items,
				compare_ids);
		*excluded = 0;
		for (size_t i = 0; i < facts->count; i++) {
			const int64_t *const id = &facts->project_id[i];

			if (facts->flags[i] & FACT_EXCLUDED && trial.again.count) {
				const struct trial_again *const again = bsearch(id, trial.again.items,
					trial.again.count, sizeof *again, compare_ids);

				if (again)
					count_again(facts, i, again);
			} else if (facts->flags[i] & taken && trial.ids.count &&
				bsearch(id, trial.ids.items, trial.ids.count, sizeof *id, compare_ids)) {
				*excluded += (facts->flags[i] & FACT_COUNTED) != 0;
				facts->flags[i] = (uint8_t)((facts->flags[i] & ~taken) | FACT_EXCLUDED);
			}
		}
		facts_settle_too_large(facts);
	}
	vec_free(&trial.again);
	vec_free(&trial.ids);
	rule_text_free(&trial.text);
	rule_set_free(&rules);
	return done;
}
