/* judge_parameters - parameters are whole numbers between bounds, and H never goes. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/parameter.h"
#include "service/office/judge.h"

static bool parameters_complete(struct office_desk *desk, struct office_entry *entry,
	struct error *err)
{
	const int name = choice_parse(parameter_names, PARAMETER_COUNT, entry->now.cells[PARAMETER_NAME]);
	int64_t value;

	if (name < 0 || !parameter_parse((enum parameter)name, entry->now.cells[PARAMETER_VALUE], &value, err))
		return false;
	entry->now.cells[PARAMETER_VALUE] = arena_printf(&desk->arena, "%lld", (long long)value);
	return true;
}

static bool parameters_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	(void)desk;
	if (entry->here && strcmp(entry->now.cells[PARAMETER_NAME],
		parameter_names[PARAMETER_TARGET_HOURS].id) == 0)
		return error_set(err, ERROR_DATA, _("The goal of a year stands among the targets of indicators."));
	if (entry->here || strcmp(entry->stored->cells[PARAMETER_YEAR], "0") != 0 ||
		strcmp(entry->stored->cells[PARAMETER_NAME],
			parameter_names[PARAMETER_HOURS_PER_PERSON_YEAR].id) != 0)
		return true;
	return error_set(err, ERROR_DATA,
		_("This holds for every year without a value of its own; change it instead."));
}

const struct office_judge judge_parameters = {
	.table = &office_parameters, .complete = parameters_complete, .check = parameters_check};
