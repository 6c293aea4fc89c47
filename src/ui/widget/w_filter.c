#include "config.h"

#include "ui/widget/w_filter.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

enum { GAP = 2 };

static void w_filter_put_text(char **text, const char *with)
{
	char *copy = xstrdup(with);

	free(*text);
	*text = copy;
}

void w_filter_init(struct w_filter *filter, struct strbuf *killed)
{
	*filter = (struct w_filter){.filter = xstrdup(""), .search = xstrdup(""),
		.before = xstrdup(""), .clear_x = -1};
	w_input_init(&filter->input, killed);
}

void w_filter_free(struct w_filter *filter)
{
	w_input_free(&filter->input);
	vec_free(&filter->spans);
	free(filter->filter);
	free(filter->search);
	free(filter->before);
}

/* --- what it says -------------------------------------------------------------------------- */

static bool w_filter_readable(const char *expression, struct error *err)
{
	struct filter parsed;
	bool good = filter_parse(expression, &parsed, err);

	filter_free(&parsed);
	return good;
}

bool w_filter_set(struct w_filter *filter, const char *expression, struct error *err)
{
	if (!w_filter_readable(expression, err))
		return false;
	w_filter_put_text(&filter->filter, expression);
	w_filter_put_text(&filter->search, "");
	filter->mode = W_FILTER_SHOWN;
	return true;
}

/* Bytes of the blank at text: ASCII or ideographic; 0 when it is none. */
static size_t w_filter_blank(const char *text)
{
	static const char wide[] = "\xe3\x80\x80"; /* U+3000 */

	return *text == ' ' ? 1 : strncmp(text, wide, strlen(wide)) == 0 ? strlen(wide) : 0;
}

void w_filter_expression(const struct w_filter *filter, struct strbuf *out)
{
	struct filter parsed;

	filter_parse(filter->filter, &parsed, NULL);

	/* Each word of a search is a term of its own, whatever signs it holds. */
	const char *words = filter->search;
	while (*words) {
		size_t length = 0;
		char *word;

		while (words[length] && w_filter_blank(words + length) == 0)
			length++;
		word = xstrndup(words, length);
		filter_add(&parsed, FILTER_TEXT, FILTER_MATCH, word);
		free(word);
		words += length + w_filter_blank(words + length);
	}

	filter_format(&parsed, out);
	filter_free(&parsed);
}

bool w_filter_names(const struct w_filter *filter, enum filter_key key)
{
	struct filter parsed;
	bool named = false;

	assert(key < FILTER_KEY_COUNT);
	filter_parse(filter->filter, &parsed, NULL);
	for (size_t i = 0; i < parsed.terms.count; i++) {
		const struct filter_term *term = &parsed.terms.items[i];

		named = named || (term->key == key && !term->negated && term->values.count == 1);
	}
	filter_free(&parsed);
	return named;
}

bool w_filter_searches(const struct w_filter *filter)
{
	return *filter->search != '\0';
}

bool w_filter_narrows(const struct w_filter *filter)
{
	return w_filter_searches(filter) || *filter->filter != '\0';
}

/* --- typing -------------------------------------------------------------------------------- */

void w_filter_search(struct w_filter *filter)
{
	w_filter_put_text(&filter->before, filter->search);
	w_input_set(&filter->input, filter->search);
	filter->mode = W_FILTER_SEARCH;
}

void w_filter_edit(struct w_filter *filter)
{
	struct strbuf text = {0};

	strbuf_add_text(&text, filter->filter);
	if (text.length > 0)
		strbuf_add_char(&text, ' ');
	w_input_set(&filter->input, strbuf_text(&text));
	strbuf_free(&text);
	filter->mode = W_FILTER_EDIT;
}

bool w_filter_typing(const struct w_filter *filter)
{
	return filter->mode != W_FILTER_SHOWN;
}

bool w_filter_event(struct w_filter *filter, const struct event *event, bool *changed)
{
	bool other = false, mine = w_input_event(&filter->input, event, &other);

	if (other && filter->mode == W_FILTER_SEARCH) {
		w_filter_put_text(&filter->search, w_input_text(&filter->input));
		*changed = true;
	}
	return mine;
}

bool w_filter_accept(struct w_filter *filter, struct error *err)
{
	assert(filter->mode != W_FILTER_SHOWN);
	if (filter->mode == W_FILTER_EDIT) {
		size_t length;
		const char *start = text_trim(w_input_text(&filter->input), &length);
		char *expression = xstrndup(start, length);
		bool good = w_filter_readable(expression, err);

		if (good)
			w_filter_put_text(&filter->filter, expression);
		free(expression);
		if (!good)
			return false;
	}
	filter->mode = W_FILTER_SHOWN;
	return true;
}

bool w_filter_cancel(struct w_filter *filter)
{
	assert(filter->mode != W_FILTER_SHOWN);

	bool other = filter->mode == W_FILTER_SEARCH &&
		strcmp(filter->search, filter->before) != 0;

	if (other)
		w_filter_put_text(&filter->search, filter->before);
	filter->mode = W_FILTER_SHOWN;
	return other;
}

void w_filter_replace(struct w_filter *filter, size_t from, size_t to, const char *text)
{
	assert(filter->mode != W_FILTER_SHOWN);
	w_input_replace(&filter->input, from, to, text);
	if (filter->mode == W_FILTER_SEARCH)
		w_filter_put_text(&filter->search, w_input_text(&filter->input));
}

static void w_filter_set_terms(struct w_filter *filter, const struct filter *terms)
{
	struct strbuf text = {0};

	filter_format(terms, &text);
	w_filter_put_text(&filter->filter, strbuf_text(&text));
	strbuf_free(&text);
}

void w_filter_add(struct w_filter *filter, enum filter_key key, const char *value)
{
	struct filter parsed;

	filter_parse(filter->filter, &parsed, NULL);
	filter_add(&parsed, key, FILTER_MATCH, value);
	w_filter_set_terms(filter, &parsed);
	filter_free(&parsed);
}

size_t w_filter_count(const struct w_filter *filter)
{
	struct filter parsed;
	size_t count;

	filter_parse(filter->filter, &parsed, NULL);
	count = parsed.terms.count;
	filter_free(&parsed);
	return count + w_filter_searches(filter);
}

void w_filter_chip(const struct w_filter *filter, size_t at, struct strbuf *out)
{
	struct filter parsed;

	assert(at < w_filter_count(filter));
	filter_parse(filter->filter, &parsed, NULL);
	if (at < parsed.terms.count)
		filter_chip(&parsed.terms.items[at], out);
	else
		strbuf_addf(out, "/%s", filter->search);
	filter_free(&parsed);
}

bool w_filter_drop(struct w_filter *filter, size_t at)
{
	struct filter parsed;
	size_t count;

	filter_parse(filter->filter, &parsed, NULL);
	count = parsed.terms.count;
	if (at < count) {
		vec_free(&parsed.terms.items[at].values);
		memmove(parsed.terms.items + at, parsed.terms.items + at + 1,
			(count - at - 1) * sizeof parsed.terms.items[0]);
		parsed.terms.count--;
		w_filter_set_terms(filter, &parsed);
	}
	filter_free(&parsed);
	if (at == count && w_filter_searches(filter)) {
		w_filter_put_text(&filter->search, "");
		return true;
	}
	return at < count;
}

bool w_filter_drop_last(struct w_filter *filter)
{
	size_t count = w_filter_count(filter);

	return count > 0 && w_filter_drop(filter, count - 1);
}

bool w_filter_clear(struct w_filter *filter)
{
	bool narrowed = w_filter_narrows(filter);

	w_filter_put_text(&filter->filter, "");
	w_filter_put_text(&filter->search, "");
	return narrowed;
}

/* --- drawing ------------------------------------------------------------------------------- */

/* The chips, as far as there is room. Returns the column behind them. */
static int w_filter_draw_chips(struct w_filter *filter, struct canvas *canvas, struct area area)
{
	size_t count = w_filter_count(filter);
	struct strbuf chip = {0};
	int x = 1;

	for (size_t i = 0; i < count; i++) {
		bool search = w_filter_searches(filter) && i == count - 1;
		struct w_filter_span span = {.x = x};

		strbuf_clear(&chip);
		w_filter_chip(filter, i, &chip);
		if (search)
			span.columns = draw_text(canvas, area, 0, x, -1, "/", TEXT_LEFT, THEME_KEY);
		span.columns += draw_text(canvas, area, 0, x + span.columns, -1,
			strbuf_text(&chip) + search, TEXT_LEFT, search ? THEME_MATCH : THEME_INPUT);
		*vec_add(&filter->spans) = span;
		x += span.columns + GAP;
	}
	strbuf_free(&chip);
	return x;
}

void w_filter_draw(struct w_filter *filter, struct canvas *canvas, struct area area, int y,
	const char *aside)
{
	int room = area.columns - (aside && *aside ? text_width(aside) + GAP : 1);
	struct area line = area_part(area, y, 0, 1, room > 0 ? room : 0);
	const char *prompt = filter->mode == W_FILTER_SEARCH ? "/" : _("Filter:");
	int x;

	filter->area = area_part(area, y, 0, 1, -1);
	filter->clear_x = -1;
	filter->spans.count = 0;
	if (aside)
		draw_text(canvas, area, y, room, area.columns - room - 1, aside, TEXT_RIGHT, THEME_LABEL);
	if (w_filter_typing(filter)) {
		x = 2 + draw_text(canvas, line, 0, 1, -1, prompt, TEXT_LEFT, THEME_KEY);
		w_input_draw(&filter->input, canvas, line, 0, x, line.columns - x, true);
		return;
	}
	if (!w_filter_narrows(filter))
		return;
	x = w_filter_draw_chips(filter, canvas, area_part(line, 0, 0, 1, line.columns - 3));
	x = x < line.columns - 3 ? x : line.columns - 3;
	filter->clear_x = x;
	draw_text(canvas, line, 0, x, -1, "×", TEXT_LEFT, THEME_KEY);
}

bool w_filter_hit_clear(const struct w_filter *filter, const struct event *event)
{
	int x = event->x - filter->area.x;

	return filter->clear_x >= 0 && event->y == filter->area.y && filter->area.rows > 0 &&
		(x == filter->clear_x || x == filter->clear_x + 1);
}

int w_filter_hit_chip(const struct w_filter *filter, const struct event *event)
{
	int x = event->x - filter->area.x;

	if (event->y != filter->area.y || filter->area.rows == 0 || event->mouse == MOUSE_WHEEL_UP ||
		event->mouse == MOUSE_WHEEL_DOWN)
		return -1;
	for (size_t i = 0; i < filter->spans.count; i++) {
		const struct w_filter_span *span = &filter->spans.items[i];

		if (x >= span->x && x < span->x + span->columns)
			return (int)i;
	}
	return -1;
}
