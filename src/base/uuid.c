#include "config.h"

#include "base/uuid.h"

#include <assert.h>
#include <string.h>

#include <sha1.h>

enum { UUID_BYTES = 16 };

/* The namespace of this program; fixed for ever, or imports would no longer be repeatable. */
static const unsigned char name_space[UUID_BYTES] = {
	0x8f, 0x1e, 0x6a, 0x52, 0x0c, 0x5b, 0x4d, 0x0e, 0x9b, 0x37, 0x2a, 0x7e, 0xd4, 0x61, 0x3c, 0x95,
};

void uuid_format(const unsigned char bytes[16], int version, char uuid[UUID_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	char *at = uuid;

	assert(version >= 1 && version <= 5);
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
	assert(name || length == 0);

	unsigned char digest[SHA1_DIGEST_LENGTH];
	SHA1_CTX sha1;

	/* version 5 demands SHA-1; it keeps no secret here */
	SHA1Init(&sha1);
	SHA1Update(&sha1, name_space, sizeof name_space);
	SHA1Update(&sha1, (const unsigned char *)name, length);
	SHA1Final(digest, &sha1);
	uuid_format(digest, 5, uuid);
}

bool uuid_normalize(const char *text, char uuid[UUID_TEXT])
{
	char normal[UUID_TEXT];

	for (size_t i = 0; i < UUID_TEXT - 1; i++) {
		const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
		const bool upper = text[i] >= 'A' && text[i] <= 'F';
		const char digit = upper ? (char)(text[i] + ('a' - 'A')) : text[i];
		const bool hexadecimal = (digit >= '0' && digit <= '9') ||
			(digit >= 'a' && digit <= 'f');

		if (dash ? digit != '-' : !hexadecimal)
			return false;
		normal[i] = digit;
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
