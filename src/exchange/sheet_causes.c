#include "config.h"

#include "exchange/sheet_causes.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "base/text.h"

enum { VALUE_SHOWN = 40 /* columns */ };

/* Marks between which reasons quote what stands in a file. */
static const struct {
	const char *open, *close;
} quotes[] = {{"「", "」"}, {"“", "”"}, {"'", "'"}};
enum { QUOTES = sizeof quotes / sizeof *quotes };

/* A reason without what it quotes, and without its numbers: the same for all rows of one cause. */
static void sheet_causes_key(const struct sheet_reject *reject, struct strbuf *out)
{
	strbuf_addf(out, "%zu %s\n", reject->sheet, reject->column);
	for (const char *at = reject->reason; *at;) {
		const char *end = NULL;

		for (size_t q = 0; q < QUOTES && !end; q++) {
			const size_t mark = strlen(quotes[q].open);

			if (strncmp(at, quotes[q].open, mark) == 0 &&
				(end = strstr(at + mark, quotes[q].close)))
				end += strlen(quotes[q].close);
		}
		if (!end && (end = at + strspn(at, "0123456789")) == at) {
			strbuf_add(out, at++, 1);
			continue;
		}
		strbuf_add_char(out, '#');
		at = end;
	}
}

void sheet_causes_find(const struct sheet_report *report, struct sheet_causes *causes)
{
	struct strmap known = {0};
	struct strbuf key = {0};

	for (size_t i = 0; i < report->rejects.count; i++) {
		const struct sheet_reject *const reject = &report->rejects.items[i];
		int64_t at;

		strbuf_clear(&key);
		sheet_causes_key(reject, &key);
		if (!strmap_get(&known, strbuf_text(&key), &at)) {
			strmap_put(&known, strbuf_text(&key), (int64_t)causes->items.count);
			*vec_add(&causes->items) = (struct sheet_cause){.first = reject, .rows = 1};
			continue;
		}
		struct sheet_cause *const cause = &causes->items.items[at];

		if (cause->rows <= SHEET_CAUSE_LINES)
			cause->others[cause->rows - 1] = reject;
		cause->rows++;
	}
	strmap_free(&known);
	strbuf_free(&key);
}

void sheet_causes_free(struct sheet_causes *causes)
{
	vec_free(&causes->items);
}

static bool sheet_cause_quotes(const struct sheet_reject *reject)
{
	struct strbuf quoted = {0};
	bool found = false;

	for (size_t q = 0; q < QUOTES && !found; q++) {
		strbuf_clear(&quoted);
		strbuf_addf(&quoted, "%s%s%s", quotes[q].open, reject->value, quotes[q].close);
		found = strstr(reject->reason, strbuf_text(&quoted)) != NULL;
	}
	strbuf_free(&quoted);
	return found;
}

static void sheet_cause_value(const struct sheet_reject *reject, struct strbuf *out)
{
	strbuf_add_text(out, _(" “"));
	text_clip(out, reject->value, VALUE_SHOWN);
	strbuf_add_text(out, _("”"));
}

void sheet_cause_say(const struct sheet_report *report, const struct sheet_cause *cause,
	struct strbuf *out)
{
	const struct sheet_reject *const reject = cause->first;

	sheet_reject_place(report, reject, out);
	strbuf_add_text(out, ": ");
	if (*reject->column) {
		strbuf_add_text(out, reject->column);
		if (!sheet_cause_quotes(reject))
			sheet_cause_value(reject, out);
		strbuf_add_text(out, ": ");
	}
	strbuf_add_text(out, reject->reason);
}

void sheet_cause_more(const struct sheet_cause *cause, struct strbuf *out)
{
	struct strbuf places = {0};

	if (cause->rows < 2)
		return;
	for (int64_t i = 0; i < cause->rows - 1 && i < SHEET_CAUSE_LINES; i++) {
		const struct sheet_reject *const other = cause->others[i];

		if (i)
			strbuf_add_text(&places, _(", "));
		strbuf_add_int(&places, other->line);
		if (strcmp(other->value, cause->first->value) != 0)
			sheet_cause_value(other, &places);
	}
	if (cause->rows - 1 > SHEET_CAUSE_LINES)
		strbuf_add_text(&places, _(", …"));
	strbuf_addf(out, ngettext("The same in %lld more row: %s", "The same in %lld more rows: %s",
		(unsigned long)(cause->rows - 1)), (long long)(cause->rows - 1), strbuf_text(&places));
	strbuf_free(&places);
}
