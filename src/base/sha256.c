#include "config.h"

#include "base/sha256.h"

#include <string.h>

enum { BLOCK = 64, ROUNDS = 64, LENGTH_AT = 56 /* where the last block holds the bit count */ };

static const uint32_t round_constants[ROUNDS] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
	0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
	0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
	0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t word, unsigned bits)
{
	return word >> bits | word << (32 - bits);
}

static void expand(const unsigned char *block, uint32_t words[ROUNDS])
{
	for (size_t i = 0; i < 16; i++)
		words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
			(uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (size_t i = 16; i < ROUNDS; i++) {
		const uint32_t near = words[i - 15], far = words[i - 2];

		words[i] = words[i - 16] + words[i - 7] +
			(rotate(near, 7) ^ rotate(near, 18) ^ near >> 3) +
			(rotate(far, 17) ^ rotate(far, 19) ^ far >> 10);
	}
}

/* The letters are those of the standard. */
static void compress(uint32_t state[8], const unsigned char *block)
{
	uint32_t words[ROUNDS];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];

	expand(block, words);
	for (size_t i = 0; i < ROUNDS; i++) {
		const uint32_t first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
			((e & f) ^ (~e & g)) + round_constants[i] + words[i];
		const uint32_t second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
			((a & b) ^ (a & c) ^ (b & c));

		h = g;
		g = f;
		f = e;
		e = d + first;
		d = c;
		c = b;
		b = a;
		a = first + second;
	}
	const uint32_t sums[8] = {a, b, c, d, e, f, g, h};
	for (size_t i = 0; i < 8; i++)
		state[i] += sums[i];
}

void sha256_start(struct sha256 *digest)
{
	static const uint32_t initial[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

	memcpy(digest->state, initial, sizeof digest->state);
	digest->length = 0;
}

void sha256_add(struct sha256 *digest, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;
	size_t used = digest->length % BLOCK;

	digest->length += length;
	while (length > 0) {
		if (used == 0 && length >= BLOCK) {
			compress(digest->state, at);
			at += BLOCK;
			length -= BLOCK;
			continue;
		}
		const size_t part = length < BLOCK - used ? length : BLOCK - used;

		memcpy(digest->block + used, at, part);
		at += part;
		length -= part;
		used += part;
		if (used < BLOCK)
			return;
		compress(digest->state, digest->block);
		used = 0;
	}
}

void sha256_finish(struct sha256 *digest, unsigned char result[SHA256_BYTES])
{
	const uint64_t bits = digest->length * 8;
	size_t used = digest->length % BLOCK;

	digest->block[used++] = 0x80;
	if (used > LENGTH_AT) {
		memset(digest->block + used, 0, BLOCK - used);
		compress(digest->state, digest->block);
		used = 0;
	}
	memset(digest->block + used, 0, LENGTH_AT - used);
	for (size_t i = 0; i < 8; i++)
		digest->block[LENGTH_AT + i] = (unsigned char)(bits >> (56 - 8 * i));
	compress(digest->state, digest->block);
	for (size_t i = 0; i < SHA256_BYTES; i++)
		result[i] = (unsigned char)(digest->state[i / 4] >> (24 - 8 * (i % 4)));
}

void sha256_finish_text(struct sha256 *digest, char text[SHA256_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char result[SHA256_BYTES];

	sha256_finish(digest, result);
	for (size_t i = 0; i < SHA256_BYTES; i++) {
		text[2 * i] = digits[result[i] >> 4];
		text[2 * i + 1] = digits[result[i] & 15];
	}
	text[SHA256_TEXT - 1] = '\0';
}

void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT])
{
	struct sha256 digest;

	sha256_start(&digest);
	sha256_add(&digest, bytes, length);
	sha256_finish_text(&digest, text);
}
