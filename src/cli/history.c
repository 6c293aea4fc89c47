/* history - the command that lists changes. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "cli/output.h"
#include "model/effect.h"
#include "service/project/registering.h"
#include "service/session/history_words.h"
#include "store/history_store.h"

static const struct option_row option_rows[] = {
	{"limit", 0, N_("N"), N_("no more than the latest N")},
	{"format", 0, "text|csv|json", N_("of the list (text)")},
	{0},
};

enum { COLUMN_AT, COLUMN_USER, COLUMN_ROLE, COLUMN_WHAT, COLUMN_NUMBER, COLUMN_ENTITY, COLUMN_KEY, COLUMN_FIELD,
	COLUMN_BEFORE, COLUMN_AFTER, COLUMN_NOTE, COLUMN_COUNT };

static const struct {
	const char *id, *label;
	enum column_type type;
} columns[COLUMN_COUNT] = {
	[COLUMN_AT] = {"at", N_("When"), COLUMN_DATE},
	[COLUMN_USER] = {"user", N_("Who"), COLUMN_TEXT},
	[COLUMN_ROLE] = {"role", N_("Role"), COLUMN_TEXT},
	[COLUMN_WHAT] = {"what", N_("What"), COLUMN_TEXT},
	[COLUMN_NUMBER] = {"number", N_("Number"), COLUMN_TEXT},
	[COLUMN_ENTITY] = {"entity", N_("Of what"), COLUMN_TEXT},
	[COLUMN_KEY] = {"key", N_("Which"), COLUMN_TEXT},
	[COLUMN_FIELD] = {"field", N_("Field"), COLUMN_TEXT},
	[COLUMN_BEFORE] = {"before", N_("Value before"), COLUMN_TEXT},
	[COLUMN_AFTER] = {"after", N_("Value after"), COLUMN_TEXT},
	[COLUMN_NOTE] = {"note", N_("Reason or file"), COLUMN_TEXT},
};

static bool history_add_row(const char *const cells[COLUMN_COUNT], struct table *table)
{
	struct table_row *row = table_add_row(table, ROW_DATA);

	for (size_t i = 0; i < COLUMN_COUNT; i++)
		table_set_text(table, row, i, cells[i] ? cells[i] : "");
	return true;
}

/* For files: as it is stored. */
static bool add_ids(const struct history_entry *entry, void *data)
{
	const char *const cells[COLUMN_COUNT] = {
		[COLUMN_AT] = entry->at,
		[COLUMN_USER] = entry->user,
		[COLUMN_ROLE] = entry->role,
		[COLUMN_WHAT] = entry->what,
		[COLUMN_NUMBER] = entry->number,
		[COLUMN_ENTITY] = entry->entity,
		[COLUMN_KEY] = entry->key,
		[COLUMN_FIELD] = entry->field,
		[COLUMN_BEFORE] = entry->before,
		[COLUMN_AFTER] = entry->after,
		[COLUMN_NOTE] = entry->note,
	};

	return history_add_row(cells, data);
}

static bool add_words(const struct history_entry *entry, void *data)
{
	const char *const blank = strchr(entry->key, ' '), *key = entry->key;
	char text[64];
	enum stage stage;

	if (strcmp(entry->entity, "effect_line") == 0 && blank &&
		effect_stage_parse(blank + 1, &stage)) {
		/* "1 estimate" of an effect line → 1 見込 */
		snprintf(text, sizeof text, "%.*s %s", (int)(blank - entry->key), entry->key,
			effect_stage_label(stage));
		key = text;
	}
	const char *const cells[COLUMN_COUNT] = {
		[COLUMN_AT] = entry->at,
		[COLUMN_USER] = entry->user,
		[COLUMN_ROLE] = history_words_role(entry->role),
		[COLUMN_WHAT] = history_words_what(entry->what),
		[COLUMN_NUMBER] = entry->number,
		[COLUMN_ENTITY] = history_words_entity(entry->entity),
		[COLUMN_KEY] = key,
		[COLUMN_FIELD] = history_words_field(entry->entity, entry->field),
		[COLUMN_BEFORE] = history_words_value(entry->entity, entry->field, entry->before),
		[COLUMN_AFTER] = history_words_value(entry->entity, entry->field, entry->after),
		[COLUMN_NOTE] = entry->note,
	};

	return history_add_row(cells, data);
}

static bool history_run(struct command_run *run, struct error *err)
{
	struct output output;
	struct table table;
	int64_t limit, id = 0; /* of the project asked for; 0 = all of them */

	if (!options_count(&run->options, "limit", -1, &limit, err) ||
		!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err))
		return false;
	if (run->options.operands.count > 0) {
		struct project project;
		const bool loaded = registering_load(&run->session,
			run->options.operands.items[0], &project, err);

		id = loaded ? project.id : 0;
		project_free(&project);
		if (!loaded)
			return false;
	}

	table_init(&table, "history", _("History"));
	table.body = arena_strdup(&table.arena, run->session.body.name);
	table.ties = true;
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		struct table_column *column = table_add_column(
			&table, columns[i].id, _(columns[i].label), columns[i].type);
		column->people = true;
		column->files = true;
	}

	if (history_store_each(run->session.store, id, limit,
		    output.format == FORMAT_TEXT ? add_words : add_ids, &table, err))
		return output_table(run, &output, &table, err);
	table_free(&table);
	return false;
}

const struct command history_command = {
	.name = "history",
	.summary = N_("says who changed what and when, the latest first"),
	.operands = N_("[NUMBER]"),
	.most = 1,
	.options = option_rows,
	.run = history_run,
};
