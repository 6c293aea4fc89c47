#include "config.h"

#include "model/destination.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/choice.h"

enum { WHOLE = 100, QUOTE_COLUMNS = 40 };

static const struct choice destinations[DESTINATION_COUNT] = {
	[DESTINATION_OVERTIME] = {"overtime", N_("Less overtime"),
		"時間外縮減\n時間外勤務縮減\n時間外勤務の縮減\n時間外\n残業縮減\n超勤縮減"},
	[DESTINATION_NEW_WORK] = {"new-work", N_("New work"),
		"新規業務\n新規事業\n新たな業務\nnew_work"},
	[DESTINATION_RESIDENTS] = {"residents", N_("Residents"),
		"住民対応\n県民対応\n市民対応\n住民サービス"},
	[DESTINATION_PLANNING] = {"planning", N_("Planning and learning"),
		"企画・学び\n企画\n学び\n企画立案"},
	[DESTINATION_OTHER] = {"other", N_("Other"), "その他"},
};

/* One share as typed: a name and a percentage, -1 where none follows. */
struct share {
	char *name; /* "" where nothing but a number stands */
	int percent;
};

/* Bytes at the start of text that separate shares or a name from its percentage; the blanks inside
 * "New work" are no end of a name, so the caller decides about those. */
static size_t mark(const char *text)
{
	static const char *const marks[] = {";", ",", "、", "\n", "/"};

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

static const char *skip_marks(const char *at)
{
	for (;;) {
		const size_t length = isspace((unsigned char)*at) ? 1 : mark(at);
		if (length == 0)
			return at;
		at += length;
	}
}

/* Reads the next share of a text in NFKC; false at the end. share->name: caller frees. */
static bool next_share(const char **at, struct share *share)
{
	const char *start = skip_marks(*at);
	const char *end = start;

	if (!*start)
		return false;
	while (*end && !isdigit((unsigned char)*end) && *end != ':' && *end != '=' && !mark(end))
		end++;
	size_t length = (size_t)(end - start);
	while (length > 0 && isspace((unsigned char)start[length - 1]))
		length--;
	share->name = xstrndup(start, length);
	share->percent = -1;
	end += strspn(end, ":= \t");
	if (isdigit((unsigned char)*end)) {
		/* Three digits are enough to say more than 100 %. */
		share->percent = 0;
		for (; isdigit((unsigned char)*end); end++)
			if (share->percent <= WHOLE)
				share->percent = share->percent * 10 + (*end - '0');
		end += strspn(end, " \t");
		end += *end == '%';
	}
	*at = end;
	return true;
}

enum outcome {
	OUTCOME_READ,
	OUTCOME_UNKNOWN,    /* no such destination */
	OUTCOME_TWICE,      /* one destination named twice */
	OUTCOME_NO_PERCENT, /* several names, not all with a percentage */
	OUTCOME_SUM,        /* does not come to 100 */
};

/* text is in NFKC and not blank. */
static enum outcome read_split(const char *text, struct destination_split *split)
{
	bool seen[DESTINATION_COUNT] = {false};
	struct share share;
	int shares = 0;
	int bare = 0; /* names without a percentage */
	int sum = 0;

	while (next_share(&text, &share)) {
		const int found = choice_parse(destinations, DESTINATION_COUNT, share.name);

		free(share.name);
		if (found < 0)
			return OUTCOME_UNKNOWN;
		if (seen[found])
			return OUTCOME_TWICE;
		seen[found] = true;
		split->percent[found] = share.percent < 0 ? 0 : share.percent;
		shares++;
		if (share.percent < 0)
			bare++;
		else
			sum += share.percent;
	}
	if (shares == 1 && bare == 1) {
		for (int i = 0; i < DESTINATION_COUNT; i++)
			split->percent[i] = seen[i] ? WHOLE : 0;
		return OUTCOME_READ;
	}
	if (bare > 0)
		return OUTCOME_NO_PERCENT;
	return sum == WHOLE ? OUTCOME_READ : OUTCOME_SUM;
}

static bool destination_refuse(struct error *err, enum outcome outcome, const char *text)
{
	struct strbuf quote = {0};

	text_clip(&quote, text, QUOTE_COLUMNS);
	const char *shown = strbuf_text(&quote);
	if (outcome == OUTCOME_UNKNOWN)
		error_set(err, ERROR_DATA,
			_("“%s” does not say where the time goes; write it like overtime:60;residents:40 "
			  "(overtime, new-work, residents, planning, other)"),
			shown);
	else if (outcome == OUTCOME_TWICE)
		error_set(err, ERROR_DATA, _("“%s” names one destination twice; join the two"),
			shown);
	else if (outcome == OUTCOME_NO_PERCENT)
		error_set(err, ERROR_DATA,
			_("“%s”: give every destination its percentage, like overtime:60;residents:40"),
			shown);
	else
		error_set(err, ERROR_DATA, _("“%s”: the percentages must come to 100"), shown);
	strbuf_free(&quote);
	return false;
}

bool destination_parse(const char *text, struct destination_split *split, struct error *err)
{
	struct destination_split result = {0};
	char *normal = text_nfkc(text);
	const bool given = *skip_marks(normal) != '\0';
	const enum outcome outcome = given ? read_split(normal, &result) : OUTCOME_READ;

	free(normal);
	if (outcome != OUTCOME_READ)
		return destination_refuse(err, outcome, text);
	*split = result;
	return true;
}

void destination_format(const struct destination_split *split, struct strbuf *out)
{
	const char *separator = "";

	for (int i = 0; i < DESTINATION_COUNT; i++) {
		if (split->percent[i] == 0)
			continue;
		strbuf_addf(out, "%s%s:%d", separator, destinations[i].id, split->percent[i]);
		separator = ";";
	}
}

bool destination_divide(const struct destination_split *split, int64_t minutes,
	int64_t parts[DESTINATION_COUNT])
{
	int64_t given = 0;
	int percent = 0;

	for (int i = 0; i < DESTINATION_COUNT; i++) {
		percent += split->percent[i];
		/* Floors toward minus infinity, as savings do. */
		const __int128 product = (__int128)minutes * percent;
		parts[i] = (int64_t)((product - (product % 100 + 100) % 100) / 100) - given;
		given += parts[i];
	}
	return percent > 0;
}

const char *destination_id(enum destination destination)
{
	assert(destination < DESTINATION_COUNT);
	return destinations[destination].id;
}

const char *destination_label(enum destination destination)
{
	assert(destination < DESTINATION_COUNT);
	return _(destinations[destination].label);
}
