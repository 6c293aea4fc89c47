#include "config.h"

#include "model/filter.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/filter_key.h"
#include "model/filter_value.h"

enum { QUOTE_COLUMNS = 30 };

/* Where reading stands. */
struct reader {
	const char *text;
	const char *at;
	struct filter *filter;
	struct error *err;
	size_t suffix; /* bytes at the end of the value in hand that say how it is compared: 以上 */
};

/* Refuses what stands at place, counted in characters from 1. */
static bool filter_refuse(struct reader *reader, const char *place, const char *reason)
{
	size_t character = 1;

	for (const char *p = reader->text; p < place; p++)
		character += ((unsigned char)*p & 0xC0) != 0x80;
	return error_set(reader->err, ERROR_DATA, _("Filter, character %zu: %s"), character,
		reason);
}

static enum filter_sign sign_here(const struct reader *reader, size_t *bytes)
{
	return filter_sign_at(reader->at, bytes);
}

static bool at_end_of_term(const struct reader *reader)
{
	size_t bytes;
	const enum filter_sign sign = sign_here(reader, &bytes);

	return sign == FILTER_SIGN_END || sign == FILTER_SIGN_BLANK;
}

/* ---- words and phrases ----------------------------------------------------------------------- */

/* A quoted phrase; a doubled quote stands for one. */
static bool read_phrase(struct reader *reader, size_t bytes, struct strbuf *out)
{
	static const char *const quotes[] = {"\"", "＂"};
	const char *open = reader->at;
	const char *close = "”";

	/* “ closes with ”, the others with themselves. */
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (strncmp(open, quotes[i], strlen(quotes[i])) == 0)
			close = quotes[i];
	const size_t length = strlen(close);
	reader->at += bytes;
	for (;;) {
		const char *end = strstr(reader->at, close);
		if (!end)
			return filter_refuse(reader, open,
				_("the quotation mark is not closed; "
				  "add one at the end of the phrase."));
		strbuf_add(out, reader->at, (size_t)(end - reader->at));
		reader->at = end + length;
		if (strncmp(reader->at, close, length) != 0)
			return true;
		strbuf_add_text(out, close);
		reader->at += length;
	}
}

/* ---- keys and operators ---------------------------------------------------------------------- */

static bool refuse_key(struct reader *reader, const char *start, size_t length)
{
	struct strbuf word = {0};
	struct strbuf quote = {0};
	struct strbuf keys = {0};
	struct strbuf reason = {0};

	strbuf_add(&word, start, length);
	text_clip(&quote, strbuf_text(&word), QUOTE_COLUMNS);
	filter_key_list(&keys);
	strbuf_addf(&reason,
		_("there is no key '%s'. Keys: %s. To search for text with a colon, put it in quotes."),
		strbuf_text(&quote), strbuf_text(&keys));
	filter_refuse(reader, start, strbuf_text(&reason));
	strbuf_free(&word);
	strbuf_free(&quote);
	strbuf_free(&keys);
	strbuf_free(&reason);
	return false;
}

/* Finds the key before a colon, or before a comparison written without one (hours>=100), and moves
 * behind it. A word that has none leaves the term a text. */
static bool filter_read_key(struct reader *reader, struct filter_term *term, bool *found)
{
	const char *start = reader->at;
	const char *at = start;
	enum filter_sign sign;
	size_t bytes;

	*found = false;
	while ((sign = filter_sign_at(at, &bytes)) == FILTER_SIGN_NONE ||
		sign == FILTER_SIGN_COMMA || sign == FILTER_SIGN_QUOTE || sign == FILTER_SIGN_NOT)
		at += bytes;
	if (sign == FILTER_SIGN_END || sign == FILTER_SIGN_BLANK)
		return true;
	const int key = filter_key_find(start, (size_t)(at - start));
	if (key < 0)
		return sign != FILTER_SIGN_COLON ||
		       refuse_key(reader, start, (size_t)(at - start));
	term->key = (enum filter_key)key;
	reader->at = sign == FILTER_SIGN_COLON ? at + bytes : at;
	*found = true;
	return true;
}

/* A comparison may stand behind the value, as people write it: 時間:100以上. The value keeps its separators (1,000円以上)
 * and is not looked for in quotation marks. */
static enum filter_op read_op_behind(struct reader *reader)
{
	static const struct {
		const char *word;
		enum filter_op op;
	} words[] = {{"以上", FILTER_GE}, {"以下", FILTER_LE}, {"未満", FILTER_LT}, {"超", FILTER_GT},
		{"以降", FILTER_GE}, {"以前", FILTER_LE}};
	const char *end = reader->at;
	size_t bytes;
	enum filter_sign sign = filter_sign_at(end, &bytes);

	while (sign != FILTER_SIGN_END && sign != FILTER_SIGN_BLANK && sign != FILTER_SIGN_QUOTE) {
		end += bytes;
		sign = filter_sign_at(end, &bytes);
	}
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		const size_t length = strlen(words[i].word);

		if ((size_t)(end - reader->at) <= length || memcmp(end - length, words[i].word, length) != 0)
			continue;
		reader->suffix = length;
		return words[i].op;
	}
	return FILTER_MATCH;
}

static enum filter_op read_op(struct reader *reader)
{
	size_t bytes;
	const enum filter_sign sign = sign_here(reader, &bytes);
	const char *behind = reader->at + bytes;
	size_t more;
	const bool equal = filter_sign_at(behind, &more) == FILTER_SIGN_EQUAL;

	switch (sign) {
	case FILTER_SIGN_LESS:
		reader->at = equal ? behind + more : behind;
		return equal ? FILTER_LE : FILTER_LT;
	case FILTER_SIGN_GREATER:
		reader->at = equal ? behind + more : behind;
		return equal ? FILTER_GE : FILTER_GT;
	case FILTER_SIGN_EQUAL:
		reader->at = behind;
		return FILTER_EQ;
	case FILTER_SIGN_AT_MOST:
		reader->at = behind;
		return FILTER_LE;
	case FILTER_SIGN_AT_LEAST:
		reader->at = behind;
		return FILTER_GE;
	default:
		return FILTER_MATCH;
	}
}

/* ---- values and terms ------------------------------------------------------------------------ */

/* Reads one value and adds it; list says that a comma ends it. */
static bool read_value(struct reader *reader, struct filter_term *term, bool list)
{
	const char *start = reader->at;
	struct strbuf word = {0};
	struct error reason = {0};
	size_t bytes;
	enum filter_sign sign = sign_here(reader, &bytes);
	bool good = true;

	if (sign == FILTER_SIGN_QUOTE) {
		good = read_phrase(reader, bytes, &word);
	} else {
		/* Up to a blank or, in a list, a comma. */
		while (sign != FILTER_SIGN_END && sign != FILTER_SIGN_BLANK &&
			!(list && sign == FILTER_SIGN_COMMA)) {
			strbuf_add(&word, reader->at, bytes);
			reader->at += bytes;
			sign = sign_here(reader, &bytes);
		}
		strbuf_truncate(&word, word.length - reader->suffix);
		reader->suffix = 0;
	}
	if (good && !filter_value_add(term, strbuf_text(&word), &reader->filter->arena, &reason))
		good = filter_refuse(reader, start, reason.message);
	strbuf_free(&word);
	return good;
}

static bool read_values(struct reader *reader, struct filter_term *term)
{
	const char *start = reader->at;

	term->op = read_op(reader);
	const enum filter_type type = filter_keys[term->key].type;
	const bool can_compare = type == FILTER_IS_YEAR || type == FILTER_IS_NUMBER ||
		type == FILTER_IS_DATE || type == FILTER_IS_PROJECT_NUMBER;
	if (can_compare && term->op == FILTER_MATCH)
		term->op = read_op_behind(reader);
	const bool comparison = term->op != FILTER_MATCH && term->op != FILTER_EQ;

	if (comparison && !can_compare)
		return filter_refuse(reader, start,
			_("only years, numbers and dates can be compared with < and >."));
	/* >=1,000,000 is one number; a list has nothing to be compared with. */
	for (;;) {
		size_t bytes;
		if (!read_value(reader, term, !comparison))
			return false;
		if (at_end_of_term(reader))
			return true;
		if (sign_here(reader, &bytes) != FILTER_SIGN_COMMA || comparison)
			return filter_refuse(reader, reader->at,
				_("a blank must follow the closing quotation mark."));
		reader->at += bytes;
	}
}

static bool read_term(struct reader *reader, struct filter_term *term)
{
	bool keyed = false;
	size_t bytes;

	if (sign_here(reader, &bytes) == FILTER_SIGN_NOT) {
		size_t more;
		const enum filter_sign behind = filter_sign_at(reader->at + bytes, &more);

		term->negated = behind != FILTER_SIGN_END && behind != FILTER_SIGN_BLANK;
		reader->at += term->negated ? bytes : 0;
	}

	if (sign_here(reader, &bytes) != FILTER_SIGN_QUOTE &&
		!filter_read_key(reader, term, &keyed))
		return false;
	if (keyed)
		return read_values(reader, term);

	/* A bare word or phrase: text to search for. */
	if (!read_value(reader, term, false))
		return false;
	return at_end_of_term(reader) || filter_refuse(reader, reader->at,
		_("a blank must follow the closing quotation mark."));
}

static void drop_last_term(struct filter *filter)
{
	vec_free(&filter->terms.items[filter->terms.count - 1].values);
	filter->terms.count--;
}

bool filter_parse(const char *text, struct filter *filter, struct error *err)
{
	assert(text);

	struct reader reader = {.text = text, .at = text, .filter = filter, .err = err};

	memset(filter, 0, sizeof *filter);
	for (;;) {
		size_t bytes;

		while (sign_here(&reader, &bytes) == FILTER_SIGN_BLANK)
			reader.at += bytes;
		if (!*reader.at)
			return true;

		struct filter_term *term = vec_add(&filter->terms);
		if (!read_term(&reader, term)) {
			filter_free(filter);
			return false;
		}
		if (term->values.count == 0) /* "" asks for nothing */
			drop_last_term(filter);
	}
}

void filter_free(struct filter *filter)
{
	while (filter->terms.count > 0)
		drop_last_term(filter);
	vec_free(&filter->terms);
	arena_free(&filter->arena);
}

void filter_add(struct filter *filter, enum filter_key key, enum filter_op op, const char *value)
{
	assert(key < FILTER_KEY_COUNT && value);

	struct filter_term *term = vec_add(&filter->terms);

	term->key = key;
	term->op = op;
	if (!filter_value_add(term, value, &filter->arena, NULL))
		*vec_add(&term->values) =
			(struct filter_value){.text = arena_strdup(&filter->arena, value),
				.key = arena_strdup(&filter->arena, value),
				.number = 1,
				.until = 0};
	else if (term->values.count == 0)
		drop_last_term(filter);
}
