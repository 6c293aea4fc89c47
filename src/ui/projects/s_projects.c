#include "config.h"

#include "ui/projects/s_projects.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "ui/form/s_form.h"
#include "ui/kit/paste_rows.h"
#include "ui/projects/private.h"

/* --- opening and closing ------------------------------------------------------------------- */

/* Who works in a unit begins with that unit's projects; the chip says so and can be taken away. */
static bool projects_list_narrow_to_own_unit(struct projects *projects, struct error *err)
{
	static const enum filter_key keys[UNIT_KIND_COUNT] = {[UNIT_DEPARTMENT] = FILTER_DEPARTMENT,
		[UNIT_SECTION] = FILTER_SECTION, [UNIT_TEAM] = FILTER_TEAM};
	struct session *session = projects->app->session;
	const struct unit_tree *units = session_units(session, session->fiscal_year, err);
	struct filter filter = {0};
	struct strbuf expression = {0};
	int at = units ? unit_tree_find(units, session->unit_code) : -1;
	const struct unit *unit = at > 0 ? &units->nodes.items[at].unit : NULL;
	bool done;

	if (!units || !unit)
		return units != NULL;
	filter_add(&filter, keys[unit->kind], FILTER_MATCH,
		unit_tree_resolve(units, unit->kind, NULL, NULL, unit->name, NULL) == at ? unit->name :
		unit->code);
	filter_format(&filter, &expression);
	filter_free(&filter);
	done = w_filter_set(&projects->filter, strbuf_text(&expression), err);
	strbuf_free(&expression);
	return done;
}

static bool projects_list_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct projects *projects = screen->state;

	projects->app = app;
	projects->sort = (struct project_sort){.field = FIELD_NUMBER};
	projects->fiscal_year = app->session->fiscal_year;
	projects->from_top = true;
	projects_columns_recall(&projects->layout);
	w_filter_init(&projects->filter, &app->clipboard);
	w_list_init(&projects->list, &projects_rows, projects, projects->plan.columns, 0);
	projects->list.headings = true;
	if ((argument ? w_filter_set(&projects->filter, argument, err) :
		    projects_list_narrow_to_own_unit(projects, err)) &&
		projects_read(projects, err))
		return true;
	screen->ops->close(app, screen);
	return false;
}

static bool projects_list_reopen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct projects *projects = screen->state;

	(void)app;
	if (!w_filter_set(&projects->filter, argument, err))
		return false;
	projects->from_top = true;
	return projects_read(projects, err);
}

static bool projects_list_reload(struct app *app, struct screen *screen, struct error *err)
{
	struct projects *projects = screen->state;

	(void)app;
	projects->preview.id = 0;
	return projects_read(projects, err);
}

static void projects_list_close(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;

	(void)app;
	w_filter_free(&projects->filter);
	filter_offer_free(&projects->offer);
	w_list_free(&projects->list);
	projects_window_free(&projects->window);
	projects_preview_free(&projects->preview);
	vec_free(&projects->marks);
	vec_free(&projects->left);
	free(projects->done.text);
}

static bool projects_list_tick(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;
	struct error err = {0};
	bool done = true;

	if (!projects->behind && projects->window.count >= 0)
		return false;
	app_patience_begin(app);
	if (projects->behind) /* rows are shown before they are counted */
		done = projects_read(projects, &err);
	else
		done = projects_window_count(&projects->window, &err);
	app_patience_end(app);
	app_redraw(app);
	if (!done && err.code == ERROR_CANCELLED) {
		app_later(app); /* a key comes first */
		return false;
	}
	if (!done) {
		/* What cannot be read is not tried again and again. */
		projects->behind = false;
		if (projects->window.count < 0)
			projects->window.count =
				projects->window.first + (int64_t)projects->window.rows.count;
		app_error(projects->app, &err);
	}
	return false;
}

static void projects_list_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	(void)app;
	projects_draw(screen->state, canvas, area);
}

static void projects_list_status(const struct app *app, const struct screen *screen,
	struct strbuf *out)
{
	(void)app;
	projects_status(screen->state, out);
}

/* --- keys ---------------------------------------------------------------------------------- */

static bool projects_list_typing(const struct app *app, const struct screen *screen)
{
	const struct projects *projects = screen->state;

	(void)app;
	return w_filter_typing(&projects->filter);
}

static bool projects_list_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct projects *projects = screen->state;

	const char *columns[PROJECTS_COLUMNS_MAX];

	if (w_filter_typing(&projects->filter))
		return projects_typed(projects, event);
	if (event->kind != EVENT_PASTE)
		return false;
	/* rows without headings have the columns of the list, as far as it shows them */
	for (size_t i = 0; i < projects->plan.count; i++)
		columns[i] = project_fields[projects->plan.shown[i]->field].id;
	if (!paste_rows(app, SHEET_PROJECTS, event->text, columns, projects->plan.count))
		return false;
	projects_read_later(projects, false);
	return true;
}

static void projects_list_move(struct app *app, struct screen *screen, enum action action)
{
	struct projects *projects = screen->state;
	const bool typing = w_filter_typing(&projects->filter);

	(void)app;
	if (typing && filter_offer_action(&projects->offer, action))
		return;
	if (typing || !projects->on_preview || !projects_aside_scroll(projects, action))
		w_list_action(&projects->list, action);
}

static void projects_list_open_row(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;

	if (w_filter_typing(&projects->filter))
		projects_typing_accept(projects);
	else
		projects_open_here(projects_settled(app, screen));
}

static void projects_list_next(struct app *app, struct screen *screen, enum action action)
{
	struct projects *projects = screen->state;

	if (!w_filter_typing(&projects->filter))
		projects_aside_go(projects_settled(app, screen));
	else if (action == ACTION_NEXT)
		projects_typing_next(projects);
}

static void projects_list_new(struct app *app, struct screen *screen)
{
	(void)screen;
	form_open(app, 0);
}

static void projects_list_type(struct app *app, struct screen *screen, enum action action)
{
	(void)app;
	projects_type(screen->state, action == ACTION_FILTER);
}

static void projects_list_climb(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;

	(void)app;
	if (w_filter_drop_last(&projects->filter))
		projects_read_later(projects, false);
}

/* A search is taken back before the screen is left. */
static bool projects_list_searches(const struct app *app, const struct screen *screen)
{
	const struct projects *projects = screen->state;

	(void)app;
	return w_filter_typing(&projects->filter) || projects->on_preview ||
		w_filter_searches(&projects->filter);
}

static void projects_list_back(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;

	(void)app;
	if (w_filter_typing(&projects->filter))
		projects_typing_back(projects);
	else if (projects->on_preview)
		projects->on_preview = false;
	else if (w_filter_drop_last(&projects->filter))
		projects_read_later(projects, false);
}

static bool projects_list_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct projects *projects = screen->state;
	enum w_list_hit hit;
	int column, chip;

	(void)app;
	if (w_filter_typing(&projects->filter) && projects_typing_mouse(projects, event))
		return true;
	if (w_filter_hit_clear(&projects->filter, event)) {
		w_filter_clear(&projects->filter);
		projects_read_later(projects, false);
		return true;
	}
	if (projects->wide && area_contains(projects->aside, event->y, event->x))
		return projects_aside_mouse(projects, event);
	projects->on_preview = false;
	chip = w_filter_hit_chip(&projects->filter, event);
	if (chip >= 0) {
		projects_drop_part(projects, (size_t)chip);
		return true;
	}
	hit = w_list_mouse(&projects->list, event, &column);
	if (hit == W_LIST_HEADING)
		projects_sort_by(projects, projects->plan.shown[column]);
	else if (hit == W_LIST_ROW_OPENED)
		projects_open_here(projects);
	return hit != W_LIST_NOWHERE;
}

/* Marked projects are looked at when they are to be moved. */
static bool projects_list_may_move(const struct app *app, struct projects *projects)
{
	const struct workflow_move *moves[REGISTERING_MOVES_MAX];
	const struct project *project = projects_here(projects);

	return projects->marks.count > 0 ||
		(project && registering_moves(app->session, project, moves) > 0);
}

/* Who may do what is not offered on this row. */
static bool projects_list_why_not(struct app *app, struct screen *screen, enum action action)
{
	struct projects *projects = screen->state;
	struct error err = {0};

	if (projects->here == 0 || w_filter_typing(&projects->filter) || app->session->readonly)
		return false;
	if (action == ACTION_EDIT && !projects_may_edit(app, projects, &err))
		return !app_error(app, &err);
	if (action != ACTION_MOVE || projects_list_may_move(app, projects))
		return false;
	projects_move(app, screen);
	return true;
}

static bool projects_list_idle(const struct app *app, const struct screen *screen)
{
	const struct projects *projects = screen->state;

	(void)app;
	return !w_filter_typing(&projects->filter);
}

static bool projects_list_on_row(const struct app *app, const struct screen *screen)
{
	const struct projects *projects = screen->state;

	return projects->here != 0 && projects_list_idle(app, screen);
}

static bool projects_list_can_open(const struct app *app, const struct screen *screen)
{
	return projects_list_on_row(app, screen) || !projects_list_idle(app, screen);
}

static bool projects_list_can_edit(const struct app *app, const struct screen *screen)
{
	return projects_list_on_row(app, screen) && projects_may_edit(app, screen->state, NULL);
}

static bool projects_list_can_move(const struct app *app, const struct screen *screen)
{
	return projects_list_on_row(app, screen) && projects_list_may_move(app, screen->state);
}

static bool projects_list_narrows(const struct app *app, const struct screen *screen)
{
	const struct projects *projects = screen->state;

	(void)app;
	return w_filter_narrows(&projects->filter);
}

static const struct screen_act projects_list_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = projects_list_move},
	{ACTION_NEXT, .to = ACTION_PREVIOUS, .each = projects_list_next},
	{ACTION_OPEN, .act = projects_list_open_row, .offered = projects_list_can_open},
	{ACTION_NEW, .act = projects_list_new, .offered = projects_list_idle},
	{ACTION_EDIT, .act = projects_list_open_row, .offered = projects_list_can_edit},
	{ACTION_SEARCH, .to = ACTION_FILTER, .each = projects_list_type, .offered = projects_list_idle},
	{ACTION_SAVED_FILTERS, .act = projects_saved_filters, .offered = projects_list_idle},
	{ACTION_DROP_FILTER, .act = projects_ask_part, .offered = projects_list_narrows},
	{ACTION_SORT, .act = projects_ask_sort, .offered = projects_list_on_row},
	{ACTION_MARK, .act = projects_mark, .offered = projects_list_on_row},
	{ACTION_MARK_ALL, .act = projects_mark_all, .offered = projects_list_on_row},
	{ACTION_MOVE, .act = projects_move, .offered = projects_list_can_move},
	{ACTION_COLUMNS, .act = projects_ask_columns, .offered = projects_list_idle},
	{ACTION_SIMILAR, .act = projects_similar, .offered = projects_list_on_row},
	{ACTION_COPY_PROJECT, .act = projects_copy, .offered = projects_list_on_row},
	{ACTION_EXCLUDE, .act = projects_exclude, .offered = projects_list_on_row},
	{ACTION_EXPLAIN, .act = projects_explain, .offered = projects_list_on_row},
	{ACTION_CLIMB, .act = projects_list_climb, .offered = projects_list_narrows},
	{ACTION_EXPORT, .act = projects_export, .offered = projects_list_on_row},
	{ACTION_SET_FIELD, .act = projects_set, .offered = projects_list_on_row},
	{ACTION_REPEAT, .act = projects_repeat, .offered = projects_list_on_row},
	{ACTION_YANK, .act = projects_yank, .offered = projects_list_on_row},
	{ACTION_BACK, .act = projects_list_back, .offered = projects_list_searches},
	{0},
};

const struct screen_ops s_projects_ops = {
	.title = N_("Project list"),
	.context = CONTEXT_PROJECTS,
	.acts = projects_list_acts,
	.private_size = sizeof(struct projects),
	.open = projects_list_open,
	.reopen = projects_list_reopen,
	.reload = projects_list_reload,
	.draw = projects_list_draw,
	.typing = projects_list_typing,
	.input = projects_list_input,
	.mouse = projects_list_mouse,
	.why_not = projects_list_why_not,
	.tick = projects_list_tick,
	.status = projects_list_status,
	.close = projects_list_close,
};

bool projects_place(struct app *app, const void *argument)
{
	return app_push(app, &s_projects_ops, argument);
}
