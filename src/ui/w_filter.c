#include "config.h"

#include "ui/w_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

enum { GAP = 2 };

static void replace(char **text, const char *with)
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
	free(filter->filter);
	free(filter->search);
	free(filter->before);
}

/* --- what it says -------------------------------------------------------------------------- */

static bool readable(const char *expression, struct error *err)
{
	struct filter parsed;
	bool good = filter_parse(expression, &parsed, err);

	filter_free(&parsed);
	return good;
}

bool w_filter_set(struct w_filter *filter, const char *expression, struct error *err)
{
	if (!readable(expression, err))
		return false;
	replace(&filter->filter, expression);
	replace(&filter->search, "");
	filter->mode = W_FILTER_SHOWN;
	return true;
}

/* Bytes of the blank at text: ASCII or ideographic; 0 when it is none. */
static size_t blank(const char *text)
{
	static const char wide[] = "\xe3\x80\x80"; /* U+3000 */

	return *text == ' ' ? 1 : strncmp(text, wide, strlen(wide)) == 0 ? strlen(wide) : 0;
}

/* Each word of a search is a term of its own, whatever signs it holds. */
static void add_words(struct filter *parsed, const char *words)
{
	while (*words) {
		size_t length = 0;
		char *word;

		while (words[length] && blank(words + length) == 0)
			length++;
		word = xstrndup(words, length);
		filter_add(parsed, FILTER_TEXT, FILTER_MATCH, word);
		free(word);
		words += length + blank(words + length);
	}
}

void w_filter_expression(const struct w_filter *filter, struct strbuf *out)
{
	struct filter parsed;

	filter_parse(filter->filter, &parsed, NULL);
	add_words(&parsed, filter->search);
	filter_format(&parsed, out);
	filter_free(&parsed);
}

bool w_filter_names(const struct w_filter *filter, enum filter_key key)
{
	struct filter parsed;
	bool named = false;

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
	replace(&filter->before, filter->search);
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
		replace(&filter->search, w_input_text(&filter->input));
		*changed = true;
	}
	return mine;
}

bool w_filter_accept(struct w_filter *filter, struct error *err)
{
	if (filter->mode == W_FILTER_EDIT) {
		size_t length;
		const char *start = text_trim(w_input_text(&filter->input), &length);
		char *expression = xstrndup(start, length);
		bool good = readable(expression, err);

		if (good)
			replace(&filter->filter, expression);
		free(expression);
		if (!good)
			return false;
	}
	filter->mode = W_FILTER_SHOWN;
	return true;
}

bool w_filter_cancel(struct w_filter *filter)
{
	bool other = filter->mode == W_FILTER_SEARCH &&
		strcmp(filter->search, filter->before) != 0;

	if (other)
		replace(&filter->search, filter->before);
	filter->mode = W_FILTER_SHOWN;
	return other;
}

void w_filter_insert(struct w_filter *filter, const char *term, bool open)
{
	struct strbuf text = {0};

	strbuf_add_text(&text, w_input_text(&filter->input));
	if (text.length > 0 && text.text[text.length - 1] != ' ')
		strbuf_add_char(&text, ' ');
	strbuf_add_text(&text, term);
	if (!open)
		strbuf_add_char(&text, ' ');
	w_input_set(&filter->input, strbuf_text(&text));
	strbuf_free(&text);
}

bool w_filter_drop_last(struct w_filter *filter)
{
	struct filter parsed;
	struct strbuf text = {0};

	if (w_filter_searches(filter)) {
		replace(&filter->search, "");
		return true;
	}
	if (!w_filter_narrows(filter))
		return false;
	filter_parse(filter->filter, &parsed, NULL);
	if (parsed.terms.count > 0) {
		parsed.terms.count--;
		vec_free(&parsed.terms.items[parsed.terms.count].values);
	}
	filter_format(&parsed, &text);
	filter_free(&parsed);
	replace(&filter->filter, strbuf_text(&text));
	strbuf_free(&text);
	return true;
}

bool w_filter_clear(struct w_filter *filter)
{
	bool narrowed = w_filter_narrows(filter);

	replace(&filter->filter, "");
	replace(&filter->search, "");
	return narrowed;
}

/* --- drawing ------------------------------------------------------------------------------- */

static int draw_chips(struct w_filter *filter, struct canvas *canvas, struct area area, int y)
{
	struct filter parsed;
	struct strbuf chip = {0};
	int x = 1;

	filter_parse(filter->filter, &parsed, NULL);
	for (size_t i = 0; i < parsed.terms.count; i++) {
		strbuf_clear(&chip);
		filter_chip(&parsed.terms.items[i], &chip);
		x += draw_text(canvas, area, y, x, -1, strbuf_text(&chip), TEXT_LEFT, THEME_INPUT) + GAP;
	}
	filter_free(&parsed);
	strbuf_free(&chip);
	if (w_filter_searches(filter)) {
		x += draw_text(canvas, area, y, x, -1, "/", TEXT_LEFT, THEME_KEY);
		x += draw_text(canvas, area, y, x, -1, filter->search, TEXT_LEFT, THEME_MATCH) + GAP;
	}
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
	if (aside)
		draw_text(canvas, area, y, room, area.columns - room - 1, aside, TEXT_RIGHT, THEME_LABEL);
	if (w_filter_typing(filter)) {
		x = 2 + draw_text(canvas, line, 0, 1, -1, prompt, TEXT_LEFT, THEME_KEY);
		w_input_draw(&filter->input, canvas, line, 0, x, line.columns - x, true);
		return;
	}
	if (!w_filter_narrows(filter))
		return;
	x = draw_chips(filter, canvas, area_part(line, 0, 0, 1, line.columns - 3), 0);
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
