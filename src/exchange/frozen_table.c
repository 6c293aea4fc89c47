/* frozen_table - tables kept as JSON. */
#include "config.h"

#include "exchange/frozen_table.h"

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"

/* Of the form below; a later one would be read beside it. */
enum { FORM = 1 };

/* The yes-or-no properties of a column, in this order. */
enum { PEOPLE, FILES, SIGNED, ADDITIVE, ROUNDED, ACROSS, FINE, FLAGS };

/* Text that came in broken from elsewhere is kept as it is shown. */
static json_t *make_string(const char *text)
{
	json_t *string = json_string(text);

	if (string)
		return string;
	struct strbuf mended = {0};
	text_clip(&mended, text, INT_MAX);
	string = json_string(strbuf_text(&mended));
	strbuf_free(&mended);
	return string;
}

static json_t *make_column(const struct table_column *column)
{
	const bool flags[FLAGS] = {column->people, column->files, column->signed_value,
		column->additive, column->rounded, column->sums_across,
		column->fine};
	json_t *object = json_object();
	json_int_t bits = 0;

	for (int f = 0; f < FLAGS; f++)
		bits |= (json_int_t)flags[f] << f;
	json_object_set_new(object, "id", make_string(column->id));
	json_object_set_new(object, "label", make_string(column->label));
	json_object_set_new(object, "type", json_integer(column->type));
	json_object_set_new(object, "flags", json_integer(bits));
	json_object_set_new(object, "group", json_integer(column->group));
	return object;
}

/* [kind, cell, …]: a number, a text, or null. */
static json_t *make_row(const struct table *table, const struct table_row *row)
{
	json_t *array = json_array();

	json_array_append_new(array, json_integer(row->kind));
	for (size_t c = 0; c < table->columns.count; c++)
		json_array_append_new(array,
			row->cells[c].kind == CELL_NUMBER ? json_integer(row->cells[c].number) :
			row->cells[c].kind == CELL_TEXT ? make_string(row->cells[c].text) :
							  json_null());
	return array;
}

static json_t *make_note(const struct table_footnote *note)
{
	json_t *array = json_array();

	json_array_append_new(array, json_integer(note->id));
	json_array_append_new(array, make_string(note->text));
	json_array_append_new(array, make_string(note->machine ? note->machine : ""));
	return array;
}

void frozen_table_write(const struct table *table, struct strbuf *out)
{
	json_t *object = json_object(), *columns = json_array(), *rows = json_array(),
	       *notes = json_array();

	for (size_t c = 0; c < table->columns.count; c++)
		json_array_append_new(columns, make_column(&table->columns.items[c]));
	for (size_t r = 0; r < table->rows.count; r++)
		json_array_append_new(rows, make_row(table, &table->rows.items[r]));
	for (size_t n = 0; n < table->notes.count; n++)
		json_array_append_new(notes, make_note(&table->notes.items[n]));
	json_object_set_new(object, "form", json_integer(FORM));
	json_object_set_new(object, "id", make_string(table->id));
	json_object_set_new(object, "title", make_string(table->title));
	json_object_set_new(object, "fiscal_year", json_integer(table->fiscal_year));
	json_object_set_new(object, "stage", json_integer(table->stage));
	json_object_set_new(object, "every_stage", json_boolean(table->every_stage));
	json_object_set_new(object, "basis", json_integer(table->basis));
	json_object_set_new(object, "hours_per_person_year",
		json_integer(table->hours_per_person_year));
	json_object_set_new(object, "body", make_string(table->body ? table->body : ""));
	json_object_set_new(object, "has_figures", json_boolean(table->has_figures));
	json_object_set_new(object, "ties", json_boolean(table->ties));
	json_object_set_new(object, "columns", columns);
	json_object_set_new(object, "rows", rows);
	json_object_set_new(object, "notes", notes);
	char *text = json_dumps(object, JSON_COMPACT);
	strbuf_add_text(out, text ? text : "");
	free(text);
	json_decref(object);
}

/* ---- reading -------------------------------------------------------------------------------- */

/* A choice of an enum with so many members. */
static bool read_choice(const json_t *value, int count, int *choice)
{
	if (!json_is_integer(value) || json_integer_value(value) < 0 ||
		json_integer_value(value) >= count)
		return false;
	*choice = (int)json_integer_value(value);
	return true;
}

static bool read_column(const json_t *object, struct table *table)
{
	const char *id = json_string_value(json_object_get(object, "id"));
	const char *label = json_string_value(json_object_get(object, "label"));
	const json_t *group = json_object_get(object, "group");
	int type, flags;

	if (!id || !label || !json_is_integer(group) ||
		!read_choice(json_object_get(object, "type"), COLUMN_DATE + 1, &type) ||
		!read_choice(json_object_get(object, "flags"), 1 << FLAGS, &flags))
		return false;
	struct table_column *column = table_add_column(table, id, label, (enum column_type)type);
	column->people = flags >> PEOPLE & 1;
	column->files = flags >> FILES & 1;
	column->signed_value = flags >> SIGNED & 1;
	column->additive = flags >> ADDITIVE & 1;
	column->rounded = flags >> ROUNDED & 1;
	column->sums_across = flags >> ACROSS & 1;
	column->fine = flags >> FINE & 1;
	column->group = json_integer_value(group);
	return true;
}

static bool read_row(const json_t *array, struct table *table)
{
	int kind;

	if (json_array_size(array) != table->columns.count + 1 ||
		!read_choice(json_array_get(array, 0), ROW_TOTAL + 1, &kind))
		return false;
	struct table_row *row = table_add_row(table, (enum row_kind)kind);
	for (size_t c = 0; c < table->columns.count; c++) {
		const json_t *cell = json_array_get(array, c + 1);

		if (json_is_integer(cell))
			table_set_number(table, row, c, json_integer_value(cell));
		else if (json_is_string(cell))
			table_set_text(table, row, c, json_string_value(cell));
		else if (!json_is_null(cell))
			return false;
	}
	return true;
}

static bool read_note(const json_t *array, struct table *table)
{
	const char *text = json_string_value(json_array_get(array, 1));
	const char *machine = json_string_value(json_array_get(array, 2));
	int id;

	if (!text || !machine || !read_choice(json_array_get(array, 0), NOTE_OTHER + 1, &id))
		return false;
	table_add_note(table, (enum table_note)id, text, machine);
	return true;
}

static bool read_each(const json_t *array, struct table *table,
	bool (*read)(const json_t *item, struct table *table))
{
	bool good = json_is_array(array);

	for (size_t i = 0; good && i < json_array_size(array); i++)
		good = read(json_array_get(array, i), table);
	return good;
}

static bool read_head(const json_t *object, struct table *table)
{
	const char *id = json_string_value(json_object_get(object, "id"));
	const char *title = json_string_value(json_object_get(object, "title"));
	const char *body = json_string_value(json_object_get(object, "body"));
	int form, stage, basis;

	table_init(table, id ? id : "", title ? title : "");
	if (!id || !title || !body ||
		!read_choice(json_object_get(object, "form"), FORM + 1, &form) || form != FORM ||
		!read_choice(json_object_get(object, "stage"), STAGE_COUNT, &stage) ||
		!read_choice(json_object_get(object, "basis"), BASIS_COUNT, &basis) ||
		!read_choice(json_object_get(object, "fiscal_year"), INT_MAX,
			&table->fiscal_year) ||
		!read_choice(json_object_get(object, "hours_per_person_year"), INT_MAX,
			&table->hours_per_person_year))
		return false;
	table->id = arena_strdup(&table->arena, id);
	table->body = arena_strdup(&table->arena, body);
	table->stage = (enum stage)stage;
	table->basis = (enum basis)basis;
	table->every_stage = json_is_true(json_object_get(object, "every_stage"));
	table->has_figures = json_is_true(json_object_get(object, "has_figures"));
	table->ties = json_is_true(json_object_get(object, "ties"));
	return true;
}

bool frozen_table_read(const char *text, struct table *table, struct error *err)
{
	json_t *object = json_loads(text, 0, NULL);
	const bool good = read_head(object, table) &&
		read_each(json_object_get(object, "columns"), table, read_column) &&
		read_each(json_object_get(object, "rows"), table, read_row) &&
		read_each(json_object_get(object, "notes"), table, read_note);

	json_decref(object);
	if (good)
		return true;
	table_free(table);
	return error_set(err, ERROR_DATA, _("A table that was kept cannot be read any more."));
}
