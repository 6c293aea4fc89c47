#include "config.h"

#include "store/snapshot_seals.h"

#include <string.h>

#include "base/strbuf.h"
#include "model/frozen_form.h"
#include "store/snapshot_parts.h"
#include "store/snapshot_store.h"
#include "store/store_private.h"

struct snapshot_sealing {
	struct snapshot_seal seal;
	bool lowers; /* tables as they were in the first form */
	bool in_order;
};

static bool snapshot_seals_project(const char *uuid, const char *content, void *data)
{
	struct snapshot_sealing *sealing = data;

	return sealing->in_order = snapshot_seal_project(&sealing->seal, uuid, content);
}

static bool snapshot_seals_table(const char *name, const char *content, void *data)
{
	struct snapshot_sealing *sealing = data;
	struct strbuf lowered = {0};

	sealing->in_order = (!sealing->lowers || frozen_form_lower(content, &lowered)) &&
		snapshot_seal_table(&sealing->seal, name,
			sealing->lowers ? strbuf_text(&lowered) : content);
	strbuf_free(&lowered);
	return sealing->in_order;
}

/* seal becomes "" when the parts are such as were never sealed. */
static bool snapshot_seals_of(struct store *store, int64_t id, const struct snapshot *head,
	const char *first_sha256, bool lowers, char seal[SNAPSHOT_SEAL_TEXT], struct error *err)
{
	struct snapshot_sealing sealing = {.lowers = lowers, .in_order = true};

	snapshot_seal_start(&sealing.seal, head->fiscal_year, head->hours_per_person_year,
		head->rules, head->units);
	if (*first_sha256)
		snapshot_seal_first(&sealing.seal, first_sha256);
	const bool read = snapshot_parts_each(store, STATEMENT_SNAPSHOT_PROJECTS, id,
				  snapshot_seals_project, &sealing, err) &&
		(!sealing.in_order ||
			snapshot_parts_each(store, STATEMENT_SNAPSHOT_TABLES, id,
				snapshot_seals_table, &sealing, err));
	snapshot_seal_finish(&sealing.seal, seal);
	if (!sealing.in_order)
		seal[0] = '\0';
	return read;
}

bool snapshot_seals_make(struct store *store, int64_t id, const char *first_sha256,
	char seal[SNAPSHOT_SEAL_TEXT], struct error *err)
{
	struct snapshot_texts texts = {0};
	const bool made = snapshot_parts_head(store, id, &texts, err) &&
		snapshot_seals_of(store, id, &texts.head, first_sha256, false, seal, err);

	snapshot_free(&texts.head);
	return made;
}

/* One that was carried over has two seals, and both have to hold: the first over what it was carried
 * over from. */
bool snapshot_store_verify(struct store *store, int64_t id, bool *sound, struct error *err)
{
	struct snapshot_texts texts = {0};
	char found[SNAPSHOT_SEAL_TEXT];
	bool read = snapshot_parts_head(store, id, &texts, err) &&
		snapshot_seals_of(store, id, &texts.head, texts.first_sha256, false, found, err);

	*sound = read && strcmp(texts.sha256, found) == 0;
	if (*sound && *texts.first_sha256) {
		read = snapshot_seals_of(store, id, &texts.head, "", true, found, err);
		*sound = read && strcmp(texts.first_sha256, found) == 0;
	}
	snapshot_free(&texts.head);
	return read;
}
