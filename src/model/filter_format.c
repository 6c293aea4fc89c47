/* filter_format - a filter as text again, and as chips. */
#include "config.h"

#include "model/filter.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/filter_key.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "model/workflow.h"

static const char *const ops[] = {
	[FILTER_MATCH] = "", [FILTER_EQ] = "=", [FILTER_LT] = "<", [FILTER_LE] = "<=",
	[FILTER_GT] = ">", [FILTER_GE] = ">=",
};

/* ---- the normal form ------------------------------------------------------------------------ */

static void add_term(const struct filter_term *term, struct strbuf *out)
{
	const bool bare =
		term->key == FILTER_TEXT && term->op == FILTER_MATCH && term->values.count == 1;

	if (term->negated)
		strbuf_add_char(out, '-');
	if (!bare) {
		strbuf_add_text(out, filter_keys[term->key].id);
		strbuf_add_char(out, ':');
		strbuf_add_text(out, ops[term->op]);
	}
	for (size_t i = 0; i < term->values.count; i++) {
		if (i > 0)
			strbuf_add_char(out, ',');
		const char *text = term->values.items[i].text;
		bool quoted = false; /* it would read as something else without */
		size_t bytes;

		for (const char *at = text; *at && !quoted; at += bytes) {
			const enum filter_sign sign = filter_sign_at(at, &bytes);
			quoted = sign != FILTER_SIGN_NONE &&
				(sign != FILTER_SIGN_NOT || at == text);
		}
		if (!quoted) {
			strbuf_add_text(out, text);
			continue;
		}

		strbuf_add_char(out, '"');
		for (; *text; text++) {
			if (*text == '"')
				strbuf_add_char(out, '"');
			strbuf_add_char(out, *text);
		}
		strbuf_add_char(out, '"');
	}
}

void filter_format(const struct filter *filter, struct strbuf *out)
{
	for (size_t i = 0; i < filter->terms.count; i++) {
		if (i > 0)
			strbuf_add_char(out, ' ');
		add_term(&filter->terms.items[i], out);
	}
}

/* ---- for people ------------------------------------------------------------------------------ */

static void add_chip_value(const struct filter_term *term, const struct filter_value *value,
	struct strbuf *out)
{
	enum { FIRST_CIRCLED = 0x2460 };
	char year[FISCAL_YEAR_TEXT];
	char bytes[4];

	if (!*value->text) {
		strbuf_add_text(out, _("none"));
	} else if (value->until != value->number + 1) {
		const char digit = value->key[0];
		const bool circled = term->key == FILTER_PROBLEM_TYPE && digit >= '1' &&
			digit <= '9' && value->key[1] == '\0'; /* ③ for problem type 3 */

		if (circled)
			strbuf_add(out, bytes,
				text_encode((uint32_t)(FIRST_CIRCLED + digit - '1'), bytes));
		else
			strbuf_add_text(out, value->text);
	} else if (term->key == FILTER_STATUS) {
		strbuf_add_text(out, workflow_status_label((enum status)value->number));
	} else if (term->key == FILTER_FISCAL_YEAR) {
		fiscal_year_format((int)value->number, year);
		strbuf_add_text(out, year);
	} else if (filter_keys[term->key].type == FILTER_IS_FLAG) {
		strbuf_add_text(out, flag_label(value->number != 0));
	} else {
		strbuf_add_text(out, value->text);
	}
}

void filter_chip(const struct filter_term *term, struct strbuf *out)
{
	assert(term->key < FILTER_KEY_COUNT && term->values.count > 0);

	struct strbuf values = {0};
	const bool comparison = term->op != FILTER_MATCH && term->op != FILTER_EQ;

	if (term->key != FILTER_TEXT)
		strbuf_addf(&values, "%s:", _(filter_keys[term->key].label));
	if (comparison)
		strbuf_add_text(&values, ops[term->op]);
	for (size_t i = 0; i < term->values.count; i++) {
		if (i > 0)
			strbuf_add_char(&values, ',');
		add_chip_value(term, &term->values.items[i], &values);
	}
	if (term->negated)
		strbuf_addf(out, _("not %s"), strbuf_text(&values));
	else
		strbuf_add_text(out, strbuf_text(&values));
	strbuf_free(&values);
}
