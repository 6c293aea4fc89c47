#include "config.h"

#include "service/office/office.h"

#include <string.h>

#include "base/i18n.h"
#include "service/office/desk.h"
#include "store/office_store.h"

/* ---- rows ------------------------------------------------------------------------------------ */

bool office_load(struct session *session, const struct office_table *table,
	struct office_rows *rows, struct error *err)
{
	return office_store_load(session->store, table, false, rows, err) &&
		(table != &office_parameters || office_goal_load(session, rows, err));
}

/* The keys as stored, from "kintone/R6". False where one of them is none. */
static bool office_read_key(const struct office_table *table, const char *key, struct arena *arena,
	const char *stored[OFFICE_COLUMNS_MAX])
{
	const char *at = key;

	for (size_t i = 0; i < table->keys; i++) {
		const size_t length = i + 1 == table->keys ? strlen(at) : strcspn(at, "/");
		const char *part = arena_strndup(arena, at, length);

		/* What names something is taken as it is, also where it could not be given
		 * today. */
		const enum office_type type = table->fields[i].type;
		const bool names = type == OFFICE_CODE || type == OFFICE_ROW ||
			type == OFFICE_UNIT || type == OFFICE_SECTION;
		if (names)
			stored[i] = part;
		else if (!office_read(table, i, part, arena, &stored[i], NULL))
			return false;
		at += length + (at[length] == '/');
	}
	return true;
}

int office_row_find(const struct office_table *table, const struct office_rows *rows,
	const char *key, struct error *err)
{
	const char *stored[OFFICE_COLUMNS_MAX];
	struct arena arena = {0};
	int found = -1;

	const bool read = office_read_key(table, key, &arena, stored);
	for (size_t r = 0; read && found < 0 && r < rows->items.count; r++) {
		bool same = true;
		for (size_t i = 0; same && i < table->keys; i++)
			same = strcmp(rows->items.items[r].cells[i], stored[i]) == 0;
		if (same)
			found = (int)r;
	}
	arena_free(&arena);
	if (found < 0)
		error_set(err, ERROR_DATA, _("There is no “%s” in: %s"), key, _(table->title));
	return found;
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Why the one row that was laid down may not stand. */
struct refusal {
	bool refused;
	int field;
	struct error reason;
};

static void office_refuse(const struct office_entry *entry, int field, const char *reason,
	void *data)
{
	struct refusal *refusal = data;

	(void)entry;
	refusal->refused = true;
	refusal->field = field;
	error_set(&refusal->reason, ERROR_DATA, "%s", reason);
}

/* A reason that is about one cell says which. */
static bool office_fail(const struct office_table *table, int field, const struct error *reason,
	struct error *err)
{
	if (field < 0 || reason->code != ERROR_DATA)
		return error_set(err, reason->code, "%s", reason->message);
	return error_set(err, ERROR_DATA, "%s: %s", _(table->fields[field].label), reason->message);
}

static bool office_write(struct office_desk *desk, const struct office_table *table, int *field,
	struct error *err)
{
	struct refusal refusal = {.field = -1};

	if (!office_desk_judge(desk, office_refuse, &refusal, err))
		return false;
	if (!refusal.refused)
		return office_desk_store(desk, err);
	*field = refusal.field;
	return office_fail(table, refusal.field, &refusal.reason, err);
}

/* One change around it; what is in memory is read anew. typed NULL: the row goes. */
static bool office_change(struct session *session, const struct office_table *table,
	const struct office_row *before, const char *const *typed, int *field, struct error *err)
{
	struct error reason = {0};

	*field = -1;
	if (!session_permits(session, PERMISSION_EDIT_MASTERS, session->fiscal_year, NULL, err) ||
		!store_begin(session->store, session->user, "master", NULL, err))
		return false;
	struct office_desk *desk = office_desk_new(session);
	bool done = typed ? office_desk_lay(desk, table, before ? OFFICE_EDIT : OFFICE_ADD, before, typed, 0,
				    NULL, field, &reason) :
			    office_desk_take(desk, table, before, &reason);
	done = done ? office_write(desk, table, field, err) : office_fail(table, *field, &reason, err);
	office_desk_free(desk);
	done = store_end(session->store, done, err);
	session_forget(session);
	return done;
}

bool office_put(struct session *session, const struct office_table *table,
	const struct office_row *before, const char *const *typed, int *field, struct error *err)
{
	return office_change(session, table, before, typed, field, err);
}

bool office_remove(struct session *session, const struct office_table *table,
	const struct office_row *row, struct error *err)
{
	int field;

	return office_change(session, table, row, NULL, &field, err);
}
