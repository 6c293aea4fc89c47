/* app_stack - the stack of screens of each tab. */
#include "config.h"

#include "ui/app/app.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

static struct screen_stack *stack_present(const struct app *app)
{
	return (struct screen_stack *)&app->tabs[app->tab];
}

struct screen *app_top(const struct app *app)
{
	const struct screen_stack *stack = stack_present(app);

	return stack->screens.count ? stack->screens.items[stack->screens.count - 1] : NULL;
}

bool app_push(struct app *app, const struct screen_ops *ops, const void *argument)
{
	assert(ops && ops->private_size > 0);

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
	*vec_add(&stack_present(app)->screens) = screen;
	app->dirty = true;
	return true;
}

static void stack_drop_top(struct app *app, struct screen_stack *stack)
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
	struct screen_stack *stack = stack_present(app);
	size_t at = stack->screens.count;

	while (at > 0 && stack->screens.items[at - 1] != screen)
		at--;
	assert(at > 0);
	while (stack->screens.count >= at)
		stack_drop_top(app, stack);
}

void app_cut(struct app *app, enum tab tab, size_t depth)
{
	assert(tab < TAB_COUNT);
	while (app->tabs[tab].screens.count > depth)
		stack_drop_top(app, &app->tabs[tab]);
}

bool app_show(struct app *app, enum tab tab, const void *argument)
{
	assert(tab < TAB_COUNT);

	enum tab before = app->tab;
	struct screen *first;
	struct error err = {0};

	app->tab = tab;
	app->dirty = true;
	if (stack_present(app)->screens.count == 0) {
		if (app_push(app, app->design->tabs[tab].ops, argument))
			return true;
		app->tab = before;
		return false;
	}
	first = stack_present(app)->screens.items[0];
	if (!argument || !first->ops->reopen)
		return true;
	while (stack_present(app)->screens.count > 1)
		stack_drop_top(app, stack_present(app));
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
