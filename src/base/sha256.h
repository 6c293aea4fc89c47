/* sha256 - the digest of FIPS 180-4, which seals snapshots. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_BYTES = 32, SHA256_TEXT = 65 /* 64 lower-case digits and the terminator */ };

struct sha256 {
	uint32_t state[8];
	uint64_t length; /* bytes taken in so far */
	unsigned char block[64];
};

void sha256_start(struct sha256 *digest);
void sha256_add(struct sha256 *digest, const void *bytes, size_t length);
/* The digest is spent afterwards; sha256_start() makes it usable again. */
void sha256_finish(struct sha256 *digest, unsigned char result[SHA256_BYTES]);
/* The same as hexadecimal text. */
void sha256_finish_text(struct sha256 *digest, char text[SHA256_TEXT]);
/* All at once. */
void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT]);

#endif
