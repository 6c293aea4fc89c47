/* draft_store - unsaved form contents, so that a lost terminal never costs more than 2 s of typing. */
#ifndef STORE_DRAFT_STORE_H
#define STORE_DRAFT_STORE_H

#include "store/store.h"

/* key: "project:UUID" or "project:new". content: any text (JSON). */
bool draft_store_put(struct store *store, const char *user, const char *key, const char *content,
	struct error *err);
/* NULL when there is none; caller frees. at (may be NULL) gets "2025-11-20T10:02:00". */
char *draft_store_get(struct store *store, const char *user, const char *key, char at[20],
	struct error *err);
bool draft_store_drop(struct store *store, const char *user, const char *key, struct error *err);

#endif
