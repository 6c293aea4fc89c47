/* mapping_store - mappings of sheets kept under a name: of a kind of file, a name there once. */
#ifndef STORE_MAPPING_STORE_H
#define STORE_MAPPING_STORE_H

#include "base/mem.h"
#include "base/vec.h"
#include "store/store.h"

struct mapping_kept {
	const char *kind, *name;
	const char *content; /* lines of doc/cli.md, 'Mappings' */
	const char *kept_by, *at; /* "2025-11-20T10:02:00" */
};
/* By kind and name. Zero-initialise. */
struct mappings_kept {
	VEC(struct mapping_kept) items;
	struct arena arena;
};

bool mapping_store_all(struct store *store, struct mappings_kept *kept, struct error *err);
void mappings_kept_free(struct mappings_kept *kept);
/* In the place of that of the same kind and name. */
bool mapping_store_put(struct store *store, const char *kind, const char *name, const char *content,
	const char *user, struct error *err);
bool mapping_store_drop(struct store *store, const char *kind, const char *name, struct error *err);

#endif
