#include "config.h"

#include "ui/form/s_form.h"

#include <string.h>

#include "base/i18n.h"
#include "service/project/registering.h"
#include "ui/form/private.h"

/* --- opening ------------------------------------------------------------------------------- */

static void form_screen_free_form(struct form *form)
{
	form_fields_free(form);
	form_lines_free(&form->sheet);
	form_history_free(&form->history);
	form_reports_free(form);
	form_flag_free(&form->flag);
	vec_free(&form->problems);
	form_paste_forget(form);
	draft_free(&form->base);
	draft_free(&form->kept);
	project_free(&form->project);
}

static bool form_screen_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct form *form = screen->state;
	const int64_t project_id = *(const int64_t *)argument;
	bool open;

	project_init(&form->project);
	form_fields_init(app, form);
	form_lines_init(app, form);
	form_history_init(&form->history);
	form_flag_init(app, &form->flag);
	if (project_id == 0) {
		project_free(&form->project);
		open = registering_new(app->session, &form->project, err);
	} else {
		open = form_load(app, form, project_id, err);
	}
	open = open && session_permits(app->session, PERMISSION_WRITE_PROJECT,
		form->project.fiscal_year, *form->project.team_code ? form->project.team_code :
			app->session->unit_code, err);
	if (!open) {
		form_screen_free_form(form);
		return false;
	}

	/* A new form begins at the first thing that is missing; a stored one names what is
	 * missing. */
	form->inside = true;
	form->entry = 0;
	if (form->project.id == 0 && *form->project.team_code)
		form->entry = form_fields_find(FIELD_TITLE);
	form->named_all = form->project.id != 0;
	form_show(app, form);

	return true;
}

static bool form_screen_reload(struct app *app, struct screen *screen, struct error *err)
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

static void form_screen_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct form *form = screen->state;

	form->content = form_outline_draw(app, form, canvas, area);
	if (form->section == SECTION_EFFECTS)
		form_sheet_draw(app, form, canvas, form->content);
	else if (form->section == SECTION_HISTORY)
		form_history_draw(app, form, canvas, form->content);
	else
		form_fields_draw(app, form, canvas, form->content);
}

/* --- keys ---------------------------------------------------------------------------------- */

static bool form_screen_typing(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;

	(void)app;
	if (!form->inside)
		return false;
	return form_has_entries(form->section) ||
		(form->section == SECTION_EFFECTS && form->sheet.editing);
}

static bool form_screen_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct form *form = screen->state;

	if (!form->inside)
		return false;
	if (form->section == SECTION_HISTORY)
		return false;
	if (event->kind == EVENT_PASTE)
		return form_paste(app, form, event->text);
	return form->section == SECTION_EFFECTS ? form_edit_input(app, form, event) :
						  form_fields_input(app, form, event);
}

static void form_screen_move(struct app *app, struct screen *screen, enum action action)
{
	struct form *form = screen->state;

	if (form->inside && form->section == SECTION_EFFECTS && form_sheet_move(app, form, action))
		return;
	if (form->inside && form->section == SECTION_HISTORY && form_history_action(form, action))
		return;
	form_walk(app, form, action);
}

static void form_screen_open_here(struct app *app, struct screen *screen)
{
	struct form *form = screen->state;

	if (!form->inside)
		form_go_section(app, form, form->section, true, false);
	else if (form->section == SECTION_EFFECTS)
		form_sheet_open(app, form);
	else if (form_has_entries(form->section))
		form_fields_open(app, form);
}

static void form_screen_edit_line(struct app *app, struct screen *screen)
{
	form_sheet_open(app, screen->state);
}

static void form_screen_move_project(struct app *app, struct screen *screen)
{
	form_move(app, screen->state);
}

static void form_screen_history(struct app *app, struct screen *screen)
{
	form_go_section(app, screen->state, SECTION_HISTORY, true, false);
}

static void form_screen_save(struct app *app, struct screen *screen)
{
	form_save(app, screen->state);
}

static void form_screen_add_line(struct app *app, struct screen *screen)
{
	struct form *form = screen->state;

	if (!form->inside)
		form_go_section(app, form, SECTION_EFFECTS, true, false);
	form_sheet_add(app, form);
}

static void form_screen_delete_line(struct app *app, struct screen *screen)
{
	form_sheet_delete(app, screen->state);
}

static void form_screen_copy_line(struct app *app, struct screen *screen)
{
	form_sheet_copy(app, screen->state);
}

static void form_screen_undo(struct app *app, struct screen *screen)
{
	form_paste_take_back(app, screen->state);
}

static void form_screen_keep_unsaved(struct app *app, struct screen *screen)
{
	(void)screen;
	app_warn(app, _("Not read again: there are unsaved changes."));
}

static void form_screen_back(struct app *app, struct screen *screen)
{
	struct form *form = screen->state;

	if (form->section != SECTION_EFFECTS || !form_edit_leave(form))
		form_leave_section(app, form);
}

/* There is a status that the user may give the project. */
static bool form_screen_can_move(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;
	const struct workflow_move *moves[REGISTERING_MOVES_MAX];

	return registering_moves(app->session, &form->project, moves) > 0;
}

/* A text is typed, and Enter is a new line in it. */
static bool form_screen_can_open(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;

	(void)app;
	return !form->inside || !form_has_entries(form->section) ||
		form_entries[form->entry].widget != ENTRY_TEXT;
}

static bool form_screen_on_sheet(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;

	(void)app;
	return form->section == SECTION_EFFECTS && !form->sheet.editing;
}

static bool form_screen_on_line(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;

	return form_screen_on_sheet(app, screen) && form->inside && form->sheet.lines.count > 0;
}

static bool form_screen_is_inside(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;

	(void)app;
	return form->inside;
}

static bool form_screen_is_unsaved(const struct app *app, const struct screen *screen)
{
	return form_is_dirty(app, screen->state);
}

static const struct screen_act form_screen_acts[] = {
	{ACTION_UP, .to = ACTION_PREVIOUS, .each = form_screen_move},
	{ACTION_OPEN, .act = form_screen_open_here, .offered = form_screen_can_open},
	{ACTION_EDIT, .act = form_screen_edit_line, .offered = form_screen_on_line},
	{ACTION_MOVE, .act = form_screen_move_project, .offered = form_screen_can_move},
	{ACTION_HISTORY, .act = form_screen_history},
	{ACTION_SAVE, .act = form_screen_save},
	{ACTION_ADD_LINE, .act = form_screen_add_line, .offered = form_screen_on_sheet},
	{ACTION_DELETE_LINE, .act = form_screen_delete_line, .offered = form_screen_on_line},
	{ACTION_COPY_LINE, .act = form_screen_copy_line, .offered = form_screen_on_line},
	{ACTION_UNDO, .act = form_screen_undo},
	{ACTION_RELOAD, .act = form_screen_keep_unsaved, .offered = form_screen_is_unsaved},
	{ACTION_YEAR_BEFORE, .act = NULL, .to = ACTION_YEAR_AFTER},
	{ACTION_BACK, .act = form_screen_back, .offered = form_screen_is_inside},
	{0},
};

/* What scripts call the sections. */
static const char *const section_ids[SECTION_COUNT] = {
	[SECTION_BASIC] = "basic",
	[SECTION_CONTENT] = "content",
	[SECTION_TOOLS] = "tools-and-costs",
	[SECTION_EFFECTS] = "savings",
	[SECTION_INTERIM] = "interim",
	[SECTION_RESULTS] = "results",
	[SECTION_HISTORY] = "history",
};

static bool form_screen_go_to(struct app *app, struct screen *screen, const char *id)
{
	struct form *form = screen->state;

	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (strcmp(project_fields[form_entries[i].named].id, id) == 0 ||
			strcmp(project_fields[form_entries[i].field].id, id) == 0) {
			form_go(app, form, i);
			return true;
		}
	}
	for (int section = 0; section < SECTION_COUNT; section++) {
		if (strcmp(section_ids[section], id) == 0) {
			form_go_section(app, form, (enum form_section)section, true, false);
			return true;
		}
	}
	return form->inside && form->section == SECTION_EFFECTS && form_sheet_go_to(app, form, id);
}

static bool form_screen_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct form *form = screen->state;

	for (int i = 0; i < SECTION_COUNT; i++) {
		if (area_contains(form->marks[i], event->y, event->x)) {
			form_go_section(app, form, (enum form_section)i, false, false);
			return true;
		}
	}
	if (!area_contains(form->content, event->y, event->x))
		return false;
	if ((event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) &&
		form->section != SECTION_EFFECTS && form->section != SECTION_HISTORY) {
		form_screen_move(app, screen, event->mouse == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
		return true;
	}
	if (!form->inside)
		form_go_section(app, form, form->section, true, false);
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

static bool form_screen_tick(struct app *app, struct screen *screen)
{
	form_keep(app, screen->state);
	form_reports_look(app, screen->state);
	form_flag_look(app, screen->state);
	return false;
}

static void form_screen_status(const struct app *app, const struct screen *screen,
	struct strbuf *out)
{
	const struct form *form = screen->state;

	(void)app;
	if (form->flag.why.length && !form->sheet.editing)
		strbuf_add_text(out, strbuf_text(&form->flag.why));
	else if (form->sheet.editing)
		strbuf_add_text(out, _("Enter or Tab: next cell   Esc: as before"));
	else if (!form->inside)
		strbuf_add_text(out, _("Enter: into the section   s: submit or other status   C-s: save"));
	else if (form->section == SECTION_EFFECTS)
		strbuf_add_text(out, _("Type figures or press Enter   a: line   D: delete   c: to actual"));
	else if (form_has_entries(form->section))
		strbuf_add_text(out, _("Tab: next field   Esc: sections"));
}

static bool form_screen_may_close(struct app *app, struct screen *screen)
{
	return form_may_close(app, screen->state);
}

static void form_screen_close(struct app *app, struct screen *screen)
{
	if (app_hung_up(app))
		form_keep(app, screen->state);
	form_screen_free_form(screen->state);
}

static const struct screen_ops form_ops = {
	.title = N_("Project form"),
	.context = CONTEXT_FORM,
	.acts = form_screen_acts,
	.private_size = sizeof(struct form),
	.open = form_screen_open,
	.reload = form_screen_reload,
	.draw = form_screen_draw,
	.typing = form_screen_typing,
	.input = form_screen_input,
	.mouse = form_screen_mouse,
	.go_to = form_screen_go_to,
	.tick = form_screen_tick,
	.status = form_screen_status,
	.may_close = form_screen_may_close,
	.close = form_screen_close,
};

bool form_place(struct app *app, const void *argument)
{
	if (!app_push(app, &form_ops, argument))
		return false;
	form_offer(app, app_top(app)->state);
	return true;
}
