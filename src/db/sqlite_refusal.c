/* sqlite_refusal - what the rules of the tables refuse, in words: which record, which column. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "db/sqlite_private.h"

enum { NAME_MAX_BYTES = 64 };

/* The name at the beginning of text, or "". */
static void refusal_name(const char *text, char name[NAME_MAX_BYTES])
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
	const size_t length = strspn(text, letters);

	name[0] = '\0';
	if (length >= NAME_MAX_BYTES)
		return;
	memcpy(name, text, length);
	name[length] = '\0';
}

/* What people call a column; NULL when they have no word for it. */
static const char *refusal_label(const struct db *db, const char *table, const char *column)
{
	return db->name ? db->name(table, column) : NULL;
}

/* "project.fiscal_year, project.number": the table, and the columns that people know; appended. */
static void refusal_columns(const struct db *db, const char *text, char table[NAME_MAX_BYTES],
	struct strbuf *labels)
{
	char column[NAME_MAX_BYTES];

	for (const char *at = text; at && *at; at = strstr(at, ", ")) {
		at += strspn(at, ", ");
		refusal_name(at, table);
		at += strlen(table);
		if (*at != '.')
			break;
		refusal_name(at + 1, column);
		const char *const label = refusal_label(db, table, column);
		if (label)
			strbuf_addf(labels, "%s%s", labels->length ? _(", ") : "", label);
	}
}

/* The table that a statement writes. */
static void refusal_table(const char *sql, char table[NAME_MAX_BYTES])
{
	static const char *const verbs[] = {"INSERT OR REPLACE INTO ", "INSERT INTO ", "UPDATE "};

	table[0] = '\0';
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0] && !*table; i++)
		if (strncmp(sql, verbs[i], strlen(verbs[i])) == 0)
			refusal_name(sql + strlen(verbs[i]), table);
}

/* Which rule it was. SQLite says so in words that end with the columns, with their table or without. */
enum refusal { REFUSAL_TAKEN, REFUSAL_MISSING, REFUSAL_WRONG, REFUSAL_WRONG_TYPE, REFUSALS };
static const struct {
	const char *said;
	bool has_table;
} refusals[REFUSALS] = {
	[REFUSAL_TAKEN] = {"UNIQUE constraint failed: ", true},
	[REFUSAL_MISSING] = {"NOT NULL constraint failed: ", true},
	[REFUSAL_WRONG] = {"CHECK constraint failed: ", false},
	[REFUSAL_WRONG_TYPE] = {" column ", true}, /* cannot store TEXT value in INTEGER column … */
};

bool sqlite_refuse(struct db *db, int result, const char *sql, struct error *err)
{
	const char *const said = sqlite3_errmsg(sqlite_handle(db)), *columns = NULL;
	const bool refers = sqlite3_extended_errcode(sqlite_handle(db)) == SQLITE_CONSTRAINT_FOREIGNKEY;
	char table[NAME_MAX_BYTES], column[NAME_MAX_BYTES];
	struct strbuf labels = {0};
	int rule = 0;

	for (; (result & 0xFF) == SQLITE_CONSTRAINT && rule < REFUSALS; rule++) {
		columns = strstr(said, refusals[rule].said);
		if (columns)
			break;
	}
	if (columns && refusals[rule].has_table) {
		refusal_columns(db, columns + strlen(refusals[rule].said), table, &labels);
	} else if (columns) {
		refusal_table(sql, table);
		refusal_name(columns + strlen(refusals[rule].said), column);
		const char *const label = refusal_label(db, table, column);
		strbuf_add_text(&labels, label ? label : "");
	}
	sqlite_fail(sqlite_handle(db), result, sql, err);

	const char *const record = labels.length ? refusal_label(db, table, NULL) : NULL;
	const char *const what = strbuf_text(&labels);
	if (refers)
		error_set(err, ERROR_DATA,
			_("Something that this refers to is not there, or others still refer to it, so nothing was saved."));
	else if (record && rule == REFUSAL_TAKEN)
		error_set(err, ERROR_DATA,
			_("%s: there is one with the same %s already, so nothing was saved."), record, what);
	else if (record && rule == REFUSAL_MISSING)
		error_set(err, ERROR_DATA, _("%s: %s must be given, so nothing was saved."), record, what);
	else if (record)
		error_set(err, ERROR_DATA,
			_("%s: what stands in %s cannot be stored, so nothing was saved."), record, what);
	strbuf_free(&labels);
	return false;
}
