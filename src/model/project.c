#include "config.h"

#include "model/project.h"

#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/project_text.h"

enum { STAGE_NOT_CHOSEN = -1 };

/* Where the texts of the record lie, by field. */
static const size_t text_offsets[FIELD_COUNT] = {
	[FIELD_DEPARTMENT_CODE] = offsetof(struct project, department_code),
	[FIELD_DEPARTMENT] = offsetof(struct project, department),
	[FIELD_SECTION_CODE] = offsetof(struct project, section_code),
	[FIELD_SECTION] = offsetof(struct project, section),
	[FIELD_TEAM_CODE] = offsetof(struct project, team_code),
	[FIELD_TEAM] = offsetof(struct project, team),
	[FIELD_TITLE] = offsetof(struct project, title),
	[FIELD_PROBLEM_TYPE_CODE] = offsetof(struct project, problem_type),
	[FIELD_LEADER] = offsetof(struct project, leader),
	[FIELD_OWNER] = offsetof(struct project, owner),
	[FIELD_CURRENT_ISSUE] = offsetof(struct project, current_issue),
	[FIELD_APPROACH] = offsetof(struct project, approach),
	[FIELD_QUALITATIVE_EFFECT] = offsetof(struct project, qualitative_effect),
	[FIELD_WORK] = offsetof(struct project, work),
	[FIELD_COPIED_FROM] = offsetof(struct project, copied_from),
	[FIELD_PROGRESS] = offsetof(struct project, progress),
	[FIELD_NEXT_PLAN] = offsetof(struct project, next_plan),
	[FIELD_EXPECTED_SAVINGS] = offsetof(struct project, expected_savings),
	[FIELD_OPEN_ISSUES] = offsetof(struct project, open_issues),
	[FIELD_RESULT] = offsetof(struct project, result_text),
	[FIELD_STATUS_REASON] = offsetof(struct project, status_reason),
	[FIELD_UPDATED_AT] = offsetof(struct project, updated_at),
	[FIELD_UPDATED_BY] = offsetof(struct project, updated_by),
};

const char **project_text_slot(struct project *project, enum field field)
{
	if (!text_offsets[field])
		return NULL;
	return (const char **)(void *)((char *)project + text_offsets[field]);
}

const char *project_text_value(const struct project *project, enum field field)
{
	if (!text_offsets[field])
		return "";
	return *(const char *const *)(const void *)((const char *)project + text_offsets[field]);
}

const char *project_text(struct project *project, const char *text)
{
	return text && *text ? arena_strdup(&project->arena, text) : "";
}

void project_init(struct project *project)
{
	memset(project, 0, sizeof *project);
	project->implementation_cost = -1;
	project->running_cost = -1;
	project->stage = STAGE_NOT_CHOSEN;
	project->created_at = "";
	project->created_by = "";
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const char **slot = project_text_slot(project, field);
		if (slot)
			*slot = "";
	}
}

void project_free(struct project *project)
{
	vec_free(&project->effects);
	arena_free(&project->arena);
}

static void copy_effects(struct project *to, const struct project *from)
{
	memset(&to->effects, 0, sizeof to->effects);
	for (size_t i = 0; i < from->effects.count; i++) {
		struct effect *effect = vec_add(&to->effects);
		*effect = from->effects.items[i];
		effect->label = project_text(to, effect->label);
		effect->destination = project_text(to, effect->destination);
	}
}

void project_copy(struct project *to, const struct project *from)
{
	*to = *from;
	memset(&to->arena, 0, sizeof to->arena);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const char **slot = project_text_slot(to, field);
		if (slot)
			*slot = project_text(to, *slot);
	}
	to->created_at = project_text(to, from->created_at);
	to->created_by = project_text(to, from->created_by);
	for (size_t i = 0; i < from->tool_count; i++)
		to->tools[i] = project_text(to, from->tools[i]);
	copy_effects(to, from);
}

static bool sum_effect(const struct effect *effect, int64_t minutes[BASIS_COUNT],
	struct error *err)
{
	struct saving saving;
	struct error inner = {0};

	if (!effect_compute(effect, &saving, &inner))
		return error_set(err, ERROR_DATA, _("Effect line %d: %s"), effect->line,
			inner.message);
	for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
		if (!decimal_sum(minutes[basis], saving.minutes[basis], &minutes[basis]))
			return error_set(err, ERROR_DATA,
				_("Effect line %d: the total becomes too large; check the counts."),
				effect->line);
	return true;
}

bool project_sum_effects(struct project *project, struct error *err)
{
	int64_t minutes[STAGE_COUNT][BASIS_COUNT] = {{0}};
	bool has_stage[STAGE_COUNT] = {false};

	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		if (!sum_effect(effect, minutes[effect->stage], err))
			return false;
		has_stage[effect->stage] = true;
	}
	memcpy(project->minutes, minutes, sizeof minutes);
	memcpy(project->has_stage, has_stage, sizeof has_stage);
	return true;
}

enum stage project_stage(const struct project *project)
{
	if (project->stage >= 0 && project->stage < STAGE_COUNT)
		return (enum stage)project->stage;
	for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
		if (project->has_stage[stage])
			return stage;
	return STAGE_ESTIMATE;
}
