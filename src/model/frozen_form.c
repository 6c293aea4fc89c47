#include "config.h"

#include "model/frozen_form.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { FORM_FIRST = 1, NAMES_MAX = 9 };

/* Names by their numbers in the first form, which is history: nothing here ever changes. */
struct form_names {
	const char *names[NAMES_MAX + 1];
};
static const struct form_names stages = {{"estimate", "forecast", "actual"}};
static const struct form_names bases = {{"in-year", "full-year"}};
static const struct form_names types = {{"text", "code", "count", "minutes", "hours", "person_years",
	"yen", "percent", "date"}};
static const struct form_names flags = {{"people", "files", "signed", "additive", "rounded",
	"sums-across", "fine"}}; /* bits */
static const struct form_names rows = {{"data", "unclassified", "subtotal", "total"}};
static const struct form_names notes = {{"rounding", "unclassified", "left-out", "every-tool",
	"does-not-tie", "other"}};

/* Gives a value in the other form; NULL for one that is not of its own. */
typedef json_t *form_change(const json_t *value, const struct form_names *names);

static json_t *form_raise_name(const json_t *value, const struct form_names *names)
{
	const json_int_t number = json_integer_value(value);

	if (!json_is_integer(value) || number < 0 || number >= NAMES_MAX || !names->names[number])
		return NULL;
	return json_string(names->names[number]);
}

static json_t *form_lower_name(const json_t *value, const struct form_names *names)
{
	const char *name = json_string_value(value);

	for (int i = 0; name && names->names[i]; i++)
		if (strcmp(names->names[i], name) == 0)
			return json_integer(i);
	return NULL;
}

static json_t *form_raise_flags(const json_t *value, const struct form_names *names)
{
	const json_int_t bits = json_integer_value(value);
	json_t *array = json_array();
	json_int_t known = 0;

	for (int i = 0; names->names[i]; i++) {
		known |= (json_int_t)1 << i;
		if (bits & (json_int_t)1 << i)
			json_array_append_new(array, json_string(names->names[i]));
	}
	if (json_is_integer(value) && !(bits & ~known))
		return array;
	json_decref(array);
	return NULL;
}

static json_t *form_lower_flags(const json_t *value, const struct form_names *names)
{
	json_int_t bits = 0;

	if (!json_is_array(value))
		return NULL;
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *bit = form_lower_name(json_array_get(value, i), names);

		if (!bit)
			return NULL;
		bits |= (json_int_t)1 << json_integer_value(bit);
		json_decref(bit);
	}
	return json_integer(bits);
}

/* ---- a whole table --------------------------------------------------------------------------- */

static bool form_change_member(json_t *object, const char *key, form_change *change,
	const struct form_names *names)
{
	json_t *changed = change(json_object_get(object, key), names);

	return changed && json_object_set_new(object, key, changed) == 0;
}

static bool form_change_columns(json_t *columns, form_change *name, form_change *set)
{
	bool good = json_is_array(columns);

	for (size_t i = 0; good && i < json_array_size(columns); i++) {
		json_t *column = json_array_get(columns, i);

		good = form_change_member(column, "type", name, &types) &&
			form_change_member(column, "flags", set, &flags);
	}
	return good;
}

/* The first item of each says what it is. */
static bool form_change_items(json_t *items, form_change *name, const struct form_names *names)
{
	bool good = json_is_array(items);

	for (size_t i = 0; good && i < json_array_size(items); i++) {
		json_t *item = json_array_get(items, i);
		json_t *changed = name(json_array_get(item, 0), names);

		good = changed && json_array_set_new(item, 0, changed) == 0;
	}
	return good;
}

/* Members keep their places, so that the text is what it would have been. */
static bool form_change_table(const char *text, int from, int to, form_change *name,
	form_change *set, struct strbuf *out)
{
	json_t *table = json_loads(text, 0, NULL);
	const json_t *form = json_object_get(table, "form");
	const bool good = json_is_integer(form) && json_integer_value(form) == from &&
		json_object_set_new(table, "form", json_integer(to)) == 0 &&
		form_change_member(table, "stage", name, &stages) &&
		form_change_member(table, "basis", name, &bases) &&
		form_change_columns(json_object_get(table, "columns"), name, set) &&
		form_change_items(json_object_get(table, "rows"), name, &rows) &&
		form_change_items(json_object_get(table, "notes"), name, &notes);
	char *changed = good ? json_dumps(table, JSON_COMPACT) : NULL;

	if (changed)
		strbuf_add_text(out, changed);
	free(changed);
	json_decref(table);
	return good;
}

bool frozen_form_is_first(const char *text)
{
	static const char start[] = "{\"form\":1,";

	return strncmp(text, start, strlen(start)) == 0;
}

bool frozen_form_raise(const char *text, struct strbuf *out)
{
	assert(text);
	return form_change_table(text, FORM_FIRST, FROZEN_FORM, form_raise_name, form_raise_flags,
		out);
}

bool frozen_form_lower(const char *text, struct strbuf *out)
{
	return form_change_table(text, FROZEN_FORM, FORM_FIRST, form_lower_name, form_lower_flags,
		out);
}
