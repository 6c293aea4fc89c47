#include "config.h"

#include "service/office/office_carry.h"

#include <assert.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "model/succession.h"
#include "service/office/desk.h"
#include "service/office/judge.h"
#include "service/office/office.h"
#include "store/unit_store.h"

/* What becomes of a row of last year. */
struct carry_row {
	const struct office_entry *from;
	struct office_row as;       /* what it would be, as stored */
	struct office_entry *laid;  /* NULL = there already, or left out */
	const char *left_out;       /* why; NULL = it is not */
};

struct carry_run {
	struct session *session;
	struct office_desk *desk;
	int year;
	struct unit_tree versions;
	struct succession succession;
	VEC(struct carry_row) rows;
	struct arena arena;
};

/* ---- what a row would be --------------------------------------------------------------------- */

static const char *carry_year(struct carry_run *run, const struct office_field *field,
	const char *stored, struct error *err)
{
	(void)field;
	(void)err;
	return strcmp(stored, "0") == 0 ? stored : arena_printf(&run->arena, "%d", run->year);
}

/* The day a year later; 28 February for the 29th. */
static const char *carry_date(struct carry_run *run, const struct office_field *field,
	const char *stored, struct error *err)
{
	struct date date;
	char text[11];

	if (field->afresh || !*stored)
		return "";
	if (!date_parse(stored, false, &date, err))
		return NULL;
	date.year++;
	if (!date_valid(date))
		date.day--;
	date_format(date, text);
	return arena_strdup(&run->arena, text);
}

/* What the unit has become. */
static const char *carry_unit(struct carry_run *run, const struct office_field *field,
	const char *stored, struct error *err)
{
	const int unit = succession_follow(&run->succession, stored);
	char year[FISCAL_YEAR_TEXT];

	(void)field;
	if (unit >= 0)
		return run->succession.tree->nodes.items[unit].unit.code;
	fiscal_year_format(run->year, year);
	error_set(err, ERROR_DATA, _("“%s” is no more in %s, and no unit takes over from it."), stored, year);
	return NULL;
}

/* Who has left is not carried along. */
static const char *carry_reference(struct carry_run *run, const struct office_field *field,
	const char *stored, struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(run->desk, field->refers, err);
	const struct office_entry *entry = rows ? office_desk_find_key(rows, stored) : NULL;

	if (!rows)
		return NULL;
	if (field->refers != &office_people || !entry || strcmp(entry->now.cells[PERSON_ACTIVE], "1") == 0)
		return stored;
	error_set(err, ERROR_DATA, _("%s is not active any more."), entry->now.cells[field->refers->name_field]);
	return NULL;
}

/* What a cell becomes, by its type; NULL in here: it stays as it is. Each returns NULL with the reason where the
 * row cannot come. */
static const char *(*const carry_cells[])(struct carry_run *run, const struct office_field *field,
	const char *stored, struct error *err) = {
	[OFFICE_YEAR] = carry_year,
	[OFFICE_LAST_YEAR] = carry_year,
	[OFFICE_EVERY_YEAR] = carry_year,
	[OFFICE_DATE] = carry_date,
	[OFFICE_UNIT] = carry_unit,
	[OFFICE_SECTION] = carry_unit,
	[OFFICE_ROW] = carry_reference,
};

/* Two rows agree in the first so many fields but the year. */
static bool carry_agree(const struct office_table *table, const struct office_row *one,
	const struct office_row *other, size_t fields)
{
	for (size_t i = 0; i < fields; i++)
		if ((int)i != office_year_of_rows(table) && strcmp(one->cells[i], other->cells[i]) != 0)
			return false;
	return true;
}

static int carry_year_of(const struct office_table *table, const struct office_row *row)
{
	return office_row_year(row, (size_t)office_year_of_rows(table));
}

/* A row that is known by the same holds in the year already. */
static bool carry_is_there(const struct carry_run *run, const struct office_desk_table *rows,
	const struct office_row *as)
{
	const struct office_table *table = rows->table;
	const bool spans = office_last_year_of_rows(table) >= 0;

	for (size_t i = 0; i < rows->stored.items.count; i++) {
		const struct office_row *row = &rows->stored.items.items[i];

		if (office_row_holds(table, row, run->year) && carry_agree(table, row, as, table->keys) &&
			(spans || carry_year_of(table, row) == run->year))
			return true;
	}
	return false;
}

/* The row of last year that takes the place; NULL. */
static const struct carry_row *carry_taken(const struct carry_run *run, const struct office_table *table,
	const struct office_row *as)
{
	const size_t alone = table->carried.alone ? table->carried.alone : table->keys;

	for (size_t i = 0; i < run->rows.count; i++) {
		const struct carry_row *row = &run->rows.items[i];

		if (row->laid && row->from->table == table && carry_agree(table, &row->as, as, alone))
			return row;
	}
	return NULL;
}

/* ---- laying it on the desk ------------------------------------------------------------------- */

/* False with the reason where it cannot come. */
static bool carry_lay(struct carry_run *run, const struct office_desk_table *rows,
	struct carry_row *row, struct error *err)
{
	const struct office_table *table = rows->table;
	const struct office_judge *judge = office_judge_of(table);
	const char *typed[OFFICE_COLUMNS_MAX] = {NULL};
	struct strbuf text = {0};
	int field;

	if (judge && judge->goes_on && !judge->goes_on(&row->from->now, err))
		return false;
	for (size_t i = 0; i < table->field_count; i++) {
		const size_t type = table->fields[i].type;
		const char *stored = row->from->now.cells[i];
		const bool stays = type >= sizeof carry_cells / sizeof carry_cells[0] || !carry_cells[type];

		row->as.cells[i] = stays ? stored : carry_cells[type](run, &table->fields[i], stored, err);
		if (!row->as.cells[i])
			return false;
	}
	if (carry_is_there(run, rows, &row->as))
		return true;
	const struct carry_row *taken = carry_taken(run, table, &row->as);
	if (taken) {
		office_row_key(table, &taken->from->now, &text);
		error_set(err, ERROR_DATA, _("Last year's %s takes this place."), strbuf_text(&text));
		strbuf_free(&text);
		return false;
	}
	for (size_t i = 0; i < table->field_count; i++) {
		strbuf_clear(&text);
		office_cell(table, i, row->as.cells[i], false, &text);
		typed[i] = arena_strdup(&run->arena, strbuf_text(&text));
	}
	strbuf_free(&text);
	return office_desk_put(run->desk, table, OFFICE_ADD, NULL, typed, 0, &row->laid, &field, err);
}

/* Is a unit that the row names no more? */
static bool carry_moves(const struct carry_run *run, const struct office_table *table,
	const struct office_row *row)
{
	for (size_t i = 0; i < table->field_count; i++)
		if ((table->fields[i].type == OFFICE_UNIT || table->fields[i].type == OFFICE_SECTION) &&
			unit_tree_find(run->succession.tree, row->cells[i]) < 0)
			return true;
	return false;
}

/* Rows of units that stayed, or of those that did not. Rows that go on of their own accord are none to carry,
 * unless they name a unit that is no more. */
static bool carry_rows(struct carry_run *run, struct office_desk_table *rows, bool moved,
	struct error *err)
{
	const struct office_table *table = rows->table;

	for (size_t i = 0; i < rows->stored.items.count; i++) {
		const struct office_entry *entry = rows->entries.items[i];
		struct carry_row row = {.from = entry};
		struct error reason = {0};
		const bool goes_on = office_last_year_of_rows(table) >= 0 ?
			!moved && office_row_holds(table, &entry->now, run->year) :
			carry_year_of(table, &entry->now) != run->year - 1;

		if (goes_on || !office_row_holds(table, &entry->now, run->year - 1) ||
			carry_moves(run, table, &entry->now) != moved)
			continue;
		if (!carry_lay(run, rows, &row, &reason)) {
			if (reason.code != ERROR_DATA) {
				*err = reason;
				return false;
			}
			row.left_out = arena_strdup(&run->arena, reason.message);
		}
		*vec_add(&run->rows) = row;
	}
	return true;
}

static void carry_refuse(const struct office_entry *entry, int field, const char *reason, void *data)
{
	struct carry_run *run = data;

	(void)field;
	for (size_t i = 0; i < run->rows.count; i++)
		if (run->rows.items[i].laid == entry)
			run->rows.items[i].left_out = arena_strdup(&run->arena, reason);
}

/* ---- telling --------------------------------------------------------------------------------- */

enum { TABLE, TABLE_ID, BEFORE, AFTER, AS, OUTCOME, OUTCOME_ID, REASON };
enum outcome { COMES, THERE, LEFT_OUT };
static const struct {
	const char *id, *label;
} outcomes[] = {
	[COMES] = {"comes", N_("comes over")},
	[THERE] = {"there", N_("there already")},
	[LEFT_OUT] = {"left-out", N_("left out")},
};

static void carry_tell(const struct carry_row *row, enum outcome outcome, struct table *told)
{
	const struct office_table *table = row->from->table;
	const struct office_row *as = outcome == COMES ? &row->laid->now : &row->as;
	struct table_row *line = table_add_row(told, ROW_DATA);
	struct strbuf text = {0};

	table_set_text(told, line, TABLE, _(table->title));
	table_set_text(told, line, TABLE_ID, table->id);
	office_row_key(table, &row->from->now, &text);
	table_set_text(told, line, BEFORE, strbuf_text(&text));
	strbuf_clear(&text);
	if (outcome != LEFT_OUT)
		office_row_key(table, as, &text);
	table_set_text(told, line, AFTER, strbuf_text(&text));
	strbuf_clear(&text);
	for (size_t i = table->keys; outcome != LEFT_OUT && i < table->field_count; i++) {
		if (text.length && *as->cells[i])
			strbuf_add_char(&text, ' ');
		office_cell(table, i, as->cells[i], true, &text);
	}
	table_set_text(told, line, AS, strbuf_text(&text));
	strbuf_free(&text);
	table_set_text(told, line, OUTCOME, _(outcomes[outcome].label));
	table_set_text(told, line, OUTCOME_ID, outcomes[outcome].id);
	table_set_text(told, line, REASON, row->left_out ? row->left_out : "");
}

static void carry_tell_all(const struct carry_run *run, struct office_carry *carry)
{
	struct table *told = &carry->told;

	table_init(told, "carry", _("Carried over from last year"));
	told->fiscal_year = run->year;
	told->body = arena_strdup(&told->arena, run->session->body.name);
	told->ties = true; /* it is a list: there is nothing to prove */
	table_add_column(told, "table", _("Table"), COLUMN_TEXT)->files = false;
	table_add_column(told, "table", _("Table"), COLUMN_CODE)->people = false;
	table_add_column(told, "row_before", _("Last year"), COLUMN_TEXT);
	table_add_column(told, "row", _("This year"), COLUMN_TEXT);
	table_add_column(told, "content", _("Content"), COLUMN_TEXT)->files = false;
	table_add_column(told, "outcome", _("Outcome"), COLUMN_TEXT)->files = false;
	table_add_column(told, "outcome", _("Outcome"), COLUMN_CODE)->people = false;
	table_add_column(told, "reason", _("Reason"), COLUMN_TEXT);
	for (size_t i = 0; i < run->rows.count; i++) {
		const struct carry_row *row = &run->rows.items[i];
		const enum outcome outcome = row->left_out ? LEFT_OUT : row->laid ? COMES : THERE;

		*(outcome == COMES ? &carry->come : outcome == THERE ? &carry->there : &carry->left_out) += 1;
		carry_tell(row, outcome, told);
	}
}

/* ---- the act --------------------------------------------------------------------------------- */

static bool carry_lay_all(struct carry_run *run, const struct office_table *table, struct error *err)
{
	const struct unit_tree *units = session_units(run->session, run->year, err);

	if (!units || !unit_store_all(run->session->store, &run->versions, err))
		return false;
	succession_init(&run->succession, units, &run->versions);
	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++) {
		struct office_desk_table *rows = NULL;

		if ((table && table != office_tables[t]) || office_tables[t]->carried.which != OFFICE_CARRY_ROWS)
			continue;
		rows = office_desk_table(run->desk, office_tables[t], err);
		if (!rows || !carry_rows(run, rows, false, err) || !carry_rows(run, rows, true, err))
			return false;
	}
	return office_desk_judge(run->desk, carry_refuse, run, err);
}

bool office_carry(struct session *session, const struct office_table *table, bool dry_run,
	struct office_carry *carry, struct error *err)
{
	struct carry_run run = {.session = session, .year = session->fiscal_year};

	*carry = (struct office_carry){0};
	if (table && table->carried.which != OFFICE_CARRY_ROWS)
		return error_set(err, ERROR_USAGE, _("“%s” is not carried over: %s."), _(table->title),
			_(table->carried.how));
	if (!session_permits(session, PERMISSION_EDIT_MASTERS, run.year, NULL, err) ||
		!store_begin(session->store, session->user, "carry", NULL, err))
		return false;
	run.desk = office_desk_new(session);
	bool done = carry_lay_all(&run, table, err);
	if (done)
		carry_tell_all(&run, carry);
	const bool stores = done && !dry_run && carry->come > 0;
	done = done && (!stores || (office_desk_store(run.desk, err) && store_commit(session->store, err)));
	if (!stores || !done)
		store_rollback(session->store);
	else
		session_forget(session);
	if (!done)
		table_free(&carry->told);
	office_desk_free(run.desk);
	succession_free(&run.succession);
	unit_tree_free(&run.versions);
	vec_free(&run.rows);
	arena_free(&run.arena);
	return done;
}
