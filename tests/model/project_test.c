#include "config.h"

#include "model/project.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "project_fixture.h"

static struct effect direct_line(int line, enum stage stage, int64_t minutes)
{
	struct effect effect = effect_new(line, stage, PERIOD_YEAR, 240);

	effect.kind = EFFECT_DIRECT;
	effect.label = "記録";
	effect.destination = "overtime:100";
	effect.direct_in_year = minutes;
	effect.direct_full_year = minutes * 2;
	return effect;
}

static void begins_empty(void **state)
{
	struct project project;

	(void)state;
	project_init(&project);
	assert_string_equal(project.title, "");
	assert_string_equal(project.updated_by, "");
	assert_string_equal(project.created_at, "");
	assert_string_equal(project.copied_from, "");
	assert_int_equal(project.implementation_cost, -1);
	assert_int_equal(project_stage(&project), STAGE_ESTIMATE);
	assert_string_equal(project_text(&project, NULL), "");
	project_free(&project);
}

static void copies_deeply(void **state)
{
	struct project from;
	struct project to;

	(void)state;
	project_init(&from);
	from.id = 7;
	from.title = project_text(&from, "題");
	from.created_by = project_text(&from, "佐藤");
	from.tools[from.tool_count++] = project_text(&from, "kintone");
	*vec_add(&from.effects) = direct_line(1, STAGE_ESTIMATE, 60);
	from.effects.items[0].label = project_text(&from, "記録");
	project_copy(&to, &from);
	project_free(&from);
	assert_int_equal(to.id, 7);
	assert_string_equal(to.title, "題");
	assert_string_equal(to.created_by, "佐藤");
	assert_string_equal(to.tools[0], "kintone");
	assert_string_equal(to.effects.items[0].label, "記録");
	assert_string_equal(to.effects.items[0].destination, "overtime:100");
	project_free(&to);
}

static void sums_lines_by_stage(void **state)
{
	struct project project;
	struct error err = {0};

	(void)state;
	project_init(&project);
	*vec_add(&project.effects) = direct_line(1, STAGE_ESTIMATE, 100);
	*vec_add(&project.effects) = direct_line(2, STAGE_ESTIMATE, -30);
	*vec_add(&project.effects) = direct_line(2, STAGE_ACTUAL, 50);
	assert_true(project_sum_effects(&project, &err));
	assert_int_equal(project.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], 70);
	assert_int_equal(project.minutes[STAGE_ESTIMATE][BASIS_FULL_YEAR], 140);
	assert_int_equal(project.minutes[STAGE_ACTUAL][BASIS_IN_YEAR], 50);
	assert_true(project.has_stage[STAGE_ACTUAL]);
	assert_false(project.has_stage[STAGE_FORECAST]);
	assert_int_equal(project_stage(&project), STAGE_ESTIMATE);
	project.stage = STAGE_ACTUAL;
	assert_int_equal(project_stage(&project), STAGE_ACTUAL);
	project.effects.items[1].direct_in_year = INT64_MAX;
	assert_false(project_sum_effects(&project, &err));
	assert_non_null(strstr(err.message, "2"));
	assert_int_equal(project.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], 70);
	project_free(&project);
}

/* A stage of three lines in that order; whether it may be. */
static bool may_save(const int64_t minutes[3], int64_t sum)
{
	struct project project;
	struct error err = {0};

	project_init(&project);
	project.fiscal_year = 2025;
	for (int line = 1; line <= 3; line++) {
		*vec_add(&project.effects) = direct_line(line, STAGE_ESTIMATE, 0);
		project.effects.items[line - 1].direct_in_year = minutes[line - 1];
	}
	const bool may = project_sum_effects(&project, &err);
	assert_int_equal(project.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], may ? sum : 0);
	assert_true(may || strstr(err.message, "3"));
	project_free(&project);
	return may;
}

/* What is on the way to the sum decides nothing: any order of the same lines is judged alike. */
static void judges_the_sum_of_lines_in_any_order(void **state)
{
	static const int orders[6][3] = {
		{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
	static const int64_t fits[3] = {-EFFECT_MINUTES_MAX, -26609, 29019};
	static const int64_t beyond[3] = {EFFECT_MINUTES_MAX, 26609, -26608};

	(void)state;
	for (int i = 0; i < 6; i++) {
		const int *const at = orders[i];

		assert_true(may_save((const int64_t[]){fits[at[0]], fits[at[1]], fits[at[2]]},
			-EFFECT_MINUTES_MAX + 2410));
		assert_false(may_save((const int64_t[]){beyond[at[0]], beyond[at[1]], beyond[at[2]]}, 0));
	}
}

/* What the work took is judged where all of it is known, wherever the line that does not know stands. */
static void judges_work_before_where_all_of_it_is_known(void **state)
{
	struct error err = {0};

	(void)state;
	for (int unknown = 0; unknown < 4; unknown++) {
		struct project project;

		project_init(&project);
		project.fiscal_year = 2025;
		for (int line = 0; line < 3; line++) {
			struct effect effect = direct_line(line + 1, STAGE_ESTIMATE, 1);

			effect.direct_before_in_year = line == unknown ? EFFECT_UNKNOWN : EFFECT_MINUTES_MAX - 1;
			effect.direct_before_full_year = effect.direct_before_in_year;
			*vec_add(&project.effects) = effect;
		}
		assert_true(project_sum_effects(&project, &err) == (unknown < 3));
		project_free(&project);
	}
}

/* ---- completeness --------------------------------------------------------------------------- */

static bool has_problem(const project_problems *problems, enum field field)
{
	for (size_t i = 0; i < problems->count; i++)
		if (problems->items[i].field == field)
			return true;
	return false;
}

static void complete(struct project *project, const struct fixture *fixture)
{
	project_init(project);
	project->fiscal_year = 2025;
	assert_true(project_field_set(project, FIELD_TEAM_CODE, "2101", &fixture->context, NULL));
	assert_true(project_field_set(project, FIELD_TITLE, "題", &fixture->context, NULL));
	assert_true(project_field_set(project, FIELD_PROBLEM_TYPE, "1", &fixture->context, NULL));
	assert_true(project_field_set(project, FIELD_TOOLS, "kintone", &fixture->context, NULL));
	assert_true(project_field_set(project, FIELD_HOURS, "10", &fixture->context, NULL));
}

static void names_what_is_missing(void **state)
{
	struct fixture fixture;
	struct project project;
	project_problems problems = {0};

	(void)state;
	fixture_make(&fixture);
	project_init(&project);
	assert_int_equal(project_check(&project, &fixture.context, &problems), 6);
	assert_true(has_problem(&problems, FIELD_FISCAL_YEAR));
	assert_true(has_problem(&problems, FIELD_TEAM));
	assert_true(has_problem(&problems, FIELD_TITLE));
	assert_true(has_problem(&problems, FIELD_PROBLEM_TYPE));
	assert_true(has_problem(&problems, FIELD_TOOLS));
	assert_true(has_problem(&problems, FIELD_HOURS));
	project_free(&project);
	complete(&project, &fixture);
	assert_int_equal(project_check(&project, &fixture.context, &problems), 0);
	assert_int_equal(problems.count, 6); /* appends */
	project_free(&project);
	vec_free(&problems);
	fixture_free(&fixture);
}

static void names_what_does_not_fit_the_year(void **state)
{
	struct fixture fixture;
	struct project project;
	project_problems problems = {0};

	(void)state;
	fixture_make(&fixture);
	complete(&project, &fixture);
	project.team_code = "2100"; /* a section */
	project.title = " 　";
	project.problem_type = "9";
	project.tools[project.tool_count++] = "fax";
	project.started_on = (struct date){2025, 9, 15};
	project.operating_from = (struct date){2025, 8, 1};
	*vec_add(&project.effects) = effect_new(2, STAGE_ESTIMATE, PERIOD_MONTH, 240);
	project.effects.items[1].label = project.effects.items[1].destination = "";
	project.effects.items[1].before_cases = -1;
	assert_int_equal(project_check(&project, &fixture.context, &problems), 6);
	assert_true(has_problem(&problems, FIELD_TEAM));
	assert_true(has_problem(&problems, FIELD_TITLE));
	assert_true(has_problem(&problems, FIELD_PROBLEM_TYPE));
	assert_true(has_problem(&problems, FIELD_TOOLS));
	assert_true(has_problem(&problems, FIELD_OPERATING_FROM));
	assert_true(has_problem(&problems, FIELD_HOURS));
	project.operating_from = (struct date){2025, 9, 1}; /* the month it starts in */
	assert_int_equal(project_check(&project, &fixture.context, &problems), 5);
	project_free(&project);
	vec_free(&problems);
	fixture_free(&fixture);
}

static void lines_are_found_and_ordered_by_line_then_stage(void **state)
{
	static const struct {
		int line;
		enum stage stage;
	} given[] = {{2, STAGE_ESTIMATE}, {1, STAGE_ACTUAL}, {1, STAGE_ESTIMATE}};
	struct project project;

	(void)state;
	project_init(&project);
	for (size_t i = 0; i < 3; i++)
		*vec_add(&project.effects) =
			effect_new(given[i].line, given[i].stage, PERIOD_MONTH, 240);
	assert_ptr_equal(project_effect(&project, 1, STAGE_ACTUAL), &project.effects.items[1]);
	assert_null(project_effect(&project, 2, STAGE_ACTUAL));
	qsort(project.effects.items, 3, sizeof *project.effects.items, effect_compare);
	assert_ptr_equal(project_effect(&project, 1, STAGE_ESTIMATE), &project.effects.items[0]);
	assert_ptr_equal(project_effect(&project, 1, STAGE_ACTUAL), &project.effects.items[1]);
	assert_ptr_equal(project_effect(&project, 2, STAGE_ESTIMATE), &project.effects.items[2]);
	project_free(&project);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_found_and_ordered_by_line_then_stage),
		cmocka_unit_test(begins_empty),
		cmocka_unit_test(copies_deeply),
		cmocka_unit_test(sums_lines_by_stage),
		cmocka_unit_test(judges_the_sum_of_lines_in_any_order),
		cmocka_unit_test(judges_work_before_where_all_of_it_is_known),
		cmocka_unit_test(names_what_is_missing),
		cmocka_unit_test(names_what_does_not_fit_the_year),
	};

	i18n_init("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
