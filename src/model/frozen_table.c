/* frozen_table - tables kept as JSON. */
#include "config.h"

#include "model/frozen_table.h"

#include <jansson.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/json_text.h"
#include "model/frozen_form.h"
#include "model/table_names.h"

/* The yes-or-no properties of a column; their names stay, once given. */
static const struct {
	const char *name;
	size_t offset;
} column_flags[] = {
	{"people", offsetof(struct table_column, people)},
	{"files", offsetof(struct table_column, files)},
	{"signed", offsetof(struct table_column, signed_value)},
	{"additive", offsetof(struct table_column, additive)},
	{"rounded", offsetof(struct table_column, rounded)},
	{"sums-across", offsetof(struct table_column, sums_across)},
	{"fine", offsetof(struct table_column, fine)},
};
enum { FROZEN_FLAGS = sizeof column_flags / sizeof column_flags[0] };

/* ---- writing -------------------------------------------------------------------------------- */

static json_t *frozen_column(const struct table_column *column)
{
	json_t *object = json_object(), *flags = json_array();

	for (size_t f = 0; f < FROZEN_FLAGS; f++)
		if (*(const bool *)((const char *)column + column_flags[f].offset))
			json_array_append_new(flags, json_string(column_flags[f].name));
	json_object_set_new(object, "id", json_text(column->id));
	json_object_set_new(object, "label", json_text(column->label));
	json_object_set_new(object, "type", json_string(table_column_type_id(column->type)));
	json_object_set_new(object, "flags", flags);
	json_object_set_new(object, "group", json_integer(column->group));
	return object;
}

/* [kind, cell, …]: a number, those of several years, a text, or null. */
static json_t *frozen_row(const struct table *table, const struct table_row *row)
{
	json_t *array = json_array();

	json_array_append_new(array, json_string(table_row_kind_id(row->kind)));
	for (size_t c = 0; c < table->columns.count; c++) {
		const struct table_cell *cell = &row->cells[c];
		json_t *years = cell->by_year ? json_array() : NULL;

		for (size_t y = 0; years && y < table->years.count; y++)
			json_array_append_new(years, json_integer(cell->by_year[y]));
		json_array_append_new(array, years ? years :
			cell->kind == CELL_NUMBER ? json_integer(cell->number) :
			cell->kind == CELL_TEXT ? json_text(cell->text) : json_null());
	}
	return array;
}

void frozen_table_write(const struct table *table, struct strbuf *out)
{
	json_t *object = json_object(), *columns = json_array(), *rows = json_array(),
	       *notes = json_array(), *years = json_array();

	for (size_t c = 0; c < table->columns.count; c++)
		json_array_append_new(columns, frozen_column(&table->columns.items[c]));
	for (size_t r = 0; r < table->rows.count; r++)
		json_array_append_new(rows, frozen_row(table, &table->rows.items[r]));
	for (size_t n = 0; n < table->notes.count; n++) {
		const struct table_footnote *note = &table->notes.items[n];
		json_t *array = json_array();

		json_array_append_new(array, json_string(table_note_id(note->id)));
		json_array_append_new(array, json_text(note->text));
		json_array_append_new(array, json_text(note->machine ? note->machine : ""));
		json_array_append_new(notes, array);
	}
	/* [year, H, rate] */
	for (size_t y = 0; y < table->years.count; y++)
		json_array_append_new(years, json_pack("[i,i,I]", table->years.items[y].fiscal_year,
			table->years.items[y].hours_per_person_year,
			(json_int_t)table->years.items[y].hourly_rate));
	json_object_set_new(object, "form", json_integer(FROZEN_FORM));
	json_object_set_new(object, "id", json_text(table->id));
	json_object_set_new(object, "title", json_text(table->title));
	json_object_set_new(object, "fiscal_year", json_integer(table->fiscal_year));
	json_object_set_new(object, "stage", json_string(effect_stage_id(table->stage)));
	json_object_set_new(object, "every_stage", json_boolean(table->every_stage));
	json_object_set_new(object, "basis", json_string(effect_basis_id(table->basis)));
	json_object_set_new(object, "hours_per_person_year",
		json_integer(table->hours_per_person_year));
	if (table->years.count)
		json_object_set(object, "years", years);
	json_object_set_new(object, "body", json_text(table->body ? table->body : ""));
	json_object_set_new(object, "has_figures", json_boolean(table->has_figures));
	json_object_set_new(object, "ties", json_boolean(table->ties));
	json_object_set_new(object, "columns", columns);
	json_object_set_new(object, "rows", rows);
	json_object_set_new(object, "notes", notes);
	json_decref(years);
	char *text = json_dumps(object, JSON_COMPACT);
	strbuf_add_text(out, text ? text : "");
	free(text);
	json_decref(object);
}

/* ---- reading -------------------------------------------------------------------------------- */

static bool frozen_count_read(const json_t *value, int *count)
{
	if (!json_is_integer(value) || json_integer_value(value) < 0 ||
		json_integer_value(value) > INT_MAX)
		return false;
	*count = (int)json_integer_value(value);
	return true;
}

static bool frozen_column_read(const json_t *object, struct table *table)
{
	const char *id = json_string_value(json_object_get(object, "id"));
	const char *label = json_string_value(json_object_get(object, "label"));
	const json_t *group = json_object_get(object, "group");
	const json_t *flags = json_object_get(object, "flags");
	enum column_type type;

	if (!id || !label || !json_is_integer(group) ||
		!table_column_type_find(json_string_value(json_object_get(object, "type")), &type))
		return false;
	struct table_column *column = table_add_column(table, id, label, type);
	column->group = json_integer_value(group);

	if (!json_is_array(flags))
		return false;
	for (size_t f = 0; f < FROZEN_FLAGS; f++)
		*(bool *)((char *)column + column_flags[f].offset) = false;
	for (size_t i = 0; i < json_array_size(flags); i++) {
		const char *name = json_string_value(json_array_get(flags, i));
		size_t f = 0;

		while (name && f < FROZEN_FLAGS && strcmp(column_flags[f].name, name) != 0)
			f++;
		if (!name || f == FROZEN_FLAGS)
			return false;
		*(bool *)((char *)column + column_flags[f].offset) = true;
	}
	return true;
}

static bool frozen_row_read(const json_t *array, struct table *table)
{
	enum row_kind kind;

	if (json_array_size(array) != table->columns.count + 1 ||
		!table_row_kind_find(json_string_value(json_array_get(array, 0)), &kind))
		return false;
	struct table_row *row = table_add_row(table, kind);
	int64_t *minutes = xcalloc(table->years.count, sizeof *minutes);
	bool good = true;

	for (size_t c = 0; c < table->columns.count && good; c++) {
		const json_t *cell = json_array_get(array, c + 1);
		const bool by_year = json_is_array(cell);

		for (size_t y = 0; by_year && y < table->years.count; y++)
			minutes[y] = json_integer_value(json_array_get(cell, y));
		if (by_year)
			good = json_array_size(cell) == table->years.count &&
				table->columns.items[c].type == COLUMN_PERSON_YEARS;
		if (by_year && good)
			table_set_by_year(table, row, c, minutes);
		else if (json_is_integer(cell))
			table_set_number(table, row, c, json_integer_value(cell));
		else if (json_is_string(cell))
			table_set_text(table, row, c, json_string_value(cell));
		else
			good = json_is_null(cell);
	}
	free(minutes);
	return good;
}

static bool frozen_note_read(const json_t *array, struct table *table)
{
	const char *text = json_string_value(json_array_get(array, 1));
	const char *machine = json_string_value(json_array_get(array, 2));
	enum table_note id;

	if (!text || !machine ||
		!table_note_find(json_string_value(json_array_get(array, 0)), &id))
		return false;
	table_add_note(table, id, text, machine);
	return true;
}

static bool frozen_year_read(const json_t *year, struct table *table)
{
	struct year_terms terms;

	if (!frozen_count_read(json_array_get(year, 0), &terms.fiscal_year) ||
		!frozen_count_read(json_array_get(year, 1), &terms.hours_per_person_year) ||
		terms.hours_per_person_year == 0 || !json_is_integer(json_array_get(year, 2)))
		return false;
	terms.hourly_rate = json_integer_value(json_array_get(year, 2));
	*vec_add(&table->years) = terms;
	return year_terms_reckon(table->years.items, table->years.count);
}

static bool frozen_each_read(const json_t *array, struct table *table,
	bool (*read)(const json_t *item, struct table *table))
{
	bool good = json_is_array(array);

	for (size_t i = 0; good && i < json_array_size(array); i++)
		good = read(json_array_get(array, i), table);
	return good;
}

static bool frozen_head_read(const json_t *object, struct table *table)
{
	const char *id = json_string_value(json_object_get(object, "id"));
	const char *title = json_string_value(json_object_get(object, "title"));
	const char *body = json_string_value(json_object_get(object, "body"));
	int form;

	table_init(table, id ? id : "", title ? title : "");
	if (!id || !title || !body ||
		!frozen_count_read(json_object_get(object, "form"), &form) || form != FROZEN_FORM ||
		!effect_stage_parse(json_string_value(json_object_get(object, "stage")),
			&table->stage) ||
		!effect_basis_parse(json_string_value(json_object_get(object, "basis")),
			&table->basis) ||
		!frozen_count_read(json_object_get(object, "fiscal_year"), &table->fiscal_year) ||
		!frozen_count_read(json_object_get(object, "hours_per_person_year"),
			&table->hours_per_person_year))
		return false;
	table->id = arena_strdup(&table->arena, id);
	table->body = arena_strdup(&table->arena, body);
	table->every_stage = json_is_true(json_object_get(object, "every_stage"));
	table->has_figures = json_is_true(json_object_get(object, "has_figures"));
	table->ties = json_is_true(json_object_get(object, "ties"));
	return true;
}

static bool frozen_text_read(const char *text, struct table *table)
{
	json_t *object = json_loads(text, 0, NULL);
	const bool good = frozen_head_read(object, table) &&
		/* tables kept before each year had its own are of one H */
		(!json_object_get(object, "years") || frozen_each_read(
			json_object_get(object, "years"), table, frozen_year_read)) &&
		frozen_each_read(json_object_get(object, "columns"), table, frozen_column_read) &&
		frozen_each_read(json_object_get(object, "rows"), table, frozen_row_read) &&
		frozen_each_read(json_object_get(object, "notes"), table, frozen_note_read);

	json_decref(object);
	if (!good)
		table_free(table);
	return good;
}

bool frozen_table_read(const char *text, struct table *table, struct error *err)
{
	struct strbuf raised = {0};
	const bool good = frozen_form_is_first(text) ?
		frozen_form_raise(text, &raised) && frozen_text_read(strbuf_text(&raised), table) :
		frozen_text_read(text, table);

	strbuf_free(&raised);
	return good ||
		error_set(err, ERROR_DATA, _("A table that was kept cannot be read any more."));
}
