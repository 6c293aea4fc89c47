/* project_check - what a project lacks before it can be submitted, reported on or completed. */
#include "config.h"

#include "model/project.h"

#include <assert.h>
#include <stdio.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/effect_direct.h"
#include "model/fiscal_year.h"

static void check_add(project_problems *problems, enum field field, const char *message)
{
	struct project_problem *problem = vec_add(problems);

	problem->field = field;
	text_copy(problem->message, sizeof problem->message, message);
}

static void check_tools(const struct project *project, const struct catalogue *catalogue,
	project_problems *problems)
{
	if (project->tool_count == 0)
		check_add(problems, FIELD_TOOLS, _("Choose at least one ICT tool."));
	for (size_t i = 0; i < project->tool_count; i++) {
		if (catalogue_find(catalogue, project->tools[i], project->fiscal_year) >= 0)
			continue;
		char message[sizeof problems->items->message];
		snprintf(message, sizeof message,
			_("The tool %s does not exist in this fiscal year; choose another."),
			project->tools[i]);
		check_add(problems, FIELD_TOOLS, message);
	}
}

/* No case, and no hours entered directly. */
static bool check_is_uncounted(const struct effect *effect)
{
	int64_t any = effect->before_cases | effect->after_cases;

	if (effect->kind == EFFECT_DIRECT)
		return !effect->direct_in_year && !effect->direct_full_year &&
			!effect_direct_knows_before(effect);
	for (int month = 0; effect->kind == EFFECT_MONTHLY && month < EFFECT_MONTHS; month++)
		any |= effect->monthly_cases[month];
	return !any;
}

static void check_effects(const struct project *project, project_problems *problems)
{
	bool any = false;

	for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
		any = any || project->has_stage[stage];
	if (!any && project->effects.count == 0)
		check_add(problems, FIELD_HOURS, _("Add at least one effect line."));
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		struct error reason = {0};
		struct saving saving;
		if (effect_compute(effect, &saving, &reason))
			continue;
		char message[sizeof reason.message + 64];
		snprintf(message, sizeof message, _("Effect line %d: %s"), effect->line,
			reason.message);
		check_add(problems, FIELD_HOURS, message);
	}

	/* What was taken over from another team has that team's minutes, but no cases yet. */
	for (size_t i = 0; i < project->effects.count && *project->copied_from; i++) {
		const struct effect *effect = &project->effects.items[i];

		if (effect->stage != STAGE_ESTIMATE || !check_is_uncounted(effect))
			continue;
		char message[sizeof problems->items->message];
		snprintf(message, sizeof message,
			_("Effect line %d was copied: enter the cases of your own team."),
			effect->line);
		check_add(problems, FIELD_HOURS, message);
	}
}

size_t project_check(const struct project *project, const struct project_context *context,
	project_problems *problems)
{
	const size_t before = problems->count;

	assert(context->units && context->problem_types && context->tools);
	if (project->fiscal_year < FISCAL_YEAR_MIN || project->fiscal_year > FISCAL_YEAR_MAX)
		check_add(problems, FIELD_FISCAL_YEAR, _("Give the fiscal year."));

	const int team = unit_tree_find(context->units, project->team_code);

	if (!*project->team_code)
		check_add(problems, FIELD_TEAM, _("Choose the team."));
	else if (team < 0 || context->units->nodes.items[team].unit.kind != UNIT_TEAM)
		check_add(problems, FIELD_TEAM,
			_("There is no such team in this fiscal year; choose another."));

	size_t length;

	text_trim(project->title, &length);
	if (length == 0)
		check_add(problems, FIELD_TITLE, _("Give the project a title."));

	if (!*project->problem_type)
		check_add(problems, FIELD_PROBLEM_TYPE, _("Choose one problem type."));
	else if (catalogue_find(context->problem_types, project->problem_type,
		project->fiscal_year) < 0)
		check_add(problems, FIELD_PROBLEM_TYPE,
			_("This problem type does not exist in this fiscal year; choose another."));

	check_tools(project, context->tools, problems);

	const struct date start = project->started_on;
	const struct date operating = project->operating_from;

	if (start.year != 0 && operating.year != 0 &&
		date_compare(operating, (struct date){start.year, start.month, 1}) < 0)
		check_add(problems, FIELD_OPERATING_FROM,
			_("Operation begins before the start date; check both."));

	check_effects(project, problems);

	return problems->count - before;
}

/* A text that says something. */
static bool check_says(const char *text)
{
	size_t length;

	text_trim(text, &length);
	return length > 0;
}

/* Estimated lines without an actual, where nobody said why there is none. */
static size_t check_actuals(const struct project *project, project_problems *problems)
{
	const size_t before = problems->count;

	for (size_t i = 0; i < project->effects.count && !check_says(project->no_result_reason); i++) {
		const struct effect *effect = &project->effects.items[i];
		char message[sizeof problems->items->message];

		if (effect->stage != STAGE_ESTIMATE ||
			project_effect(project, effect->line, STAGE_ACTUAL))
			continue;
		snprintf(message, sizeof message,
			_("Effect line %d has no actual figures yet; enter them, 0 where nothing "
			  "came of it, or say why there is no result."),
			effect->line);
		check_add(problems, FIELD_HOURS, message);
	}
	return problems->count - before;
}

size_t project_check_need(const struct project *project, const struct project_context *context,
	enum workflow_need need, project_problems *problems)
{
	const size_t before = problems->count;

	switch (need) {
	case NEED_NOTHING:
		break;
	case NEED_COMPLETE:
		return project_check(project, context, problems);
	case NEED_INTERIM:
		if (!check_says(project->progress))
			check_add(problems, FIELD_PROGRESS, _("Write how the project is going."));
		break;
	case NEED_ACTUAL:
		check_actuals(project, problems);
		/* what never had a line brought something else, or nothing */
		if (project->effects.count == 0 && !check_says(project->qualitative_effect) &&
			!check_says(project->result_text) &&
			!check_says(project->no_result_reason))
			check_add(problems, FIELD_QUALITATIVE_EFFECT,
				_("There is no effect line: write what gets better besides hours, or "
				  "why there is no result."));
		break;
	}
	return problems->count - before;
}

size_t project_check_standing(const struct project *stored, const struct project *project,
	project_problems *problems)
{
	project_problems before = {0};

	if (project->status != STATUS_COMPLETED)
		return 0;
	const bool amiss = stored && stored->id && stored->status == project->status &&
		check_actuals(stored, &before) > 0;

	vec_free(&before);
	return amiss ? 0 : check_actuals(project, problems);
}
