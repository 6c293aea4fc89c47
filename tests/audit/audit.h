/* audit - one database: made, then asked for every table and many rollups, each compared. */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include <stdint.h>

#include "tally.h"

void audit_database(const char *path, const char *folder, uint64_t seed, struct tally *tally);

#endif
