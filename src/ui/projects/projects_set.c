/* projects_set - one field of the marked projects, or of the one under the cursor. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/flag.h"
#include "service/project/choosing.h"
#include "service/project/setting.h"
#include "ui/kit/w_choice.h"
#include "ui/projects/private.h"

/* The fields that several projects may well have in common. */
static const enum field offered[] = {FIELD_PROBLEM_TYPE_CODE, FIELD_LEADER, FIELD_OWNER, FIELD_WORK,
	FIELD_REPLICABLE, FIELD_TEAM_CODE};
enum { OFFERED = sizeof offered / sizeof offered[0] };

static const char *projects_set_label_of(enum field field)
{
	return _(project_fields[project_fields[field].named].label);
}

/* --- the value ----------------------------------------------------------------------------- */

/* A copy of the value chosen, NULL when given up. */
static char *projects_set_choose(struct projects *projects, enum field field,
	const struct choosing *choosing)
{
	struct w_choice_entry *entries = xcalloc(choosing->items.count + 1, sizeof *entries);
	int chosen;

	for (size_t i = 0; i < choosing->items.count; i++) {
		const struct choice_item *item = &choosing->items.items[i];

		entries[i] = (struct w_choice_entry){item->label, item->reading, item->hint};
	}
	chosen = w_choice_run(projects->app, projects_set_label_of(field), entries,
		choosing->items.count, 0);
	free(entries);
	return chosen < 0 ? NULL : xstrdup(choosing->items.items[chosen].value);
}

/* Caller frees; NULL when given up. */
static char *projects_set_ask_value(struct projects *projects, enum field field)
{
	struct choosing choosing = {0};
	struct error err = {0};
	char *value = NULL;

	switch (field) {
	case FIELD_REPLICABLE: {
		const struct w_choice_entry flags[] = {
			{.label = flag_label(true), .reading = "yes"},
			{.label = flag_label(false), .reading = "no"}};
		const int chosen =
			w_choice_run(projects->app, projects_set_label_of(field), flags, 2, 0);

		return chosen < 0 ? NULL : xstrdup(chosen == 0 ? "1" : "0");
	}
	case FIELD_PROBLEM_TYPE_CODE:
		choosing_catalogue(projects->app->session, CATALOGUE_PROBLEM_TYPE,
			projects->fiscal_year, &choosing);
		value = projects_set_choose(projects, field, &choosing);
		break;
	case FIELD_TEAM_CODE:
		if (choosing_teams(projects->app->session, projects->fiscal_year, &choosing, &err))
			value = projects_set_choose(projects, field, &choosing);
		else
			app_error(projects->app, &err);
		break;
	default:
		return app_ask(projects->app, projects_set_label_of(field), NULL);
	}
	choosing_free(&choosing);
	return value;
}

/* "" where none is needed, NULL when given up. Caller frees. */
static char *projects_set_ask_reason(struct projects *projects, const struct projects_batch *batch)
{
	char *reason;
	size_t length;

	if (batch->standing[STATUS_COMPLETED] == 0)
		return xstrdup("");
	reason = app_ask(projects->app, _("Completed projects are among them. Reason for the change"),
		NULL);
	if (!reason || (text_trim(reason, &length), length > 0))
		return reason;
	free(reason);
	app_warn(projects->app, _("Without a reason nothing was changed."));
	return NULL;
}

/* --- the act ------------------------------------------------------------------------------- */

/* Codes as people know what they stand for. */
static void projects_set_add_value(struct projects *projects, enum field field, const char *value,
	struct strbuf *out)
{
	struct session *session = projects->app->session;
	const struct catalogue *types = &session->problem_types;
	const struct unit_tree *units = session_units(session, projects->fiscal_year, NULL);
	int at = -1;

	if (field == FIELD_REPLICABLE)
		strbuf_add_text(out, flag_label(*value == '1'));
	else if (field == FIELD_PROBLEM_TYPE_CODE &&
		(at = catalogue_find(types, value, projects->fiscal_year)) >= 0)
		catalogue_display_name(types, &types->entries.items[at], out);
	else if (field == FIELD_TEAM_CODE && units && (at = unit_tree_find(units, value)) >= 0)
		strbuf_add_text(out, units->nodes.items[at].unit.name);
	else
		strbuf_add_text(out, value);
}

static bool projects_set_confirmed(struct projects *projects, const struct projects_batch *batch,
	enum field field, const char *value)
{
	struct strbuf shown = {0};
	bool yes;

	if (batch->ids.count == 1)
		return true;
	projects_set_add_value(projects, field, value, &shown);
	yes = app_confirm(projects->app, _("Set “%s” of %zu projects (%s) to “%s”? u takes it back."),
		projects_set_label_of(field), batch->ids.count, strbuf_text(&batch->numbers),
			strbuf_text(&shown));
	strbuf_free(&shown);
	return yes;
}

static void projects_set_chosen(struct projects *projects, enum field field, const char *value)
{
	struct projects_batch batch = {0};
	struct error err = {0};
	char *reason = NULL;

	if (!projects_batch_load(projects, &batch, &err))
		app_error(projects->app, &err);
	else
		reason = projects_set_ask_reason(projects, &batch);
	if (reason && projects_set_confirmed(projects, &batch, field, value)) {
		if (!setting_field(projects->app->session, batch.ids.items, batch.ids.count, field,
			    value, *reason ? reason : NULL, &err))
			app_error(projects->app, &err);
		else if (projects_batch_done(projects, (struct projects_done){
				 .act = ACTION_SET_FIELD, .field = field}, value))
			app_message(projects->app, _("%s: “%s” is set. u takes it back."),
				strbuf_text(&batch.numbers), projects_set_label_of(field));
	}
	free(reason);
	projects_batch_free(&batch);
}

void projects_set(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);
	struct w_choice_entry entries[OFFERED];
	int chosen;
	char *value;

	for (size_t i = 0; i < OFFERED; i++)
		entries[i] = (struct w_choice_entry){.label = projects_set_label_of(offered[i]),
			.reading = projects_column_of(project_fields[offered[i]].named)->reading};
	chosen = w_choice_run(projects->app, _("Set which field?"), entries, OFFERED, 0);
	if (chosen < 0)
		return;
	value = projects_set_ask_value(projects, offered[chosen]);
	if (value)
		projects_set_chosen(projects, offered[chosen], value);
	free(value);
}

void projects_set_again(struct projects *projects)
{
	char *value = xstrdup(projects->done.text);

	projects_set_chosen(projects, projects->done.field, value);
	free(value);
}
