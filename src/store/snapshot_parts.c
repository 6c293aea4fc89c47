#include "config.h"

#include "store/snapshot_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "store/store_private.h"

bool snapshot_parts_head(struct store *store, int64_t id, struct snapshot_texts *texts,
	struct error *err)
{
	struct snapshot *head = &texts->head;
	struct db_statement *row = statement_get(store, STATEMENT_SNAPSHOT_TEXTS, err);

	if (!row)
		return false;
	db_bind_int(row, 1, id);
	const enum db_step step = db_step(row, err);
	if (step == DB_ROW) {
		head->fiscal_year = (int)db_column_int(row, 0);
		head->hours_per_person_year = (int)db_column_int(row, 1);
		head->rules = arena_strdup(&head->arena, db_column_text(row, 2));
		head->units = arena_strdup(&head->arena, db_column_text(row, 3));
		text_copy(texts->sha256, SNAPSHOT_SEAL_TEXT, db_column_text(row, 4));
		text_copy(texts->first_sha256, SNAPSHOT_SEAL_TEXT, db_column_text(row, 5));
	}
	db_reset(row);
	return step == DB_ROW ||
		(step == DB_DONE && error_set(err, ERROR_DATA, _("There is no such snapshot.")));
}

bool snapshot_parts_each(struct store *store, enum statement statement, int64_t id,
	bool (*each)(const char *name, const char *content, void *data), void *data,
	struct error *err)
{
	struct db_statement *row = statement_get(store, statement, err);
	enum db_step step = DB_FAILED;

	if (!row)
		return false;
	db_bind_int(row, 1, id);
	while ((step = db_step(row, err)) == DB_ROW)
		if (!each(db_column_text(row, 0), db_column_text(row, 1), data))
			break;
	db_reset(row);
	return step != DB_FAILED;
}

bool snapshot_parts_put(struct store *store, enum statement statement, int64_t id,
	const char *name, const char *content, struct error *err)
{
	struct db_statement *put = statement_get(store, statement, err);

	if (!put)
		return false;
	db_bind_int(put, 1, id);
	db_bind_text(put, 2, name);
	db_bind_text(put, 3, content);
	return db_execute(put, err);
}
