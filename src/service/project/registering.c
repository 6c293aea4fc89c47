#include "config.h"

#include "service/project/registering.h"

#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "model/lock.h"
#include "service/project/excluding.h"
#include "service/session/cache.h"
#include "store/project_store.h"

/* The only team below a unit (itself included), or -1 when there are none or several. */
static int registering_only_team(const struct unit_tree *units, const char *unit_code)
{
	const int above = unit_tree_find(units, unit_code);
	int team = -1;

	if (above < 0)
		return -1;
	for (size_t i = 0; i < units->nodes.count; i++) {
		if (units->nodes.items[i].unit.kind != UNIT_TEAM ||
			!unit_tree_within(units, (int)i, above))
			continue;
		if (team >= 0)
			return -1;
		team = (int)i;
	}
	return team;
}

bool registering_new(struct session *session, struct project *project, struct error *err)
{
	struct project_context context;

	project_init(project);
	if (!session_context(session, session->fiscal_year, &context, err))
		return false;
	ambient_uuid(project->uuid);
	project->fiscal_year = session->fiscal_year;
	project->status = STATUS_DRAFT;
	const int team = registering_only_team(context.units, session->unit_code);
	if (team >= 0 && !project_field_set(project, FIELD_TEAM_CODE,
				 context.units->nodes.items[team].unit.code, &context, err))
		return false;
	if (session->role == ROLE_LEADER)
		project->leader = project_text(project, session->user_name);
	return true;
}

bool registering_load(struct session *session, const char *number, struct project *project,
	struct error *err)
{
	char uuid[UUID_TEXT];
	int fiscal_year, serial;
	enum project_find found;

	project_init(project);
	if (uuid_normalize(number, uuid)) {
		found = project_store_by_uuid(session->store, uuid, project, err);
	} else {
		if (!fiscal_year_number_parse(number, &fiscal_year, &serial, err))
			return false;
		found = project_store_by_number(session->store, fiscal_year, serial, project, err);
	}
	if (found == PROJECT_FOUND)
		return true;
	if (found == PROJECT_MISSING)
		error_set(err, ERROR_DATA, _("There is no project %s."), number);
	return false;
}

const char *registering_owning_unit(const struct session *session, const struct project *project)
{
	return *project->team_code ? project->team_code : session->unit_code;
}

/* False, with what it lacks, where the project would fall short of what its status needs. */
static bool registering_stands(const struct project *stored, const struct project *project,
	struct error *err)
{
	project_problems problems = {0};
	const bool stands = project_check_standing(stored, project, &problems) == 0;

	if (!stands)
		error_set(err, ERROR_DATA, "%s", problems.items[0].message);
	vec_free(&problems);
	return stands;
}

/* What must hold of a stored project before it is overwritten. */
static bool registering_may_overwrite(struct session *session, const struct project *project,
	const char *reason, struct error *err)
{
	struct project stored;
	struct strbuf why = {0};
	bool may = true;

	if (!project->id)
		return registering_stands(NULL, project, err);
	project_init(&stored);
	const enum project_find found =
		project_store_by_id(session->store, project->id, &stored, err);
	if (found == PROJECT_FOUND) {
		const bool wants = lock_wants_reason(&stored, project, &why);

		/* Nobody may take a project away from a team that is not theirs. */
		may = session->role == ROLE_ADMIN ||
			session_permits(session, PERMISSION_WRITE_PROJECT, stored.fiscal_year,
				registering_owning_unit(session, &stored), err);
		if (may && wants && !(reason && *reason))
			may = error_set(err, ERROR_DATA, "%s", strbuf_text(&why));
		may = may && registering_stands(&stored, project, err);
	}
	strbuf_free(&why);
	project_free(&stored);
	return may && found != PROJECT_FAILED;
}

bool registering_needs_reason(struct session *session, const struct project *project,
	struct strbuf *why, struct error *err)
{
	struct project stored;

	strbuf_clear(why);
	if (!project->id)
		return true;
	project_init(&stored);
	const enum project_find found =
		project_store_by_id(session->store, project->id, &stored, err);
	if (found == PROJECT_FOUND)
		lock_wants_reason(&stored, project, why);
	project_free(&stored);
	return found != PROJECT_FAILED;
}

/* A draft may lack a team; what has been submitted may not, and a team must exist in its year. */
static bool registering_team_is_right(const struct project *project,
	const struct project_context *context, struct error *err)
{
	char year[FISCAL_YEAR_TEXT];

	if (!*project->team_code)
		return project->status == STATUS_DRAFT ||
			error_set(err, ERROR_DATA, _("A project that is no draft needs a team."));
	const int unit = unit_tree_find(context->units, project->team_code);
	if (unit >= 0 && context->units->nodes.items[unit].unit.kind == UNIT_TEAM)
		return true;
	fiscal_year_format(project->fiscal_year, year);
	return error_set(err, ERROR_DATA, _("There is no team %s in %s."), project->team_code, year);
}

bool registering_save(struct session *session, struct project *project, const char *reason,
	struct error *err)
{
	struct project_context context;

	/* The lines follow 運用開始 before it is asked whether they may change. */
	if (!session_permits(session, PERMISSION_WRITE_PROJECT, project->fiscal_year,
		    registering_owning_unit(session, project), err) ||
		!project_sum_effects(project, err) ||
		!registering_may_overwrite(session, project, reason, err))
		return false;
	if (!session_context(session, project->fiscal_year, &context, err) ||
		!registering_team_is_right(project, &context, err))
		return false;
	if (!excluding_flag(session, project, err) ||
		!store_begin(session->store, session->user, project->id ? "edit" : "add", reason, err))
		return false;
	const bool stored = project->id ? project_store_update(session->store, project, err) :
					  project_store_insert(session->store, project, err);
	return store_end(session->store, stored, err);
}

bool registering_copy(struct session *session, const struct project *from, const char *team_code,
	struct project *copy, struct error *err)
{
	struct project_context context;

	project_copy(copy, from);
	copy->id = 0;
	copy->number = 0;
	copy->version = 0;
	ambient_uuid(copy->uuid);
	copy->fiscal_year = session->fiscal_year;
	copy->status = STATUS_DRAFT;
	for (enum field field = 0; field < FIELD_COUNT; field++)
		if (project_fields[field].copied == FIELD_CLEARED)
			project_field_clear(copy, field);
	copy->copied_from = project_text(copy, from->uuid);
	if (session->role == ROLE_LEADER)
		copy->leader = project_text(copy, session->user_name);
	size_t kept = 0;
	for (size_t i = 0; i < copy->effects.count; i++)
		if (copy->effects.items[i].stage == STAGE_ESTIMATE)
			copy->effects.items[kept++] = copy->effects.items[i];
	copy->effects.count = kept;
	for (size_t i = 0; i < kept; i++) {
		/* A copy counts its own hours only (domain.md §4): the formula stays, the cases are
		 * still to be counted, and how often comes from when this team begins. */
		copy->effects.items[i].periods_typed = 0;
		copy->effects.items[i].before_cases = copy->effects.items[i].after_cases =
			copy->effects.items[i].unit_cases = 0;
		copy->effects.items[i].direct_in_year = copy->effects.items[i].direct_full_year = 0;
		for (int month = 0; month < EFFECT_MONTHS; month++)
			copy->effects.items[i].monthly_cases[month] = 0;
	}
	return session_context(session, copy->fiscal_year, &context, err) &&
		project_field_set(copy, FIELD_TEAM_CODE, team_code, &context, err) &&
		registering_save(session, copy, NULL, err);
}
