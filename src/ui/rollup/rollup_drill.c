#include "config.h"

#include "ui/rollup/rollup_drill.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "model/filter.h"
#include "model/fiscal_year.h"

enum { CRUMB_COLUMNS = 11 };

/* Which key of the filter language finds the projects of an entry. */
static const enum filter_key keys[DIMENSION_COUNT] = {
	[DIMENSION_FISCAL_YEAR] = FILTER_FISCAL_YEAR,
	[DIMENSION_DEPARTMENT] = FILTER_DEPARTMENT,
	[DIMENSION_SECTION] = FILTER_SECTION,
	[DIMENSION_TEAM] = FILTER_TEAM,
	[DIMENSION_PROBLEM_TYPE] = FILTER_PROBLEM_TYPE,
	[DIMENSION_TOOL] = FILTER_TOOL,
	[DIMENSION_ANY_TOOL] = FILTER_ANY_TOOL,
	[DIMENSION_STATUS] = FILTER_STATUS,
	[DIMENSION_LEADER] = FILTER_LEADER,
	[DIMENSION_START_MONTH] = FILTER_START_MONTH,
	[DIMENSION_HALF_YEAR] = FILTER_HALF,
	[DIMENSION_REPLICABLE] = FILTER_REPLICABLE,
};

/* ---- pins ----------------------------------------------------------------------------------- */

bool rollup_pins_has(const rollup_pins *pins, enum dimension dimension)
{
	for (size_t i = 0; i < pins->count; i++) {
		if (pins->items[i].dimension == dimension)
			return true;
	}
	return false;
}

void rollup_pins_add(rollup_pins *pins, enum dimension dimension, const char *code,
	const char *name)
{
	if (rollup_pins_has(pins, dimension))
		return;
	*vec_add(pins) = (struct rollup_pin){dimension, xstrdup(code), xstrdup(name)};
}

void rollup_pins_add_unit(rollup_pins *pins, const struct unit_tree *units, const char *code)
{
	static const enum dimension of_kind[UNIT_KIND_COUNT] = {
		[UNIT_DEPARTMENT] = DIMENSION_DEPARTMENT,
		[UNIT_SECTION] = DIMENSION_SECTION,
		[UNIT_TEAM] = DIMENSION_TEAM,
	};
	int at = unit_tree_find(units, code);

	if (at >= 0 && units->nodes.items[at].unit.kind != UNIT_BODY) {
		const struct unit *unit = &units->nodes.items[at].unit;

		rollup_pins_add(pins, of_kind[unit->kind], unit->code, unit->name);
	}
}

void rollup_pins_cut(rollup_pins *pins, size_t count)
{
	while (pins->count > count) {
		pins->count--;
		free(pins->items[pins->count].code);
		free(pins->items[pins->count].name);
	}
}

void rollup_pins_free(rollup_pins *pins)
{
	rollup_pins_cut(pins, 0);
	vec_free(pins);
}

int rollup_pins_year(const rollup_pins *pins)
{
	for (size_t i = 0; i < pins->count; i++) {
		if (pins->items[i].dimension == DIMENSION_FISCAL_YEAR)
			return (int)strtol(pins->items[i].code, NULL, 10);
	}
	return 0;
}

bool rollup_pins_apply(const rollup_pins *pins, const struct facts *facts,
	struct pivot_query *query, const struct rollup_pin **unknown)
{
	for (int d = 0; d < DIMENSION_COUNT; d++)
		query->drill[d] = -1;
	for (size_t i = 0; i < pins->count; i++) {
		const struct rollup_pin *pin = &pins->items[i];
		uint16_t code;

		if (pin->dimension == DIMENSION_FISCAL_YEAR)
			continue;
		code = facts_find(facts, pin->dimension, pin->code);
		if (code == 0 && *pin->code) {
			*unknown = pin;
			return false;
		}
		query->drill[pin->dimension] = code;
	}
	return true;
}

/* ---- down and up ---------------------------------------------------------------------------- */

int rollup_drill_next(const rollup_pins *pins)
{
	int deepest = DIMENSION_DEPARTMENT - 1;

	for (size_t i = 0; i < pins->count; i++) {
		const struct rollup_pin *pin = &pins->items[i];
		bool unit = pin->dimension >= DIMENSION_DEPARTMENT &&
			pin->dimension <= DIMENSION_TEAM;

		/* no unit has no units below; a leader is of one section */
		if ((unit && !*pin->code) || pin->dimension == DIMENSION_LEADER)
			return -1;
		if (unit && (int)pin->dimension > deepest)
			deepest = (int)pin->dimension;
	}
	return deepest < DIMENSION_TEAM ? deepest + 1 : -1;
}

static void rollup_drill_add_crumbs(const rollup_pins *pins, const char *body, const char *arrow,
	int longest, struct strbuf *out)
{
	strbuf_add_text(out, body);
	for (size_t i = 0; i < pins->count; i++) {
		const char *name = pins->items[i].name;
		bool last = i + 1 == pins->count;

		strbuf_addf(out, " %s ", arrow);
		text_clip(out, name, last || longest < 0 ? text_width(name) : longest);
	}
}

void rollup_drill_crumbs(const rollup_pins *pins, const char *body, const char *arrow, int columns,
	struct strbuf *out)
{
	size_t start = out->length;

	rollup_drill_add_crumbs(pins, body, arrow, -1, out);
	if (columns < 0 || text_width(strbuf_text(out) + start) <= columns)
		return;
	strbuf_truncate(out, start);
	rollup_drill_add_crumbs(pins, body, arrow, CRUMB_COLUMNS, out);
}

/* ---- the projects behind -------------------------------------------------------------------- */

static void rollup_drill_add_pin(struct filter *filter, const struct rollup_pin *pin)
{
	const char *name = strchr(pin->code, '/');

	if (pin->dimension != DIMENSION_LEADER) {
		filter_add(filter, keys[pin->dimension], FILTER_EQ, pin->code);
		return;
	}

	/* "section/name": the same name elsewhere is somebody else */
	char *section = xstrndup(pin->code, name ? (size_t)(name - pin->code) : 0);

	filter_add(filter, FILTER_SECTION, FILTER_EQ, section);
	filter_add(filter, FILTER_LEADER, FILTER_EQ, name ? name + 1 : pin->code);
	free(section);
}

void rollup_drill_filter(const rollup_pins *pins, const char *filter, int fiscal_year,
	struct strbuf *out)
{
	struct filter all = {0};
	struct strbuf text = {0};
	char year[16];

	snprintf(year, sizeof year, "%d", fiscal_year ? fiscal_year : FISCAL_YEAR_MIN);
	filter_add(&all, FILTER_FISCAL_YEAR, fiscal_year ? FILTER_EQ : FILTER_GE, year);
	for (size_t i = 0; i < pins->count; i++) {
		if (pins->items[i].dimension != DIMENSION_FISCAL_YEAR && *pins->items[i].code)
			rollup_drill_add_pin(&all, &pins->items[i]);
	}
	filter_add(&all, FILTER_COUNTED, FILTER_MATCH, "yes");
	filter_format(&all, &text);
	filter_free(&all);
	strbuf_addf(out, "%s%s%s", filter, *filter ? " " : "", strbuf_text(&text));
	strbuf_free(&text);
	/* "type:" finds what has none */
	for (size_t i = 0; i < pins->count; i++) {
		if (!*pins->items[i].code)
			strbuf_addf(out, " %s:", filter_keys[keys[pins->items[i].dimension]].id);
	}
}
