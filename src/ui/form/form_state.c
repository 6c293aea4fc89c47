/* form_state - loading, checking and going about in the form. */
#include "config.h"

#include "base/i18n.h"
#include "store/project_store.h"
#include "ui/form/private.h"

void form_settle(struct app *app, struct form *form)
{
	if (form->inside && form_has_entries(form->section)) {
		form_fields_settle(app, form, form->entry);
		form->entries[form->entry].left = true;
	}
	form_edit_settle(form);
	form_check(app, form);
}

void form_go_section(struct app *app, struct form *form, enum form_section section, bool inside,
	bool last)
{
	form_settle(app, form);
	form->section = section;
	form->inside = inside;
	form->scroll = 0;
	if (form_has_entries(section))
		form->entry = last ? form_fields_last(section) : form_fields_first(section);
}

void form_go(struct app *app, struct form *form, size_t entry)
{
	if (form->section != form_entries[entry].section || !form->inside)
		form_go_section(app, form, form_entries[entry].section, true, false);
	else
		form_settle(app, form);
	form->entry = entry;
}

bool form_show_problem(struct app *app, struct form *form)
{
	form->named_all = true;
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		const char *problem = NULL;

		if (form_fields_problem(form, i)) {
			form_go(app, form, i); /* reads the entry again: the problem is told anew */
			problem = form_fields_problem(form, i);
		}
		if (!problem)
			continue;
		app_warn(app, _("Not complete yet. %s: %s"),
			_(project_fields[form_entries[i].named].label), problem);
		return true;
	}
	if (form_section_problems(form, SECTION_EFFECTS) == 0)
		return false;
	form_go_section(app, form, SECTION_EFFECTS, true, false);
	app_warn(app, "%s", form_lines_has_unread(&form->sheet) || form->problems.count == 0 ?
		_("A figure of the savings cannot be read; please correct it.") :
		form->problems.items[form->problems.count - 1].message);
	return true;
}

/* --- loading ------------------------------------------------------------------------------- */

bool form_load(struct app *app, struct form *form, int64_t project_id, struct error *err)
{
	struct project project;

	project_init(&project);
	switch (project_store_by_id(app->session->store, project_id, &project, err)) {
	case PROJECT_FOUND:
		project_free(&form->project);
		form->project = project;
		form->need = NEED_NOTHING;
		return true;
	case PROJECT_MISSING:
		error_set(err, ERROR_DATA, _("The project has been deleted meanwhile."));
		break;
	case PROJECT_FAILED:
		break;
	}
	project_free(&project);
	return false;
}

void form_rebase(struct app *app, struct form *form)
{
	int year = form->project.fiscal_year;

	form->working_days = session_working_days(app->session, year);
	form->hours_per_person_year = session_hours_per_person_year(app->session, year);
	form->hourly_rate = session_hourly_rate(app->session, year);
	draft_free(&form->base);
	form_collect_project(app, &form->project, &form->base);
	form->base_unknown = false;
	form_fields_show(app, form);
	form_history_forget(&form->history);
	form_check(app, form);
	form_is_dirty(app, form);
}

void form_show(struct app *app, struct form *form)
{
	form_lines_show(form);
	form_rebase(app, form);
}
