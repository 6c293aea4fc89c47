/* app_stack - the stack of screens of each tab. */
#include "config.h"

#include "ui/app/app.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"

static struct screen_stack *present(const struct app *app)
{
	return (struct screen_stack *)&app->tabs[app->tab];
}

struct screen *app_top(const struct app *app)
{
	const struct screen_stack *stack = present(app);

	return stack->screens.count ? stack->screens.items[stack->screens.count - 1] : NULL;
}

bool app_push(struct app *app, const struct screen_ops *ops, const void *argument)
{
	struct screen *screen = xcalloc(1, sizeof *screen);
	struct error err = {0};

	screen->ops = ops;
	screen->acts = ops->acts;
	screen->state = xcalloc(1, ops->private_size + 1);
	if (ops->open && !ops->open(app, screen, argument, &err)) {
		free(screen->state);
		free(screen);
		return app_error(app, &err);
	}
	*vec_add(&present(app)->screens) = screen;
	app->dirty = true;
	return true;
}

static void drop_top(struct app *app, struct screen_stack *stack)
{
	struct screen *screen = stack->screens.items[--stack->screens.count];

	if (screen->ops->close)
		screen->ops->close(app, screen);
	free(screen->state);
	free(screen);
	app->dirty = true;
}

void app_pop(struct app *app, struct screen *screen)
{
	struct screen_stack *stack = present(app);
	size_t at = stack->screens.count;

	while (at > 0 && stack->screens.items[at - 1] != screen)
		at--;
	assert(at > 0);
	while (stack->screens.count >= at)
		drop_top(app, stack);
}

void app_cut(struct app *app, enum tab tab, size_t depth)
{
	while (app->tabs[tab].screens.count > depth)
		drop_top(app, &app->tabs[tab]);
}

bool app_show(struct app *app, enum tab tab, const void *argument)
{
	enum tab before = app->tab;
	struct screen *first;
	struct error err = {0};

	app->tab = tab;
	app->dirty = true;
	if (present(app)->screens.count == 0) {
		if (app_push(app, app->design->tabs[tab].ops, argument))
			return true;
		app->tab = before;
		return false;
	}
	first = present(app)->screens.items[0];
	if (!argument || !first->ops->reopen)
		return true;
	while (present(app)->screens.count > 1)
		drop_top(app, present(app));
	return first->ops->reopen(app, first, argument, &err) || app_error(app, &err);
}

void app_reload(struct app *app, struct screen *screen)
{
	struct error err = {0};

	screen->stale = false;
	if (screen->ops->reload && !screen->ops->reload(app, screen, &err))
		app_error(app, &err);
	app->dirty = true;
}

void app_mark_stale(struct app *app, const struct screen *but)
{
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		for (size_t i = 0; i < app->tabs[tab].screens.count; i++) {
			struct screen *screen = app->tabs[tab].screens.items[i];

			screen->stale = screen->stale || screen != but;
		}
	}
	app->dirty = true;
}

void app_changed(struct app *app)
{
	app_mark_stale(app, app_top(app));
}

/* Asks the screens of a stack, from the top, whether they may go. */
static bool all_may_close(struct app *app, enum tab tab)
{
	struct screen_stack *stack = &app->tabs[tab];

	for (size_t i = stack->screens.count; i-- > 0;) {
		struct screen *screen = stack->screens.items[i];

		if (!screen->ops->may_close)
			continue;
		app->tab = tab;
		if (!screen->ops->may_close(app, screen))
			return false;
	}
	return true;
}

static void leave(struct app *app)
{
	enum tab before = app->tab;

	if (terminal_on_trial(app->terminal))
		return;
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		if (!all_may_close(app, (enum tab)tab))
			return;
	}
	app->tab = before;
	app->quit = true;
}

void app_back(struct app *app)
{
	struct screen *screen = app_top(app);

	if (present(app)->screens.count > 1) {
		if (!screen->ops->may_close || screen->ops->may_close(app, screen))
			app_pop(app, screen);
	} else if (app->tab != TAB_HOME && app->tabs[TAB_HOME].screens.count > 0) {
		app_show(app, TAB_HOME, NULL);
	} else {
		leave(app);
	}
}

void app_close(struct app *app)
{
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		while (app->tabs[tab].screens.count > 0)
			drop_top(app, &app->tabs[tab]);
		vec_free(&app->tabs[tab].screens);
	}
	keymap_free(&app->keymap);
	strbuf_free(&app->message);
	strbuf_free(&app->clipboard);
	strbuf_free(&app->place);
}
