#include "config.h"

#include "service/project/registering.h"
#include "service/session/undoing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../store/store_fixture.h"
#include "store/history_store.h"
#include "store/project_store.h"

/* Each stage is fixed once its status is passed; a later change takes a reason, which is kept. */

static void session_of(struct store_fixture *fixture, struct session *session)
{
	struct error err = {0};
	const struct session_options options = {.target = fixture->path, .fiscal_year = 2025,
		.user = "tester"};

	if (!session_open(session, &options, &err))
		fail_msg("%s", err.message);
}

/* A project of that status with a line at each stage, stored as an import would. */
static int64_t project_at(struct store *store, enum status status)
{
	struct project project;
	struct error err = {0};

	project_init(&project);
	store_fixture_fill(&project, "段階", "T111", 10);
	project.status = status;
	for (enum stage stage = STAGE_FORECAST; stage < STAGE_COUNT; stage++) {
		struct effect line = project.effects.items[0];

		line.stage = stage;
		*vec_add(&project.effects) = line;
	}
	assert_true(store_begin(store, "tester", "import", NULL, &err));
	if (!project_store_insert(store, &project, &err) || !store_commit(store, &err))
		fail_msg("%s", err.message);
	const int64_t id = project.id;
	project_free(&project);
	return id;
}

/* Changes the line of a stage and saves; true when it was stored. */
static bool change(struct session *session, int64_t id, enum stage stage, const char *reason)
{
	struct project project;
	struct strbuf why = {0};
	struct error err = {0};

	project_init(&project);
	assert_int_equal(project_store_by_id(session->store, id, &project, &err), PROJECT_FOUND);
	for (size_t i = 0; i < project.effects.count; i++)
		if (project.effects.items[i].stage == stage)
			project.effects.items[i].before_cases++;
	assert_true(registering_needs_reason(session, &project, &why, &err));
	const bool saved = registering_save(session, &project, reason, &err);
	/* what is asked beforehand is what is refused afterwards */
	if (!reason)
		assert_int_equal(saved, why.length == 0);
	if (!saved)
		assert_int_equal(err.code, ERROR_DATA);
	strbuf_free(&why);
	project_free(&project);
	return saved;
}

static void a_stage_is_fixed_once_its_status_is_passed(void **state)
{
	static const struct {
		enum status status;
		bool open[STAGE_COUNT]; /* estimate, forecast, actual */
	} cases[] = {
		{STATUS_DRAFT, {true, true, true}},
		{STATUS_SUBMITTED, {true, true, true}},
		{STATUS_APPROVED, {true, true, true}},
		{STATUS_RUNNING, {false, true, true}},
		{STATUS_REPORTED, {false, false, true}},
		{STATUS_COMPLETED, {false, false, false}},
		{STATUS_RETURNED, {true, true, true}},
	};
	struct store_fixture *fixture = *state;
	struct session session;

	session_of(fixture, &session);
	for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
		const int64_t id = project_at(fixture->store, cases[c].status);

		for (enum stage stage = 0; stage < STAGE_COUNT; stage++) {
			if (change(&session, id, stage, NULL) != cases[c].open[stage])
				fail_msg("status %d, stage %d", (int)cases[c].status, (int)stage);
			assert_false(!cases[c].open[stage] && change(&session, id, stage, ""));
			assert_true(change(&session, id, stage, "計測し直した"));
		}
	}
	session_close(&session);
}

struct seen {
	bool reason;
	int before, after;
};

static bool look(const struct history_entry *entry, void *data)
{
	struct seen *seen = data;

	if (strcmp(entry->entity, "effect_line") == 0 && strcmp(entry->field, "before_cases") == 0) {
		seen->reason = strcmp(entry->note, "計測し直した") == 0;
		seen->before = entry->before[0] ? 1 : 0;
		seen->after = strcmp(entry->after, "11") == 0;
		return false;
	}
	return true;
}

static void the_reason_is_kept_and_the_change_can_be_taken_back(void **state)
{
	struct store_fixture *fixture = *state;
	struct session session;
	struct project project;
	struct seen seen = {0};
	struct error err = {0};
	char *summary = NULL;
	bool wants_reason;

	session_of(fixture, &session);
	const int64_t id = project_at(fixture->store, STATUS_REPORTED);
	assert_true(change(&session, id, STAGE_FORECAST, "計測し直した"));
	assert_true(history_store_each(session.store, id, -1, look, &seen, &err));
	assert_true(seen.reason && seen.before && seen.after);
	assert_false(undoing_go(&session, HISTORY_UNDO, 1, NULL, &summary, &wants_reason, &err));
	assert_true(wants_reason);
	error_clear(&err);
	assert_true(undoing_go(&session, HISTORY_UNDO, 1, "元に戻す", &summary, &wants_reason, &err));
	free(summary);
	project_init(&project);
	assert_int_equal(project_store_by_id(session.store, id, &project, &err), PROJECT_FOUND);
	for (size_t i = 0; i < project.effects.count; i++)
		assert_int_equal(project.effects.items[i].before_cases, 10);
	project_free(&project);
	session_close(&session);
}

/* How many cases there are in all is no figure of the project. */
static void cases_of_others_may_be_told_at_any_time(void **state)
{
	struct store_fixture *fixture = *state;
	struct session session;
	struct project project;
	struct error err = {0};

	session_of(fixture, &session);
	const int64_t id = project_at(fixture->store, STATUS_RUNNING);
	project_init(&project);
	assert_int_equal(project_store_by_id(session.store, id, &project, &err), PROJECT_FOUND);
	project.effects.items[0].unit_cases = 12000;
	if (!registering_save(&session, &project, NULL, &err))
		fail_msg("%s", err.message);
	project_free(&project);
	session_close(&session);
}

/* Own hours only (domain.md §4). */
static void a_copy_has_the_formula_but_no_cases(void **state)
{
	struct store_fixture *fixture = *state;
	struct session session;
	struct project from, copy;
	struct error err = {0};

	session_of(fixture, &session);
	const int64_t id = project_at(fixture->store, STATUS_COMPLETED);
	project_init(&from);
	assert_int_equal(project_store_by_id(session.store, id, &from, &err), PROJECT_FOUND);
	from.progress = from.result_text = project_text(&from, "報告");
	if (!registering_copy(&session, &from, "T121", &copy, &err))
		fail_msg("%s", err.message);
	assert_string_equal(copy.copied_from, from.uuid);
	assert_string_not_equal(copy.uuid, from.uuid);
	assert_int_equal(copy.status, STATUS_DRAFT);
	assert_string_equal(copy.progress, "");
	assert_string_equal(copy.result_text, "");
	assert_int_equal(copy.effects.count, 1);
	assert_int_equal(copy.effects.items[0].stage, STAGE_ESTIMATE);
	assert_int_equal(copy.effects.items[0].before_minutes,
		from.effects.items[0].before_minutes);
	assert_int_equal(copy.effects.items[0].before_cases, 0);
	assert_int_equal(copy.minutes[STAGE_ESTIMATE][BASIS_FULL_YEAR], 0);
	project_free(&from);
	project_free(&copy);
	session_close(&session);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_stage_is_fixed_once_its_status_is_passed,
			store_fixture_setup, store_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_reason_is_kept_and_the_change_can_be_taken_back,
			store_fixture_setup, store_fixture_teardown),
		cmocka_unit_test_setup_teardown(cases_of_others_may_be_told_at_any_time,
			store_fixture_setup, store_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_copy_has_the_formula_but_no_cases,
			store_fixture_setup, store_fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
