#include "config.h"

#include "model/office/office_sheet.h"

#include <assert.h>
#include <threads.h>

enum { GROUPS = 4 /* of required headings, as many as a file can have */ };

/* Of two tables side by side. */
static const struct office_sheet *const shared[] = {
	&office_people_sheet, &office_training_sheet, &office_indicators_sheet};

/* Filled once, then only read. */
static struct office_sheet derived[OFFICE_TABLE_COUNT];
static struct office_heading headings[OFFICE_TABLE_COUNT][OFFICE_COLUMNS_MAX];
static const struct office_sheet *sheets[OFFICE_TABLE_COUNT];
static size_t sheet_count;
static once_flag once = ONCE_FLAG_INIT;

/* A heading for each field; a file must have those that no row is without. */
static void office_sheet_derive(const struct office_table *table, struct office_sheet *sheet,
	struct office_heading *to)
{
	int group = 0;

	assert(table->field_count <= OFFICE_COLUMNS_MAX);
	*sheet = (struct office_sheet){table->id, {table}, to, table->field_count};
	for (size_t i = 0; i < table->field_count; i++) {
		const struct office_field *field = &table->fields[i];
		const bool needed =
			field->required && !field->initial && (int)i != table->year_field;

		to[i] = (struct office_heading){.id = field->id, .label = field->label,
			.variants = field->variants ? field->variants : "", .field = i};
		if (needed && group < GROUPS)
			to[i].required = ++group;
	}
}

static void office_sheet_list(void)
{
	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++) {
		const struct office_table *table = office_tables[t];
		const struct office_sheet *sheet = table->sheet;

		/* The file that a table shares with another. */
		for (size_t i = 0; i < sizeof shared / sizeof shared[0] && !sheet; i++)
			if (shared[i]->tables[0] == table || shared[i]->tables[1] == table)
				sheet = shared[i];
		if (!sheet) {
			office_sheet_derive(table, &derived[t], headings[t]);
			sheet = &derived[t];
		}
		if (sheet->tables[0] == table)
			sheets[sheet_count++] = sheet;
	}
}

size_t office_sheet_count(void)
{
	call_once(&once, office_sheet_list);
	return sheet_count;
}

const struct office_sheet *office_sheet_at(size_t sheet)
{
	assert(sheet < office_sheet_count());
	return sheets[sheet];
}

const struct office_sheet *office_sheet_of(const struct office_table *table)
{
	for (size_t i = 0; i < office_sheet_count(); i++)
		if (sheets[i]->tables[0] == table || sheets[i]->tables[1] == table)
			return sheets[i];
	return NULL;
}
