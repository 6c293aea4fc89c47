#include "config.h"

#include "model/rule.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/choice.h"
#include "model/fiscal_year.h"
#include "model/project.h"

/* Calls part() for each piece between marks, trimmed; empty ones too. */
static void rule_split(const char *text, size_t length, char mark,
	void (*part)(const char *start, size_t length, void *data), void *data)
{
	const char *const end = text + length;

	for (;;) {
		const char *const stop = memchr(text, mark, (size_t)(end - text));
		size_t piece = (size_t)((stop ? stop : end) - text);

		while (piece > 0 && (*text == ' ' || *text == '\r')) {
			text++;
			piece--;
		}
		while (piece > 0 && (text[piece - 1] == ' ' || text[piece - 1] == '\r'))
			piece--;
		part(text, piece, data);
		if (!stop)
			return;
		text = stop + 1;
	}
}

static void add_code(const char *start, size_t length, void *data)
{
	struct rule_set *const set = data;

	if (length == 0)
		return;
	const char *const code = arena_strndup(&set->arena, start, length);
	*vec_add(&set->parts) = (struct rule_part){code, code};
}

/* A word of which nothing is left as a key would be found everywhere: it says nothing. */
static void add_word(const char *start, size_t length, void *data)
{
	struct rule_set *const set = data;
	struct strbuf key = {0};

	text_key_add(&key, start, length);
	if (key.length > 0)
		*vec_add(&set->parts) = (struct rule_part){
			arena_strndup(&set->arena, start, length),
			arena_strdup(&set->arena, strbuf_text(&key)),
		};
	strbuf_free(&key);
}

static void rule_add_line(const char *start, size_t length, void *data)
{
	struct rule_set *const set = data;
	const size_t first = set->parts.count;

	rule_split(start, length, '|', add_word, set);
	if (set->parts.count > first)
		*vec_add(&set->lines) = (struct rule_group){first, set->parts.count};
}

void rule_set_add(struct rule_set *set, const struct exclusion_rule *rule)
{
	struct rule_entry entry = {.rule = *rule};

	entry.rule.tools = arena_strdup(&set->arena, rule->tools);
	entry.rule.words = arena_strdup(&set->arena, rule->words);
	entry.rule.reason = arena_strdup(&set->arena, rule->reason);
	entry.tools.first = set->parts.count;
	rule_split(rule->tools, strlen(rule->tools), ',', add_code, set);
	entry.tools.end = set->parts.count;
	entry.lines.first = set->lines.count;
	rule_split(rule->words, strlen(rule->words), '\n', rule_add_line, set);
	entry.lines.end = set->lines.count;
	*vec_add(&set->rules) = entry;
}

void rule_set_free(struct rule_set *set)
{
	vec_free(&set->rules);
	vec_free(&set->lines);
	vec_free(&set->parts);
	arena_free(&set->arena);
	*set = (struct rule_set){0};
}

bool rule_check(const struct exclusion_rule *rule, const struct catalogue *tools, struct error *err)
{
	struct rule_set set = {0};
	size_t reason_length;
	bool fine = true;

	if (rule->first_fiscal_year < FISCAL_YEAR_MIN || rule->first_fiscal_year > FISCAL_YEAR_MAX)
		return error_set(err, ERROR_DATA,
			_("Say from which fiscal year the rule holds (R8, for example)."));
	if (rule->last_fiscal_year && rule->last_fiscal_year < rule->first_fiscal_year)
		return error_set(err, ERROR_DATA,
			_("The rule's last fiscal year lies before its first one."));
	text_trim(rule->reason, &reason_length);
	if (reason_length == 0)
		return error_set(err, ERROR_DATA,
			_("Write the reason of the rule: it is what leaders will read."));
	rule_set_add(&set, rule);
	const struct rule_entry *const entry = &set.rules.items[0];
	for (size_t t = entry->tools.first; t < entry->tools.end && fine; t++)
		if (catalogue_find(tools, set.parts.items[t].text, 0) < 0)
			fine = error_set(err, ERROR_DATA,
				_("There is no tool with the code “%s”."), set.parts.items[t].text);
	if (fine && set.parts.count == 0)
		fine = error_set(err, ERROR_DATA,
			_("The rule names neither a tool nor a word and would match every "
			  "project."));
	rule_set_free(&set);
	return fine;
}

/* ---- matching ------------------------------------------------------------------------------ */

void rule_text_set(struct rule_text *text, enum rule_field field, const char *value)
{
	assert(field < RULE_FIELD_COUNT);
	strbuf_clear(&text->keys[field]);
	text_key_add(&text->keys[field], value, strlen(value));
}

void rule_text_free(struct rule_text *text)
{
	for (int f = 0; f < RULE_FIELD_COUNT; f++)
		strbuf_free(&text->keys[f]);
}

static bool match_tools(const struct rule_set *set, const struct rule_entry *entry,
	const char *const *tools, size_t tool_count, struct rule_match *match)
{
	match->tool = "";
	if (entry->tools.first == entry->tools.end)
		return true;
	for (size_t t = 0; t < tool_count; t++)
		for (size_t p = entry->tools.first; p < entry->tools.end; p++)
			if (strcmp(tools[t], set->parts.items[p].key) == 0) {
				match->tool = set->parts.items[p].text;
				return true;
			}
	return false;
}

/* The title is looked at first, for that is where the leader looks. */
static bool match_line(const struct rule_set *set, const struct rule_group *line,
	const struct rule_text *text, struct rule_match *match)
{
	for (int f = 0; f < RULE_FIELD_COUNT; f++)
		for (size_t p = line->first; p < line->end; p++) {
			const struct strbuf *const key = &text->keys[f];

			if (key->length == 0 || !strstr(key->text, set->parts.items[p].key))
				continue;
			if (match->word_count < RULE_WORDS_MAX) {
				match->words[match->word_count].word = set->parts.items[p].text;
				match->words[match->word_count++].field = (enum rule_field)f;
			}
			return true;
		}
	return false;
}

bool rule_set_match(const struct rule_set *set, size_t from, int fiscal_year,
	const char *const *tools, size_t tool_count, const struct rule_text *text,
	struct rule_match *match)
{
	assert(tools || tool_count == 0);
	for (size_t r = from; r < set->rules.count; r++) {
		const struct rule_entry *const entry = &set->rules.items[r];
		const struct exclusion_rule *const rule = &entry->rule;
		/* A rule that asks for nothing is a slip, and would flag everything. */
		const bool asks = entry->tools.first < entry->tools.end ||
			entry->lines.first < entry->lines.end;

		match->word_count = 0;
		if (!asks || fiscal_year < rule->first_fiscal_year ||
			(rule->last_fiscal_year && fiscal_year > rule->last_fiscal_year))
			continue;
		bool matches = match_tools(set, entry, tools, tool_count, match);
		for (size_t l = entry->lines.first; l < entry->lines.end && matches; l++)
			matches = match_line(set, &set->lines.items[l], text, match);
		if (matches) {
			match->rule = rule;
			match->index = r;
			return true;
		}
	}
	return false;
}

/* ---- saying why ---------------------------------------------------------------------------- */

static const enum field fields[RULE_FIELD_COUNT] = {
	[RULE_TITLE] = FIELD_TITLE,
	[RULE_APPROACH] = FIELD_APPROACH,
	[RULE_CURRENT_ISSUE] = FIELD_CURRENT_ISSUE,
	[RULE_WORK] = FIELD_WORK,
};

const char *rule_field_label(enum rule_field field)
{
	assert(field < RULE_FIELD_COUNT);
	return _(project_fields[fields[field]].label);
}

void rule_explain(const struct rule_match *match, const struct catalogue *tools, int fiscal_year,
	struct strbuf *out)
{
	assert(match->rule);

	const int tool = *match->tool ? catalogue_find(tools, match->tool, fiscal_year) : -1;
	bool first = true;

	if (*match->tool) {
		strbuf_add_text(out, tool < 0 ? match->tool :
			catalogue_name(&tools->entries.items[tool]));
		first = false;
	}
	for (size_t w = 0; w < match->word_count; w++) {
		if (!first)
			strbuf_add_text(out, _(", "));
		/* a word of a rule and the field it stands in */
		strbuf_addf(out, _("“%s” (%s)"), match->words[w].word,
			rule_field_label(match->words[w].field));
		first = false;
	}
	if (!first)
		strbuf_add_text(out, ": ");
	strbuf_add_text(out, match->rule->reason);
}

/* ---- the flag of a project ------------------------------------------------------------------ */

static const struct choice exclusions[EXCLUSION_COUNT] = {
	[EXCLUSION_NONE] = {"none", N_("Not standard work"), ""},
	[EXCLUSION_FLAGGED] = {"flagged", N_("Perhaps standard work"), ""},
	[EXCLUSION_CONFIRMED] = {"confirmed", N_("Standard work"), "excluded"},
	[EXCLUSION_CLEARED] = {"cleared", N_("Cleared: no standard work"), ""},
};

struct exclusion_state exclusion_after_edit(struct exclusion_state state,
	const struct rule_match *match)
{
	const int64_t rule = match ? match->rule->id : 0;

	if (state.exclusion == EXCLUSION_CONFIRMED)
		return state;
	if (state.exclusion == EXCLUSION_CLEARED && (!match || rule == state.rule))
		return state;
	return (struct exclusion_state){match ? EXCLUSION_FLAGGED : EXCLUSION_NONE, rule};
}

const char *exclusion_id(enum exclusion exclusion)
{
	return exclusions[exclusion].id;
}

const char *exclusion_label(enum exclusion exclusion)
{
	return _(exclusions[exclusion].label);
}

bool exclusion_parse(const char *text, enum exclusion *exclusion)
{
	const int found = choice_parse(exclusions, EXCLUSION_COUNT, text);

	if (found >= 0)
		*exclusion = (enum exclusion)found;
	return found >= 0;
}
