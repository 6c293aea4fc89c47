/* desk_units - versions of units on the desk: laid down, and how long a code holds by them. */
#include "config.h"

#include <string.h>

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

/* The version that stands for a code in a year: the latest that has begun by then. next gets the year in which
 * another begins after it; 0 = none does. */
static const struct office_row *units_version(const struct office_desk_table *units, const char *code,
	int year, int *next)
{
	const struct office_row *version = NULL;

	*next = 0;
	for (size_t i = 0; i < units->entries.count; i++) {
		const struct office_entry *entry = units->entries.items[i];
		const int first = office_row_year(&entry->now, UNIT_FIRST);

		if (!entry->here || strcmp(entry->now.cells[UNIT_CODE], code) != 0)
			continue;
		if (first > year)
			*next = !*next || first < *next ? first : *next;
		else if (!version || first > office_row_year(version, UNIT_FIRST))
			version = &entry->now;
	}
	return version;
}

int office_desk_unit_until(const struct office_desk_table *units, const char *code, int year)
{
	int next, last;
	const struct office_row *version = units_version(units, code, year, &next);

	last = version ? office_row_year(version, UNIT_LAST) : -1;
	if (!version || (last && last < year))
		return -1;
	while (next && (!last || last >= next - 1)) {
		version = units_version(units, code, next, &next);
		last = office_row_year(version, UNIT_LAST);
	}
	return last;
}
