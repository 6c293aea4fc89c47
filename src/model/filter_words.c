#include "config.h"

#include "model/filter_words.h"

#include <assert.h>

#include "base/i18n.h"
#include "model/filter_value.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "model/workflow.h"

/* How a comparison reads: of figures, and of days. */
static const struct {
	const char *figure, *day; /* N_() */
} comparisons[] = {
	[FILTER_LT] = {N_("less than %s"), N_("before %s")},
	[FILTER_LE] = {N_("%s or less"), N_("until %s")},
	[FILTER_GT] = {N_("more than %s"), N_("after %s")},
	[FILTER_GE] = {N_("%s or more"), N_("from %s on")},
};

/* With its unit: 100時間. */
static void words_put_figure(enum filter_key key, const char *text, struct strbuf *out)
{
	if (key == FILTER_HOURS || key == FILTER_ACTUAL)
		strbuf_addf(out, _("%s hours"), text);
	else if (key == FILTER_COST)
		strbuf_addf(out, _("%s yen"), text);
	else
		strbuf_add_text(out, text);
}

static void words_put_value(const struct filter_term *term, const struct filter_value *value,
	filter_name *name, void *data, struct strbuf *out)
{
	const enum filter_type type = filter_keys[term->key].type;
	const bool is_named = type == FILTER_IS_UNIT || type == FILTER_IS_CODE;
	const bool is_one = value->until == value->number + 1;
	const char *const known = is_named && *value->text ? name(data, term->key, value->text) : NULL;
	char year[FISCAL_YEAR_TEXT];

	if (!*value->text)
		strbuf_add_text(out, _("none"));
	else if (known)
		strbuf_add_text(out, known);
	else if ((is_named || type == FILTER_IS_TEXT) && term->op == FILTER_MATCH)
		strbuf_addf(out, _("with “%s”"), value->text);
	else if (type == FILTER_IS_STATUS && is_one)
		strbuf_add_text(out, workflow_status_label((enum status)value->number));
	else if (type == FILTER_IS_YEAR && is_one) {
		fiscal_year_format((int)value->number, year);
		strbuf_add_text(out, year);
	} else if (type == FILTER_IS_FLAG && is_one)
		strbuf_add_text(out, flag_label(value->number != 0));
	else
		words_put_figure(term->key, value->text, out);
}

/* One value as it is compared. A range is from here to there, either of which may be missing. */
static void words_compare(const struct filter_term *term, const struct filter_value *value,
	filter_name *name, void *data, struct strbuf *out)
{
	const enum filter_type type = filter_keys[term->key].type;
	const bool is_day = type == FILTER_IS_DATE || type == FILTER_IS_YEAR;
	const bool ranges = is_day || type == FILTER_IS_NUMBER || type == FILTER_IS_PROJECT_NUMBER;
	enum filter_op op = term->op;
	struct strbuf text = {0};
	size_t length = 0;
	const char *const sign = ranges ? filter_value_range(value->text, &length) : NULL;

	if (!sign) {
		words_put_value(term, value, name, data, &text);
	} else if (sign > value->text && sign[length]) {
		strbuf_add(&text, value->text, (size_t)(sign - value->text));
		strbuf_add_text(&text, _(" to "));
		words_put_figure(term->key, sign + length, &text);
	} else {
		struct strbuf end = {0};

		op = sign > value->text ? FILTER_GE : FILTER_LE;
		if (op == FILTER_GE)
			strbuf_add(&end, value->text, (size_t)(sign - value->text));
		else
			strbuf_add_text(&end, sign + length);
		words_put_figure(term->key, strbuf_text(&end), &text);
		strbuf_free(&end);
	}
	if (op == FILTER_MATCH || op == FILTER_EQ)
		strbuf_add_text(out, strbuf_text(&text));
	else
		strbuf_add_filled(out, is_day ? _(comparisons[op].day) : _(comparisons[op].figure),
			strbuf_text(&text));
	strbuf_free(&text);
}

void filter_words(const struct filter *filter, filter_name *name, void *data, struct strbuf *out)
{
	assert(name);
	for (size_t t = 0; t < filter->terms.count; t++) {
		const struct filter_term *const term = &filter->terms.items[t];
		struct strbuf words = {0};

		if (term->key != FILTER_TEXT)
			strbuf_addf(&words, "%s: ", _(filter_keys[term->key].label));
		for (size_t i = 0; i < term->values.count; i++) {
			strbuf_add_text(&words, i ? _(" or ") : "");
			words_compare(term, &term->values.items[i], name, data, &words);
		}
		strbuf_add_text(out, t ? _(", ") : "");
		if (term->negated)
			strbuf_addf(out, _("not %s"), strbuf_text(&words));
		else
			strbuf_add_text(out, strbuf_text(&words));
		strbuf_free(&words);
	}
}
