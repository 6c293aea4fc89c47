/* desk_goal - the goal of a year stands once, as a target of the indicator that is computed from the hours saved
 * (domain.md §5); it can be read and typed as the parameter target_hours all the same. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/indicator.h"
#include "model/office/office_fields.h"
#include "model/parameter.h"
#include "service/office/desk.h"
#include "store/office_store.h"

static bool goal_is_meant(const struct office_table *table, const struct office_row *before,
	const char *const *typed)
{
	const char *name = typed && typed[PARAMETER_NAME] ? typed[PARAMETER_NAME] :
		before ? before->cells[PARAMETER_NAME] : "";

	return table == &office_parameters &&
		choice_parse(parameter_names, PARAMETER_COUNT, name) == PARAMETER_TARGET_HOURS;
}

static bool goal_computes(const struct office_row *indicator)
{
	return strcmp(indicator->cells[INDICATOR_COMPUTED], indicator_computed_id(INDICATOR_HOURS_SAVED)) == 0;
}

/* The code of the indicator; NULL where it cannot be had. */
static const char *goal_code(struct office_desk *desk, bool make, struct error *err)
{
	static const char *const typed[OFFICE_COLUMNS_MAX] = {
		[INDICATOR_CODE] = INDICATOR_GOAL_CODE,
		[INDICATOR_NAME] = INDICATOR_GOAL_NAME,
		[INDICATOR_UNIT] = INDICATOR_GOAL_UNIT,
		[INDICATOR_DIRECTION] = "up",
		[INDICATOR_YEARLY] = "last",
		[INDICATOR_COMPUTED] = "hours-saved",
	};
	const struct office_desk_table *rows = office_desk_table(desk, &office_indicators, err);
	struct office_entry *made = NULL;
	int field;

	for (size_t i = 0; rows && i < rows->entries.count; i++)
		if (rows->entries.items[i]->here && goal_computes(&rows->entries.items[i]->now))
			return rows->entries.items[i]->now.cells[INDICATOR_CODE];
	if (!rows || !make || !office_desk_put(desk, &office_indicators, OFFICE_ADD, NULL, typed, 0, &made, &field, err))
		return NULL;
	return made->said.cells[INDICATOR_CODE];
}

bool office_desk_lay(struct office_desk *desk, const struct office_table *table, enum office_how how,
	const struct office_row *before, const char *const *typed, int64_t line,
	struct office_entry **laid, int *field, struct error *err)
{
	int64_t hours;

	if (!goal_is_meant(table, before, typed))
		return office_desk_put(desk, table, how, before, typed, line, laid, field, err);
	const char *year = typed[PARAMETER_YEAR], *value = typed[PARAMETER_VALUE];
	*field = -1;
	if (value && *value && !parameter_parse(PARAMETER_TARGET_HOURS, value, &hours, err))
		return false;
	const char *code = goal_code(desk, true, err);
	if (!code)
		return false;
	const struct office_desk_table *rows = office_desk_table(desk, &office_indicator_targets, err);
	const struct office_row target = {{code, before ? before->cells[PARAMETER_YEAR] : ""}};
	const struct office_entry *entry = rows && before ? office_desk_find(rows, &target) : NULL;
	const char *const cells[OFFICE_COLUMNS_MAX] = {code, year, value};

	if (!rows)
		return false;
	if (before && !entry)
		before = &target; /* it is gone: the desk says so */
	else if (before)
		before = entry->stored;
	return office_desk_put(desk, &office_indicator_targets, how, before, cells, line, laid, field, err);
}

bool office_desk_take(struct office_desk *desk, const struct office_table *table,
	const struct office_row *before, struct error *err)
{
	if (!goal_is_meant(table, before, NULL))
		return office_desk_remove(desk, table, before, err);
	const char *code = goal_code(desk, false, err);
	const struct office_row target = {{code ? code : "", before->cells[PARAMETER_YEAR]}};

	return office_desk_remove(desk, &office_indicator_targets, &target, err);
}

/* A target as the value of a parameter: hours, as they are typed. */
static const char *goal_value(struct office_rows *rows, const char *stored)
{
	struct strbuf text = {0};

	decimal_add(&text, strtoll(stored, NULL, 10), INDICATOR_DECIMALS, true);
	const char *value = arena_strdup(&rows->arena, strbuf_text(&text));
	strbuf_free(&text);
	return value;
}

/* As the parameters that are stored. */
static int goal_order(const void *one, const void *other)
{
	const struct office_row *a = one, *b = other;
	const int names = strcmp(a->cells[PARAMETER_NAME], b->cells[PARAMETER_NAME]);

	return names ? names : office_row_year(a, PARAMETER_YEAR) - office_row_year(b, PARAMETER_YEAR);
}

bool office_goal_load(struct session *session, struct office_rows *parameters, struct error *err)
{
	struct office_rows indicators = {0}, targets = {0};
	const bool loaded = office_store_load(session->store, &office_indicators, false, &indicators, err) &&
		office_store_load(session->store, &office_indicator_targets, false, &targets, err);
	const char *code = NULL;

	for (size_t i = 0; loaded && !code && i < indicators.items.count; i++)
		if (goal_computes(&indicators.items.items[i]))
			code = indicators.items.items[i].cells[INDICATOR_CODE];
	for (size_t i = 0; code && i < targets.items.count; i++) {
		const struct office_row *target = &targets.items.items[i];

		if (strcmp(target->cells[INDICATOR_TARGET_CODE], code) == 0)
			*vec_add(&parameters->items) = (struct office_row){{
				parameter_names[PARAMETER_TARGET_HOURS].id,
				arena_strdup(&parameters->arena, target->cells[INDICATOR_TARGET_YEAR]),
				goal_value(parameters, target->cells[INDICATOR_TARGET_VALUE])}};
	}
	if (code)
		qsort(parameters->items.items, parameters->items.count, sizeof *parameters->items.items, goal_order);
	office_rows_free(&indicators);
	office_rows_free(&targets);
	return loaded;
}
