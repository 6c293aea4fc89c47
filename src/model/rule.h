/* rule - exclusion rules: what is standard work (標準業務) and no project in a fiscal year
 * (domain.md §5). A rule flags; an admin confirms or clears the flag.
 */
#ifndef MODEL_RULE_H
#define MODEL_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/catalogue.h"

/* As it is stored (data/schema, exclusion_rule). */
struct exclusion_rule {
	int64_t id;
	int first_fiscal_year;
	int last_fiscal_year; /* 0 = still valid */
	const char *tools;    /* catalogue codes, comma separated, one must be used; "" = any */
	const char *words;    /* lines that must all match; a line matches when one of its words,
	                       * separated by |, is in the text, and always when it is empty. A
	                       * rule without tools and words matches nothing */
	const char *reason;   /* what the leader is told */
};

/* A line of words, or the tools, made ready: parts [first, end) of rule_set.parts. */
struct rule_group {
	size_t first, end;
};

struct rule_entry {
	struct exclusion_rule rule;
	struct rule_group tools;
	struct rule_group lines; /* of rule_set.lines */
};

/* A word or a tool code. */
struct rule_part {
	const char *text; /* as the rule spells it */
	const char *key;  /* text_key() of a word, or the code */
};

struct rule_set {
	VEC(struct rule_entry) rules; /* in the order they were added */
	VEC(struct rule_group) lines;
	VEC(struct rule_part) parts;
	struct arena arena;
};

/* Takes a copy of the rule. Zero-initialise the set. */
void rule_set_add(struct rule_set *set, const struct exclusion_rule *rule);
void rule_set_free(struct rule_set *set);
/* What an admin typed: the years, tools that are known, at least a tool or a word, a reason. False
 * with a message. Lists with blanks or empty parts between their marks are fine. */
bool rule_check(const struct exclusion_rule *rule, const struct catalogue *tools,
	struct error *err);

enum rule_field { RULE_TITLE, RULE_APPROACH, RULE_CURRENT_ISSUE, RULE_WORK, RULE_FIELD_COUNT };

/* The texts of a project as they are searched. Set again only what changed: while a title is typed
 * the long texts keep their keys. Zero-initialise. */
struct rule_text {
	struct strbuf keys[RULE_FIELD_COUNT];
};

void rule_text_set(struct rule_text *text, enum rule_field field, const char *value);
void rule_text_free(struct rule_text *text);

enum { RULE_WORDS_MAX = 8 }; /* lines whose words are told */

/* Why a rule matches. Everything is owned by the set. */
struct rule_match {
	const struct exclusion_rule *rule;
	size_t index;     /* of the rule in the set */
	const char *tool; /* the code that made it match, "" when the rule asks for none */
	size_t word_count;
	struct {
		const char *word; /* as the rule spells it */
		enum rule_field field;
	} words[RULE_WORDS_MAX]; /* one for each line of the rule, as far as there is room */
};

/* The first rule from index `from` on that is valid in fiscal_year and matches; call again with
 * match->index + 1 for the next. tools are catalogue codes. False when there is none. */
bool rule_set_match(const struct rule_set *set, size_t from, int fiscal_year,
	const char *const *tools, size_t tool_count, const struct rule_text *text,
	struct rule_match *match);

/* Appends why, for people: 議事録AIと「文字起こし」（取組名）: 議事録AIによる… */
void rule_explain(const struct rule_match *match, const struct catalogue *tools, int fiscal_year,
	struct strbuf *out);
/* The label of the field a word was found in, translated. */
const char *rule_field_label(enum rule_field field);

/* ---- the flag of a project ------------------------------------------------------------------ */

enum exclusion { EXCLUSION_NONE, EXCLUSION_FLAGGED, EXCLUSION_CONFIRMED, EXCLUSION_CLEARED,
	EXCLUSION_COUNT };

struct exclusion_state {
	enum exclusion exclusion;
	int64_t rule; /* id of the rule it is about; 0 = none */
};

/* The state after the project was edited; match is NULL when no rule matches. A match flags, and
 * the flag goes with the words that made it. What an admin said stays: confirmed in any case,
 * cleared until another rule matches. */
struct exclusion_state exclusion_after_edit(struct exclusion_state state,
	const struct rule_match *match);
/* "none", "flagged", "confirmed", "cleared" */
const char *exclusion_id(enum exclusion exclusion);
const char *exclusion_label(enum exclusion exclusion);
/* Takes id and label in either language. */
bool exclusion_parse(const char *text, enum exclusion *exclusion);

#endif
