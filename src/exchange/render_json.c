/* render_json - a table as JSON. */
#include "config.h"

#include <jansson.h>
#include <string.h>

#include "base/json_text.h"
#include "exchange/renderers.h"
#include "model/table_names.h"
#include "model/table_scope.h"
#include "model/table_terms.h"

/* Writes a value and frees it. */
static void dump(json_t *value, FILE *stream)
{
	json_dumpf(value, stream, JSON_ENCODE_ANY);
	json_decref(value);
}

/* A member of the outermost object but the first. */
static void dump_member(const char *key, json_t *value, FILE *stream)
{
	fprintf(stream, ",\n\"%s\": ", key);
	dump(value, stream);
}

/* Where minutes go that are shown as hours or person-years: "kintone:hours" → "kintone:minutes". */
static void minutes_id(const char *id, struct strbuf *out)
{
	static const char *const words[] = {"person_years", "hours"};
	const char *mark = strrchr(id, ':');
	const char *measure = mark ? mark + 1 : id;

	strbuf_clear(out);
	for (size_t i = 0; i < 2; i++) {
		const char *word = strstr(measure, words[i]);
		if (!word)
			continue;
		strbuf_add(out, id, (size_t)(word - id));
		strbuf_add_text(out, "minutes");
		strbuf_add_text(out, word + strlen(words[i]));
		return;
	}
	strbuf_add_text(out, id);
	strbuf_add_text(out, "_minutes");
}

static json_t *make_cell(const struct table *table, size_t row, size_t column, struct strbuf *text)
{
	const struct table_cell *cell = &table->rows.items[row].cells[column];
	int decimals;

	if (cell->kind == CELL_EMPTY)
		return json_null();
	if (cell->kind == CELL_TEXT)
		return json_text(cell->text);
	const int64_t number = table_cell_number(table, row, column, &decimals);
	if (decimals == 0 && table->columns.items[column].type != COLUMN_FIGURE)
		return json_integer(number);
	strbuf_clear(text);
	table_cell_text(table, row, column, TABLE_MACHINE, text);
	return json_string(strbuf_text(text));
}

static json_t *make_row(const struct table *table, size_t row, struct strbuf *text)
{
	json_t *object = json_object();

	if (table->rows.items[row].kind != ROW_TOTAL)
		json_object_set_new(object, "row_kind",
			json_string(table_row_kind_id(table->rows.items[row].kind)));
	for (size_t c = 0; c < table->columns.count; c++) {
		const struct table_column *column = &table->columns.items[c];
		const struct table_cell *cell = &table->rows.items[row].cells[c];
		if (!column->files)
			continue;
		json_object_set_new(object, column->id, make_cell(table, row, c, text));
		if (cell->kind != CELL_NUMBER ||
			(column->type != COLUMN_HOURS && column->type != COLUMN_PERSON_YEARS))
			continue;
		minutes_id(column->id, text);
		if (!json_object_get(object, strbuf_text(text)))
			json_object_set_new(object, strbuf_text(text), json_integer(cell->number));
	}
	return object;
}

/* H and the hourly rate: one figure, or one by the western year where the years differ. */
static void dump_terms(const struct table *table, FILE *stream)
{
	for (int term = 0; term < TABLE_TERM_COUNT; term++) {
		int64_t value;
		bool differ;

		if (!table_term_read(table, (enum table_term)term, &differ, &value))
			continue;

		json_t *years = differ ? json_object() : json_integer(value);

		for (size_t y = 0; differ && y < table->years.count; y++) {
			const struct year_terms *year = &table->years.items[y];
			char name[16];

			snprintf(name, sizeof name, "%d", year->fiscal_year);
			json_object_set_new(years, name,
				json_integer(table_term_of(year, (enum table_term)term)));
		}
		dump_member(table_term_id((enum table_term)term), years, stream);
	}
}

static void dump_head(const struct table *table, bool localized, FILE *stream)
{
	fputs("{\"table\": ", stream);
	dump(json_text(table->id), stream);
	if (table->body && *table->body)
		dump_member("body", json_text(table->body), stream);
	if (localized && table->title)
		dump_member("title", json_text(table->title), stream);
	dump_member("fiscal_year", table->fiscal_year ? json_integer(table->fiscal_year) : json_null(),
		stream);
	if (table->has_figures) {
		dump_member("stage", json_string(table->every_stage ? "all" :
			effect_stage_id(table->stage)), stream);
		dump_member("basis", json_string(effect_basis_id(table->basis)), stream);
		dump_terms(table, stream);
		dump_member("ties", json_boolean(table->ties), stream);
	}

	json_t *said = json_object(), *columns = json_array();

	for (int scope = 0; scope < SCOPE_COUNT; scope++) {
		const struct table_scope_words *const words = &table->scope[scope];

		if (words->text)
			json_object_set_new(said, table_scopes[scope].id,
				json_text(localized ? words->text : words->machine));
	}
	dump_member("scope", said, stream);

	for (size_t c = 0; c < table->columns.count; c++) {
		const struct table_column *column = &table->columns.items[c];
		if (!column->files)
			continue;
		json_t *object = json_object();
		json_object_set_new(object, "id", json_text(column->id));
		if (localized)
			json_object_set_new(object, "label", json_text(column->label));
		json_object_set_new(object, "type",
			json_string(table_column_type_id(column->type)));
		json_array_append_new(columns, object);
	}
	dump_member("columns", columns, stream);
}

bool render_json(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err)
{
	const size_t count = table->rows.count;
	const bool has_total = count > 0 && table->rows.items[count - 1].kind == ROW_TOTAL;
	const size_t listed = has_total ? count - 1 : count;
	struct strbuf text = {0};

	dump_head(table, options->localized, stream);
	fputs(",\n\"rows\": [", stream);
	for (size_t r = 0; r < listed; r++) {
		fputs(r > 0 ? ",\n" : "\n", stream);
		dump(make_row(table, r, &text), stream);
	}
	fputs(listed > 0 ? "\n]" : "]", stream);
	dump_member("total", has_total ? make_row(table, count - 1, &text) : json_null(), stream);

	json_t *notes = json_array();

	for (size_t i = 0; i < table->notes.count; i++)
		json_array_append_new(notes, json_text(options->localized ?
			table->notes.items[i].text : table->notes.items[i].machine));
	dump_member("notes", notes, stream);
	fputs("}\n", stream);
	strbuf_free(&text);
	return render_flush(stream, err);
}
