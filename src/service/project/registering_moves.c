/* registering_moves - the moves of a project from status to status: which there are for whom, and making them. */
#include "config.h"

#include "base/i18n.h"
#include "model/doubt.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "service/session/permission.h"
#include "store/project_store.h"

static bool no_such_move(const struct project *project, const char *number, enum status to,
	struct error *err)
{
	size_t count;
	const struct workflow_move *known = workflow_moves(&count);
	struct strbuf moves = {0};

	for (size_t i = 0; i < count; i++) {
		if (known[i].from != project->status)
			continue;
		if (moves.length)
			strbuf_add_text(&moves, _(", "));
		strbuf_add_text(&moves, workflow_status_label(known[i].to));
	}
	error_set(err, ERROR_DATA, _("%s is %s and cannot become %s. From there it can become: %s."),
		number, workflow_status_label(project->status), workflow_status_label(to),
		moves.length ? strbuf_text(&moves) : _("nothing"));
	strbuf_free(&moves);
	return false;
}

/* True when one of the user's roles for the project's unit is in the move's set. */
static bool role_permits_move(struct session *session, const struct project *project,
	const struct workflow_move *move)
{
	return !session->readonly &&
		(permission_roles(session, project->fiscal_year,
			 registering_owning_unit(session, project)) &
			move->roles);
}

static bool role_may_move(struct session *session, const struct project *project,
	const struct workflow_move *move, const char *number, struct error *err)
{
	struct strbuf holders = {0};

	if (session->readonly)
		return session_permits(session, PERMISSION_WRITE_PROJECT, project->fiscal_year,
			project->team_code, err);
	if (role_permits_move(session, project, move))
		return true;
	permission_holders(session, move->roles, project->fiscal_year,
		registering_owning_unit(session, project), &holders);
	error_set(err, ERROR_PERMISSION, _("%s: only these may do '%s' there: %s."), number,
		_(move->label), strbuf_text(&holders));
	strbuf_free(&holders);
	return false;
}

void registering_who_may(struct session *session, const struct project *project, struct strbuf *out)
{
	size_t rows;
	const struct workflow_move *table = workflow_moves(&rows);
	struct strbuf holders = {0};

	for (size_t i = 0; i < rows; i++) {
		if (table[i].from != project->status)
			continue;
		permission_holders(session, table[i].roles, project->fiscal_year,
			registering_owning_unit(session, project), &holders);
		strbuf_addf(out, _("only these may do '%s': %s"), _(table[i].label),
			strbuf_text(&holders));
		break;
	}
	strbuf_free(&holders);
}

size_t registering_moves(struct session *session, const struct project *project,
	const struct workflow_move *moves[REGISTERING_MOVES_MAX])
{
	size_t rows, count = 0;
	const struct workflow_move *table = workflow_moves(&rows);

	for (size_t i = 0; i < rows && count < REGISTERING_MOVES_MAX; i++)
		if (table[i].from == project->status &&
			role_permits_move(session, project, &table[i]))
			moves[count++] = &table[i];
	return count;
}

/* The doubts about the lines that a move hands in: the estimate when a project is submitted, the forecast
 * with the interim report, the actual in the end. */
static void moves_add_doubts(struct session *session, const struct project *project,
	const struct workflow_move *move, struct strbuf *out)
{
	static const int handed_in[] = {[NEED_NOTHING] = -1, [NEED_COMPLETE] = STAGE_ESTIMATE,
		[NEED_INTERIM] = STAGE_FORECAST, [NEED_ACTUAL] = STAGE_ACTUAL};
	const struct doubt_context context = doubt_context_of(project,
		session_hours_per_person_year(session, project->fiscal_year));
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *const effect = &project->effects.items[i];
		const doubts asked = (int)effect->stage == handed_in[move->need] ?
			doubt_asked(doubt_find(effect, &context)) : 0;

		if (!asked)
			continue;
		/* project and effect line; what is doubtful follows */
		strbuf_addf(out, _("%s%s, effect line %d: "), out->length ? _("; ") : "", number,
			effect->line);
		doubt_add_words(asked, out);
	}
}

bool registering_doubts(struct session *session, const int64_t *ids, size_t count,
	enum status to, struct strbuf *out, struct error *err)
{
	bool read = true;

	for (size_t i = 0; i < count && read; i++) {
		struct project project;

		project_init(&project);
		const enum project_find found =
			project_store_by_id(session->store, ids[i], &project, err);
		const struct workflow_move *move = workflow_find(project.status, to);
		project_problems problems = {0};
		struct project_context context;

		/* what lacks something is refused anyway */
		if (found == PROJECT_FOUND && move &&
			session_context(session, project.fiscal_year, &context, NULL) &&
			project_check_need(&project, &context, move->need, &problems) == 0)
			moves_add_doubts(session, &project, move, out);
		vec_free(&problems);
		read = found != PROJECT_FAILED;
		project_free(&project);
	}
	return read;
}

static bool move_one(struct session *session, int64_t id, enum status to, const char *reason,
	bool sure, struct error *err)
{
	struct project project;
	struct project_context context;
	project_problems problems = {0};
	struct strbuf doubtful = {0};
	char number[FISCAL_YEAR_TEXT];
	bool done = false;

	project_init(&project);
	const enum project_find found =
		project_store_by_id(session->store, id, &project, err);
	if (found == PROJECT_MISSING)
		error_set(err, ERROR_DATA, _("One of the projects is no longer there."));
	if (found != PROJECT_FOUND)
		goto out;
	fiscal_year_number_format(project.fiscal_year, project.number, number);
	const struct workflow_move *move = workflow_find(project.status, to);
	if (!move) {
		no_such_move(&project, number, to, err);
		goto out;
	}
	if (!role_may_move(session, &project, move, number, err))
		goto out;
	if (move->needs_reason && (!reason || !*reason)) {
		error_set(err, ERROR_DATA, _("%s: '%s' needs a reason."), number, _(move->label));
		goto out;
	}
	if (!session_context(session, project.fiscal_year, &context, err))
		goto out;
	/* Whoever completes with a reason says why there is no result; a word that is there stays. */
	if (move->need == NEED_ACTUAL && reason && *reason && !*project.no_result_reason &&
		project_check_need(&project, &context, move->need, &problems) > 0) {
		project.no_result_reason = project_text(&project, reason);
		problems.count = 0;
	}
	if (project_check_need(&project, &context, move->need, &problems) > 0) {
		error_set(err, ERROR_DATA, _("%s is not complete yet: %s: %s"), number,
			_(project_fields[problems.items[0].field].label),
			problems.items[0].message);
		goto out;
	}
	if (!sure)
		moves_add_doubts(session, &project, move, &doubtful);
	if (doubtful.length) {
		error_set(err, ERROR_DATA, "%s", strbuf_text(&doubtful));
		goto out;
	}
	project.status = to;
	project.status_reason = project_text(&project,
		to == STATUS_RETURNED || to == STATUS_CANCELLED ? reason : "");
	done = project_store_update(session->store, &project, err);
out:
	strbuf_free(&doubtful);
	vec_free(&problems);
	project_free(&project);
	return done;
}

bool registering_move(struct session *session, const int64_t *ids, size_t count,
	enum status to, const char *reason, bool sure, struct error *err)
{
	/* Who may do which move is told project by project. */
	if (session->readonly &&
		!session_permits(session, PERMISSION_WRITE_PROJECT, session->fiscal_year, NULL, err))
		return false;
	if (!store_begin(session->store, session->user, "move", reason, err))
		return false;
	bool done = true;
	for (size_t i = 0; i < count && done; i++)
		done = move_one(session, ids[i], to, reason, sure, err);
	return store_end(session->store, done, err);
}
