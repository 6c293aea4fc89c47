#include "config.h"

#include "store/column_names.h"

#include <string.h>

#include "base/i18n.h"
#include "model/effect_field.h"
#include "model/office/office_table.h"
#include "model/project.h"

static const char *column_of_project(const char *column)
{
	const int field = project_field_by_column(column);

	return field < 0 ? NULL : _(project_fields[field].label);
}

static const char *column_of_effect(const char *column)
{
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
		if (strcmp(effect_fields[field].id, column) == 0)
			return _(effect_fields[field].label);
	return NULL;
}

static const struct {
	const char *table, *name;
	const char *(*column)(const char *column);
} column_tables[] = {
	{"project", N_("Project"), column_of_project},
	{"effect_line", N_("Effect line"), column_of_effect},
};

const char *column_names_find(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof column_tables / sizeof column_tables[0]; i++)
		if (strcmp(column_tables[i].table, table) == 0)
			return column ? column_tables[i].column(column) : _(column_tables[i].name);
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++) {
		const struct office_table *const office = office_tables[i];

		if (strcmp(office->table, table) != 0)
			continue;
		if (!column)
			return _(office->one);
		for (size_t field = 0; field < office->field_count; field++)
			if (strcmp(office_column(office, field), column) == 0)
				return _(office->fields[field].label);
	}
	return NULL;
}
