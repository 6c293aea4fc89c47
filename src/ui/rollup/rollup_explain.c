#include "config.h"

#include "ui/rollup/rollup_explain.h"

#include <stdio.h>

#include "base/i18n.h"
#include "rollup/cube.h"
#include "service/results/explaining.h"
#include "service/results/rollups.h"
#include "ui/app/app.h"
#include "ui/kit/s_viewer.h"

static bool rollup_explain_text(struct app *app, struct pivot_query *query, const rollup_pins *pins,
	const char *filter, const char *title, struct strbuf *text, struct error *err)
{
	const struct rollup_pin *unknown;
	const struct facts *facts = rollups_facts(app->session, query->fiscal_year, filter, err);

	if (!facts)
		return false;
	if (!rollup_pins_apply(pins, facts, query, &unknown))
		return error_set(err, ERROR_DATA, _("“%s” is not there in this fiscal year."),
			unknown->name);

	struct cube_query selection = {.facts = facts, .drill = query->drill, .year_code = -1};
	char year[16];
	size_t projects = 0;

	if (query->fiscal_year) {
		snprintf(year, sizeof year, "%d", query->fiscal_year);
		selection.year_code = facts_find(facts, DIMENSION_FISCAL_YEAR, year);
	}
	for (size_t i = 0; i < facts->count; i++)
		projects += (facts->flags[i] & FACT_COUNTED) && cube_query_selects(&selection, i);
	if (projects > EXPLAINING_MAX)
		return error_set(err, ERROR_DATA,
			_("Too many projects to explain at once. Please open a part of them."));
	return explaining_pivot(app->session, query, title, filter, text, err);
}

void rollup_explain(struct app *app, const struct pivot_query *query, const rollup_pins *pins,
	const char *filter)
{
	struct pivot_query wanted = *query;
	struct strbuf text = {0}, title = {0};
	struct error err = {0};

	if (rollup_pins_year(pins))
		wanted.fiscal_year = rollup_pins_year(pins);
	rollup_drill_crumbs(pins, app->session->body.name, app->theme.glyphs.right, -1, &title);
	if (rollup_explain_text(app, &wanted, pins, filter, strbuf_text(&title), &text, &err))
		viewer_open(app, strbuf_text(&title), strbuf_text(&text));
	else
		app_error(app, &err);
	strbuf_free(&text);
	strbuf_free(&title);
}
