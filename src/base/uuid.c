#include "config.h"

#include "base/uuid.h"

#include <stdint.h>
#include <string.h>

enum { SHA1_BLOCK = 64, SHA1_ROUNDS = 80, UUID_BYTES = 16 };

/* The namespace of this program; fixed for ever, or imports would no longer be repeatable. */
static const unsigned char name_space[UUID_BYTES] = {
	0x8f, 0x1e, 0x6a, 0x52, 0x0c, 0x5b, 0x4d, 0x0e, 0x9b, 0x37, 0x2a, 0x7e, 0xd4, 0x61, 0x3c, 0x95,
};

/* SHA-1 (FIPS 180-4), which version 5 demands; it keeps no secret here. */
struct sha1 {
	uint32_t state[5];
	uint64_t length;
	size_t used;
	unsigned char block[SHA1_BLOCK];
};

static uint32_t rotate(uint32_t value, unsigned bits)
{
	return value << bits | value >> (32 - bits);
}

static uint32_t sha1_mix(size_t round, uint32_t b, uint32_t c, uint32_t d)
{
	if (round < 20)
		return ((b & c) | (~b & d)) + 0x5A827999;
	if (round < 40)
		return (b ^ c ^ d) + 0x6ED9EBA1;
	if (round < 60)
		return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
	return (b ^ c ^ d) + 0xCA62C1D6;
}

static void sha1_digest_block(struct sha1 *sha1)
{
	uint32_t word[SHA1_ROUNDS];
	uint32_t s[5];

	for (size_t i = 0; i < 16; i++) {
		const unsigned char *at = sha1->block + 4 * i;
		word[i] = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 |
			  at[3];
	}
	for (size_t i = 16; i < SHA1_ROUNDS; i++)
		word[i] = rotate(word[i - 3] ^ word[i - 8] ^ word[i - 14] ^ word[i - 16], 1);
	memcpy(s, sha1->state, sizeof s);
	for (size_t i = 0; i < SHA1_ROUNDS; i++) {
		const uint32_t next =
			rotate(s[0], 5) + sha1_mix(i, s[1], s[2], s[3]) + s[4] + word[i];
		s[4] = s[3];
		s[3] = s[2];
		s[2] = rotate(s[1], 30);
		s[1] = s[0];
		s[0] = next;
	}
	for (size_t i = 0; i < 5; i++)
		sha1->state[i] += s[i];
}

static void sha1_add(struct sha1 *sha1, const unsigned char *bytes, size_t length)
{
	sha1->length += length;
	for (size_t i = 0; i < length; i++) {
		sha1->block[sha1->used++] = bytes[i];
		if (sha1->used == SHA1_BLOCK) {
			sha1_digest_block(sha1);
			sha1->used = 0;
		}
	}
}

static void sha1_finish(struct sha1 *sha1, unsigned char digest[20])
{
	static const unsigned char padding[SHA1_BLOCK] = {0x80};
	const uint64_t bits = sha1->length * 8;
	const size_t room = sha1->used < 56 ? 56 : 56 + SHA1_BLOCK;
	unsigned char size[8];

	for (size_t i = 0; i < sizeof size; i++)
		size[i] = (unsigned char)(bits >> (56 - 8 * i));
	sha1_add(sha1, padding, room - sha1->used);
	sha1_add(sha1, size, sizeof size);
	for (size_t i = 0; i < 20; i++)
		digest[i] = (unsigned char)(sha1->state[i / 4] >> (24 - 8 * (i % 4)));
}

void uuid_format(const unsigned char bytes[16], int version, char uuid[UUID_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	char *at = uuid;

	for (size_t i = 0; i < UUID_BYTES; i++) {
		unsigned byte = bytes[i];
		if (i == 6)
			byte = (byte & 0x0FU) | (unsigned)version << 4;
		else if (i == 8)
			byte = (byte & 0x3FU) | 0x80U;
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*at++ = '-';
		*at++ = digits[byte >> 4 & 0x0FU];
		*at++ = digits[byte & 0x0FU];
	}
	*at = '\0';
}

void uuid_from_name(const char *name, size_t length, char uuid[UUID_TEXT])
{
	struct sha1 sha1 = {
		.state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0},
	};
	unsigned char digest[20];

	sha1_add(&sha1, name_space, sizeof name_space);
	sha1_add(&sha1, (const unsigned char *)name, length);
	sha1_finish(&sha1, digest);
	uuid_format(digest, 5, uuid);
}

/* The lower-case form of a hexadecimal digit, or 0. */
static char lower_digit(char digit)
{
	if ((digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'))
		return digit;
	return digit >= 'A' && digit <= 'F' ? (char)(digit + ('a' - 'A')) : '\0';
}

bool uuid_normalize(const char *text, char uuid[UUID_TEXT])
{
	char normal[UUID_TEXT];

	for (size_t i = 0; i < UUID_TEXT - 1; i++) {
		const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
		normal[i] = dash ? '-' : lower_digit(text[i]);
		if (normal[i] == '\0' || (dash && text[i] != '-'))
			return false;
	}
	if (text[UUID_TEXT - 1] != '\0')
		return false;
	normal[UUID_TEXT - 1] = '\0';
	memcpy(uuid, normal, sizeof normal);
	return true;
}

void uuid_pack(const char *uuid, uint64_t bits[2])
{
	int digits = 0;

	bits[0] = bits[1] = 0;
	for (; *uuid; uuid++) {
		if (*uuid == '-')
			continue;
		const unsigned value = (unsigned)(*uuid <= '9' ? *uuid - '0' : *uuid - 'a' + 10);
		bits[digits / 16] = bits[digits / 16] << 4 | value;
		digits++;
	}
}
