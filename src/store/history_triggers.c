#include "config.h"

#include "store/history_triggers.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/strmap.h"
#include "store/history_dialect.h"

static const struct history_dialect *const dialects[] = {&history_sqlite};

enum { TRIGGER_NAME_MAX = 64 };

struct history_triggers {
	struct db *db;
	VEC(const char *) texts; /* of those in the database */
	struct strmap by_name;   /* their indexes there */
	struct arena arena;
	struct strbuf *names;    /* gets those that differ; or NULL: make them anew */
	struct error *err;
};

static void history_triggers_know(const char *name, const char *sql, void *data)
{
	struct history_triggers *triggers = data;

	strmap_put(&triggers->by_name, name, (int64_t)triggers->texts.count);
	*vec_add(&triggers->texts) = arena_strdup(&triggers->arena, sql);
}

/* One trigger, whose right text is given. */
static bool history_triggers_settle(struct history_triggers *triggers,
	const struct history_entity *entity, const char *event, const char *sql)
{
	char name[TRIGGER_NAME_MAX];
	struct strbuf drop = {0};

	snprintf(name, sizeof name, "%s_%s", entity->table, event);

	/* NULL when there is none of that name. */
	int64_t at;
	const char *found = strmap_get(&triggers->by_name, name, &at) ? triggers->texts.items[at] :
		NULL;
	if (found && strcmp(found, sql) == 0)
		return true;
	if (triggers->names) {
		strbuf_addf(triggers->names, "%s%s", triggers->names->length ? ", " : "", name);
		return true;
	}
	if (found)
		strbuf_addf(&drop, "DROP TRIGGER %s", name);
	const bool put = (!found || db_run(triggers->db, strbuf_text(&drop), triggers->err)) &&
		db_run(triggers->db, sql, triggers->err);
	strbuf_free(&drop);
	return put;
}

static bool history_triggers_walk(struct db *db, struct strbuf *names, struct error *err)
{
	struct history_triggers triggers = {.db = db, .names = names, .err = err};
	struct history_schema schema = {0};
	struct strbuf sql = {0};
	bool good = db_each_trigger(db, history_triggers_know, &triggers, err) &&
		history_schema_read(db, &schema, err);
	size_t d = 0;

	while (dialects[d]->engine != db_engine_of(db))
		d++;
	for (size_t i = 0; good && i < schema.tables.count; i++) {
		const struct history_columns *columns = &schema.tables.items[i];

		strbuf_clear(&sql);
		dialects[d]->updated(columns, &sql);
		good = history_triggers_settle(&triggers, columns->entity, "updated",
			strbuf_text(&sql));
		strbuf_clear(&sql);
		dialects[d]->deleted(columns, &sql);
		good = good && history_triggers_settle(&triggers, columns->entity, "deleted",
			strbuf_text(&sql));
	}
	history_schema_free(&schema);
	strbuf_free(&sql);
	vec_free(&triggers.texts);
	strmap_free(&triggers.by_name);
	arena_free(&triggers.arena);
	return good;
}

bool history_triggers_compare(struct db *db, struct strbuf *names, struct error *err)
{
	return history_triggers_walk(db, names, err);
}

bool history_triggers_put(struct db *db, struct error *err)
{
	assert(db_in_transaction(db));
	return history_triggers_walk(db, NULL, err);
}
