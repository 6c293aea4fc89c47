#include "config.h"

#include "model/project.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/effect_field.h"
#include "model/effect_periods.h"
#include "model/project_member.h"

enum { STAGE_NOT_CHOSEN = -1, YEN_NOT_GIVEN = -1 };

/* ---- where the members lie ---------------------------------------------------------------- */

#define MEMBER_OF_TEXT MEMBER_TEXT
#define MEMBER_OF_KEYED MEMBER_TEXT
#define MEMBER_OF_YEN MEMBER_YEN
#define MEMBER_OF_DATE MEMBER_DATE
#define MEMBER_OF_FLAG MEMBER_FLAG
#define MEMBER_OF_EXCLUSION MEMBER_EXCLUSION
#define MEMBER_OF_CODES MEMBER_OWN
#define MEMBER_OF_UUID MEMBER_OWN
#define MEMBER_OF_COUNT MEMBER_OWN
#define MEMBER_OF_STATUS MEMBER_OWN
#define MEMBER_OF_COUNTER MEMBER_OWN
#define MEMBER_STORED(kind, member, write) {MEMBER_OF_##kind, offsetof(struct project, member)}
#define MEMBER_NAMED(member) {MEMBER_TEXT, offsetof(struct project, member)}
#define MEMBER_COMPUTED {MEMBER_OWN, 0}
#define MEMBER(name, type, id, label, variants, stored, ...) [FIELD_##name] = MEMBER_##stored,

static const struct {
	enum member_kind kind;
	size_t offset;
} members[FIELD_COUNT] = {PROJECT_COLUMNS(MEMBER)};

enum member_kind project_member_kind(enum field field)
{
	return members[field].kind;
}

static void *project_member(struct project *project, enum field field, enum member_kind kind)
{
	assert(members[field].kind == kind);
	return (char *)project + members[field].offset;
}

static const void *project_member_in(const struct project *project, enum field field,
	enum member_kind kind)
{
	assert(members[field].kind == kind);
	return (const char *)project + members[field].offset;
}

const char **project_member_text(struct project *project, enum field field)
{
	return project_member(project, field, MEMBER_TEXT);
}

int64_t *project_member_yen(struct project *project, enum field field)
{
	return project_member(project, field, MEMBER_YEN);
}

struct date *project_member_date(struct project *project, enum field field)
{
	return project_member(project, field, MEMBER_DATE);
}

bool *project_member_flag(struct project *project, enum field field)
{
	return project_member(project, field, MEMBER_FLAG);
}

const char *project_text_of(const struct project *project, enum field field)
{
	return *(const char *const *)project_member_in(project, field, MEMBER_TEXT);
}

int64_t project_yen_of(const struct project *project, enum field field)
{
	return *(const int64_t *)project_member_in(project, field, MEMBER_YEN);
}

struct date project_date_of(const struct project *project, enum field field)
{
	return *(const struct date *)project_member_in(project, field, MEMBER_DATE);
}

bool project_flag_of(const struct project *project, enum field field)
{
	return *(const bool *)project_member_in(project, field, MEMBER_FLAG);
}

/* ---- the record ----------------------------------------------------------------------------- */

struct effect *project_effect(const struct project *project, int line, enum stage stage)
{
	assert(stage < STAGE_COUNT);
	for (size_t i = 0; i < project->effects.count; i++) {
		struct effect *const effect = &project->effects.items[i];
		if (effect->line == line && effect->stage == stage)
			return effect;
	}
	return NULL;
}

const char *project_text(struct project *project, const char *text)
{
	return text && *text ? arena_strdup(&project->arena, text) : "";
}

/* What is not given where that is not all zeros. */
#define INIT_TEXT(member) project->member = "";
#define INIT_KEYED(member) INIT_TEXT(member)
#define INIT_YEN(member) project->member = YEN_NOT_GIVEN;
#define INIT_CODES(member)
#define INIT_UUID(member)
#define INIT_COUNT(member)
#define INIT_DATE(member)
#define INIT_FLAG(member)
#define INIT_STATUS(member)
#define INIT_EXCLUSION(member)
#define INIT_COUNTER(member)
#define INIT_STORED(kind, member, write) INIT_##kind(member)
#define INIT_NAMED(member) INIT_TEXT(member)
#define INIT_COMPUTED
#define INIT(name, type, id, label, variants, stored, ...) INIT_##stored

void project_init(struct project *project)
{
	memset(project, 0, sizeof *project);
	PROJECT_COLUMNS(INIT)
	project->stage = STAGE_NOT_CHOSEN;
	project->created_at = "";
	project->created_by = "";
	for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
		for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
			project->before[stage][basis] = EFFECT_UNKNOWN;
}

void project_field_clear(struct project *project, enum field field)
{
	switch (project_member_kind(field)) {
	case MEMBER_TEXT:
		*project_member_text(project, field) = "";
		break;
	case MEMBER_YEN:
		*project_member_yen(project, field) = YEN_NOT_GIVEN;
		break;
	case MEMBER_DATE:
		*project_member_date(project, field) = (struct date){0};
		break;
	case MEMBER_FLAG:
		*project_member_flag(project, field) = false;
		break;
	case MEMBER_EXCLUSION:
		project->exclusion = (struct exclusion_state){0};
		break;
	case MEMBER_OWN:
		assert(false && "a field that can be cleared by its kind");
	}
}

void project_free(struct project *project)
{
	vec_free(&project->effects);
	arena_free(&project->arena);
}

/* What lies in the arena. */
#define COPY_TEXT(member) to->member = project_text(to, from->member);
#define COPY_KEYED(member) COPY_TEXT(member)
#define COPY_CODES(member) \
	for (size_t i = 0; i < from->tool_count; i++) \
		to->member[i] = project_text(to, from->member[i]);
#define COPY_UUID(member)
#define COPY_COUNT(member)
#define COPY_YEN(member)
#define COPY_DATE(member)
#define COPY_FLAG(member)
#define COPY_STATUS(member)
#define COPY_EXCLUSION(member)
#define COPY_COUNTER(member)
#define COPY_STORED(kind, member, write) COPY_##kind(member)
#define COPY_NAMED(member) COPY_TEXT(member)
#define COPY_COMPUTED
#define COPY(name, type, id, label, variants, stored, ...) COPY_##stored

void project_copy(struct project *to, const struct project *from)
{
	*to = *from;
	memset(&to->arena, 0, sizeof to->arena);
	PROJECT_COLUMNS(COPY)
	to->created_at = project_text(to, from->created_at);
	to->created_by = project_text(to, from->created_by);

	memset(&to->effects, 0, sizeof to->effects);
	for (size_t i = 0; i < from->effects.count; i++) {
		struct effect *effect = vec_add(&to->effects);
		*effect = from->effects.items[i];
		effect_keep_texts(effect, &to->arena);
	}
}

void project_follow(const struct project *project, struct effect *effect)
{
	effect_follow(effect,
		effect_months_in_operation(project->fiscal_year, project->operating_from));
}

bool project_sum_effects(struct project *project, struct error *err)
{
	int64_t minutes[STAGE_COUNT][BASIS_COUNT] = {{0}}, before[STAGE_COUNT][BASIS_COUNT] = {{0}};
	bool unknown[STAGE_COUNT] = {false};
	bool has_stage[STAGE_COUNT] = {false};
	int last_line[STAGE_COUNT] = {0};

	for (size_t i = 0; i < project->effects.count; i++) {
		struct effect *const effect = &project->effects.items[i];
		struct saving saving;
		struct error inner = {0};

		project_follow(project, effect);

		if (!effect_compute(effect, &saving, &inner))
			return error_set(err, ERROR_DATA, _("Effect line %d: %s"), effect->line,
				inner.message);
		has_stage[effect->stage] = true;
		last_line[effect->stage] = effect->line;
		unknown[effect->stage] |= saving.before[BASIS_IN_YEAR] == EFFECT_UNKNOWN;
		for (enum basis basis = 0; basis < BASIS_COUNT; basis++) {
			/* each line fits: it would take 150 million of them to wrap */
			minutes[effect->stage][basis] += saving.minutes[basis];
			before[effect->stage][basis] += saving.before[basis];
		}
	}
	/* only the whole is judged, so that the order of the lines does not decide */
	for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
		for (enum basis basis = 0; basis < BASIS_COUNT; basis++) {
			if (unknown[stage] || !has_stage[stage])
				before[stage][basis] = EFFECT_UNKNOWN;
			if (!effect_minutes_fit(minutes[stage][basis]) ||
				!effect_minutes_fit(before[stage][basis]))
				return error_set(err, ERROR_DATA,
					_("Effect line %d: the lines come to more than "
					  "1,000,000,000 hours a year; check the figures."),
					last_line[stage]);
		}
	memcpy(project->before, before, sizeof before);
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
