/* uuid - text form checks and name-based UUIDs (RFC 4122 version 5, SHA-1). */
#ifndef BASE_UUID_H
#define BASE_UUID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UUID_TEXT = 37 }; /* 36 characters and the terminator */

/* True for 8-4-4-4-12 hexadecimal digits in either case; writes the lower-case form.
 * On false uuid is untouched. */
bool uuid_normalize(const char *text, char uuid[UUID_TEXT]);
/* The 128 bits of a UUID in normal form. */
void uuid_pack(const char *uuid, uint64_t bits[2]);
/* The same name always gives the same UUID: this makes imports of sheets without numbers
 * idempotent (domain.md §8). */
void uuid_from_name(const char *name, size_t length, char uuid[UUID_TEXT]);
/* The text of 16 bytes as a UUID of this version (4 random, 5 name-based). */
void uuid_format(const unsigned char bytes[16], int version, char uuid[UUID_TEXT]);

#endif
