/* home_scope - the part of the body that home is about for this user. */
#include "config.h"

#include <stdio.h>

#include "model/filter.h"
#include "ui/home/private.h"

void home_scope_set(const struct app *app, struct home *home, const struct facts *facts,
	const struct unit_tree *units)
{
	const struct session *session = app->session;
	/* A leader and a head see their section, a 主管課 its department, everyone else the whole. */
	const bool has_own_unit = session->role == ROLE_LEADER || session->role == ROLE_HEAD ||
		session->role == ROLE_COLLECTOR;

	rollup_pins_cut(&home->scope, 0);
	if (has_own_unit)
		rollup_pins_add_unit(&home->scope, units, session->unit_code);
	if (home->scope.count > 0)
		home->scope_code = facts_find(facts, home->scope.items[0].dimension,
			home->scope.items[0].code);
}

bool home_in_scope(const struct home *home, const struct facts *facts, size_t fact)
{
	return home->scope.count == 0 ||
		facts->codes[home->scope.items[0].dimension][fact] == home->scope_code;
}

const char *home_filter(const struct app *app, struct home *home, const char *rest)
{
	struct filter filter = {0};
	struct strbuf text = {0};
	char year[16];
	const char *copy;

	/* the same words as those of a drill-down, for what does not count too */
	snprintf(year, sizeof year, "%d", app->session->fiscal_year);
	filter_add(&filter, FILTER_FISCAL_YEAR, FILTER_EQ, year);
	for (size_t i = 0; i < home->scope.count; i++) {
		enum dimension dimension = home->scope.items[i].dimension;

		filter_add(&filter, dimension == DIMENSION_DEPARTMENT ? FILTER_DEPARTMENT :
			dimension == DIMENSION_SECTION ? FILTER_SECTION : FILTER_TEAM, FILTER_EQ,
			home->scope.items[i].code);
	}
	filter_format(&filter, &text);
	strbuf_addf(&text, " %s", rest);
	copy = arena_strdup(&home->arena, strbuf_text(&text));
	strbuf_free(&text);
	filter_free(&filter);
	return copy;
}
