#include "config.h"

#include "store/facts_block.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/project.h"
#include "model/start.h"

/* Numbers in the packed form are as the machine has them: another byte order is another version.
 * What the columns and sums are, and in which order, is a part of the version, too: packed forms of
 * a program that knew one more or fewer are not read, but made anew. (The digest is FNV-1a.) */
enum { PACKED_FORM = 0x55464205 };

static uint32_t block_digest(uint32_t digest, const char *text)
{
	for (; *text; text++)
		digest = (digest ^ (unsigned char)*text) * UINT32_C(16777619);
	return digest;
}

static uint32_t block_version(void)
{
	uint32_t version = block_digest(PACKED_FORM, FACTS_COLUMNS);

	for (int stage = 0; stage < STAGE_COUNT; stage++)
		version = block_digest(version, effect_stage_id((enum stage)stage));
	for (int basis = 0; basis < BASIS_COUNT; basis++)
		version = block_digest(version, effect_basis_id((enum basis)basis));
	return version;
}

const struct facts_coded facts_coded[FACTS_CODED] = {
	{FACTS_YEAR, DIMENSION_FISCAL_YEAR}, {FACTS_DEPARTMENT, DIMENSION_DEPARTMENT},
	{FACTS_SECTION, DIMENSION_SECTION}, {FACTS_TEAM, DIMENSION_TEAM},
	{FACTS_PROBLEM_TYPE, DIMENSION_PROBLEM_TYPE},
	{FACTS_STATUS, DIMENSION_STATUS}, {FACTS_LEADER, DIMENSION_LEADER},
	{FACTS_REPLICABLE, DIMENSION_REPLICABLE}, {FACTS_START, DIMENSION_START_MONTH},
};

struct facts_block *facts_block_new(void)
{
	return xcalloc(1, sizeof(struct facts_block));
}

void facts_block_clear(struct facts_block *block)
{
	for (int t = 0; t < FACTS_TEXTS; t++) {
		struct facts_words *words = &block->words[t];
		strmap_free(&words->index);
		strbuf_clear(&words->bytes);
		words->starts.count = 0;
		words->last = 0;
	}
	memset(block->any, 0, sizeof block->any);
	block->lines.count = 0;
	block->count = 0;
}

void facts_block_free(struct facts_block *block)
{
	if (!block)
		return;
	for (int t = 0; t < FACTS_TEXTS; t++) {
		strmap_free(&block->words[t].index);
		strbuf_free(&block->words[t].bytes);
		vec_free(&block->words[t].starts);
	}
	vec_free(&block->lines);
	strbuf_free(&block->key);
	free(block);
}

const char *facts_block_word(const struct facts_block *block, enum facts_text text, size_t word)
{
	const struct facts_words *words = &block->words[text];

	return strbuf_text(&words->bytes) + words->starts.items[word];
}

size_t facts_block_words(const struct facts_block *block, enum facts_text text)
{
	return block->words[text].starts.count;
}

/* ---- row by row ------------------------------------------------------------------------------ */

static uint16_t block_word_of(struct facts_block *block, enum facts_text text, const char *word)
{
	struct facts_words *words = &block->words[text];
	int64_t found;

	if (words->starts.count > 0 &&
		strcmp(facts_block_word(block, text, words->last), word) == 0)
		return (uint16_t)words->last;
	if (!strmap_get(&words->index, word, &found)) {
		found = (int64_t)words->starts.count;
		strmap_put(&words->index, word, found);
		*vec_add(&words->starts) = (uint32_t)words->bytes.length;
		strbuf_add(&words->bytes, word, strlen(word) + 1);
	}
	words->last = (uint32_t)found;
	return (uint16_t)found;
}

void facts_block_add(struct facts_block *block, const struct facts_row *row)
{
	const char *leader = row->texts[FACTS_LEADER];
	const size_t at = block->count++;
	const uint32_t start = start_month(row->texts[FACTS_START]);
	const uint32_t seen = start_in_year(start,
		(int)strtol(row->texts[FACTS_YEAR], NULL, 10));

	strbuf_clear(&block->key);
	if (seen != start)
		strbuf_addf(&block->key, "%04u-%02u-01", seen / 12, seen % 12 + 1);
	block->id[at] = row->id;
	for (int t = 0; t < FACTS_LEADER; t++)
		block->text[t][at] = block_word_of(block, (enum facts_text)t,
			t == FACTS_START && seen != start ? strbuf_text(&block->key) :
			row->texts[t]);
	strbuf_clear(&block->key);
	if (*leader) {
		strbuf_add_text(&block->key, row->texts[FACTS_SECTION]);
		strbuf_add_char(&block->key, '/');
		strbuf_add_text(&block->key, leader);
	}
	block->text[FACTS_LEADER][at] =
		block_word_of(block, FACTS_LEADER, strbuf_text(&block->key));
	for (int n = 0; n < FACTS_NUMBERS; n++) {
		block->number[n][at] = row->numbers[n];
		block->any[n] |= row->numbers[n] != 0;
	}
}

void facts_block_add_read(struct facts_block *block, struct db_statement *query)
{
	struct facts_row row = {.id = db_column_int(query, 0)};
	int column = 1;

	for (int t = 0; t < FACTS_TEXTS; t++)
		row.texts[t] = db_column_text(query, column++);
	for (int n = 0; n < FACTS_NUMBERS; n++)
		row.numbers[n] = db_column_int(query, column++);
	facts_block_add(block, &row);
}

struct facts_lines *facts_block_lines(struct facts_block *block, int64_t fiscal_year)
{
	for (size_t i = 0; i < block->lines.count; i++)
		if (block->lines.items[i].fiscal_year == fiscal_year)
			return &block->lines.items[i];
	struct facts_lines *lines = vec_add(&block->lines);
	lines->fiscal_year = fiscal_year;
	return lines;
}

bool facts_block_fits(const struct facts_block *block, size_t row)
{
	for (int n = FACTS_MINUTES; n < FACTS_NUMBERS; n++)
		if (block->any[n] && !effect_minutes_fit(block->number[n][row] - (n >= FACTS_BEFORE)))
			return false;
	return !block->any[FACTS_COST] || (block->number[FACTS_COST][row] >= -2 * PROJECT_YEN_MAX &&
		block->number[FACTS_COST][row] <= 2 * PROJECT_YEN_MAX);
}

void facts_block_spoil(struct facts_block *block, int64_t id)
{
	const int64_t *const at = bsearch(&id, block->id, block->count, sizeof id,
		vec_compare_int64);

	if (!at)
		return;
	block->number[FACTS_MINUTES][at - block->id] = INT64_MAX;
	block->any[FACTS_MINUTES] = true;
}

void facts_block_add_saving(struct facts_line_sums *sums, enum stage stage, const struct saving *saving)
{
	for (int basis = 0; basis < BASIS_COUNT; basis++) {
		int64_t *const of[] = {&sums->minutes[stage][basis], &sums->before[stage][basis]};
		const int64_t more[] = {saving->minutes[basis], saving->before[basis]};

		sums->unknown[stage] |= more[1] < 0;
		for (int part = 0; part < 2; part++) {
			const bool fits = effect_minutes_fit(more[part]);

			sums->lines_fit = sums->lines_fit && fits;
			*of[part] += fits ? more[part] : 0;
		}
	}
}

bool facts_line_sums_fit(const struct facts_line_sums *sums)
{
	bool fit = sums->lines_fit;

	for (int stage = 0; stage < STAGE_COUNT; stage++)
		for (int basis = 0; basis < BASIS_COUNT; basis++)
			fit = fit && effect_minutes_fit(sums->minutes[stage][basis]) &&
				(sums->unknown[stage] || effect_minutes_fit(sums->before[stage][basis]));
	return fit;
}

void facts_block_add_line(struct facts_line_sums *sums, struct db_statement *query, int column)
{
	const char *id = db_column_text(query, column++);
	struct saving saving = {0};

	for (int stage = 0; *id && stage < STAGE_COUNT; stage++) {
		if (strcmp(id, effect_stage_id((enum stage)stage)) != 0)
			continue;
		for (int basis = 0; basis < BASIS_COUNT; basis++) {
			saving.minutes[basis] = db_column_int(query, column + basis);
			saving.before[basis] = db_column_int(query, column + BASIS_COUNT + basis);
		}
		facts_block_add_saving(sums, (enum stage)stage, &saving);
	}
}

bool facts_lines_add(struct facts_lines *lines, const struct facts_line_sums *sums, int times)
{
	bool fits = true;

	lines->projects += times;
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		for (int basis = 0; basis < BASIS_COUNT; basis++) {
			int64_t *const saved = &lines->minutes[stage][basis];
			int64_t *const before = &lines->before[stage][basis];

			fits = decimal_sum(*saved, times * sums->minutes[stage][basis], saved) && fits;
			if (!sums->unknown[stage])
				fits = decimal_sum(*before, times * sums->before[stage][basis], before) &&
					fits;
		}
	return fits;
}

/* ---- packing --------------------------------------------------------------------------------- */

static void block_put_u32(struct strbuf *out, size_t value)
{
	const uint32_t word = (uint32_t)value;

	strbuf_add(out, (const char *)&word, sizeof word);
}

void facts_block_pack(const struct facts_block *block, int64_t number, struct strbuf *out)
{
	strbuf_clear(out);
	block_put_u32(out, block_version());
	block_put_u32(out, block->count);
	for (size_t i = 0; i < block->count; i++) {
		const uint16_t offset =
			(uint16_t)(block->id[i] - number * (int64_t)FACTS_BLOCK_ROWS);
		strbuf_add(out, (const char *)&offset, sizeof offset);
	}
	for (int t = 0; t < FACTS_TEXTS; t++) {
		const struct facts_words *words = &block->words[t];
		const uint16_t *column = block->text[t];

		block_put_u32(out, words->starts.count);
		block_put_u32(out, words->bytes.length);
		strbuf_add(out, strbuf_text(&words->bytes), words->bytes.length);
		if (words->starts.count > UINT8_MAX + 1)
			strbuf_add(out, (const char *)column, block->count * sizeof *column);
		else
			for (size_t i = 0; i < block->count; i++)
				strbuf_add_char(out, (char)column[i]);
	}
	for (int n = 0; n < FACTS_NUMBERS; n++) {
		/* Zeros need no room, most columns half of it. */
		bool wide = false;

		for (size_t i = 0; block->any[n] && i < block->count; i++)
			wide |= block->number[n][i] != (int32_t)block->number[n][i];
		block_put_u32(out, !block->any[n] ? 0 : wide ? sizeof(int64_t) : sizeof(int32_t));
		if (wide)
			strbuf_add(out, (const char *)block->number[n],
				block->count * sizeof *block->number[n]);
		else if (block->any[n])
			for (size_t i = 0; i < block->count; i++) {
				const int32_t narrow = (int32_t)block->number[n][i];
				strbuf_add(out, (const char *)&narrow, sizeof narrow);
			}
	}
	block_put_u32(out, block->lines.count);
	if (block->lines.count)
		strbuf_add(out, (const char *)block->lines.items,
			block->lines.count * sizeof *block->lines.items);
}

/* ---- unpacking ------------------------------------------------------------------------------- */

struct cursor {
	const char *at;
	size_t left;
};

/* The next bytes, or NULL when there are not so many. */
static const char *block_take(struct cursor *cursor, size_t length)
{
	const char *bytes = cursor->at;

	if (cursor->left < length)
		return NULL;
	cursor->at += length;
	cursor->left -= length;
	return bytes;
}

static bool block_take_u32(struct cursor *cursor, uint32_t *value)
{
	const char *bytes = block_take(cursor, sizeof *value);

	if (bytes)
		memcpy(value, bytes, sizeof *value);
	return bytes != NULL;
}

static bool block_unpack_text(struct facts_block *block, enum facts_text text,
	struct cursor *cursor)
{
	struct facts_words *words = &block->words[text];
	uint16_t *column = block->text[text];
	uint16_t largest = 0;
	uint32_t count, length;

	/* the words */
	if (!block_take_u32(cursor, &count) || !block_take_u32(cursor, &length))
		return false;
	const char *bytes = block_take(cursor, length);
	if (!bytes || (length > 0 && bytes[length - 1] != '\0'))
		return false;
	strbuf_add(&words->bytes, bytes, length);
	for (uint32_t start = 0; start < length; start += (uint32_t)strlen(bytes + start) + 1)
		*vec_add(&words->starts) = start;
	if (words->starts.count != count)
		return false;

	/* which of them each row has */
	const bool wide = count > UINT8_MAX + 1;
	bytes = block_take(cursor, block->count * (wide ? sizeof *column : 1));
	if (!bytes)
		return false;
	if (wide)
		memcpy(column, bytes, block->count * sizeof *column);
	else
		for (size_t i = 0; i < block->count; i++)
			column[i] = (unsigned char)bytes[i];
	for (size_t i = 0; i < block->count; i++)
		largest = column[i] > largest ? column[i] : largest;
	return block->count == 0 || largest < count;
}

static bool block_unpack_numbers(int64_t *column, size_t count, struct cursor *cursor, bool *any)
{
	uint32_t width;

	if (!block_take_u32(cursor, &width) || (width != 0 && width != sizeof(int32_t) &&
		width != sizeof(int64_t)))
		return false;
	const char *bytes = block_take(cursor, count * width);
	if (!bytes)
		return false;
	*any = width != 0;
	if (width == sizeof(int64_t))
		memcpy(column, bytes, count * width);
	else if (width == sizeof(int32_t))
		for (size_t i = 0; i < count; i++) {
			int32_t narrow;
			memcpy(&narrow, bytes + i * sizeof narrow, sizeof narrow);
			column[i] = narrow;
		}
	return true;
}

static bool block_unpack(struct facts_block *block, int64_t number, struct cursor *cursor)
{
	uint32_t version, rows, years;

	if (!block_take_u32(cursor, &version) || version != block_version())
		return false;
	if (!block_take_u32(cursor, &rows) || rows > FACTS_BLOCK_ROWS)
		return false;
	block->count = rows;
	const char *bytes = block_take(cursor, rows * sizeof(uint16_t));
	if (!bytes)
		return false;
	for (size_t i = 0; i < rows; i++) {
		uint16_t offset;
		memcpy(&offset, bytes + i * sizeof offset, sizeof offset);
		block->id[i] = number * (int64_t)FACTS_BLOCK_ROWS + offset;
	}

	for (int t = 0; t < FACTS_TEXTS; t++)
		if (!block_unpack_text(block, (enum facts_text)t, cursor))
			return false;
	for (int n = 0; n < FACTS_NUMBERS; n++)
		if (!block_unpack_numbers(block->number[n], rows, cursor, &block->any[n]))
			return false;

	if (!block_take_u32(cursor, &years))
		return false;
	for (uint32_t i = 0; i < years; i++) {
		bytes = block_take(cursor, sizeof(struct facts_lines));
		if (!bytes)
			return false;
		memcpy(vec_add(&block->lines), bytes, sizeof(struct facts_lines));
	}
	return cursor->left == 0;
}

bool facts_block_unpack(struct facts_block *block, int64_t number, const char *bytes,
	size_t length)
{
	struct cursor cursor = {bytes, length};

	facts_block_clear(block);
	if (block_unpack(block, number, &cursor))
		return true;
	facts_block_clear(block);
	return false;
}
