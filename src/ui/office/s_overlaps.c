#include "config.h"

#include "ui/office/s_overlaps.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "service/results/overlaps.h"
#include "ui/kit/s_page.h"
#include "ui/projects/s_projects.h"

static bool overlaps_page_make(struct app *app, const struct page_values *values,
	struct table *table, struct error *err)
{
	struct overlaps overlaps = {0};
	const bool made = overlaps_load(app->session, app->session->fiscal_year, NULL, &overlaps,
				  err) && overlaps_table(app->session, &overlaps, table, err);

	(void)values;
	overlaps_free(&overlaps);
	return made;
}

static bool overlaps_page_was_cleared(const struct app *app, const struct screen *screen)
{
	return page_office(app, screen) &&
		(*page_text(screen, "cleared") || *page_text(screen, "cleared_before"));
}

/* The projects of the group, as a list. */
static void overlaps_page_open_group(struct app *app, struct screen *screen)
{
	struct strbuf filter = {0};
	char *numbers = xstrdup(page_text(screen, "numbers")), *rest = numbers;

	for (char *word; (word = strsep(&rest, ", "));)
		if (*word)
			strbuf_addf(&filter, "%s%s", filter.length ? "," : "number:", word);
	projects_open(app, strbuf_text(&filter));
	free(numbers);
	strbuf_free(&filter);
}

/* The group of the row as it is stored now, or -1. */
static int overlaps_page_find_group(const struct overlaps *overlaps, const char *numbers)
{
	struct strbuf found = {0};
	int group = -1;

	for (size_t g = 0; g < overlaps->found.groups.count && group < 0; g++) {
		strbuf_clear(&found);
		overlap_numbers(&overlaps->found, &overlaps->found.groups.items[g],
			overlaps->claims.items, ", ", &found);
		if (strcmp(strbuf_text(&found), numbers) == 0)
			group = (int)g;
	}
	strbuf_free(&found);
	return group;
}

static void overlaps_page_act(struct app *app, struct screen *screen, const char *reason)
{
	char *numbers = xstrdup(page_text(screen, "numbers"));
	struct error err = {0};

	/* reason NULL reopens. */
	struct overlaps overlaps = {0};
	bool done = overlaps_load(app->session, app->session->fiscal_year, NULL, &overlaps, &err);
	const int group = done ? overlaps_page_find_group(&overlaps, numbers) : -1;

	if (done && group < 0)
		done = error_set(&err, ERROR_DATA, _("These projects were changed meanwhile."));
	done = done && (reason ?
		overlaps_clear(app->session, &overlaps, (size_t)group, reason, &err) :
		overlaps_reopen(app->session, &overlaps, (size_t)group, &err));
	overlaps_free(&overlaps);
	if (done) {
		app_changed(app);
		page_read(app, screen);
		app_message(app, reason ? _("%s: cleared. u takes it back.") :
			_("%s: open again. u takes it back."), numbers);
	} else {
		page_read(app, screen);
		app_error(app, &err);
	}
	free(numbers);
}

static void overlaps_page_clear(struct app *app, struct screen *screen)
{
	char *reason;

	if (!app_permits(app, PERMISSION_EDIT_MASTERS, NULL))
		return;
	reason = app_ask(app, _("Why do they not count the same work twice?"), NULL);
	if (reason)
		overlaps_page_act(app, screen, reason);
	free(reason);
}

static void overlaps_page_reopen(struct app *app, struct screen *screen)
{
	if (app_permits(app, PERMISSION_EDIT_MASTERS, NULL) &&
		app_confirm(app, _("%s: take back that they were cleared?"),
			page_text(screen, "numbers")))
		overlaps_page_act(app, screen, NULL);
}

static void overlaps_page_more(const struct screen *screen, struct strbuf *out)
{
	if (*page_text(screen, "cleared"))
		/* who cleared it, and why */
		strbuf_addf(out, _("Cleared by %s"), page_text(screen, "cleared"));
	else if (*page_text(screen, "cleared_before"))
		strbuf_addf(out, _("Another came since: %s"), page_text(screen, "cleared_before"));
	else
		strbuf_add_text(out, _("Not cleared yet"));
}

static const struct screen_act overlaps_acts[] = {
	{ACTION_OPEN, .act = overlaps_page_open_group, .offered = page_on_row},
	{ACTION_EDIT, .act = overlaps_page_clear, .offered = page_office_on_row},
	{ACTION_DELETE_LINE, .act = overlaps_page_reopen, .offered = overlaps_page_was_cleared},
	PAGE_ACTS
};

static const struct page_ops overlaps_page = {
	.title = N_("Possible double counting"),
	.context = CONTEXT_ADMIN,
	.empty = N_("No two projects of a section claim the same piece of work this year."),
	.make = overlaps_page_make,
	.more = overlaps_page_more,
	.acts = overlaps_acts,
};

bool overlaps_place(struct app *app, const void *argument)
{
	(void)argument;
	return page_open(app, &overlaps_page, NULL);
}
