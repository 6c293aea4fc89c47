#include "config.h"

#include "service/project/setting.h"

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "store/project_store.h"

static bool setting_set(struct session *session, struct project *project, enum field field,
	const char *text, const char *reason, struct error *err)
{
	struct project_context context;

	if (session_context(session, project->fiscal_year, &context, err) &&
		project_field_set(project, field, text, &context, err) &&
		registering_save(session, project, reason, err))
		return true;

	/* Which of them it was. */
	char number[FISCAL_YEAR_TEXT];
	const struct error cause = *err;

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	return error_set(err, cause.code, "%s: %s", number, cause.message);
}

bool setting_field(struct session *session, const int64_t *ids, size_t count, enum field field,
	const char *text, const char *reason, struct error *err)
{
	if (session->readonly &&
		!session_permits(session, PERMISSION_WRITE_PROJECT, session->fiscal_year, NULL, err))
		return false;
	if (!store_begin(session->store, session->user, "edit", reason, err))
		return false;
	bool done = true;
	for (size_t i = 0; i < count && done; i++) {
		/* What is gone meanwhile is left out. */
		struct project project;
		enum project_find found;

		project_init(&project);
		found = project_store_by_id(session->store, ids[i], &project, err);
		done = found == PROJECT_MISSING || (found == PROJECT_FOUND && setting_set(session,
			&project, field, text, reason, err));
		project_free(&project);
	}
	return store_end(session->store, done, err);
}
