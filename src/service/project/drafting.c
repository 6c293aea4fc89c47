#include "config.h"

#include "service/project/drafting.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "store/draft_store.h"

void draft_free(struct draft *draft)
{
	for (int field = 0; field < FIELD_COUNT; field++)
		free(draft->texts[field]);
	for (size_t i = 0; i < draft->lines.count; i++) {
		for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
			free(draft->lines.items[i].texts[field]);
	}
	vec_free(&draft->lines);
	*draft = (struct draft){0};
}

void draft_set(struct draft *draft, enum field field, const char *text)
{
	free(draft->texts[field]);
	draft->texts[field] = xstrdup(text);
}

struct draft_line *draft_add_line(struct draft *draft)
{
	struct draft_line *line = vec_add(&draft->lines);

	for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
		line->texts[field] = xstrdup("");
	return line;
}

void draft_line_set(struct draft_line *line, enum effect_field field, const char *text)
{
	free(line->texts[field]);
	line->texts[field] = xstrdup(text);
}

bool draft_same(const struct draft *a, const struct draft *b)
{
	if (a->lines.count != b->lines.count)
		return false;
	for (int field = 0; field < FIELD_COUNT; field++) {
		if (!text_equal(a->texts[field], b->texts[field]))
			return false;
	}
	for (size_t i = 0; i < a->lines.count; i++) {
		for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
			if (strcmp(a->lines.items[i].texts[field], b->lines.items[i].texts[field]) != 0)
				return false;
		}
	}
	return true;
}

/* ---- as JSON ------------------------------------------------------------------------------ */

static void drafting_put(json_t *object, const char *name, const char *text)
{
	/* what an input method broke off half-way is no UTF-8 and not worth keeping */
	json_t *value = json_string(text);

	json_object_set_new(object, name, value ? value : json_string(""));
}

static const char *text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

static bool read_content(const char *content, struct draft *draft)
{
	json_t *root = json_loads(content, 0, NULL);
	bool good = json_is_object(root) && uuid_normalize(text_of(root, "uuid"), draft->uuid);

	if (good) {
		draft->fiscal_year = (int)json_integer_value(json_object_get(root, "fiscal_year"));
		draft->version = json_integer_value(json_object_get(root, "version"));

		const json_t *fields = json_object_get(root, "fields");
		for (int field = 0; field < FIELD_COUNT; field++) {
			if (json_object_get(fields, project_fields[field].id))
				draft_set(draft, (enum field)field, text_of(fields,
					project_fields[field].id));
		}

		const json_t *lines = json_object_get(root, "lines");
		for (size_t i = 0; i < json_array_size(lines); i++) {
			const json_t *from = json_array_get(lines, i);
			struct draft_line *line = draft_add_line(draft);

			for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
				draft_line_set(line, (enum effect_field)field,
					text_of(from, effect_fields[field].id));
		}
	}
	json_decref(root);
	return good;
}

/* ---- in the database ---------------------------------------------------------------------- */

enum { KEY = sizeof "project:" + UUID_TEXT };

static void make_key(const char *uuid, char key[KEY])
{
	struct strbuf text = {0};

	strbuf_addf(&text, "project:%s", uuid ? uuid : "new");
	text_copy(key, KEY, strbuf_text(&text));
	strbuf_free(&text);
}

bool drafting_keep(struct session *session, const struct draft *draft, struct error *err)
{
	json_t *root = json_object(), *fields = json_object(), *lines = json_array();
	char key[KEY];
	bool kept;

	for (int field = 0; field < FIELD_COUNT; field++) {
		if (draft->texts[field])
			drafting_put(fields, project_fields[field].id, draft->texts[field]);
	}
	for (size_t i = 0; i < draft->lines.count; i++) {
		json_t *line = json_object();

		for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
			drafting_put(line, effect_fields[field].id,
				draft->lines.items[i].texts[field]);
		json_array_append_new(lines, line);
	}

	drafting_put(root, "uuid", draft->uuid);
	json_object_set_new(root, "fiscal_year", json_integer(draft->fiscal_year));
	json_object_set_new(root, "version", json_integer(draft->version));
	json_object_set_new(root, "fields", fields);
	json_object_set_new(root, "lines", lines);
	char *content = json_dumps(root, JSON_COMPACT);
	json_decref(root);

	make_key(draft->version > 0 ? draft->uuid : NULL, key);
	kept = content ? draft_store_put(session->store, session->user, key, content, err) :
		error_set(err, ERROR_DATA, _("What is in the form cannot be kept as a draft."));
	free(content);
	return kept;
}

bool drafting_find(struct session *session, const char *uuid, struct draft *draft, bool *found,
	struct error *err)
{
	struct error inner = {0};
	char key[KEY];
	char *content;

	make_key(uuid, key);
	content = draft_store_get(session->store, session->user, key, draft->at, &inner);
	*found = content && read_content(content, draft);
	free(content);
	if (!*found)
		draft_free(draft);
	if (inner.code == ERROR_NONE)
		return true;
	if (err)
		*err = inner;
	return false;
}

bool drafting_drop(struct session *session, const char *uuid, struct error *err)
{
	char key[KEY];

	make_key(uuid, key);
	return draft_store_drop(session->store, session->user, key, err);
}
