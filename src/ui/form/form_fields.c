/* form_fields - the fields of the form: their table, their texts, what cannot be read of them. */
#include "config.h"

#include "ui/form/private.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

/* The bits of all places; where a field stands among them. */
#define ENTRY_BIT_FORM(section, place, ...) | PROJECT_PLACE_BIT(place)
#define ENTRY_BIT_NO_FORM
#define ENTRY_BIT(name, type, id, label, variants, stored, files, found, copied, form, ...) \
	ENTRY_BIT_##form
enum { ENTRIES_TAKEN = 0 PROJECT_COLUMNS(ENTRY_BIT) };

/* A field without a column of its own is part of another one. */
#define ENTRY_DERIVED_STORED(kind, member, write) false
#define ENTRY_DERIVED_NAMED(member) true
#define ENTRY_DERIVED_COMPUTED true
#define ENTRY_FORM(section, place, widget, named, hint) \
	[PROJECT_PLACE(ENTRIES_TAKEN, place)] = \
		{SECTION_##section, FIELD_##named, ENTRY_##widget, hint, ENTRY_REST
#define ENTRY_REST(field, derived) field, derived},
#define ENTRY_NO_FORM ENTRY_NOTHING
#define ENTRY_NOTHING(field, derived)
#define ENTRY(name, type, id, label, variants, stored, files, found, copied, form, ...) \
	ENTRY_##form(FIELD_##name, ENTRY_DERIVED_##stored)

const struct entry_info form_entries[ENTRY_COUNT] = {PROJECT_COLUMNS(ENTRY)};
_Static_assert(PROJECT_PLACES(ENTRIES_TAKEN) == ENTRY_COUNT, "no two fields in one place");

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
		assert(i == 0 || form_entries[i - 1].section <= form_entries[i].section);
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

/* Shows the value as people read it, unless that is what stands there already: undo is kept. */
static void form_fields_show_one(struct form *form, size_t at,
	const struct project_context *context)
{
	struct form_entry *entry = &form->entries[at];
	struct strbuf text = {0};

	if (!form_fields_typed(form, at) || entry->why)
		return;
	project_field_get(&form->project, form_entries[at].field, context, FIELD_HUMAN, &text);
	if (strcmp(form_fields_typed(form, at), strbuf_text(&text)) != 0)
		form_fields_set_text(entry, form_fields_is_line(at), strbuf_text(&text));
	free(entry->settled);
	entry->settled = strbuf_detach(&text);
}

void form_fields_show(struct app *app, struct form *form)
{
	struct project_context context;

	if (!form_context(app, form, &context))
		return;
	for (size_t i = 0; i < ENTRY_COUNT; i++)
		form_fields_show_one(form, i, &context);
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

	/* A reason that stands beside its field need not name it. */
	const char *label = _(project_fields[form_entries[at].named].label), *why = err.message;
	const size_t length = strlen(label);

	if (strncmp(why, label, length) == 0)
		why += length + strspn(why + length, ": ");
	entry->why = xstrdup(why);
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
