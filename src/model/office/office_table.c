#include "config.h"

#include "model/office/office_table.h"

#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <unistr.h>

#include "base/i18n.h"

#define X(name) &office_##name,
const struct office_table *const office_tables[OFFICE_TABLE_COUNT] = {OFFICE_TABLES(X)};
#undef X

const struct office_table *office_table_find(const char *id)
{
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++)
		if (strcmp(office_tables[i]->id, id) == 0)
			return office_tables[i];
	return NULL;
}

const struct office_table *office_table_of(const char *table)
{
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++)
		if (strcmp(office_tables[i]->table, table) == 0)
			return office_tables[i];
	return NULL;
}

int office_field_find(const struct office_table *table, const char *name)
{
	for (size_t i = 0; i < table->field_count; i++)
		if (strcmp(table->fields[i].id, name) == 0 ||
			strcmp(_(table->fields[i].label), name) == 0)
			return (int)i;
	return -1;
}

const char *office_column(const struct office_table *table, size_t field)
{
	const char *column = table->fields[field].column;

	return column ? column : table->fields[field].id;
}

bool office_code_is_good(const char *code)
{
	const uint8_t *at = (const uint8_t *)code;
	ucs4_t character;

	if (*code == '\0' || *code == '-')
		return false;
	while ((at = u8_next(&character, at)) != NULL)
		if (uc_is_property_white_space(character) ||
			uc_is_general_category_withtable(character,
				UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf) ||
			(character < 128 && strchr(",/|;=\"", (int)character)))
			return false;
	return true;
}

void office_rows_free(struct office_rows *rows)
{
	vec_free(&rows->items);
	arena_free(&rows->arena);
}

int office_row_year(const struct office_row *row, size_t field)
{
	return (int)strtol(row->cells[field], NULL, 10);
}

int office_year_of_rows(const struct office_table *table)
{
	for (size_t i = 0; table->year_field < 0 && i < table->field_count; i++)
		if (table->fields[i].type == OFFICE_EVERY_YEAR)
			return (int)i;
	return table->year_field;
}

int office_last_year_of_rows(const struct office_table *table)
{
	for (size_t i = 0; i < table->field_count; i++)
		if (table->fields[i].type == OFFICE_LAST_YEAR)
			return (int)i;
	return -1;
}

bool office_row_holds(const struct office_table *table, const struct office_row *row, int fiscal_year)
{
	const int field = office_year_of_rows(table), end = office_last_year_of_rows(table);
	const int first = field < 0 ? 0 : office_row_year(row, (size_t)field);
	const int last = end < 0 ? 0 : office_row_year(row, (size_t)end);

	if (end < 0)
		return first == fiscal_year || first == 0;
	return first <= fiscal_year && (last == 0 || last >= fiscal_year);
}
