#include "config.h"

#include "ui/projects/s_projects.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "ui/form/s_form.h"
#include "ui/kit/s_viewer.h"
#include "ui/projects/private.h"

enum { WHEEL_ROWS = 3 };

/* Before anything is done to a row it must be the one that is shown. */
static void catch_up(struct projects *projects)
{
	struct error err = {0};

	if (projects->behind && !projects_read(projects, &err)) {
		projects->behind = false;
		app_error(projects->app, &err);
	}
}

/* --- opening and closing ------------------------------------------------------------------- */

/* Who works in a unit begins with that unit's projects; the chip says so and can be taken away. */
static bool narrow_to_own_unit(struct projects *projects, struct error *err)
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

static bool list_open(struct app *app, struct screen *screen, const void *argument,
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
		    narrow_to_own_unit(projects, err)) &&
		projects_read(projects, err))
		return true;
	screen->ops->close(app, screen);
	return false;
}

static bool list_reopen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct projects *projects = screen->state;

	(void)app;
	if (!w_filter_set(&projects->filter, argument, err))
		return false;
	projects->from_top = true;
	return projects_read(projects, err);
}

static bool list_reload(struct app *app, struct screen *screen, struct error *err)
{
	struct projects *projects = screen->state;

	(void)app;
	projects->preview.id = 0;
	return projects_read(projects, err);
}

static void list_close(struct app *app, struct screen *screen)
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

/* What cannot be read is not tried again and again. */
static void give_up(struct projects *projects, const struct error *err)
{
	projects->behind = false;
	if (projects->window.count < 0)
		projects->window.count = projects->window.first + (int64_t)projects->window.rows.count;
	app_error(projects->app, err);
}

static bool list_tick(struct app *app, struct screen *screen)
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
	if (!done)
		give_up(projects, &err);
	return false;
}

static void list_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	(void)app;
	projects_draw(screen->state, canvas, area);
}

static void list_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	(void)app;
	projects_status(screen->state, out);
}

/* --- keys ---------------------------------------------------------------------------------- */

static bool list_typing(const struct app *app, const struct screen *screen)
{
	const struct projects *projects = screen->state;

	(void)app;
	return w_filter_typing(&projects->filter);
}

static bool list_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct projects *projects = screen->state;

	(void)app;
	return w_filter_typing(&projects->filter) && projects_typed(projects, event);
}

static bool preview_action(struct projects *projects, enum action action)
{
	int page = projects->list.area.rows > 4 ? projects->list.area.rows - 4 : 1;

	switch (action) {
	case ACTION_UP:
		projects_preview_scroll(&projects->preview, -1);
		return true;
	case ACTION_DOWN:
		projects_preview_scroll(&projects->preview, 1);
		return true;
	case ACTION_PAGE_UP:
		projects_preview_scroll(&projects->preview, -page);
		return true;
	case ACTION_PAGE_DOWN:
		projects_preview_scroll(&projects->preview, page);
		return true;
	default:
		return false;
	}
}

static bool may_edit(const struct app *app, struct projects *projects, struct error *err)
{
	const struct project *project = projects_here(projects);

	return !project || session_permits(app->session, PERMISSION_WRITE_PROJECT,
		project->fiscal_year, project->team_code, err);
}

/* All of a project on a page of its own, to read. */
static void read_project(struct projects *projects, const struct project *project)
{
	struct strbuf text = {0};

	projects_preview_show(&projects->preview, projects->app->session, project);
	projects_preview_text(&projects->preview, &text);
	viewer_open(projects->app, projects->preview.title, strbuf_text(&text));
	strbuf_free(&text);
}

/* The pane beside the list or, where it has no room, the page. */
static void go_to_preview(struct projects *projects)
{
	const struct project *project = projects_here(projects);

	if (!project || projects->wide)
		projects->on_preview = project && !projects->on_preview;
	else
		read_project(projects, project);
}

/* The form for whoever may write there, else the page. */
static void open_project(struct projects *projects)
{
	const struct project *project = projects_here(projects);

	if (!project)
		return;
	if (may_edit(projects->app, projects, NULL))
		form_open(projects->app, project->id);
	else
		read_project(projects, project);
}

/* A search is taken back before the screen is left. */
static bool go_back(struct projects *projects)
{
	if (projects->on_preview)
		projects->on_preview = false;
	else if (w_filter_searches(&projects->filter) && w_filter_drop_last(&projects->filter))
		projects_read_later(projects, false);
	else
		return false;
	return true;
}

/* Does the action mean the row that is shown, and so wait for it? */
static bool means_row(enum action action)
{
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
	case ACTION_NEXT:
	case ACTION_PREVIOUS:
	case ACTION_MARK:
	case ACTION_MARK_ALL:
	case ACTION_MOVE:
	case ACTION_COPY_PROJECT:
	case ACTION_EXCLUDE:
	case ACTION_SET_FIELD:
	case ACTION_REPEAT:
	case ACTION_SIMILAR:
	case ACTION_EXPLAIN:
	case ACTION_YANK:
		return true;
	default:
		return false;
	}
}

/* Actions on the list as a whole or on what is marked. */
static bool list_act(struct projects *projects, enum action action)
{
	switch (action) {
	case ACTION_SEARCH:
	case ACTION_FILTER:
		projects_type(projects, action == ACTION_FILTER);
		return true;
	case ACTION_DROP_FILTER:
		projects_ask_part(projects);
		return true;
	case ACTION_SAVED_FILTERS:
		projects_saved_filters(projects);
		return true;
	case ACTION_CLIMB:
		if (w_filter_drop_last(&projects->filter))
			projects_read_later(projects, false);
		return true;
	case ACTION_SORT:
		projects_ask_sort(projects);
		return true;
	case ACTION_COLUMNS:
		projects_ask_columns(projects);
		return true;
	case ACTION_MARK:
		projects_mark(projects);
		return true;
	case ACTION_MARK_ALL:
		projects_mark_all(projects);
		return true;
	case ACTION_MOVE:
		projects_move(projects);
		return true;
	case ACTION_SET_FIELD:
		projects_set(projects);
		return true;
	case ACTION_REPEAT:
		projects_repeat(projects);
		return true;
	case ACTION_EXPORT:
		projects_export(projects);
		return true;
	default:
		return false;
	}
}

static bool list_action(struct app *app, struct screen *screen, enum action action)
{
	struct projects *projects = screen->state;

	if (w_filter_typing(&projects->filter))
		return projects_typing_action(projects, action);
	if (means_row(action))
		catch_up(projects);
	if ((projects->on_preview && preview_action(projects, action)) ||
		list_act(projects, action))
		return true;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		open_project(projects);
		return true;
	case ACTION_NEW:
		form_open(app, 0);
		return true;
	case ACTION_NEXT:
	case ACTION_PREVIOUS:
		go_to_preview(projects);
		return true;
	case ACTION_COPY_PROJECT:
		projects_copy(projects);
		return true;
	case ACTION_EXCLUDE:
		projects_exclude(projects);
		return true;
	case ACTION_SIMILAR:
		projects_similar(projects);
		return true;
	case ACTION_EXPLAIN:
		projects_explain(projects);
		return true;
	case ACTION_YANK:
		projects_yank(projects);
		return true;
	case ACTION_BACK:
		return go_back(projects);
	default:
		return w_list_action(&projects->list, action);
	}
}

static bool preview_mouse(struct projects *projects, const struct event *event)
{
	bool wheel = event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN;

	if (wheel)
		projects_preview_scroll(&projects->preview,
			event->mouse == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
	else
		projects->on_preview = true;
	if (event->mouse == MOUSE_DOUBLE)
		open_project(projects);
	return true;
}

static bool list_mouse(struct app *app, struct screen *screen, const struct event *event)
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
		return preview_mouse(projects, event);
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
		open_project(projects);
	return hit != W_LIST_NOWHERE;
}

/* Marked projects are looked at when they are to be moved. */
static bool may_move(const struct app *app, struct projects *projects)
{
	const struct workflow_move *moves[REGISTERING_MOVES_MAX];
	const struct project *project = projects_here(projects);

	return projects->marks.count > 0 ||
		(project && registering_moves(app->session, project, moves) > 0);
}

/* Who may do what is not offered on this row. */
static bool list_why_not(struct app *app, struct screen *screen, enum action action)
{
	struct projects *projects = screen->state;
	struct error err = {0};

	if (projects->here == 0 || w_filter_typing(&projects->filter) || app->session->readonly)
		return false;
	if (action == ACTION_EDIT && !may_edit(app, projects, &err))
		return !app_error(app, &err);
	if (action != ACTION_MOVE || may_move(app, projects))
		return false;
	projects_move(projects);
	return true;
}

static bool list_offers(const struct app *app, const struct screen *screen, enum action action)
{
	struct projects *projects = screen->state;
	bool some = projects->here != 0, typing = w_filter_typing(&projects->filter);

	switch (action) {
	case ACTION_OPEN:
		return some || typing;
	case ACTION_EDIT:
		return some && !typing && may_edit(app, projects, NULL);
	case ACTION_MOVE:
		return some && !typing && may_move(app, projects);
	case ACTION_MARK:
	case ACTION_MARK_ALL:
	case ACTION_COPY_PROJECT:
	case ACTION_EXCLUDE:
	case ACTION_SET_FIELD:
	case ACTION_REPEAT:
	case ACTION_SIMILAR:
	case ACTION_EXPLAIN:
	case ACTION_YANK:
	case ACTION_EXPORT:
	case ACTION_SORT:
		return some && !typing;
	case ACTION_CLIMB:
	case ACTION_DROP_FILTER:
		return w_filter_narrows(&projects->filter);
	case ACTION_HISTORY:
		return false;
	default:
		return true;
	}
}

const struct screen_ops s_projects_ops = {
	.title = N_("Project list"),
	.context = CONTEXT_PROJECTS,
	.private_size = sizeof(struct projects),
	.open = list_open,
	.reopen = list_reopen,
	.reload = list_reload,
	.draw = list_draw,
	.typing = list_typing,
	.input = list_input,
	.action = list_action,
	.mouse = list_mouse,
	.offers = list_offers,
	.why_not = list_why_not,
	.tick = list_tick,
	.status = list_status,
	.close = list_close,
};

bool projects_open(struct app *app, const char *filter)
{
	return app_push(app, &s_projects_ops, filter);
}
