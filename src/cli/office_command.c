#include "config.h"

#include "cli/office_command.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/output.h"

/* ---- list ------------------------------------------------------------------------------------ */

/* ---- writing --------------------------------------------------------------------------------- */

/* "FIELD=VALUE" words from first on. */
static bool office_command_values(const struct options *options, const struct office_table *table,
	size_t first, const char *typed[OFFICE_COLUMNS_MAX], struct arena *arena, struct error *err)
{
	for (size_t i = first; i < options->operands.count; i++) {
		const char *word = options->operands.items[i];
		const char *equals = strchr(word, '=');
		const char *name =
			arena_strndup(arena, word, equals ? (size_t)(equals - word) : strlen(word));
		const int field = equals ? office_field_find(table, name) : -1;

		if (!equals)
			return error_set(err, ERROR_USAGE, _("“%s” must be FIELD=VALUE."), word);
		if (field < 0 || table->fields[field].automatic) {
			struct strbuf ids = {0};

			for (size_t at = 0; at < table->field_count; at++)
				if (!table->fields[at].automatic)
					strbuf_addf(&ids, "%s%s", ids.length ? " " : "",
						table->fields[at].id);
			error_set(err, ERROR_USAGE, _("There is no field “%s”. There are: %s"),
				name, strbuf_text(&ids));
			strbuf_free(&ids);
			return false;
		}
		typed[field] = equals + 1;
	}
	return true;
}

static bool office_command_row(struct command_run *run, const struct office_table *table,
	const char *key, struct office_rows *rows, const struct office_row **row, struct error *err)
{
	if (!command_open(run, err) || !office_load(&run->session, table, rows, err))
		return false;
	const int found = office_row_find(table, rows, key, err);
	*row = found < 0 ? NULL : &rows->items.items[found];
	return found >= 0;
}

bool office_command_put(struct command_run *run, const struct office_table *table, const char *key,
	const char *const *typed, struct error *err)
{
	struct office_rows rows = {0};
	const struct office_row *before = NULL;
	int field;
	const bool stored = (key ? office_command_row(run, table, key, &rows, &before, err) :
				   command_open(run, err)) &&
		office_put(&run->session, table, before, typed, &field, err);

	office_rows_free(&rows);
	if (stored && key)
		fprintf(stderr, _("%s: %s changed\n"), _(table->title), key);
	else if (stored)
		fprintf(stderr, _("%s: one row added\n"), _(table->title));
	return stored;
}

static bool office_command_set(struct command_run *run, const struct office_table *table,
	size_t first, bool new_row, struct error *err)
{
	const struct options *options = &run->options;
	const char *typed[OFFICE_COLUMNS_MAX] = {NULL};
	struct arena arena = {0};
	const size_t values = first + (new_row ? 1 : 2);
	bool done = options->operands.count > values || error_set(err, ERROR_USAGE,
		_("Give at least one FIELD=VALUE."));

	done = done && office_command_values(options, table, values, typed, &arena, err) &&
		office_command_put(run, table,
			new_row ? NULL : options->operands.items[first + 1], typed, err);
	arena_free(&arena);
	return done;
}

bool office_command_run(struct command_run *run, const struct office_table *table, size_t first,
	struct error *err)
{
	const size_t count = run->options.operands.count - first;
	const char *act = count ? run->options.operands.items[first] : "list";

	if (strcmp(act, "list") == 0 && count <= 1) {
		struct output output;
		struct table shown;

		if (!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err))
			return false;
		const enum language spoken = output_speak(&output);
		const bool made = office_list(&run->session, table, options_has(&run->options,
			"fy") ? run->session.fiscal_year : 0, &shown, err);
		i18n_speak(spoken);
		return made && output_table(run, &output, &shown, err);
	}
	if (strcmp(act, "add") == 0)
		return office_command_set(run, table, first, true, err);
	if (strcmp(act, "edit") == 0 && count >= 2)
		return office_command_set(run, table, first, false, err);
	if (strcmp(act, "remove") == 0 && count == 2) {
		const char *key = run->options.operands.items[first + 1];
		struct office_rows rows = {0};
		const struct office_row *row = NULL;
		const bool gone = office_command_row(run, table, key, &rows, &row, err) &&
			office_remove(&run->session, table, row, err);

		office_rows_free(&rows);
		if (gone)
			fprintf(stderr, _("%s: %s removed\n"), _(table->title), key);
		return gone;
	}
	return error_set(err, ERROR_USAGE,
		_("Say list, add FIELD=VALUE…, edit KEY FIELD=VALUE…, or remove KEY."));
}

/* ---- which table --------------------------------------------------------------------------------- */

/* The table that a first word means; the words from *first on are the act. NULL where it means none. */
static const struct office_table *office_command_table(const struct command_run *run, size_t *first)
{
	const char *word = run->options.operands.count ? run->options.operands.items[0] : "";
	const struct office_table *otherwise = NULL;
	const bool all_named = run->command->least > 0;

	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++) {
		const struct office_table *table = office_tables[i];

		if (!table->command || strcmp(table->command, run->command->name) != 0)
			continue;
		*first = 1;
		if (table->act && strcmp(table->act, word) == 0)
			return table;
		if (!otherwise && !all_named)
			otherwise = table;
	}
	*first = 0;
	return otherwise;
}

bool office_command_dispatch(struct command_run *run, struct error *err)
{
	size_t first;
	const struct office_table *table = office_command_table(run, &first);

	if (!table)
		return error_set(err, ERROR_USAGE, _("There is no table “%s” here; see: uraniwa help %s"),
			run->options.operands.items[0], run->command->name);
	return office_command_run(run, table, first, err);
}
