#include "config.h"

#include "store/snapshot_carry.h"

#include <string.h>

#include "base/ambient.h"
#include "model/frozen_form.h"
#include "store/snapshot_parts.h"
#include "store/snapshot_seals.h"
#include "store/snapshot_store.h"
#include "store/store_private.h"

/* The tables of one snapshot, in today's form. */
struct snapshot_raised {
	VEC(struct snapshot_table) tables;
	struct arena arena;
	bool good;
};

/* A table is carried over only if what comes of it leads back to it. */
static bool snapshot_carry_raise(const char *name, const char *content, void *data)
{
	struct snapshot_raised *raised = data;
	struct strbuf text = {0}, back = {0};

	raised->good = frozen_form_raise(content, &text) &&
		frozen_form_lower(strbuf_text(&text), &back) &&
		strcmp(strbuf_text(&back), content) == 0;
	if (raised->good)
		*vec_add(&raised->tables) = (struct snapshot_table){
			arena_strdup(&raised->arena, name),
			arena_strdup(&raised->arena, strbuf_text(&text)),
		};
	strbuf_free(&text);
	strbuf_free(&back);
	return raised->good;
}

static bool snapshot_carry_rewrite(struct store *store, const struct snapshot_head *head,
	const struct snapshot_raised *raised, struct error *err)
{
	char seal[SNAPSHOT_SEAL_TEXT];

	if (!store_change(store) && !store_begin(store, ambient_user(), "upgrade", NULL, err))
		return false;
	for (size_t t = 0; t < raised->tables.count; t++)
		if (!snapshot_parts_put(store, STATEMENT_SNAPSHOT_TABLE_CARRY, head->id,
			raised->tables.items[t].name, raised->tables.items[t].content, err))
			return false;
	/* The head says first which seal it had: the new one is over that, too. */
	return snapshot_seals_make(store, head->id, head->sha256, seal, err) &&
		snapshot_parts_put(store, STATEMENT_SNAPSHOT_CARRY, head->id, seal, head->sha256,
			err);
}

static bool snapshot_carry_one(struct store *store, const struct snapshot_head *head,
	struct error *err)
{
	struct snapshot_raised raised = {.good = true};
	bool sound;
	bool done = snapshot_store_verify(store, head->id, &sound, err);

	if (done && sound)
		done = snapshot_parts_each(store, STATEMENT_SNAPSHOT_TABLES, head->id,
			snapshot_carry_raise, &raised, err);
	if (done && sound && raised.good && raised.tables.count)
		done = snapshot_carry_rewrite(store, head, &raised, err);
	vec_free(&raised.tables);
	arena_free(&raised.arena);
	return done;
}

bool snapshot_carry_over(struct store *store, struct error *err)
{
	struct snapshot_list list = {0};
	bool good = snapshot_store_list(store, &list, err);

	for (size_t i = 0; good && i < list.items.count; i++)
		good = snapshot_carry_one(store, &list.items.items[i], err);
	snapshot_list_free(&list);
	return store_change(store) ? store_end(store, good, err) : good;
}
