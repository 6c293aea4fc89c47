/* snapshot_parts - what is stored of a snapshot, text by text. Private to store/. */
#ifndef STORE_SNAPSHOT_PARTS_H
#define STORE_SNAPSHOT_PARTS_H

#include "model/snapshot.h"
#include "store/statement.h"
#include "store/store.h"

struct snapshot_texts {
	struct snapshot head; /* without its projects */
	char sha256[SNAPSHOT_SEAL_TEXT];       /* the seal that it has */
	char first_sha256[SNAPSHOT_SEAL_TEXT]; /* the one it was given, where that is another; else "" */
};
/* Into zeroed texts; snapshot_free(&texts->head) even after a failure. */
bool snapshot_parts_head(struct store *store, int64_t id, struct snapshot_texts *texts,
	struct error *err);
/* Calls each() for the names and contents that a statement (STATEMENT_SNAPSHOT_PROJECTS, _TABLES)
 * gives of a snapshot, until it returns false. */
bool snapshot_parts_each(struct store *store, enum statement statement, int64_t id,
	bool (*each)(const char *name, const char *content, void *data), void *data,
	struct error *err);
/* Runs a statement that stores two texts of a snapshot, mostly a name and a content. */
bool snapshot_parts_put(struct store *store, enum statement statement, int64_t id,
	const char *name, const char *content, struct error *err);

#endif
