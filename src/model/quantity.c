#include "config.h"

#include "model/quantity.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/text.h"

__extension__ typedef __int128 wide;

enum { QUOTE_COLUMNS = 40, FRACTION = 15 /* digits after the point */, WHOLE = 15, EXPONENT_MAX = 15,
	PART = 60 /* so that seconds of minutes are whole parts */ };

/* ---- what units there are -------------------------------------------------------------------------- */

/* A unit, and what one of it is in the kind's own, in parts. */
struct unit_word {
	const char *word;
	int64_t parts;
};

static const struct unit_word case_words[] = {{"件", PART}, {"回", PART}, {"人", PART}, {"名", PART},
	{"枚", PART}, {"部", PART}, {"通", PART}, {"台", PART}, {"個", PART}, {"本", PART}, {"冊", PART}, {"単位", PART},
	{"箇所", PART}, {"か所", PART}, {"ヶ所", PART}, {"カ所", PART}, {"cases", PART}, {"case", PART},
	{NULL, 0}};
static const struct unit_word case_minute_words[] = {{"時間", 6000 * PART}, {"hours", 6000 * PART},
	{"hour", 6000 * PART}, {"hr", 6000 * PART}, {"h", 6000 * PART}, {"分", 100 * PART},
	{"minutes", 100 * PART}, {"minute", 100 * PART}, {"min", 100 * PART}, {"m", 100 * PART},
	{"秒", 100}, {"sec", 100}, {"s", 100}, {NULL, 0}};
static const struct unit_word minute_words[] = {{"時間", 60 * PART}, {"hours", 60 * PART},
	{"hour", 60 * PART}, {"hr", 60 * PART}, {"h", 60 * PART}, {"分", PART}, {"minutes", PART},
	{"minute", PART}, {"min", PART}, {"m", PART}, {"秒", 1}, {"sec", 1}, {"s", 1}, {NULL, 0}};
static const struct unit_word yen_words[] = {{"円", PART}, {"yen", PART}, {NULL, 0}};
static const struct unit_word no_words[] = {{NULL, 0}};

static const struct kind_row {
	const struct unit_word *words;
	int64_t bare;        /* parts of a number without a unit */
	bool clock;          /* 1:30 */
	bool rounds;
	const char *per[4];  /* what may stand behind: 30件/月 */
	const char *advice;  /* N_() */
} kinds[QUANTITY_COUNT] = {
	[QUANTITY_WHOLE] = {no_words, PART, .advice = N_("write a whole number like 1,724")},
	[QUANTITY_CASES] = {case_words, PART, .per = {"/月", "/日", "/週", "/年"},
		.advice = N_("write a whole number of cases like 1,724 or 30件")},
	[QUANTITY_CASE_MINUTES] = {case_minute_words, 100 * PART, .clock = true, .per = {"/件", "/回"},
		.advice = N_("write minutes like 39.2, 1時間30分 or 1:30, in steps of 0.01 minutes")},
	[QUANTITY_HOURS] = {minute_words, 60 * PART, .clock = true, .rounds = true, .per = {"/年"},
		.advice = N_("write it like 120, 2.5, 1:30, 90分 or △5")},
	[QUANTITY_MINUTES] = {minute_words, PART, .clock = true, .per = {"/年"},
		.advice = N_("write minutes like 90, 1:30 or △5")},
	[QUANTITY_YEN] = {yen_words, PART, .per = {"/年"},
		.advice = N_("write yen like 120,000, 12万円 or 120千円")},
};

/* 万 and its kin, behind a number. */
static const struct {
	const char *word;
	int64_t times;
} multiples[] = {{"億", 100000000}, {"百万", 1000000}, {"万", 10000}, {"千", 1000}};

/* ---- reading ----------------------------------------------------------------------------------------- */

struct reading {
	const char *at;
	const struct kind_row *kind;
	wide parts; /* × 10^FRACTION */
	bool too_large;
};

static bool quantity_take(struct reading *in, const char *word)
{
	const size_t length = strlen(word);

	if (strncmp(in->at, word, length) != 0)
		return false;
	in->at += length;
	return true;
}

/* Digits with an optional point, exponent and groups of three, as digits × 10^-FRACTION. */
static bool quantity_number(struct reading *in, wide *number)
{
	int whole = 0, fraction = 0, group = 0;
	bool grouped = false, exponent_follows;

	*number = 0;
	for (; isdigit((unsigned char)*in->at) || (*in->at == ',' && whole > 0); in->at++) {
		if (*in->at == ',') {
			if ((grouped && group != 3) || (!grouped && whole > 3))
				return false;
			grouped = true;
			group = 0;
			continue;
		}
		*number = *number * 10 + (*in->at - '0');
		group++;
		in->too_large |= whole >= WHOLE;
		if (whole++ >= WHOLE)
			return false;
	}
	if (grouped && group != 3)
		return false;
	if (*in->at == '.' && isdigit((unsigned char)in->at[1]))
		for (in->at++; isdigit((unsigned char)*in->at) && fraction < FRACTION; in->at++, fraction++)
			*number = *number * 10 + (*in->at - '0');
	exponent_follows = *in->at == 'e' && (isdigit((unsigned char)in->at[1]) ||
		((in->at[1] == '-' || in->at[1] == '+') && isdigit((unsigned char)in->at[2])));
	if (exponent_follows) {
		char *end;
		const long exponent = strtol(in->at + 1, &end, 10);

		in->at = end;
		fraction -= (int)(labs(exponent) > EXPONENT_MAX ? 2 * EXPONENT_MAX : exponent);
	}
	if (whole + fraction == 0 || fraction > FRACTION || fraction < -EXPONENT_MAX)
		return false;
	for (; fraction < FRACTION; fraction++)
		if (__builtin_mul_overflow(*number, (wide)10, number))
			return false;
	return !isdigit((unsigned char)*in->at);
}

/* The unit at hand, the longest that fits; 0 = none. */
static int64_t quantity_unit(struct reading *in)
{
	for (const struct unit_word *unit = in->kind->words; unit->word; unit++) {
		const size_t length = strlen(unit->word);

		/* "m" is no unit in "mm" */
		if (strncmp(in->at, unit->word, length) != 0 ||
			(isalpha((unsigned char)*unit->word) && isalpha((unsigned char)in->at[length])))
			continue;
		in->at += length;
		return unit->parts;
	}
	return 0;
}

static bool quantity_add(struct reading *in, wide number, int64_t factor)
{
	wide product;

	return !__builtin_mul_overflow(number, (wide)factor, &product) &&
		!__builtin_add_overflow(in->parts, product, &in->parts);
}

/* What follows a number and a colon: minutes, and perhaps seconds, of two digits below 60. */
static bool quantity_clock(struct reading *in, wide hours)
{
	const int64_t minute = in->kind->words == minute_words ? PART : 100 * PART;
	int64_t factor = minute;

	if (!quantity_add(in, hours, 60 * minute))
		return false;
	for (int part = 0; part < 2 && quantity_take(in, ":"); part++, factor /= 60) {
		if (!isdigit((unsigned char)in->at[0]) || !isdigit((unsigned char)in->at[1]) ||
			in->at[0] > '5' || isdigit((unsigned char)in->at[2]))
			return false;
		const wide number = (in->at[0] - '0') * 10 + (in->at[1] - '0');
		wide scaled = number;

		for (int f = 0; f < FRACTION; f++)
			scaled *= 10;
		in->at += 2;
		if (!quantity_add(in, scaled, factor))
			return false;
	}
	return true;
}

/* Numbers with their units, the larger first: 1時間30分, 1億2,000万円. */
static bool quantity_sum(struct reading *in)
{
	int64_t before = INT64_MAX;
	bool multiple = true; /* the one before is so many times the bare unit: 12万5千円 */

	for (bool first = true; first || isdigit((unsigned char)*in->at); first = false) {
		int64_t times = 1, unit;
		wide number;

		if (!quantity_number(in, &number))
			return false;
		if (first && in->kind->clock && *in->at == ':')
			return quantity_clock(in, number);
		for (size_t m = 0; m < sizeof multiples / sizeof multiples[0] && times == 1; m++)
			if (quantity_take(in, multiples[m].word))
				times = multiples[m].times;
		unit = quantity_unit(in);
		if (!unit && (multiple || times > 1))
			unit = in->kind->bare;
		if (!unit || unit * times >= before)
			return false;
		multiple = times > 1;
		before = unit * times;
		if (!quantity_add(in, number, unit * times))
			return false;
		/* 1時間半 */
		if (unit > in->kind->bare / 2 && quantity_take(in, "半") &&
			!quantity_add(in, 500000000000000, unit))
			return false;
	}
	return true;
}

/* NFKC without blanks and what cannot be seen; the points and commas of an IME as they are meant. */
static char *quantity_plain(const char *text)
{
	static const char *const unseen[] = {" ", "\t", "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
		"\xE2\x81\xA0", "\xEF\xBB\xBF", "\xC2\xAD"};
	static const struct {
		const char *from, *to;
	} turned[] = {{"。", "."}, {"・", "."}, {"、", ","}, {"△", "-"}, {"▲", "-"}, {"−", "-"}, {"‐", "-"},
		{"ー", "-"}, {"\xE2\x80\x93", "-"}, {"¥", ""}, {"\\", ""}};
	char *const nfkc = text_nfkc(text);
	struct strbuf plain = {0};

	for (const char *c = nfkc; *c;) {
		size_t taken = 0;

		for (size_t i = 0; i < sizeof unseen / sizeof unseen[0] && !taken; i++)
			if (strncmp(c, unseen[i], strlen(unseen[i])) == 0)
				taken = strlen(unseen[i]);
		for (size_t i = 0; i < sizeof turned / sizeof turned[0] && !taken; i++) {
			if (strncmp(c, turned[i].from, strlen(turned[i].from)) != 0)
				continue;
			taken = strlen(turned[i].from);
			strbuf_add_text(&plain, turned[i].to);
		}
		if (!taken) {
			strbuf_add_char(&plain, (char)tolower((unsigned char)*c));
			taken = 1;
		}
		c += taken;
	}
	free(nfkc);
	return plain.length ? strbuf_detach(&plain) : xstrdup("");
}

static bool quantity_read(struct reading *in, bool *negative)
{
	const bool bracket = quantity_take(in, "(");

	*negative = quantity_take(in, "-") || bracket;
	if (!*negative)
		quantity_take(in, "+");
	if (!isdigit((unsigned char)*in->at) && !(*in->at == '.' && isdigit((unsigned char)in->at[1])))
		return false;
	if (!quantity_sum(in))
		return false;
	for (size_t p = 0; p < sizeof in->kind->per / sizeof in->kind->per[0]; p++)
		if (in->kind->per[p] && quantity_take(in, in->kind->per[p]))
			break;
	return (!bracket || quantity_take(in, ")")) && *in->at == '\0';
}

static bool quantity_refuse(const char *text, const struct kind_row *kind, bool too_large,
	struct error *err)
{
	struct strbuf quote = {0};

	text_clip(&quote, text, QUOTE_COLUMNS);
	if (too_large)
		error_set(err, ERROR_DATA, _("“%s” is too large a number"), strbuf_text(&quote));
	else
		error_set(err, ERROR_DATA, _("“%s” is not read as a figure here; %s"), strbuf_text(&quote),
		_(kind->advice));
	strbuf_free(&quote);
	return false;
}

/* Most figures of files are plain digits: they need no looking at. */
static bool quantity_plain_digits(const char *text, const struct kind_row *kind, int64_t *value)
{
	const bool negative = *text == '-';
	int64_t number = 0;
	int count = 0;

	for (text += negative; isdigit((unsigned char)*text) && count < WHOLE; text++, count++)
		number = number * 10 + (*text - '0');
	if (*text || count == 0 || kind->bare % PART != 0 || number > INT64_MAX / kind->bare)
		return false;
	number *= kind->bare / PART;
	*value = negative ? -number : number;
	return true;
}

bool quantity_parse(const char *text, enum quantity kind, int64_t *value, struct error *err)
{
	assert(kind < QUANTITY_COUNT);

	struct reading in = {.kind = &kinds[kind]};
	bool negative;
	wide unit = PART;

	if (quantity_plain_digits(text, in.kind, value))
		return true;
	char *const plain = quantity_plain(text);

	in.at = plain;
	const bool read = quantity_read(&in, &negative);
	free(plain);
	if (!read)
		return quantity_refuse(text, in.kind, in.too_large, err);
	for (int f = 0; f < FRACTION; f++)
		unit *= 10;
	if (in.parts % unit != 0 && !in.kind->rounds)
		return quantity_refuse(text, in.kind, false, err);
	const wide whole = (2 * in.parts + unit) / (2 * unit);
	if (whole > INT64_MAX)
		return quantity_refuse(text, in.kind, true, err);
	*value = negative ? -(int64_t)whole : (int64_t)whole;
	return true;
}
