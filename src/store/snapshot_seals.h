/* snapshot_seals - the seals of stored snapshots, made anew from what is stored. Private to store/;
 * snapshot_store_verify() is in snapshot_store.h. */
#ifndef STORE_SNAPSHOT_SEALS_H
#define STORE_SNAPSHOT_SEALS_H

#include "model/snapshot.h"
#include "store/store.h"

/* The seal over what is stored by now and the first seal ("" = none). */
bool snapshot_seals_make(struct store *store, int64_t id, const char *first_sha256,
	char seal[SNAPSHOT_SEAL_TEXT], struct error *err);

#endif
