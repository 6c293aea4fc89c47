#include "config.h"

#include "ui/kit/filter_offer.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "service/project/choosing.h"
#include "ui/kit/saved_filters.h"
#include "ui/kit/w_choice.h"

enum { ROWS_MAX = 8, YEARS = 5, GAP = 2 };

#define OFFERED_READING_LIST(place, heading, reading, ...) reading
#define OFFERED_READING_NO_LIST ""
#define OFFERED_WORD(name, type, id, label, variants, stored, files, found, copied, form, list, ...) \
	IF_WORD_##found({FILTER_OF_##name, OFFERED_READING_##list},)

/* The keys that are offered, with the kana they are found by. */
static const struct {
	enum filter_key key;
	const char *reading;
} offered[] = {
	{FILTER_DEPARTMENT, "ぶきょく"},
	{FILTER_SECTION, "しょぞく"},
	{FILTER_TEAM, "はん"},
	{FILTER_STATUS, "じょうたい"},
	{FILTER_PROBLEM_TYPE, "かだいるいけい"},
	{FILTER_TOOL, "おもなつーる"},
	{FILTER_ANY_TOOL, "しようつーる"},
	{FILTER_HOURS, "さくげんじかん\nみこみ"},
	{FILTER_ACTUAL, "じっせきじかん"},
	{FILTER_LEADER, "りーだー"},
	{FILTER_OWNER, "たんとうしゃ"},
	{FILTER_WORK, "ぎょうむ"},
	{FILTER_START, "かいしび"},
	{FILTER_OPERATING, "うんようかいし"},
	{FILTER_START_MONTH, "かいしつき"},
	{FILTER_HALF, "はんき"},
	{FILTER_COST, "けいひ"},
	{FILTER_REPLICABLE, "よこてんかい"},
	{FILTER_COUNTED, "しゅうけいたいしょう"},
	{FILTER_UPDATED, "こうしんにちじ"},
	{FILTER_FISCAL_YEAR, "ねんど"},
	PROJECT_COLUMNS(OFFERED_WORD)
};
enum { OFFERED = sizeof offered / sizeof offered[0] };

void filter_offer_free(struct filter_offer *offer)
{
	vec_free(&offer->all);
	vec_free(&offer->found);
	arena_free(&offer->arena);
}

/* --- what there is ------------------------------------------------------------------------- */

static void filter_offer_add(struct filter_offer *offer, enum filter_key key, const char *text,
	const char *label, const char *reading, const char *hint)
{
	struct filter_candidate *candidate = vec_add(&offer->all);
	struct strbuf sought = {0};

	text_key_add(&sought, label, strlen(label));
	if (reading && *reading) {
		strbuf_add_char(&sought, '\n');
		text_key_add(&sought, reading, strlen(reading));
	}
	*candidate = (struct filter_candidate){.key = key,
		.label = arena_strdup(&offer->arena, label),
		.hint = arena_strdup(&offer->arena, hint ? hint : ""),
		.sought = arena_strdup(&offer->arena, strbuf_text(&sought)),
		.first = !text || key != FILTER_ANY_TOOL};
	if (text)
		candidate->text = arena_strdup(&offer->arena, text);
	strbuf_free(&sought);
}

/* A name that several units bear is written as its code. */
static void filter_offer_add_units(struct filter_offer *offer, enum filter_key key,
	enum unit_kind kind)
{
	const struct unit_tree *units =
		session_units(offer->session, offer->session->fiscal_year, NULL);

	for (size_t i = 0; units && i < units->nodes.count; i++) {
		const struct unit_node *node = &units->nodes.items[i];
		const struct unit *unit = &node->unit;
		bool only = unit->kind == kind &&
			unit_tree_resolve(units, kind, NULL, NULL, unit->name, NULL) >= 0;

		if (unit->kind == kind)
			filter_offer_add(offer, key, only ? unit->name : unit->code, unit->name,
				unit_tree_found_by(units, (int)i),
				node->parent > 0 ? units->nodes.items[node->parent].unit.name : NULL);
	}
}

static void filter_offer_add_catalogue(struct filter_offer *offer, enum filter_key key,
	enum catalogue_kind kind)
{
	struct choosing choosing = {0};

	choosing_catalogue(offer->session, kind, offer->session->fiscal_year, &choosing);
	for (size_t i = 0; i < choosing.items.count; i++) {
		const struct choice_item *item = &choosing.items.items[i];

		filter_offer_add(offer, key, item->value, item->label, item->reading, item->value);
	}
	choosing_free(&choosing);
}

static void filter_offer_add_flags(struct filter_offer *offer, enum filter_key key)
{
	filter_offer_add(offer, key, "yes", flag_label(true), "yes\nはい", NULL);
	filter_offer_add(offer, key, "no", flag_label(false), "no\nいいえ", NULL);
}

void filter_offer_begin(struct filter_offer *offer, struct session *session)
{
	filter_offer_free(offer);
	*offer = (struct filter_offer){.session = session};

	struct saved_filters saved;

	saved_filters_read(&saved);
	for (size_t i = 0; i < saved.items.count; i++) {
		const struct saved_filter *filter = &saved.items.items[i];

		filter_offer_add(offer, FILTER_TEXT, NULL, filter->name, NULL, filter->expression);
		offer->all.items[offer->all.count - 1].expression =
			offer->all.items[offer->all.count - 1].hint;
	}
	saved_filters_free(&saved);

	for (size_t i = 0; i < OFFERED; i++) {
		const struct filter_key_info *info = &filter_keys[offered[i].key];
		char *words = arena_printf(&offer->arena, "%s\n%s\n%s", info->id, info->aliases,
			offered[i].reading);

		filter_offer_add(offer, offered[i].key, NULL, _(info->label), words,
			arena_printf(&offer->arena, "%s:", info->id));
	}

	for (int status = 0; status < STATUS_COUNT; status++) {
		const char *label = workflow_status_label((enum status)status);
		const char *id = workflow_status_id((enum status)status);

		filter_offer_add(offer, FILTER_STATUS, label, label, id, id);
	}

	filter_offer_add_units(offer, FILTER_DEPARTMENT, UNIT_DEPARTMENT);
	filter_offer_add_catalogue(offer, FILTER_PROBLEM_TYPE, CATALOGUE_PROBLEM_TYPE);
	filter_offer_add_catalogue(offer, FILTER_TOOL, CATALOGUE_TOOL);
	filter_offer_add_catalogue(offer, FILTER_ANY_TOOL, CATALOGUE_TOOL);
	filter_offer_add_units(offer, FILTER_SECTION, UNIT_SECTION);
	filter_offer_add_flags(offer, FILTER_REPLICABLE);
	filter_offer_add_flags(offer, FILTER_COUNTED);

	char name[FISCAL_YEAR_TEXT], brief[FISCAL_YEAR_TEXT];

	for (int i = 0; i < YEARS; i++) {
		int year = offer->session->fiscal_year - i;

		fiscal_year_format(year, name);
		fiscal_year_short(year, brief);
		filter_offer_add(offer, FILTER_FISCAL_YEAR, brief, name, brief, brief);
	}

	filter_offer_add_units(offer, FILTER_TEAM, UNIT_TEAM);
}

/* --- what is found ------------------------------------------------------------------------- */

static bool filter_offer_begins(const char *key, const char *typed, size_t length)
{
	for (const char *line = key; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, typed, length) == 0)
			return true;
	}
	return false;
}

/* Those that begin with what was typed come before those that hold it. */
static void filter_offer_look(struct filter_offer *offer, const struct w_choice_query *query,
	bool beginning, bool search)
{
	int key = offer->word.key;

	for (size_t i = 0; i < offer->all.count; i++) {
		const struct filter_candidate *candidate = &offer->all.items[i];
		bool first = filter_offer_begins(candidate->sought, query->key, strlen(query->key)) ||
			(query->kana.length > 0 &&
				filter_offer_begins(candidate->sought, query->kana.text,
					query->kana.length));

		if (search && candidate->expression)
			continue;
		if (key >= 0 ? candidate->text && (int)candidate->key == key :
			*query->key ? candidate->first : !candidate->text) {
			if (first == beginning && w_choice_key_matches(candidate->sought, query))
				*vec_add(&offer->found) = i;
		}
	}
}

/* Is all of it typed already? */
static bool filter_offer_complete(const struct filter_offer *offer, const char *typed)
{
	const struct filter_candidate *only = &offer->all.items[offer->found.items[0]];

	return offer->found.count == 1 && only->text && offer->word.key >= 0 &&
	       strcmp(only->text, typed) == 0;
}

void filter_offer_follow(struct filter_offer *offer, const struct w_filter *filter, bool asked)
{
	const char *text = w_input_text(&filter->input);
	struct w_choice_query query;
	char *typed;

	filter_offer_hide(offer);
	offer->caret = filter->input.caret;
	filter_word_at(text, offer->caret, &offer->word);
	if (filter->mode == W_FILTER_SEARCH && offer->word.key < 0 && !asked)
		return;
	typed = xstrndup(text + offer->word.value, offer->caret - offer->word.value);
	w_choice_query_begin(&query, typed);
	filter_offer_look(offer, &query, true, filter->mode == W_FILTER_SEARCH);
	filter_offer_look(offer, &query, false, filter->mode == W_FILTER_SEARCH);
	w_choice_query_end(&query);
	if (offer->found.count > 0 && filter_offer_complete(offer, typed))
		offer->found.count = 0;
	free(typed);
}

void filter_offer_hide(struct filter_offer *offer)
{
	offer->found.count = 0;
	offer->at = offer->top = 0;
	offer->chosen = false;
	offer->area.rows = 0;
}

bool filter_offer_shown(const struct filter_offer *offer)
{
	return offer->found.count > 0;
}

/* --- choosing ------------------------------------------------------------------------------ */

bool filter_offer_action(struct filter_offer *offer, enum action action)
{
	int last = (int)offer->found.count - 1;

	if (!filter_offer_shown(offer))
		return false;
	switch (action) {
	case ACTION_UP:
		offer->at = offer->at > 0 ? offer->at - 1 : last;
		break;
	case ACTION_DOWN: /* the first Down says that the first one is meant */
		offer->at = !offer->chosen ? 0 : offer->at < last ? offer->at + 1 : 0;
		break;
	default:
		return false;
	}
	return offer->chosen = true;
}

bool filter_offer_take(struct filter_offer *offer, struct w_filter *filter)
{
	const struct filter_candidate *taken;
	const struct filter_word *word = &offer->word;
	struct strbuf text = {0};
	bool term;

	if (!filter_offer_shown(offer))
		return false;
	taken = &offer->all.items[offer->found.items[offer->at]];
	term = filter->mode == W_FILTER_SEARCH && taken->text;
	if (term) {
		w_filter_add(filter, taken->key, taken->text);
		w_filter_replace(filter, word->start, offer->caret, "");
	} else {
		if (taken->expression)
			strbuf_addf(&text, "%s ", taken->expression);
		else if (word->key < 0)
			strbuf_addf(&text, "%s:", filter_keys[taken->key].id);
		if (taken->text) {
			filter_word_quote(taken->key, taken->text, &text);
			strbuf_add_char(&text, ' ');
		}
		w_filter_replace(filter, word->key < 0 ? word->start : word->from, offer->caret,
			strbuf_text(&text));
	}
	strbuf_free(&text);
	filter_offer_follow(offer, filter, false);
	return filter->mode == W_FILTER_SEARCH;
}

bool filter_offer_mouse(struct filter_offer *offer, const struct event *event)
{
	int row = event->y - offer->area.y + offer->top;

	if (!filter_offer_shown(offer) || !area_contains(offer->area, event->y, event->x))
		return false;
	if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN)
		return filter_offer_action(offer,
			event->mouse == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
	offer->at = row;
	return offer->chosen = true;
}

/* --- drawing ------------------------------------------------------------------------------- */

/* "Department:福祉保健部" where the key is not typed yet. */
static void filter_offer_add_label(const struct filter_offer *offer,
	const struct filter_candidate *candidate, struct strbuf *out)
{
	if (offer->word.key < 0 && candidate->text)
		strbuf_addf(out, "%s:", _(filter_keys[candidate->key].label));
	strbuf_add_text(out, candidate->label);
}

static int filter_offer_rows_of(const struct filter_offer *offer, int room)
{
	int rows = (int)offer->found.count < ROWS_MAX ? (int)offer->found.count : ROWS_MAX;

	return rows < room ? rows : room;
}

static int filter_offer_columns_of(const struct filter_offer *offer, int rows, const char *title)
{
	int widest = text_width(title) + GAP;
	struct strbuf label = {0};

	for (int i = 0; i < rows; i++) {
		const struct filter_candidate *candidate =
			&offer->all.items[offer->found.items[offer->top + i]];
		int width;

		strbuf_clear(&label);
		filter_offer_add_label(offer, candidate, &label);
		width = text_width(strbuf_text(&label)) + GAP + text_width(candidate->hint);
		widest = width > widest ? width : widest;
	}
	strbuf_free(&label);
	return widest;
}

/* A long one leaves half of the room to the label. */
static int filter_offer_hint_columns(const struct filter_candidate *candidate, int columns)
{
	int wanted = text_width(candidate->hint);

	return wanted < columns / 2 ? wanted : columns / 2;
}

static void filter_offer_draw_candidate(const struct filter_offer *offer, struct canvas *canvas,
	struct area area, int y, int at)
{
	const struct filter_candidate *candidate = &offer->all.items[offer->found.items[at]];
	bool here = at == offer->at;
	enum theme_role role =
		!here ? THEME_POPUP : offer->chosen ? THEME_CURSOR : THEME_CURSOR_IDLE;
	int hint = filter_offer_hint_columns(candidate, area.columns), room = area.columns - hint - 1;
	struct strbuf label = {0};

	filter_offer_add_label(offer, candidate, &label);
	if (here)
		draw_clear(canvas, area_part(area, y, 0, 1, -1), role);
	draw_text(canvas, area, y, 0, room > 0 ? room : 0, strbuf_text(&label), TEXT_LEFT, role);
	draw_text(canvas, area, y, area.columns - hint, hint, candidate->hint, TEXT_RIGHT,
		here ? role : THEME_MUTED);
	strbuf_free(&label);
}

void filter_offer_hint(struct strbuf *out)
{
	strbuf_add_text(out, _("dept:… tool:… hours:>=100 -status:draft   Tab takes what is offered, "
		"Enter narrows."));
}

void filter_offer_draw(struct filter_offer *offer, struct canvas *canvas, struct area area, int y,
	int x)
{
	const char *title = _("Tab takes");
	int rows = filter_offer_rows_of(offer, area.rows - y - 3), columns;
	struct area box;

	if (rows <= 0 || !filter_offer_shown(offer))
		return;
	if (offer->at < offer->top)
		offer->top = offer->at;
	if (offer->at >= offer->top + rows)
		offer->top = offer->at - rows + 1;
	columns = filter_offer_columns_of(offer, rows, title) + GAP + 2;
	if (x + columns > area.columns)
		x = area.columns > columns ? area.columns - columns : 0;
	box = area_part(area, y + 1, x, rows + 2, columns < area.columns ? columns : -1);
	draw_clear(canvas, box, THEME_POPUP);
	offer->area = area_part(draw_box(canvas, box, title), 0, 0, rows, -1);
	for (int i = 0; i < rows; i++)
		filter_offer_draw_candidate(offer, canvas, offer->area, i, offer->top + i);
}
