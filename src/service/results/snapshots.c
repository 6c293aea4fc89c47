#include "config.h"

#include "service/results/snapshots.h"

#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "model/filter.h"
#include "model/fiscal_year.h"
#include "model/frozen_table.h"
#include "rollup/tieout.h"
#include "service/results/rollups.h"
#include "service/session/scoping.h"

enum { SNAPSHOT_NAME_MAX = 100 };

/* ---- the tables of a snapshot --------------------------------------------------------------- */

typedef VEC(struct snapshot_table) snapshot_tables;

static int by_name(const void *left, const void *right)
{
	const struct snapshot_table *const a = left, *const b = right;

	return strcmp(a->name, b->name);
}

/* "problem-types estimate in-year"; what a table does not depend on is not in its name. */
static char *table_key(const char *name, bool has_stage, enum stage stage, bool has_basis,
	enum basis basis)
{
	return xasprintf("%s%s%s%s%s", name, has_stage ? " " : "",
		has_stage ? effect_stage_id(stage) : "", has_basis ? " " : "",
		has_basis ? effect_basis_id(basis) : "");
}

static bool keep_table(struct session *session, const struct named_table *named, int fiscal_year,
	enum stage stage, enum basis basis, snapshot_tables *tables, struct arena *arena,
	bool *once_a_stage, bool *once, struct error *err)
{
	struct strbuf content = {0};
	struct table table;

	if (!rollups_named(session, named->id, fiscal_year, stage, basis, NULL, &table, err))
		return false;
	*once = !table.has_figures;
	*once_a_stage = table.every_stage || *once;
	const bool ties = table.ties || error_set(err, ERROR_DATA,
		_("“%s” does not tie and is not frozen; run “uraniwa check” to find the cause."),
		table.title);
	if (ties) {
		char *key = table_key(named->id, !*once_a_stage, stage, !*once, basis);

		frozen_table_write(&table, &content);
		*vec_add(tables) = (struct snapshot_table){arena_strdup(arena, key),
			arena_strdup(arena, strbuf_text(&content))};
		free(key);
	}
	strbuf_free(&content);
	table_free(&table);
	return ties;
}

/* One named table in all the forms it has. */
static bool keep_forms(struct session *session, const struct named_table *named, int fiscal_year,
	snapshot_tables *tables, struct arena *arena, struct error *err)
{
	bool once_a_stage = false, once = false;

	for (int stage = 0; stage < (once_a_stage ? 1 : STAGE_COUNT); stage++)
		for (int basis = 0; basis < (once ? 1 : BASIS_COUNT); basis++)
			if (!keep_table(session, named, fiscal_year, (enum stage)stage,
				    (enum basis)basis, tables, arena, &once_a_stage, &once, err))
				return false;
	return true;
}

static bool keep_tables(struct session *session, int fiscal_year, snapshot_tables *tables,
	struct arena *arena, struct error *err)
{
	const enum language spoken = i18n_speak(LANGUAGE_JA);
	bool kept = true;

	for (size_t i = 0; kept && i < named_table_count; i++)
		kept = keep_forms(session, &named_tables[i], fiscal_year, tables, arena, err);
	i18n_speak(spoken);
	if (kept)
		qsort(tables->items, tables->count, sizeof *tables->items, by_name);
	return kept;
}

/* ---- freezing ------------------------------------------------------------------------------- */

static bool read_now(struct session *session, int fiscal_year, struct snapshot *snapshot,
	struct error *err)
{
	const struct unit_tree *units = session_units(session, fiscal_year, err);

	return units && snapshot_store_now(session->store, units,
		session_hours_per_person_year(session, fiscal_year), snapshot, err);
}

bool snapshots_freeze(struct session *session, const char *name, int fiscal_year,
	struct error *err)
{
	if (!*name || strlen(name) > SNAPSHOT_NAME_MAX || strpbrk(name, "\n\r\t"))
		return error_set(err, ERROR_DATA,
			_("Give the snapshot a name of one line and at most %d bytes."),
			SNAPSHOT_NAME_MAX);
	if (!session_permits(session, PERMISSION_EDIT_MASTERS, fiscal_year, NULL, err) ||
		!store_begin(session->store, session->user, "freeze", name, err))
		return false;

	/* Inside the change nobody else writes: everything is as of one moment. */
	struct snapshot snapshot = {0};
	snapshot_tables tables = {0};
	struct arena arena = {0};
	char now[20];

	ambient_now(now);
	const bool frozen = read_now(session, fiscal_year, &snapshot, err) &&
		keep_tables(session, fiscal_year, &tables, &arena, err) &&
		snapshot_store_put(session->store, name, session->user_name, now, &snapshot,
			tables.items, tables.count, err);
	vec_free(&tables);
	arena_free(&arena);
	snapshot_free(&snapshot);
	return store_end(session->store, frozen, err);
}

/* ---- the list ------------------------------------------------------------------------------- */

bool snapshots_list(struct session *session, struct snapshot_list *list, struct error *err)
{
	return snapshot_store_list(session->store, list, err);
}

bool snapshots_list_table(struct session *session, struct table *table, struct error *err)
{
	struct snapshot_list list = {0};

	if (!snapshots_list(session, &list, err)) {
		snapshot_list_free(&list);
		return false;
	}
	table_init(table, "snapshots", _("Snapshots"));
	table->body = arena_strdup(&table->arena, session->body.name);
	table->ties = true;
	table_add_column(table, "name", _("Name"), COLUMN_TEXT);
	table_add_column(table, "fiscal_year", _("Fiscal year"), COLUMN_CODE);
	table_add_column(table, "fiscal_year_shown", _("Fiscal year"), COLUMN_TEXT)->files = false;
	table_add_column(table, "taken_at", _("Frozen at"), COLUMN_TEXT)->people = false;
	table_add_column(table, "taken_at_shown", _("Frozen at"), COLUMN_TEXT)->files = false;
	table_add_column(table, "taken_by", _("Frozen by"), COLUMN_TEXT);
	table_add_column(table, "projects", _("Projects"), COLUMN_COUNT_OF);
	table_add_column(table, "hours_per_person_year", _("Hours per person-year"),
		COLUMN_COUNT_OF);
	table_add_column(table, "sha256", _("Seal (SHA-256)"), COLUMN_TEXT);
	for (size_t i = 0; i < list.items.count; i++) {
		const struct snapshot_head *head = &list.items.items[i];
		struct table_row *row = table_add_row(table, ROW_DATA);
		char year[FISCAL_YEAR_TEXT];

		fiscal_year_format(head->fiscal_year, year);
		table_set_text(table, row, 0, head->name);
		table_set_text(table, row, 1,
			arena_printf(&table->arena, "%d", head->fiscal_year));
		table_set_text(table, row, 2, year);
		table_set_text(table, row, 3, head->taken_at);
		table_set_text(table, row, 4,
			arena_printf(&table->arena, "%.10s %.5s", head->taken_at,
				head->taken_at + strlen("2025-11-20T")));
		table_set_text(table, row, 5, head->taken_by);
		table_set_number(table, row, 6, head->projects);
		table_set_number(table, row, 7, head->hours_per_person_year);
		table_set_text(table, row, 8, head->sha256);
	}
	snapshot_list_free(&list);
	return true;
}

bool snapshots_find(struct session *session, const char *name, int64_t *id, struct error *err)
{
	struct snapshot_list list = {0};
	struct strbuf names = {0};
	bool listed = snapshots_list(session, &list, err), found = false;

	for (size_t i = 0; listed && i < list.items.count && !found; i++) {
		found = strcmp(list.items.items[i].name, name) == 0;
		*id = list.items.items[i].id;
		strbuf_addf(&names, "%s%s", i ? _(", ") : "", list.items.items[i].name);
	}
	if (listed && !found && names.length)
		error_set(err, ERROR_DATA, _("There is no snapshot “%s”. There are: %s"), name,
			strbuf_text(&names));
	else if (listed && !found)
		error_set(err, ERROR_DATA, _("Nothing has been frozen yet."));
	strbuf_free(&names);
	snapshot_list_free(&list);
	return found;
}

bool snapshots_verify(struct session *session, const char *name, struct error *err)
{
	int64_t id;
	bool sound = false;

	if (!snapshots_find(session, name, &id, err) ||
		!snapshot_store_verify(session->store, id, &sound, err))
		return false;
	return sound || error_set(err, ERROR_DATA,
		_("“%s” is no longer what was frozen: its seal is broken."), name);
}

/* ---- comparing ------------------------------------------------------------------------------ */

static bool load(struct session *session, const char *name, int fiscal_year,
	struct snapshot *snapshot, struct error *err)
{
	int64_t id;

	if (!name)
		return read_now(session, fiscal_year, snapshot, err);
	return snapshots_find(session, name, &id, err) &&
		snapshot_store_load(session->store, id, snapshot, err);
}

static bool snapshots_compare_with(struct session *session, const struct snapshot *before,
	const struct snapshot *after, const struct snapshot_scope *scope, struct table *table,
	struct error *err)
{
	struct snapshot_comparison comparison;
	struct error difference;

	if (before->fiscal_year != after->fiscal_year)
		return error_set(err, ERROR_DATA,
			_("These snapshots are of different fiscal years; compare two of one year."));
	if (!snapshot_compare(before, after, scope, &comparison, err))
		return false;
	const bool compared = snapshot_compare_table(&comparison, after->fiscal_year,
		after->hours_per_person_year, session->body.name, table, err);
	snapshot_comparison_free(&comparison);
	/* A difference is no failure of this call: the table itself carries it. */
	if (compared && !tieout_check(table, NULL, &difference))
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return compared;
}

bool snapshots_compare(struct session *session, const char *before, const char *after,
	const struct snapshot_scope *scope, struct table *table, struct error *err)
{
	struct snapshot first = {0}, second = {0};
	const bool compared = load(session, before, 0, &first, err) &&
		load(session, after, first.fiscal_year, &second, err) &&
		snapshots_compare_with(session, &first, &second, scope, table, err);

	if (compared) {
		const char *const unit = scope->section_code ? scope->section_code : scope->department_code;
		const struct unit_tree *const units =
			unit ? session_units(session, first.fiscal_year, NULL) : NULL;
		const int node = units ? unit_tree_find(units, unit) : -1;
		struct filter filter = {0};
		struct strbuf text = {0};

		if (node >= 0)
			scoping_unit(units, node, table);
		if (unit && node < 0)
			filter_add(&filter, scope->section_code ? FILTER_SECTION : FILTER_DEPARTMENT,
				FILTER_EQ, unit);
		if (scope->problem_type)
			filter_add(&filter, FILTER_PROBLEM_TYPE, FILTER_EQ, scope->problem_type);
		if (scope->tool)
			filter_add(&filter, FILTER_TOOL, FILTER_EQ, scope->tool);
		filter_format(&filter, &text);
		scoping_filter(session, first.fiscal_year, strbuf_text(&text), table);
		table_scope_say(table, SCOPE_SNAPSHOT,
			/* a snapshot before, and one after or the present */
			arena_printf(&table->arena, _("%s and %s"), before, after ? after : _("now")),
			arena_printf(&table->arena, "%s,%s", before, after ? after : "now"));
		strbuf_free(&text);
		filter_free(&filter);
	}
	snapshot_free(&first);
	snapshot_free(&second);
	return compared;
}

/* ---- showing again -------------------------------------------------------------------------- */

bool snapshots_table(struct session *session, const char *name, const char *table_name,
	enum stage stage, enum basis basis, struct table *table, struct error *err)
{
	char *content = NULL;
	int64_t id;

	if (!snapshots_find(session, name, &id, err))
		return false;
	/* A table of every stage, or without figures, bears a shorter name. */
	for (int form = 0; !content && form < 3; form++) {
		char *key = table_key(table_name, form == 0, stage, form < 2, basis);

		content = snapshot_store_table(session->store, id, key, err);
		free(key);
		if (!content && err->code != ERROR_DATA)
			return false;
	}
	if (!content)
		return error_set(err, ERROR_DATA, _("The snapshot has no table “%s”."),
			table_name);
	error_clear(err);
	const bool read = frozen_table_read(content, table, err);
	const struct named_table *const named = read ? named_find(table->id) : NULL;
	free(content);
	if (!read)
		return false;
	if (named)
		named_describe_chart(named, table);

	struct snapshot_list list = {0};
	const bool listed = snapshots_list(session, &list, err);

	/* of which snapshot it is */
	for (size_t i = 0; listed && i < list.items.count; i++) {
		const struct snapshot_head *const head = &list.items.items[i];

		if (head->id != id)
			continue;
		table_scope_say(table, SCOPE_SNAPSHOT, head->name, head->name);
		table_scope_say(table, SCOPE_FROZEN_AT,
			arena_printf(&table->arena, "%.10s", head->taken_at), head->taken_at);
		table_scope_say(table, SCOPE_SEAL, head->sha256, head->sha256);
	}
	snapshot_list_free(&list);
	if (!listed)
		table_free(table);
	return listed;
}

bool snapshots_tables(struct session *session, const char *name, struct strbuf *ids,
	struct error *err)
{
	struct strbuf names = {0};
	int64_t id;
	const char *last = "";
	size_t last_length = 0;

	if (!snapshots_find(session, name, &id, err) ||
		!snapshot_store_tables(session->store, id, &names, err)) {
		strbuf_free(&names);
		return false;
	}
	for (const char *at = strbuf_text(&names); *at; at = strchr(at, '\n') + 1) {
		const size_t length = strcspn(at, " \n");

		if (length != last_length || strncmp(at, last, length) != 0) {
			strbuf_add(ids, at, length);
			strbuf_add_char(ids, '\n');
		}
		last = at;
		last_length = length;
	}
	strbuf_free(&names);
	return true;
}
