#include "config.h"

#include "ui/s_tour.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "ui/app/app.h"

/* The text stands over the first screen of the tab. */
static const struct {
	enum tab tab;
	const char *title;
	const char *text;
} steps[] = {
	{TAB_HOME, N_("Home"),
		N_("What the year comes to, what is to be done and what others did stand here. Tab goes "
		   "to the next pane, and Enter on any number opens the projects behind it.")},
	{TAB_PROJECTS, N_("Projects"),
		N_("Every project of your units. Type / and a few letters, in kana or Latin letters, to "
		   "find one; f narrows the list, n starts a new project, Enter opens one.")},
	{TAB_PIVOT, N_("Rollup"),
		N_("Any figure by any dimension: t chooses a ready-made table, Enter goes down to the "
		   "projects, Backspace comes back up, w explains a figure down to minutes.")},
	{TAB_REPORTS, N_("Reports"),
		N_("The tables of the council, review sheets and who has not handed in yet. x writes "
		   "what is on the screen to a file, here and everywhere.")},
	{TAB_HOME, N_("Whenever you are lost"),
		N_("The bottom line shows the keys that work. ? explains the screen, : finds every "
		   "command by its name, Esc goes back, and u takes your last change back.")},
};
enum { STEPS = sizeof steps / sizeof steps[0], COLUMNS_MAX = 60 };

enum answer { ANSWER_STOP, ANSWER_NEXT, ANSWER_BEFORE };
struct argument {
	int step;
	enum answer *answer;
};

static bool tour_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct argument *state = screen->state;

	(void)app;
	(void)err;
	*state = *(const struct argument *)argument;
	return true;
}

static void tour_ignore_line(const char *start, size_t length, void *data)
{
	(void)start;
	(void)length;
	(void)data;
}

static void tour_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	const struct argument *state = screen->state;
	const char *text = _(steps[state->step].text);
	int columns = area.columns < COLUMNS_MAX ? area.columns : COLUMNS_MAX;
	int rows = (int)text_wrap(text, columns - 4, tour_ignore_line, NULL);
	struct area box = area_centre(area, rows + 4, columns), inside;
	char title[160];

	(void)app;
	snprintf(title, sizeof title, _("Tour %d/%d: %s"), state->step + 1, STEPS,
		_(steps[state->step].title));
	draw_clear(canvas, box, THEME_POPUP);
	inside = area_part(draw_box(canvas, box, title), 0, 1, -1, columns - 4);
	draw_wrapped(canvas, area_part(inside, 0, 0, inside.rows - 2, -1), 0, text, THEME_POPUP);
	draw_text(canvas, inside, inside.rows - 1, 0, inside.columns,
		state->step + 1 < STEPS ? _("Enter: next  Left: back  Esc: end") :
					  _("Enter: end"),
		TEXT_LEFT, THEME_LABEL);
	draw_focus(canvas, inside, 0, 0);
}

static void tour_answer(struct app *app, struct screen *screen, enum answer answer)
{
	const struct argument *state = screen->state;

	*state->answer = answer;
	app_pop(app, screen);
}

static void tour_go_on(struct app *app, struct screen *screen)
{
	tour_answer(app, screen, ANSWER_NEXT);
}

static void tour_go_back(struct app *app, struct screen *screen)
{
	tour_answer(app, screen, ANSWER_BEFORE);
}

static const struct screen_act tour_acts[] = {
	{ACTION_UP, .act = tour_go_back},
	{ACTION_DOWN, .act = tour_go_on},
	{ACTION_LEFT, .act = tour_go_back},
	{ACTION_RIGHT, .act = tour_go_on},
	{ACTION_PAGE_UP, .act = tour_go_back},
	{ACTION_PAGE_DOWN, .act = tour_go_on},
	{ACTION_OPEN, .act = tour_go_on},
	{0},
};

static const struct screen_ops tour_ops = {
	.title = N_("Tour"),
	.context = CONTEXT_POPUP,
	.acts = tour_acts,
	.overlay = true,
	.private_size = sizeof(struct argument),
	.open = tour_open,
	.draw = tour_draw,
};

void tour_run(struct app *app)
{
	int step = 0;

	while (step < STEPS) {
		enum answer answer = ANSWER_STOP;

		app_show(app, steps[step].tab, NULL);
		if (!app_run_modal(app, &tour_ops, &(struct argument){step, &answer}) ||
			answer == ANSWER_STOP)
			break;
		if (answer == ANSWER_NEXT)
			step++;
		else if (step > 0)
			step--;
	}

	/* A file that says that the tour was seen. */
	char *path = ambient_data_path("tour-seen");
	struct file_target target;
	struct file_writer writer;

	if (file_target_own(&target, path, NULL) && file_writer_open(&writer, &target, NULL))
		file_writer_commit(&writer, NULL);
	free(path);
}

void tour_offer(struct app *app)
{
	char *path = ambient_data_path("tour-seen");
	struct strbuf key = {0};
	struct stat status;

	keymap_format(&app->keymap, ACTION_TOUR, false, &key);
	if (stat(path, &status) != 0 && key.length > 0)
		app_message(app, _("New here? %s shows you around in five steps."),
			strbuf_text(&key));
	strbuf_free(&key);
	free(path);
}
