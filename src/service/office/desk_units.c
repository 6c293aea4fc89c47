/* desk_units - a version of a unit, laid on the desk. */
#include "config.h"

#include "model/office/office_fields.h"
#include "service/office/desk.h"

static const char *units_number(struct office_desk *desk, int64_t number)
{
	return number ? arena_printf(&desk->arena, "%lld", (long long)number) : "";
}

bool office_desk_put_unit(struct office_desk *desk, enum office_how how, const struct unit *unit,
	int64_t line, struct office_entry **laid, int *field, struct error *err)
{
	const char *const typed[OFFICE_COLUMNS_MAX] = {
		[UNIT_CODE] = unit->code,
		[UNIT_FIRST] = units_number(desk, unit->first_fiscal_year),
		[UNIT_LAST] = units_number(desk, unit->last_fiscal_year),
		[UNIT_KIND] = unit_kind_id(unit->kind),
		[UNIT_NAME] = unit->name,
		[UNIT_PARENT] = unit->parent_code ? unit->parent_code : "",
		[UNIT_SUCCESSOR] = unit->successor_code ? unit->successor_code : "",
		[UNIT_LEAD] = unit->lead_section ? "1" : "0",
		[UNIT_POSITION] = units_number(desk, unit->position),
		[UNIT_READING] = unit->reading ? unit->reading : "",
	};

	return office_desk_put(desk, &office_units, how, NULL, typed, line, laid, field, err);
}
