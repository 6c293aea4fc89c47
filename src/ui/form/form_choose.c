/* form_choose - choosing a field's value from a list. */
#include "config.h"

#include "ui/form/private.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "service/project/choosing.h"
#include "ui/kit/w_choice.h"

/* Whether people are offered for the field. */
static bool choose_is_name(enum field field)
{
	return form_entries[form_fields_find(field)].widget == ENTRY_SUGGEST;
}

static const char *choose_code_of(const struct form *form, enum field field)
{
	switch (field) {
	case FIELD_TEAM_CODE:
		return form->project.team_code;
	case FIELD_PROBLEM_TYPE_CODE:
		return form->project.problem_type;
	case FIELD_PRIMARY_TOOL:
		return form->project.tool_count > 0 ? form->project.tools[0] : "";
	default:
		return choose_is_name(field) ? project_text_of(&form->project, field) : "";
	}
}

static bool choose_has_tool(const struct form *form, const char *code)
{
	for (size_t i = 0; i < form->project.tool_count; i++) {
		if (strcmp(form->project.tools[i], code) == 0)
			return true;
	}
	return false;
}

/* The primary tool is one of those chosen; with none chosen yet, any. */
static void choose_keep_chosen_tools(const struct form *form, struct choosing *choosing)
{
	size_t kept = 0;

	if (form->project.tool_count == 0)
		return;
	for (size_t i = 0; i < choosing->items.count; i++) {
		if (choose_has_tool(form, choosing->items.items[i].value))
			choosing->items.items[kept++] = choosing->items.items[i];
	}
	choosing->items.count = kept;
}

static bool choose_find_choices(struct app *app, const struct form *form, enum field field,
	struct choosing *choosing)
{
	const struct project *project = &form->project;
	struct error err = {0};
	bool found = true;

	switch (field) {
	case FIELD_TEAM_CODE:
		found = choosing_teams(app->session, project->fiscal_year, choosing, &err);
		break;
	case FIELD_PROBLEM_TYPE_CODE:
		choosing_catalogue(app->session, CATALOGUE_PROBLEM_TYPE, project->fiscal_year, choosing);
		break;
	case FIELD_PRIMARY_TOOL:
		choosing_catalogue(app->session, CATALOGUE_TOOL, project->fiscal_year, choosing);
		choose_keep_chosen_tools(form, choosing);
		break;
	default:
		if (choose_is_name(field))
			found = choosing_people(app->session, project->fiscal_year,
				project->section_code, choosing, &err);
		else
			choosing_catalogue(app->session, CATALOGUE_TOOL, project->fiscal_year, choosing);
	}
	return found || app_error(app, &err);
}

/* Why a list is empty; what to do instead. */
static const char *choose_nothing_there(const struct form *form, enum field field)
{
	if (field == FIELD_TEAM_CODE)
		return _("No team here that you may write for. The office enters units on tab 6.");
	if (!*form->project.section_code)
		return _("Choose the team first: the list holds the people of its section.");
	return _("Nobody of this section is registered yet. Please type the name.");
}

static void choose_tools(struct app *app, struct form *form, size_t at,
	const struct w_choice_entry *entries, const struct choosing *choosing)
{
	const char *primary = choose_code_of(form, FIELD_PRIMARY_TOOL);
	bool *chosen = xcalloc(choosing->items.count + 1, sizeof *chosen);
	struct strbuf text = {0};

	for (size_t i = 0; i < choosing->items.count; i++)
		chosen[i] = choose_has_tool(form, choosing->items.items[i].value);
	if (w_choice_run_many(app, _(project_fields[form_entries[at].named].label), entries,
		choosing->items.count, chosen)) {
		for (int others = 0; others < 2; others++) {
			for (size_t i = 0; i < choosing->items.count; i++) {
				const char *code = choosing->items.items[i].value;

				if (chosen[i] && (strcmp(code, primary) != 0) == (others == 1))
					strbuf_addf(&text, "%s%s", text.length ? ";" : "", code);
			}
		}
		form_fields_put(app, form, at, strbuf_text(&text));
		strbuf_free(&text);
	}
	free(chosen);
}

static void choose_one(struct app *app, struct form *form, size_t at,
	const struct w_choice_entry *entries, const struct choosing *choosing, const char *typed)
{
	const char *present = choose_code_of(form, form_entries[at].field);
	int initial = -1, chosen;

	for (size_t i = 0; i < choosing->items.count; i++) {
		if (strcmp(choosing->items.items[i].value, present) == 0)
			initial = (int)i;
	}
	chosen = w_choice_run_typed(app, _(project_fields[form_entries[at].named].label), entries,
		choosing->items.count, initial, typed);
	if (chosen >= 0)
		form_fields_put(app, form, at, choosing->items.items[chosen].value);
}

void form_choose(struct app *app, struct form *form, size_t at, const char *typed)
{
	enum field field = form_entries[at].field;
	struct choosing choosing = {0};
	struct w_choice_entry *entries;

	if (!choose_find_choices(app, form, field, &choosing)) {
		choosing_free(&choosing);
		return;
	}
	entries = xcalloc(choosing.items.count + 1, sizeof *entries);
	for (size_t i = 0; i < choosing.items.count; i++) {
		const struct choice_item *item = &choosing.items.items[i];

		entries[i] = (struct w_choice_entry){item->label, item->reading,
			*item->hint ? item->hint : NULL};
	}
	if (choosing.items.count == 0)
		app_warn(app, "%s", choose_nothing_there(form, field));
	else if (form_entries[at].widget == ENTRY_CHOICES)
		choose_tools(app, form, at, entries, &choosing);
	else
		choose_one(app, form, at, entries, &choosing, typed);
	if (field == FIELD_TEAM_CODE) {
		/* A team brings the section's DX leader with it, where nobody has been named
		 * yet. */
		size_t leader = form_fields_find(FIELD_LEADER);
		const char *name = choosing_only_leader(app->session, form->project.fiscal_year,
			form->project.section_code);

		if (name && !*form_fields_typed(form, leader))
			form_fields_put(app, form, leader, name);
	}
	free(entries);
	choosing_free(&choosing);
	form->entries[at].left = true;
	form->dirty = true;
	form_check(app, form);
}
