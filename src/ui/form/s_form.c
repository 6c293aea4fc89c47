#include "config.h"

#include "ui/form/s_form.h"

#include "base/i18n.h"
#include "service/project/registering.h"
#include "ui/form/private.h"

/* --- opening ------------------------------------------------------------------------------- */

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
	form_reports_free(form);
	form_flag_free(&form->flag);
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
	form_flag_init(app, &form->flag);
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

static void screen_draw(struct app *app, struct screen *screen, struct canvas *canvas,
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

static bool screen_typing(const struct app *app, const struct screen *screen)
{
	const struct form *form = screen->state;

	(void)app;
	if (!form->inside)
		return false;
	return form_has_entries(form->section) ||
		(form->section == SECTION_EFFECTS && form->sheet.editing);
}

static bool screen_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct form *form = screen->state;

	if (!form->inside)
		return false;
	if (form_has_entries(form->section))
		return form_fields_input(app, form, event);
	return form->section == SECTION_EFFECTS && form_sheet_input(app, form, event);
}

/* The next or previous entry, across the sections; at the ends, the list of sections. */
static void step(struct app *app, struct form *form, int by)
{
	int section = (int)form->section + by;

	if (form_has_entries(form->section) && form->entry != (by > 0 ? form_fields_last(form->section) :
			form_fields_first(form->section))) {
		form_settle(app, form);
		form->entry = by > 0 ? form->entry + 1 : form->entry - 1;
	} else if (section >= 0 && section < SECTION_HISTORY) {
		form_go_section(app, form, (enum form_section)section, true, by < 0);
	} else {
		form_go_section(app, form, form->section, false, false);
	}
}

static bool act_in_list(struct app *app, struct form *form, enum action action)
{
	int section = (int)form->section;

	/* in one line, the sections lie beside each other */
	if (form->narrow && (action == ACTION_LEFT || action == ACTION_RIGHT))
		action = action == ACTION_LEFT ? ACTION_UP : ACTION_DOWN;
	else if (form->narrow && action == ACTION_DOWN)
		action = ACTION_OPEN;
	switch (action) {
	case ACTION_UP:
	case ACTION_PAGE_UP:
		form_go_section(app, form, (enum form_section)(section > 0 ? section - 1 : 0), false, false);
		return true;
	case ACTION_DOWN:
	case ACTION_PAGE_DOWN:
		if (section + 1 < SECTION_COUNT)
			form_go_section(app, form, (enum form_section)(section + 1), false, false);
		return true;
	case ACTION_FIRST:
	case ACTION_LAST:
		form_go_section(app, form, action == ACTION_FIRST ? SECTION_BASIC : SECTION_COUNT - 1, false,
			false);
		return true;
	case ACTION_RIGHT:
	case ACTION_OPEN:
	case ACTION_NEXT:
		form_go_section(app, form, form->section, true, false);
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
		if (form_has_entries(form->section))
			form_fields_open(app, form);
		return true;
	case ACTION_LEFT:
	case ACTION_BACK:
		form_go_section(app, form, form->section, false, false);
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
		form_go_section(app, form, SECTION_HISTORY, true, false);
		return true;
	case ACTION_ADD_LINE:
		form_go_section(app, form, SECTION_EFFECTS, true, false);
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

/* There is a status that the user may give the project. */
static bool can_move(const struct app *app, const struct form *form)
{
	const struct workflow_move *moves[REGISTERING_MOVES_MAX];

	return registering_moves(app->session, &form->project, moves) > 0;
}

static bool screen_offers(const struct app *app, const struct screen *screen, enum action action)
{
	const struct form *form = screen->state;
	bool sheet = form->section == SECTION_EFFECTS;
	bool line = sheet && form->inside && !form->sheet.editing && form->sheet.lines.count > 0;

	switch (action) {
	case ACTION_MOVE:
		return can_move(app, form);
	case ACTION_OPEN:
		return !form->inside || !form_has_entries(form->section) ||
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
			form_go_section(app, form, (enum form_section)i, false, false);
			return true;
		}
	}
	if (!area_contains(form->content, event->y, event->x))
		return false;
	if ((event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) &&
		form->section != SECTION_EFFECTS && form->section != SECTION_HISTORY)
		return screen_action(app, screen,
			event->mouse == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
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

static bool screen_tick(struct app *app, struct screen *screen)
{
	form_keep(app, screen->state);
	form_reports_look(app, screen->state);
	form_flag_look(app, screen->state);
	return false;
}

static void screen_status(const struct app *app, const struct screen *screen, struct strbuf *out)
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
