/* projects_filter - narrowing the projects list: what may be typed next, filters kept under a name,
 * parts taken away. */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "ui/kit/saved_filters.h"
#include "ui/kit/w_choice.h"
#include "ui/projects/private.h"

/* --- typing -------------------------------------------------------------------------------- */

void projects_type(struct projects *projects, bool filter)
{
	if (filter)
		w_filter_edit(&projects->filter);
	else
		w_filter_search(&projects->filter);
	filter_offer_begin(&projects->offer, projects->app->session);
	filter_offer_follow(&projects->offer, &projects->filter, false);
}

bool projects_typed(struct projects *projects, const struct event *event)
{
	bool changed = false, mine = w_filter_event(&projects->filter, event, &changed);

	if (mine)
		filter_offer_follow(&projects->offer, &projects->filter, false);
	if (changed)
		projects_read_later(projects, true);
	return mine;
}

static void projects_filter_take_offer(struct projects *projects)
{
	if (filter_offer_take(&projects->offer, &projects->filter))
		projects_read_later(projects, true);
}

void projects_typing_accept(struct projects *projects)
{
	bool edited = projects->filter.mode == W_FILTER_EDIT;
	struct error err = {0};

	if (projects->offer.chosen) {
		projects_filter_take_offer(projects);
		return;
	}
	if (!w_filter_accept(&projects->filter, &err))
		app_error(projects->app, &err);
	else if (edited)
		projects_read_later(projects, true);
	filter_offer_hide(&projects->offer);
}

/* The offers go first, then the typing. */
void projects_typing_back(struct projects *projects)
{
	if (projects->offer.chosen) {
		filter_offer_follow(&projects->offer, &projects->filter, false);
		return;
	}
	filter_offer_hide(&projects->offer);
	if (w_filter_cancel(&projects->filter))
		projects_read_later(projects, false);
}

void projects_typing_next(struct projects *projects)
{
	if (filter_offer_shown(&projects->offer))
		projects_filter_take_offer(projects);
	else
		filter_offer_follow(&projects->offer, &projects->filter, true);
}

bool projects_typing_mouse(struct projects *projects, const struct event *event)
{
	if (!filter_offer_mouse(&projects->offer, event))
		return false;
	if (event->mouse == MOUSE_CLICK || event->mouse == MOUSE_DOUBLE)
		projects_filter_take_offer(projects);
	return true;
}

/* --- parts --------------------------------------------------------------------------------- */

void projects_drop_part(struct projects *projects, size_t at)
{
	struct strbuf chip = {0};

	w_filter_chip(&projects->filter, at, &chip);
	if (w_filter_drop(&projects->filter, at)) {
		projects_read_later(projects, false);
		app_message(projects->app, _("Taken off the filter: %s"), strbuf_text(&chip));
	}
	strbuf_free(&chip);
}

void projects_ask_part(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;
	size_t count = w_filter_count(&projects->filter);
	struct w_choice_entry *entries;
	struct arena arena = {0};
	int chosen = 0;

	(void)app;
	if (count == 0) {
		app_message(projects->app, _("Nothing narrows the list."));
		return;
	}
	entries = xcalloc(count, sizeof *entries);
	for (size_t i = 0; i < count; i++) {
		struct strbuf chip = {0};

		w_filter_chip(&projects->filter, i, &chip);
		entries[i].label = arena_strdup(&arena, strbuf_text(&chip));
		strbuf_free(&chip);
	}
	if (count > 1)
		chosen = w_choice_run(projects->app, _("Take which part off the filter?"), entries,
			count, (int)count - 1);
	if (chosen >= 0)
		projects_drop_part(projects, (size_t)chosen);
	free(entries);
	arena_free(&arena);
}

/* --- filters with a name ------------------------------------------------------------------- */

static void projects_filter_save_filter(struct projects *projects,
	const struct saved_filters *saved, const char *expression)
{
	char *name = app_ask(projects->app, _("Name of this filter"), NULL);
	struct error err = {0};
	int at = name ? saved_filters_find(saved, name) : -1;

	if (name && (at < 0 || app_confirm(projects->app, _("“%s” is there already (%s). Replace it?"),
			name, saved->items.items[at].expression))) {
		if (saved_filters_put(name, expression, &err))
			app_message(projects->app, _("Saved as “%s”. F opens it."), name);
		else
			app_error(projects->app, &err);
	}
	free(name);
}

static void projects_filter_remove_filter(struct projects *projects,
	const struct saved_filter *filter)
{
	struct error err = {0};

	if (!app_confirm(projects->app, _("Delete the saved filter “%s” (%s)?"), filter->name,
		    filter->expression))
		return;
	if (saved_filters_remove(filter->name, &err))
		app_message(projects->app, _("The saved filter “%s” is gone."), filter->name);
	else
		app_error(projects->app, &err);
}

/* Where something narrows the list, the first entry saves it. */
void projects_saved_filters(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;
	size_t saves = w_filter_narrows(&projects->filter);
	struct saved_filters saved;
	struct strbuf expression = {0};
	struct w_choice_entry *entries;
	bool removed;
	int chosen;

	(void)app;
	saved_filters_read(&saved);
	if (saves + saved.items.count == 0) {
		app_message(projects->app, _("No filter is saved yet. Narrow the list with f or /, then "
			"F keeps it under a name."));
		saved_filters_free(&saved);
		return;
	}
	w_filter_expression(&projects->filter, &expression);
	entries = xcalloc(saves + saved.items.count, sizeof *entries);
	if (saves)
		entries[0] = (struct w_choice_entry){_("Save the present filter …"), "ほぞん",
			strbuf_text(&expression)};
	for (size_t i = 0; i < saved.items.count; i++)
		entries[saves + i] = (struct w_choice_entry){.label = saved.items.items[i].name,
			.hint = saved.items.items[i].expression};
	chosen = w_choice_run_or_remove(projects->app, _("Saved filters"), entries,
		saves + saved.items.count, saved.items.count > 0 ? (int)saves : 0, &removed);
	free(entries);
	if (chosen >= (int)saves && removed)
		projects_filter_remove_filter(projects, &saved.items.items[chosen - (int)saves]);
	else if (chosen >= (int)saves) {
		const struct saved_filter *filter = &saved.items.items[chosen - (int)saves];
		struct error err = {0};

		if (w_filter_set(&projects->filter, filter->expression, &err))
			projects_read_later(projects, true);
		else
			app_error(projects->app, &err);
	} else if (chosen >= 0 && !removed)
		projects_filter_save_filter(projects, &saved, strbuf_text(&expression));
	strbuf_free(&expression);
	saved_filters_free(&saved);
}
