#include "config.h"

#include "store/project_held.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/fiscal_year.h"
#include "store/catalogue_store.h"
#include "store/store_masters.h"
#include "store/store_private.h"
#include "store/unit_index.h"

/* ---- tools ---------------------------------------------------------------------------------- */

/* Search keys of the tools' names, so that a search for 生成AI finds genai. */
struct tool_keys {
	struct catalogue catalogue;
	char **names; /* keys, in the catalogue's order */
	int64_t generation;
};

void tool_keys_free(struct tool_keys *keys)
{
	if (!keys)
		return;
	for (size_t i = 0; i < keys->catalogue.entries.count; i++)
		free(keys->names[i]);
	free(keys->names);
	catalogue_free(&keys->catalogue);
	free(keys);
}

static const struct tool_keys *held_get_tools(struct store *store, struct error *err)
{
	const int64_t generation = store_generation(store, STORE_CATALOGUES);

	if (store->tools && store->tools->generation == generation)
		return store->tools;
	tool_keys_free(store->tools);
	store->tools = NULL;

	struct tool_keys *keys = xcalloc(1, sizeof *keys);
	if (!catalogue_store_load(store, CATALOGUE_TOOL, &keys->catalogue, err)) {
		free(keys);
		return NULL;
	}
	keys->names = xcalloc(keys->catalogue.entries.count, sizeof *keys->names);
	for (size_t i = 0; i < keys->catalogue.entries.count; i++)
		keys->names[i] = text_key(keys->catalogue.entries.items[i].name);
	keys->generation = generation;
	store->tools = keys;
	return keys;
}

/* ---- units ---------------------------------------------------------------------------------- */

static void held_set_unit(struct project *project, const struct unit *unit, const char **code,
	const char **name)
{
	if (unit && strcmp(*code, unit->code) != 0)
		*code = project_text(project, unit->code);
	if (unit)
		*name = project_text(project, unit->name);
}

bool project_held_units(struct store *store, struct project *project, struct error *err)
{
	const struct unit_index *index = unit_index_get(store, err);
	const int year = project->fiscal_year;

	if (!index)
		return false;
	held_set_unit(project, unit_index_find(index, project->team_code, year),
		&project->team_code, &project->team);

	const char *below = *project->team_code ? project->team_code : project->section_code;
	held_set_unit(project, unit_index_above(index, below, UNIT_SECTION, year),
		&project->section_code, &project->section);

	below = *project->section_code ? project->section_code : project->department_code;
	held_set_unit(project, unit_index_above(index, below, UNIT_DEPARTMENT, year),
		&project->department_code, &project->department);
	return true;
}

/* ---- keys ----------------------------------------------------------------------------------- */

/* Pieces stand on lines of their own, so that no phrase matches across two of them. key: that of
 * the text, where it is known; or NULL. */
static void held_add_key(struct project_held *held, const char *text, const struct strbuf *key)
{
	if (!*text)
		return;
	if (held->search_key.length > 0)
		strbuf_add_char(&held->search_key, '\n');
	if (key)
		strbuf_add(&held->search_key, strbuf_text(key), key->length);
	else
		text_key_add(&held->search_key, text, strlen(text));
}

/* KEY: sets the key of a text that has one. */
#define KEY_STORED(kind, member, write) \
	IF_KEYED(kind, strbuf_clear(&held->member##_key); \
		text_key_add(&held->member##_key, project->member, strlen(project->member));)
#define KEY_NAMED(member)
#define KEY_COMPUTED
#define KEY(name, type, id, label, variants, stored, ...) KEY_##stored

/* IF_SEARCHED_FOUND(…)(…): the latter where a bare word of a filter is to find the field. */
#define IF_SEARCHED_FOUND(sort, search, filter) IF_##search
#define IF_SEARCHED(...) __VA_ARGS__
#define IF_UNSEARCHED(...)
#define IF_OWN(...)

/* KEYED_PIECE, PLAIN_PIECE: what a search looks in, with and without a key of its own. */
#define KEYED_PIECE_STORED(kind, member, write) \
	IF_KEYED(kind, held_add_key(held, project->member, &held->member##_key);)
#define KEYED_PIECE(name, type, id, label, variants, stored, files, found, ...) \
	IF_SEARCHED_##found(KEYED_PIECE_##stored)
#define PLAIN_PIECE_KEYED(member)
#define PLAIN_PIECE_TEXT(member) held_add_key(held, project->member, NULL);
#define PLAIN_PIECE_STORED(kind, member, write) PLAIN_PIECE_##kind(member)
#define PLAIN_PIECE(name, type, id, label, variants, stored, files, found, ...) \
	IF_SEARCHED_##found(PLAIN_PIECE_##stored)

bool project_held_compute(struct store *store, struct project *project, struct project_held *held,
	struct error *err)
{
	if (!project_held_units(store, project, err) || !project_sum_effects(project, err))
		return false;

	/* The title comes first: lists are sorted by it. */
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	PROJECT_COLUMNS(KEY)
	strbuf_clear(&held->search_key);
	held_add_key(held, project->title, NULL);
	held_add_key(held, number, NULL);
	PROJECT_COLUMNS(KEYED_PIECE)
	PROJECT_COLUMNS(PLAIN_PIECE)

	const struct tool_keys *keys = held_get_tools(store, err);
	if (!keys)
		return false;
	strbuf_clear(&held->tools);
	for (size_t i = 0; i < project->tool_count; i++) {
		const char *code = project->tools[i];
		const int entry = catalogue_find(&keys->catalogue, code, project->fiscal_year);

		if (i > 0)
			strbuf_add_char(&held->tools, ',');
		strbuf_add_text(&held->tools, code);
		strbuf_add_char(&held->search_key, '\n');
		strbuf_add_text(&held->search_key, entry >= 0 ? keys->names[entry] : code);
	}
	return true;
}

#define FREE_KEY_STORED(kind, member, write) IF_KEYED(kind, strbuf_free(&held->member##_key);)
#define FREE_KEY_NAMED(member)
#define FREE_KEY_COMPUTED
#define FREE_KEY(name, type, id, label, variants, stored, ...) FREE_KEY_##stored

void project_held_free(struct project_held *held)
{
	strbuf_free(&held->tools);
	strbuf_free(&held->search_key);
	PROJECT_COLUMNS(FREE_KEY)
}
