/* section_record - what tables tell of a section besides its projects. */
#ifndef ROLLUP_SECTION_RECORD_H
#define ROLLUP_SECTION_RECORD_H

#include <stddef.h>
#include <stdint.h>

/* Texts are borrowed and may be NULL. */
struct section_record {
	const char *code;
	const char *head;   /* 所属長 */
	const char *leader; /* DX推進リーダー, with those before joined: 佐藤→鈴木 */
	int64_t training_units; /* taken by the leader; -1 = not known */
	int64_t target_minutes; /* of the period asked for; -1 = none */
};

/* NULL when there is none with that code. */
const struct section_record *section_record_find(const struct section_record *sections,
	size_t count, const char *code);

#endif
