/* history_sqlite - the triggers of the history for SQLite. */
#include "config.h"

#include "store/history_dialect.h"

/* When: that of the change in progress, or this moment where another program is at work. Part of a
 * format, where % stands twice. */
#define HISTORY_SQLITE_AT \
	"COALESCE(change.at, strftime('%%Y-%%m-%%dT%%H:%%M:%%S', 'now', 'localtime'))"
#define HISTORY_SQLITE_FROM "FROM current_change AS current LEFT JOIN change ON change.id = current.id"

/* Texts up to a NULL: what is written of each column, at each opening, is not formatted. */
static void history_sqlite_add(struct strbuf *sql, const char *const *texts)
{
	while (*texts)
		strbuf_add_text(sql, *texts++);
}

/* old.code, old.name */
static void history_sqlite_list(const struct history_columns *columns, const char *side,
	struct strbuf *sql)
{
	for (size_t i = 0; i < columns->told.count; i++)
		history_sqlite_add(sql, (const char *[]){i ? ", " : "", side, ".",
			columns->told.items[i], NULL});
	if (columns->version)
		strbuf_addf(sql, ", %s.%s", side, columns->version);
}

/* json_object('code', new.code) */
static void history_sqlite_key(const struct history_entity *entity, const char *side,
	struct strbuf *sql)
{
	strbuf_add_text(sql, "json_object(");
	for (int i = 0; i < HISTORY_KEYS_MAX && entity->keys[i]; i++)
		strbuf_addf(sql, "%s'%s', %s.%s", i ? ", " : "", entity->keys[i], side,
			entity->keys[i]);
	strbuf_add_char(sql, ')');
}

static void history_sqlite_project(const struct history_entity *entity, struct strbuf *sql)
{
	if (entity->project)
		strbuf_addf(sql, "old.%s", entity->project);
	else
		strbuf_add_text(sql, "NULL");
}

static void history_sqlite_version(const struct history_columns *columns, const char *side,
	struct strbuf *sql)
{
	if (columns->version)
		strbuf_addf(sql, "%s.%s", side, columns->version);
	else
		strbuf_add_text(sql, "NULL");
}

static void history_sqlite_updated(const struct history_columns *columns, struct strbuf *sql)
{
	const struct history_entity *entity = columns->entity;

	strbuf_addf(sql, "CREATE TRIGGER %s_updated AFTER UPDATE ON %s\nWHEN (", entity->table,
		entity->table);
	history_sqlite_list(columns, "old", sql);
	strbuf_add_text(sql, ")\n\tIS NOT (");
	history_sqlite_list(columns, "new", sql);
	strbuf_addf(sql, ")\nBEGIN\n\tINSERT INTO history (change_id, at, entity, entity_key, "
		"project_id, op, before, after,\n\t\tversion_before, version_after)\n"
		"\tSELECT current.id, " HISTORY_SQLITE_AT ",\n\t\t'%s', ", entity->table);
	history_sqlite_key(entity, "new", sql);
	strbuf_add_text(sql, ", ");
	history_sqlite_project(entity, sql);
	strbuf_add_text(sql, ", 'update', changed.before, changed.after,\n\t\t");
	history_sqlite_version(columns, "old", sql);
	strbuf_add_text(sql, ", ");
	history_sqlite_version(columns, "new", sql);
	strbuf_add_text(sql, "\n\t" HISTORY_SQLITE_FROM ",\n"
		"\t(SELECT json_group_object(field, was) AS before, "
		"json_group_object(field, now) AS after FROM (\n");
	for (size_t i = 0; i < columns->told.count; i++) {
		const char *name = columns->told.items[i];

		history_sqlite_add(sql, (const char *[]){
			i ? "\t\tUNION ALL SELECT '" : "\t\tSELECT '", name,
			i ? "', old." : "' AS field, old.", name,
			i ? ", new." : " AS was, new.", name, i ? "\n" : " AS now\n", NULL});
	}
	strbuf_add_text(sql, "\t) WHERE was IS NOT now) AS changed;\nEND");
}

/* As rows and not as arguments of one json_object(), of which SQLite takes no more than 63. */
static void history_sqlite_deleted(const struct history_columns *columns, struct strbuf *sql)
{
	const struct history_entity *entity = columns->entity;

	strbuf_addf(sql, "CREATE TRIGGER %s_deleted AFTER DELETE ON %s\nBEGIN\n"
		"\tINSERT INTO history (change_id, at, entity, entity_key, project_id, op, "
		"before,\n\t\tversion_before)\n"
		"\tSELECT current.id, " HISTORY_SQLITE_AT ",\n\t\t'%s', ", entity->table,
		entity->table, entity->table);
	history_sqlite_key(entity, "old", sql);
	strbuf_add_text(sql, ", ");
	history_sqlite_project(entity, sql);
	strbuf_add_text(sql, ", 'delete', gone.before,\n\t\t");
	history_sqlite_version(columns, "old", sql);
	strbuf_add_text(sql, "\n\t" HISTORY_SQLITE_FROM ",\n"
		"\t(SELECT json_group_object(field, was) AS before FROM (\n");
	for (size_t i = 0; i < columns->kept.count; i++) {
		const char *name = columns->kept.items[i];

		history_sqlite_add(sql, (const char *[]){
			i ? "\t\tUNION ALL SELECT '" : "\t\tSELECT '", name,
			i ? "', old." : "' AS field, old.", name, i ? "\n" : " AS was\n", NULL});
	}
	strbuf_add_text(sql, "\t)) AS gone;\nEND");
}

const struct history_dialect history_sqlite = {
	.engine = DB_SQLITE,
	.updated = history_sqlite_updated,
	.deleted = history_sqlite_deleted,
};
