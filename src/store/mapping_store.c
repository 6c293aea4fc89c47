#include "config.h"

#include "store/mapping_store.h"

#include "base/ambient.h"
#include "store/store_private.h"

bool mapping_store_all(struct store *store, struct mappings_kept *kept, struct error *err)
{
	struct db_statement *const query = statement_get(store, STATEMENT_MAPPING_ALL, err);
	enum db_step step;

	*kept = (struct mappings_kept){0};
	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		const char *texts[5];

		for (int i = 0; i < 5; i++)
			texts[i] = arena_strdup(&kept->arena, db_column_text(query, i));
		*vec_add(&kept->items) = (struct mapping_kept){texts[0], texts[1], texts[2], texts[3], texts[4]};
	}
	db_reset(query);
	if (step == DB_FAILED)
		mappings_kept_free(kept);
	return step == DB_DONE;
}

void mappings_kept_free(struct mappings_kept *kept)
{
	vec_free(&kept->items);
	arena_free(&kept->arena);
}

bool mapping_store_put(struct store *store, const char *kind, const char *name, const char *content,
	const char *user, struct error *err)
{
	struct db_statement *const put = statement_get(store, STATEMENT_MAPPING_PUT, err);
	char now[20];

	if (!put)
		return false;
	ambient_now(now);
	db_bind_text(put, 1, kind);
	db_bind_text(put, 2, name);
	db_bind_text(put, 3, content);
	db_bind_text(put, 4, user);
	db_bind_text(put, 5, now);
	return store_run_alone(store, put, err);
}

bool mapping_store_drop(struct store *store, const char *kind, const char *name, struct error *err)
{
	struct db_statement *const drop = statement_get(store, STATEMENT_MAPPING_DROP, err);

	if (!drop)
		return false;
	db_bind_text(drop, 1, kind);
	db_bind_text(drop, 2, name);
	return store_run_alone(store, drop, err);
}
