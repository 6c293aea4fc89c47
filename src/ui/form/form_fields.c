/* form_fields - the fields of a form section. */
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

static bool is_line(size_t entry)
{
	return form_entries[entry].widget == ENTRY_LINE || form_entries[entry].widget == ENTRY_SUGGEST;
}

static bool is_text(size_t entry)
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
	if (is_line(entry))
		return w_input_text(&form->entries[entry].line);
	return is_text(entry) ? w_text_text(&form->entries[entry].text) : NULL;
}

static void set_text(struct form_entry *entry, bool line, const char *text)
{
	if (line)
		w_input_set(&entry->line, text);
	else
		w_text_set(&entry->text, text);
}

static void remember(struct form_entry *entry, const char *text)
{
	free(entry->settled);
	entry->settled = xstrdup(text);
}

/* Shows the value as people read it, unless that is what stands there already: undo is kept. */
static void show(struct form *form, size_t at, const struct project_context *context)
{
	struct form_entry *entry = &form->entries[at];
	struct strbuf text = {0};

	if (!form_fields_typed(form, at) || entry->why)
		return;
	project_field_get(&form->project, form_entries[at].field, context, FIELD_HUMAN, &text);
	if (strcmp(form_fields_typed(form, at), strbuf_text(&text)) != 0)
		set_text(entry, is_line(at), strbuf_text(&text));
	remember(entry, strbuf_text(&text));
	strbuf_free(&text);
}

void form_fields_show(struct app *app, struct form *form)
{
	struct project_context context;

	if (!form_context(app, form, &context))
		return;
	for (size_t i = 0; i < ENTRY_COUNT; i++)
		show(form, i, &context);
}

/* A reason that stands beside its field need not name it. */
static const char *without_label(size_t at, const char *message)
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
		show(form, at, &context);
		return true;
	}
	entry->why = xstrdup(without_label(at, err.message));
	app_warn(app, "%s", err.message);
	return false;
}

void form_fields_put(struct app *app, struct form *form, size_t at, const char *text)
{
	struct form_entry *entry = &form->entries[at];
	struct project_context context;
	struct error err = {0};

	if (form_fields_typed(form, at)) {
		set_text(entry, is_line(at), text);
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

/* --- keys ---------------------------------------------------------------------------------- */

static void toggle(struct app *app, struct form *form, size_t at)
{
	form_fields_put(app, form, at, form->project.replicable ? "0" : "1");
}

void form_fields_open(struct app *app, struct form *form)
{
	size_t at = form->entry;

	switch (form_entries[at].widget) {
	case ENTRY_SUGGEST: /* a name just typed needs no list */
		if (strcmp(form_fields_typed(form, at), form->entries[at].settled) != 0)
			app_act(app, ACTION_NEXT);
		else
			form_choose(app, form, at, "");
		break;
	case ENTRY_CHOICE:
	case ENTRY_CHOICES:
		form_choose(app, form, at, "");
		break;
	case ENTRY_FLAG:
		toggle(app, form, at);
		break;
	case ENTRY_LINE:
	case ENTRY_TEXT:
		app_act(app, ACTION_NEXT);
	}
}

/* A key on an entry that is chosen, not typed: it begins the search. */
static void type_choice(struct app *app, struct form *form, const struct event *event)
{
	char typed[5] = "";

	if (form_entries[form->entry].widget == ENTRY_FLAG) {
		if (key_fold(event->key) == K_SPACE)
			toggle(app, form, form->entry);
		return;
	}
	if (key_fold(event->key) != K_SPACE)
		typed[text_encode((uint32_t)event->key, typed)] = '\0';
	form_choose(app, form, form->entry, typed);
}

static void edit_outside(struct app *app, struct form *form)
{
	char *text = xstrdup(form_fields_typed(form, form->entry));
	struct error err = {0};

	if (app_edit_text(app, &text, &err))
		set_text(&form->entries[form->entry], false, text);
	else
		app_error(app, &err);
	free(text);
}

bool form_fields_input(struct app *app, struct form *form, const struct event *event)
{
	size_t at = form->entry;
	struct form_entry *entry = &form->entries[at];
	bool changed = false, mine;

	if (event->kind == EVENT_KEY && event->action == ACTION_TEXT_EDITOR && is_text(at)) {
		edit_outside(app, form);
		changed = mine = true;
	} else if (is_line(at)) {
		mine = w_input_event(&entry->line, event, &changed);
	} else if (is_text(at)) {
		mine = w_text_event(&entry->text, event, &changed);
	} else {
		mine = event->kind == EVENT_KEY && event->action == ACTION_NONE &&
			key_printable(event->key);
		changed = mine;
		if (mine)
			type_choice(app, form, event);
	}
	if (changed && (form_entries[at].field == FIELD_TITLE || form_entries[at].field == FIELD_WORK))
		app_later(app); /* to look what is like it */
	if (changed) {
		free(entry->why); /* said again once the entry is left */
		entry->why = NULL;
		form->dirty = true;
	}
	return mine;
}

/* --- drawing ------------------------------------------------------------------------------- */

enum { LABEL_ABOVE_BELOW = 46, TEXT_ROWS_MIN = 3, TEXT_ROWS_MAX = 12, BOX_MAX = 76 };

struct layout {
	int label_columns;
	bool above; /* labels of long texts stand above them */
	int text_rows;
};

static struct layout lay_out(const struct form *form, struct area area)
{
	struct layout layout = {.above = area.columns < LABEL_ABOVE_BELOW};
	int fixed = 0, texts = 0;

	for (size_t i = form_fields_first(form->section); i <= form_fields_last(form->section); i++) {
		int width = text_width(_(project_fields[form_entries[i].named].label)) + 2;

		if (width > layout.label_columns)
			layout.label_columns = width;
		texts += is_text(i);
		fixed += is_text(i) ? 1 + layout.above : 2;
	}
	if (layout.label_columns > area.columns * 2 / 5)
		layout.label_columns = area.columns * 2 / 5;
	layout.text_rows = texts ? (area.rows - fixed) / texts : 0;
	if (layout.text_rows > TEXT_ROWS_MAX)
		layout.text_rows = TEXT_ROWS_MAX;
	if (layout.text_rows < TEXT_ROWS_MIN)
		layout.text_rows = TEXT_ROWS_MIN;
	return layout;
}

static int height_of(size_t entry, const struct layout *layout)
{
	return is_text(entry) ? layout->text_rows + 1 + layout->above : 2;
}

/* Brings the focus into view, with the row of its message. */
static void scroll_to_focus(struct form *form, const struct layout *layout, int rows)
{
	int y = 0, total = 0, height = 0;

	for (size_t i = form_fields_first(form->section); i <= form_fields_last(form->section); i++) {
		if (i == form->entry) {
			y = total;
			height = height_of(i, layout);
		}
		total += height_of(i, layout);
	}
	if (y + height > form->scroll + rows)
		form->scroll = y + height - rows;
	if (y < form->scroll)
		form->scroll = y;
	if (form->scroll > total - rows)
		form->scroll = total > rows ? total - rows : 0;
}

/* What is chosen, or what to do where nothing is. */
static void draw_chosen(struct app *app, struct form *form, struct canvas *canvas, struct area box,
	size_t at, bool focus)
{
	enum theme_role role = focus ? THEME_INPUT_FOCUS : THEME_INPUT;
	struct project_context context;
	struct strbuf text = {0};

	if (form_entries[at].widget == ENTRY_FLAG)
		strbuf_add_text(&text, form->project.replicable ? _("[x] yes") : _("[ ] yes"));
	else if (form_context(app, form, &context))
		project_field_get(&form->project, form_entries[at].named, &context, FIELD_HUMAN, &text);
	if (text.length == 0)
		strbuf_add_text(&text, _("(not chosen)"));
	draw_text(canvas, box, 0, 0, box.columns, strbuf_text(&text), TEXT_LEFT, role);
	if (focus)
		draw_caret(canvas, box, 0, 0);
	strbuf_free(&text);
}

/* A date as offices write it, beside the one that is typed and stored. */
static void add_era(const struct form *form, size_t at, struct strbuf *out)
{
	const struct project *project = &form->project;

	if (form_entries[at].field == FIELD_STARTED_ON)
		date_add_era(out, project->started_on, false);
	else if (form_entries[at].field == FIELD_OPERATING_FROM)
		date_add_era(out, project->operating_from, true);
}

static void draw_message(const struct form *form, struct canvas *canvas, struct area area, int y,
	int x, size_t at, bool focus)
{
	const struct form_entry *entry = &form->entries[at];
	const char *problem = form_fields_problem(form, at);
	int columns = area.columns - x;

	if (problem && (entry->why || entry->left || form->named_all) &&
		!(focus && !entry->why && !form->named_all)) {
		draw_text(canvas, area, y, x, 2, "!", TEXT_LEFT, THEME_ERROR);
		draw_text(canvas, area, y, x + 2, columns - 2, problem, TEXT_LEFT, THEME_ERROR);
	} else if (focus) {
		draw_text(canvas, area, y, x, columns, _(form_entries[at].hint), TEXT_LEFT, THEME_MUTED);
	} else if (i18n_language() == LANGUAGE_JA) {
		struct strbuf era = {0};

		add_era(form, at, &era);
		draw_text(canvas, area, y, x, columns, strbuf_text(&era), TEXT_LEFT, THEME_MUTED);
		strbuf_free(&era);
	}
}

static void draw_entry(struct app *app, struct form *form, struct canvas *canvas, struct area area,
	int y, size_t at, const struct layout *layout)
{
	struct form_entry *entry = &form->entries[at];
	bool focus = form->inside && at == form->entry;
	bool above = is_text(at) && layout->above;
	int x = above ? 0 : layout->label_columns;
	int columns = area.columns - x < BOX_MAX ? area.columns - x : BOX_MAX;
	int height = height_of(at, layout);
	struct area box = area_part(area, y + above, x, height - 1 - above, columns);

	entry->area = area_part(area, y, 0, height, -1);
	draw_text(canvas, area, y, 0, above ? area.columns : layout->label_columns - 1,
		_(project_fields[form_entries[at].named].label), TEXT_LEFT, THEME_LABEL);
	if (is_text(at))
		w_text_draw(&entry->text, canvas, box, focus);
	else if (is_line(at))
		w_input_draw(&entry->line, canvas, box, 0, 0, box.columns, focus);
	else
		draw_chosen(app, form, canvas, box, at, focus);
	draw_message(form, canvas, area, y + height - 1, x, at, focus);
}

void form_fields_draw(struct app *app, struct form *form, struct canvas *canvas, struct area area)
{
	int foot = form_reports_rows(form, area), y;

	form_reports_draw(form, canvas, area_part(area, area.rows - foot, 0, foot, -1));
	area.rows -= foot;
	struct layout layout = lay_out(form, area);

	scroll_to_focus(form, &layout, area.rows);
	y = -form->scroll;
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		form->entries[i].area = (struct area){0};
		if (form_entries[i].section != form->section)
			continue;
		if (y >= 0 && y < area.rows)
			draw_entry(app, form, canvas, area, y, i, &layout);
		y += height_of(i, &layout);
	}
}
