/* form_fields - the fields of the form: their table, their texts, what cannot be read of them. */
#include "config.h"

#include "ui/form/private.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

const struct entry_info form_entries[ENTRY_COUNT] = {
	{SECTION_BASIC, FIELD_TEAM_CODE, FIELD_TEAM, ENTRY_CHOICE, false,
		N_("Enter lists the teams.")},
	{SECTION_BASIC, FIELD_TITLE, FIELD_TITLE, ENTRY_LINE, false,
		N_("What is improved and how, in one line.")},
	{SECTION_BASIC, FIELD_WORK, FIELD_WORK, ENTRY_LINE, false,
		N_("The work this makes easier, as your section calls it.")},
	{SECTION_BASIC, FIELD_LEADER, FIELD_LEADER, ENTRY_SUGGEST, false,
		N_("Type a name, or Enter lists the people of the section.")},
	{SECTION_BASIC, FIELD_OWNER, FIELD_OWNER, ENTRY_SUGGEST, false,
		N_("Type a name, or Enter lists the people of the section.")},
	{SECTION_BASIC, FIELD_STARTED_ON, FIELD_STARTED_ON, ENTRY_LINE, false,
		N_("R7.9.1, 2025-09-01 …")},
	{SECTION_BASIC, FIELD_OPERATING_FROM, FIELD_OPERATING_FROM, ENTRY_LINE, false,
		N_("The first month: R7.9, 2025-09 …")},
	{SECTION_CONTENT, FIELD_PROBLEM_TYPE_CODE, FIELD_PROBLEM_TYPE, ENTRY_CHOICE, false,
		N_("Enter lists the problem types.")},
	{SECTION_CONTENT, FIELD_CURRENT_ISSUE, FIELD_CURRENT_ISSUE, ENTRY_TEXT, false,
		N_("What takes time or goes wrong today. Tab goes on.")},
	{SECTION_CONTENT, FIELD_APPROACH, FIELD_APPROACH, ENTRY_TEXT, false,
		N_("What you do about it. Tab goes on.")},
	{SECTION_CONTENT, FIELD_QUALITATIVE_EFFECT, FIELD_QUALITATIVE_EFFECT, ENTRY_TEXT, false,
		N_("What gets better besides hours. Tab goes on.")},
	{SECTION_TOOLS, FIELD_TOOLS, FIELD_TOOLS, ENTRY_CHOICES, false,
		N_("Enter lists the tools, Space marks one or more.")},
	{SECTION_TOOLS, FIELD_PRIMARY_TOOL, FIELD_PRIMARY_TOOL, ENTRY_CHOICE, true,
		N_("The tool the project is counted under.")},
	{SECTION_TOOLS, FIELD_IMPLEMENTATION_COST, FIELD_IMPLEMENTATION_COST, ENTRY_LINE, false,
		N_("Yen, once; empty when not known.")},
	{SECTION_TOOLS, FIELD_RUNNING_COST, FIELD_RUNNING_COST, ENTRY_LINE, false,
		N_("Yen a year; empty when not known.")},
	{SECTION_TOOLS, FIELD_REPLICABLE, FIELD_REPLICABLE, ENTRY_FLAG, false,
		N_("Space changes it: may other teams copy the project?")},
	{SECTION_INTERIM, FIELD_PROGRESS, FIELD_PROGRESS, ENTRY_TEXT, false,
		N_("How far it has come. Tab goes on.")},
	{SECTION_INTERIM, FIELD_NEXT_PLAN, FIELD_NEXT_PLAN, ENTRY_TEXT, false,
		N_("What is to be done until March. Tab goes on.")},
	{SECTION_INTERIM, FIELD_EXPECTED_SAVINGS, FIELD_EXPECTED_SAVINGS, ENTRY_TEXT, false,
		N_("What it will save; figures are the forecast lines of the savings. Tab goes on.")},
	{SECTION_INTERIM, FIELD_OPEN_ISSUES, FIELD_OPEN_ISSUES, ENTRY_TEXT, false,
		N_("What is in the way, and who could help. Tab goes on.")},
	{SECTION_RESULTS, FIELD_RESULT, FIELD_RESULT, ENTRY_TEXT, false,
		N_("What came of it; figures are the actual lines of the savings. Tab goes on.")},
};

bool form_fields_is_line(size_t entry)
{
	return form_entries[entry].widget == ENTRY_LINE || form_entries[entry].widget == ENTRY_SUGGEST;
}

bool form_fields_is_text(size_t entry)
{
	return form_entries[entry].widget == ENTRY_TEXT;
}

/* --- finding ------------------------------------------------------------------------------- */

size_t form_fields_find(enum field field)
{
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (form_entries[i].field == field || form_entries[i].named == field)
			return i;
	}
	return ENTRY_COUNT;
}

size_t form_fields_first(enum form_section section)
{
	size_t entry = 0;

	while (entry < ENTRY_COUNT && form_entries[entry].section != section)
		entry++;
	return entry;
}

size_t form_fields_last(enum form_section section)
{
	size_t entry = form_fields_first(section);

	while (entry + 1 < ENTRY_COUNT && form_entries[entry + 1].section == section)
		entry++;
	return entry;
}

bool form_has_entries(enum form_section section)
{
	return form_fields_first(section) < ENTRY_COUNT;
}

bool form_context(struct app *app, const struct form *form, struct project_context *context)
{
	struct error err = {0};

	return session_context(app->session, form->project.fiscal_year, context, &err) ||
		app_error(app, &err);
}

/* --- texts --------------------------------------------------------------------------------- */

void form_fields_init(struct app *app, struct form *form)
{
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		w_input_init(&form->entries[i].line, &app->clipboard);
		w_text_init(&form->entries[i].text, &app->clipboard);
		form->entries[i].settled = xstrdup("");
	}
}

void form_fields_free(struct form *form)
{
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		w_input_free(&form->entries[i].line);
		w_text_free(&form->entries[i].text);
		free(form->entries[i].settled);
		free(form->entries[i].why);
	}
}

const char *form_fields_typed(const struct form *form, size_t entry)
{
	if (form_fields_is_line(entry))
		return w_input_text(&form->entries[entry].line);
	return form_fields_is_text(entry) ? w_text_text(&form->entries[entry].text) : NULL;
}

static void form_fields_set_text(struct form_entry *entry, bool line, const char *text)
{
	if (line)
		w_input_set(&entry->line, text);
	else
		w_text_set(&entry->text, text);
}

static void form_fields_remember(struct form_entry *entry, const char *text)
{
	free(entry->settled);
	entry->settled = xstrdup(text);
}

/* Shows the value as people read it, unless that is what stands there already: undo is kept. */
static void form_fields_show_one(struct form *form, size_t at, const struct project_context *context)
{
	struct form_entry *entry = &form->entries[at];
	struct strbuf text = {0};

	if (!form_fields_typed(form, at) || entry->why)
		return;
	project_field_get(&form->project, form_entries[at].field, context, FIELD_HUMAN, &text);
	if (strcmp(form_fields_typed(form, at), strbuf_text(&text)) != 0)
		form_fields_set_text(entry, form_fields_is_line(at), strbuf_text(&text));
	form_fields_remember(entry, strbuf_text(&text));
	strbuf_free(&text);
}

void form_fields_show(struct app *app, struct form *form)
{
	struct project_context context;

	if (!form_context(app, form, &context))
		return;
	for (size_t i = 0; i < ENTRY_COUNT; i++)
		form_fields_show_one(form, i, &context);
}

/* A reason that stands beside its field need not name it. */
static const char *form_fields_without_label(size_t at, const char *message)
{
	const char *label = _(project_fields[form_entries[at].named].label);
	size_t length = strlen(label);

	if (strncmp(message, label, length) != 0)
		return message;
	return message + length + strspn(message + length, ": ");
}

bool form_fields_settle(struct app *app, struct form *form, size_t at)
{
	struct form_entry *entry = &form->entries[at];
	const char *typed = form_fields_typed(form, at);
	struct project_context context;
	struct error err = {0};

	if (!typed || (!entry->why && strcmp(typed, entry->settled) == 0))
		return true;
	if (!form_context(app, form, &context))
		return false;
	free(entry->why);
	entry->why = NULL;
	if (project_field_set(&form->project, form_entries[at].field, typed, &context, &err)) {
		form_fields_show_one(form, at, &context);
		return true;
	}
	entry->why = xstrdup(form_fields_without_label(at, err.message));
	app_warn(app, "%s", err.message);
	return false;
}

void form_fields_put(struct app *app, struct form *form, size_t at, const char *text)
{
	struct form_entry *entry = &form->entries[at];
	struct project_context context;
	struct error err = {0};

	if (form_fields_typed(form, at)) {
		form_fields_set_text(entry, form_fields_is_line(at), text);
		form_fields_settle(app, form, at);
	} else if (form_context(app, form, &context) && !project_field_set(&form->project,
			form_entries[at].field, text, &context, &err)) {
		app_error(app, &err);
	}
}

const char *form_fields_problem(const struct form *form, size_t at)
{
	const struct entry_info *info = &form_entries[at];

	if (form->entries[at].why)
		return form->entries[at].why;
	for (size_t i = 0; i < form->problems.count; i++) {
		const struct project_problem *problem = &form->problems.items[i];

		if (problem->field == info->field || problem->field == info->named)
			return problem->message;
	}
	return NULL;
}
