#include "config.h"

#include "ui/s_form.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/registering.h"
#include "store/project_store.h"
#include "ui/form.h"

static const char *const section_labels[SECTION_COUNT] = {
	[SECTION_BASIC] = N_("Basics"),
	[SECTION_CONTENT] = N_("Issue and work"),
	[SECTION_TOOLS] = N_("ICT tools"),
	[SECTION_EFFECTS] = N_("Savings"),
	[SECTION_HISTORY] = N_("History"),
};

enum { NARROW_BELOW = 60, HEADER_FROM_ROWS = 10 };

static bool has_entries(enum form_section section)
{
	return form_fields_first(section) < ENTRY_COUNT;
}

/* --- state --------------------------------------------------------------------------------- */

bool form_context(struct app *app, const struct form *form, struct project_context *context)
{
	struct error err = {0};

	return session_context(app->session, form->project.fiscal_year, context, &err) ||
		app_error(app, &err);
}

void form_check(struct app *app, struct form *form)
{
	struct project_context context;

	form->problems.count = 0;
	form_sheet_store(form);
	if (form_context(app, form, &context))
		project_check(&form->project, &context, &form->problems);
}

void form_settle(struct app *app, struct form *form)
{
	if (form->inside && has_entries(form->section)) {
		form_fields_settle(app, form, form->entry);
		form->entries[form->entry].left = true;
	}
	form_sheet_settle(app, form);
	form_check(app, form);
}

bool form_has_unread(const struct form *form)
{
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (form->entries[i].why)
			return true;
	}
	return form_sheet_has_unread(&form->sheet);
}

static enum form_section section_of(const struct project_problem *problem)
{
	size_t entry = form_fields_find(problem->field);

	if (entry < ENTRY_COUNT)
		return form_entries[entry].section;
	return problem->field == FIELD_HOURS ? SECTION_EFFECTS : SECTION_BASIC;
}

int form_section_problems(const struct form *form, enum form_section section)
{
	int count = 0;

	for (size_t i = 0; i < ENTRY_COUNT; i++)
		count += form_entries[i].section == section && form->entries[i].why;
	for (size_t i = 0; i < form->problems.count; i++)
		count += section_of(&form->problems.items[i]) == section;
	if (section == SECTION_EFFECTS)
		count += form_sheet_has_unread(&form->sheet);
	return count;
}

/* Another section; the focus goes to its first or last entry. */
static void go_section(struct app *app, struct form *form, enum form_section section, bool inside,
	bool last)
{
	form_settle(app, form);
	form->section = section;
	form->inside = inside;
	form->scroll = 0;
	if (has_entries(section))
		form->entry = last ? form_fields_last(section) : form_fields_first(section);
}

void form_go(struct app *app, struct form *form, size_t entry)
{
	if (form->section != form_entries[entry].section || !form->inside)
		go_section(app, form, form_entries[entry].section, true, false);
	else
		form_settle(app, form);
	form->entry = entry;
}

bool form_show_problem(struct app *app, struct form *form)
{
	form->named_all = true;
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		const char *problem = form_fields_problem(form, i);

		if (!problem)
			continue;
		form_go(app, form, i);
		app_warn(app, _("Not complete yet. %s: %s"),
			_(project_fields[form_entries[i].named].label), problem);
		return true;
	}
	if (form_section_problems(form, SECTION_EFFECTS) == 0)
		return false;
	go_section(app, form, SECTION_EFFECTS, true, false);
	app_warn(app, "%s", form_sheet_has_unread(&form->sheet) || form->problems.count == 0 ?
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
	form_sheet_show(form);
	form_rebase(app, form);
}

static bool load_first(struct app *app, struct form *form, int64_t project_id, struct error *err)
{
	const char *unit;

	if (project_id == 0) {
		project_free(&form->project);
		if (!registering_new(app->session, &form->project, err))
			return false;
	} else if (!form_load(app, form, project_id, err)) {
		return false;
	}
	unit = *form->project.team_code ? form->project.team_code : app->session->unit_code;
	return session_permits(app->session, PERMISSION_WRITE_PROJECT, form->project.fiscal_year, unit,
		err);
}

static void free_form(struct form *form)
{
	form_fields_free(form);
	form_sheet_free(&form->sheet);
	form_history_free(&form->history);
	vec_free(&form->problems);
	draft_free(&form->base);
	draft_free(&form->kept);
	project_free(&form->project);
}

/* A new form begins at the first thing that is missing; a stored one names what is missing. */
static void begin(struct app *app, struct form *form)
{
	form->inside = true;
	form->entry = 0;
	if (form->project.id == 0 && *form->project.team_code)
		form->entry = form_fields_find(FIELD_TITLE);
	form->named_all = form->project.id != 0;
	form_show(app, form);
}

static bool screen_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct form *form = screen->state;

	project_init(&form->project);
	form_fields_init(app, form);
	form_sheet_init(app, form);
	form_history_init(&form->history);
	if (!load_first(app, form, *(const int64_t *)argument, err)) {
		free_form(form);
		return false;
	}
	begin(app, form);
	return true;
}

static bool screen_reload(struct app *app, struct screen *screen, struct error *err)
{
	struct form *form = screen->state;

	if (form->project.id == 0 || form_is_dirty(app, form) || form->sheet.editing) {
		form_check(app, form);
		return true; /* what is being typed stays; saving finds what others changed */
	}
	if (!form_load(app, form, form->project.id, err))
		return false;
	form_show(app, form);
	return true;
}

/* --- drawing ------------------------------------------------------------------------------- */

static bool is_narrow(struct area area)
{
	return area.columns < NARROW_BELOW;
}

static void add_units(const struct app *app, const struct project *project, struct strbuf *out)
{
	const char *const names[] = {project->department, project->section, project->team};
	bool any = false;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (!*names[i])
			continue;
		if (any)
			strbuf_addf(out, " %s ", app->theme.glyphs.right);
		strbuf_add_text(out, names[i]);
		any = true;
	}
}

/* "R7-0312  実施中  福祉保健部 ▸ 児童課 ▸ 第一班        未保存" */
static void draw_header(struct app *app, struct form *form, struct canvas *canvas,
	struct area area)
{
	const char *mark = form->dirty ? _("unsaved") : "";
	int room = area.columns - text_width(mark) - 3;
	struct project_context context;
	struct strbuf text = {0};

	if (!form_context(app, form, &context))
		return;
	if (form->project.id)
		project_field_get(&form->project, FIELD_NUMBER, &context, FIELD_HUMAN, &text);
	else
		strbuf_add_text(&text, _("New project"));
	if (!form->project.id) {
		strbuf_add_text(&text, "  ");
		project_field_get(&form->project, FIELD_FISCAL_YEAR, &context, FIELD_HUMAN, &text);
	}
	strbuf_addf(&text, "  [%s]  ", workflow_status_label(form->project.status));
	add_units(app, &form->project, &text);
	draw_text(canvas, area, 0, 1, room, strbuf_text(&text), TEXT_LEFT, THEME_STRONG);
	draw_text(canvas, area, 0, area.columns - text_width(mark) - 1, -1, mark, TEXT_LEFT,
		THEME_WARNING);
	strbuf_free(&text);
}

/* "課題と内容 2": what a section is called, with ✓ or the number of its problems. */
static void add_mark(const struct app *app, const struct form *form, enum form_section section,
	struct strbuf *out)
{
	int problems = form_section_problems(form, section);

	if (section == SECTION_HISTORY)
		return;
	if (problems > 0)
		strbuf_addf(out, "%d", problems);
	else
		strbuf_add_text(out, app->theme.glyphs.check);
}

static enum theme_role role_of(const struct form *form, enum form_section section)
{
	if (section == form->section)
		return form->inside ? THEME_CURSOR_IDLE : THEME_CURSOR;
	return THEME_NORMAL;
}

static int list_columns(void)
{
	int widest = 0;

	for (int section = 0; section < SECTION_COUNT; section++) {
		int width = text_width(_(section_labels[section]));

		widest = width > widest ? width : widest;
	}
	return widest + 4; /* a blank before, and the mark after another one */
}

static void draw_list(struct app *app, struct form *form, struct canvas *canvas, struct area area)
{
	struct strbuf mark = {0};

	for (int i = 0; i < SECTION_COUNT; i++) {
		enum form_section section = (enum form_section)i;
		enum theme_role role = role_of(form, section);
		struct area row = area_part(area, i, 0, 1, -1);

		form->marks[i] = row;
		strbuf_clear(&mark);
		add_mark(app, form, section, &mark);
		draw_clear(canvas, row, role);
		draw_text(canvas, row, 0, 1, row.columns - 3, _(section_labels[i]), TEXT_LEFT, role);
		draw_text(canvas, row, 0, row.columns - 2, 2, strbuf_text(&mark), TEXT_RIGHT,
			role == THEME_NORMAL && form_section_problems(form, section) > 0 ? THEME_WARNING :
			role);
		if (section == form->section && !form->inside)
			draw_focus(canvas, row, 0, 0);
	}
	strbuf_free(&mark);
}

/* All sections in one line; from the left, what has no room is left out, the present one never. */
static void draw_line(struct app *app, struct form *form, struct canvas *canvas, struct area area)
{
	struct strbuf texts[SECTION_COUNT] = {{0}};
	int end = 0, x = 0;
	int first = 0;

	for (int i = 0; i < SECTION_COUNT; i++) {
		form->marks[i] = (struct area){0};
		strbuf_addf(&texts[i], " %s ", _(section_labels[i]));
		add_mark(app, form, (enum form_section)i, &texts[i]);
		if (i <= (int)form->section)
			end += text_width(strbuf_text(&texts[i])) + 1;
	}
	while (end > area.columns && first < (int)form->section)
		end -= text_width(strbuf_text(&texts[first++])) + 1;
	for (int i = first; i < SECTION_COUNT; i++) {
		int used = draw_text(canvas, area, 0, x, -1, strbuf_text(&texts[i]), TEXT_LEFT,
			role_of(form, (enum form_section)i));

		form->marks[i] = area_part(area, 0, x, 1, used);
		if (i == (int)form->section && !form->inside)
			draw_focus(canvas, area, 0, x);
		x += used + 1;
	}
	for (int i = 0; i < SECTION_COUNT; i++)
		strbuf_free(&texts[i]);
}

static void screen_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct form *form = screen->state;
	struct area content;

	if (area.rows >= HEADER_FROM_ROWS) {
		draw_header(app, form, canvas, area);
		area = area_part(area, 1, 0, -1, -1);
	}
	if (is_narrow(area)) {
		draw_line(app, form, canvas, area_part(area, 0, 0, 1, -1));
		content = area_part(area, 1, 0, -1, -1);
	} else {
		int columns = list_columns();

		draw_list(app, form, canvas, area_part(area, 0, 0, SECTION_COUNT, columns));
		draw_vertical(canvas, area, 0, columns, area.rows);
		content = area_part(area, 0, columns + 2, -1, -1);
	}
	form->content = content;
	if (form->section == SECTION_EFFECTS)
		form_sheet_draw(app, form, canvas, content);
	else if (form->section == SECTION_HISTORY)
		form_history_draw(app, form, canvas, content);
	else
		form_fields_draw(app, form, canvas, content);
}

/* --- keys ---------------------------------------------------------------------------------- */

static bool screen_typing(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;

	(void)app;
	if (!form->inside)
		return false;
	return has_entries(form->section) ||
		(form->section == SECTION_EFFECTS && form->sheet.editing);
}

static bool screen_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct form *form = screen->state;

	if (!form->inside)
		return false;
	if (has_entries(form->section))
		return form_fields_input(app, form, event);
	return form->section == SECTION_EFFECTS && form_sheet_input(app, form, event);
}

/* The next or previous entry, across the sections; at the ends, the list of sections. */
static void step(struct app *app, struct form *form, int by)
{
	int section = (int)form->section + by;

	if (has_entries(form->section) && form->entry != (by > 0 ? form_fields_last(form->section) :
			form_fields_first(form->section))) {
		form_settle(app, form);
		form->entry = by > 0 ? form->entry + 1 : form->entry - 1;
	} else if (section >= 0 && section <= SECTION_EFFECTS) {
		go_section(app, form, (enum form_section)section, true, by < 0);
	} else {
		go_section(app, form, form->section, false, false);
	}
}

static bool act_in_list(struct app *app, struct form *form, enum action action)
{
	int section = (int)form->section;

	/* in one line, the sections lie beside each other */
	if (is_narrow(form->content) && (action == ACTION_LEFT || action == ACTION_RIGHT))
		action = action == ACTION_LEFT ? ACTION_UP : ACTION_DOWN;
	else if (is_narrow(form->content) && action == ACTION_DOWN)
		action = ACTION_OPEN;
	switch (action) {
	case ACTION_UP:
	case ACTION_PAGE_UP:
		go_section(app, form, (enum form_section)(section > 0 ? section - 1 : 0), false, false);
		return true;
	case ACTION_DOWN:
	case ACTION_PAGE_DOWN:
		if (section + 1 < SECTION_COUNT)
			go_section(app, form, (enum form_section)(section + 1), false, false);
		return true;
	case ACTION_FIRST:
	case ACTION_LAST:
		go_section(app, form, action == ACTION_FIRST ? SECTION_BASIC : SECTION_COUNT - 1, false,
			false);
		return true;
	case ACTION_RIGHT:
	case ACTION_OPEN:
	case ACTION_NEXT:
		go_section(app, form, form->section, true, false);
		return true;
	case ACTION_LEFT:
	case ACTION_PREVIOUS:
		return true;
	default:
		return false;
	}
}

static bool act_inside(struct app *app, struct form *form, enum action action)
{
	if (form->section == SECTION_EFFECTS && form_sheet_action(app, form, action))
		return true;
	if (form->section == SECTION_HISTORY && form_history_action(form, action))
		return true;
	switch (action) {
	case ACTION_UP:
	case ACTION_PREVIOUS:
		step(app, form, -1);
		return true;
	case ACTION_DOWN:
	case ACTION_NEXT:
		step(app, form, 1);
		return true;
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
		form_settle(app, form);
		form->inside = false;
		act_in_list(app, form, action);
		form->inside = true;
		return true;
	case ACTION_OPEN:
		if (has_entries(form->section))
			form_fields_open(app, form);
		return true;
	case ACTION_LEFT:
	case ACTION_BACK:
		go_section(app, form, form->section, false, false);
		return true;
	case ACTION_RIGHT:
	case ACTION_FIRST:
	case ACTION_LAST:
		return true;
	default:
		return false;
	}
}

static bool screen_action(struct app *app, struct screen *screen, enum action action)
{
	struct form *form = screen->state;

	if (form->inside ? act_inside(app, form, action) : act_in_list(app, form, action))
		return true;
	switch (action) {
	case ACTION_SAVE:
		form_save(app, form);
		return true;
	case ACTION_MOVE:
		form_move(app, form);
		return true;
	case ACTION_HISTORY:
		go_section(app, form, SECTION_HISTORY, true, false);
		return true;
	case ACTION_ADD_LINE:
		go_section(app, form, SECTION_EFFECTS, true, false);
		return form_sheet_action(app, form, action);
	case ACTION_RELOAD:
		if (form_is_dirty(app, form)) {
			app_warn(app, _("Not read again: there are unsaved changes."));
			return true;
		}
		return false;
	default:
		return false;
	}
}

static bool screen_offers(const struct app *app, const struct screen *screen, enum action action)
{
	const struct form *form = screen->state;
	bool sheet = form->section == SECTION_EFFECTS;
	bool line = sheet && form->inside && !form->sheet.editing && form->sheet.lines.count > 0;

	(void)app;
	switch (action) {
	case ACTION_OPEN:
		return !form->inside || !has_entries(form->section) ||
			(form_entries[form->entry].widget != ENTRY_TEXT);
	case ACTION_EDIT:
		return line;
	case ACTION_ADD_LINE:
		return sheet && !form->sheet.editing;
	case ACTION_DELETE_LINE:
	case ACTION_COPY_LINE:
		return line;
	case ACTION_EXPLAIN:
	case ACTION_EXPORT:
	case ACTION_UNDO:
	case ACTION_YANK:
	case ACTION_YEAR_BEFORE:
	case ACTION_YEAR_AFTER:
		return false;
	default:
		return true;
	}
}

static bool screen_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct form *form = screen->state;

	for (int i = 0; i < SECTION_COUNT; i++) {
		if (area_contains(form->marks[i], event->y, event->x)) {
			go_section(app, form, (enum form_section)i, false, false);
			return true;
		}
	}
	if (!area_contains(form->content, event->y, event->x))
		return false;
	if (!form->inside)
		go_section(app, form, form->section, true, false);
	if (form->section == SECTION_EFFECTS)
		form_sheet_mouse(app, form, event);
	else if (form->section == SECTION_HISTORY)
		w_list_mouse(&form->history.list, event, NULL);
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (form_entries[i].section != form->section ||
			!area_contains(form->entries[i].area, event->y, event->x))
			continue;
		form_go(app, form, i);
		if (event->mouse == MOUSE_DOUBLE && !form_fields_typed(form, i))
			form_fields_open(app, form);
		break;
	}
	return true;
}

/* --- the rest ------------------------------------------------------------------------------ */

static bool screen_tick(struct app *app, struct screen *screen)
{
	form_keep(app, screen->state);
	return false;
}

static void screen_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct form *form = screen->state;

	(void)app;
	if (form->sheet.editing)
		strbuf_add_text(out, _("Enter or Tab: next cell   Esc: as before"));
	else if (!form->inside)
		strbuf_add_text(out, _("Enter: into the section   s: submit or other status   C-s: save"));
	else if (form->section == SECTION_EFFECTS)
		strbuf_add_text(out, _("Type figures or press Enter   a: line   D: delete   c: to actual"));
	else if (has_entries(form->section))
		strbuf_add_text(out, _("Tab: next field   Esc: sections"));
}

static bool screen_may_close(struct app *app, struct screen *screen)
{
	return form_may_close(app, screen->state);
}

static void screen_close(struct app *app, struct screen *screen)
{
	if (app_hung_up(app))
		form_keep(app, screen->state);
	free_form(screen->state);
}

static const struct screen_ops form_ops = {
	.title = N_("Project form"),
	.context = CONTEXT_FORM,
	.private_size = sizeof(struct form),
	.open = screen_open,
	.reload = screen_reload,
	.draw = screen_draw,
	.typing = screen_typing,
	.input = screen_input,
	.action = screen_action,
	.mouse = screen_mouse,
	.offers = screen_offers,
	.tick = screen_tick,
	.status = screen_status,
	.may_close = screen_may_close,
	.close = screen_close,
};

bool form_open(struct app *app, int64_t project_id)
{
	if (!app_push(app, &form_ops, &project_id))
		return false;
	form_offer(app, app_top(app)->state);
	return true;
}
