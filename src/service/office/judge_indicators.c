/* judge_indicators - what has targets or values stays on record; a new indicator comes last. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/indicator.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"

static bool indicators_complete(struct office_desk *desk, struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_indicators, err);
	long last = 0;

	if (!rows)
		return false;
	if (strcmp(entry->now.cells[INDICATOR_POSITION], "0") != 0)
		return true;
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *other = rows->entries.items[i];
		const long position = other->here ? strtol(other->now.cells[INDICATOR_POSITION], NULL, 10) : 0;

		last = position > last ? position : last;
	}
	entry->now.cells[INDICATOR_POSITION] = arena_printf(&desk->arena, "%ld", last + 1);
	return true;
}

static bool indicators_has(const struct office_desk_table *rows, const char *code)
{
	for (size_t i = 0; i < rows->entries.count; i++)
		if (rows->entries.items[i]->here && strcmp(rows->entries.items[i]->now.cells[0], code) == 0)
			return true;
	return false;
}

/* The goal of a year is the target of the one indicator that is computed from the hours saved. */
static bool indicators_one_goal(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_indicators, err);
	const char *computed = indicator_computed_id(INDICATOR_HOURS_SAVED);

	for (size_t i = 0; rows && i < rows->entries.count; i++) {
		const struct office_entry *other = rows->entries.items[i];

		if (other != entry && other->here && strcmp(entry->now.cells[INDICATOR_COMPUTED], computed) == 0 &&
			strcmp(other->now.cells[INDICATOR_COMPUTED], computed) == 0)
			return error_set(err, ERROR_DATA,
				_("“%s” is computed from the hours saved already; the goal of a year is its target."),
				other->now.cells[INDICATOR_CODE]);
	}
	return rows != NULL;
}

static bool indicators_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	if (entry->here)
		return indicators_one_goal(desk, entry, err);
	const struct office_desk_table *targets = office_desk_table(desk, &office_indicator_targets, err);
	const struct office_desk_table *values = office_desk_table(desk, &office_indicator_values, err);
	const char *code = entry->stored->cells[INDICATOR_CODE];

	if (!targets || !values)
		return false;
	return !(indicators_has(targets, code) || indicators_has(values, code)) ||
		error_set(err, ERROR_DATA, _("“%s” has targets or values; take those away first."), code);
}

const struct office_judge judge_indicators = {.table = &office_indicators,
	.beside = {&office_indicator_targets, &office_indicator_values},
	.complete = indicators_complete, .check = indicators_check};
