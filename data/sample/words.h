/* words - the word tables of data/sample/words/, read from their files (README.md there). */
#ifndef SAMPLE_WORDS_H
#define SAMPLE_WORDS_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/vec.h"
#include "line_reader.h"
#include "model/effect.h"

enum { OBJECTS_MAX = 16 };

struct span {
	int low, high;
};

/* What a piece of work costs in time, before and after. */
struct step {
	const char *when; /* condition, see words_apply(); "" = always */
	const char *label;
	struct span before; /* minutes a case */
	struct span after;  /* percent of before; minutes where the step is added work */
	bool added;         /* work there was not before: the saving is negative */
	struct span cases;  /* per period */
	enum period period;
	bool seasonal;
	int season[EFFECT_MONTHS];
};

/* What a project is about; at "" = wherever its topic is. */
struct object {
	const char *text;
	const char *at;
};
struct objects {
	struct object *items;
	size_t count, capacity;
};

/* One way to go about it: a tool, the problem type, and how it reads. */
struct way {
	const char *tool;
	int type; /* 1–8 */
	struct objects objects; /* where it has its own */
	phrases titles, approaches;
};

struct topic {
	const char *work;
	const char *at; /* traits of the sections that have such work; "all" */
	struct objects objects;
	phrases issues, effects;
	VEC(struct step) steps;
	VEC(struct way) ways;
};

/* A project written by hand. */
struct written {
	const char *section, *team; /* names; where several teams bear it, the first */
	int fiscal_year;
	const char *title, *work;
	int type; /* 0 = 未分類 */
	phrases tools;
	const char *status;    /* "" = as others */
	const char *issue, *approach, *effect;
	int first_month;       /* 0 = April; -1 = as others */
	int64_t cost, running; /* yen; -1 = none */
	VEC(struct effect) lines;
};

struct unit_words {
	const char *department; /* of the section */
	const char *name, *old_name; /* old_name "" = never renamed */
	const char *traits;
	phrases teams;
};

struct unit_reading { /* of a department, a section or the body */
	const char *name, *kana;
};

struct name {
	const char *text, *kana, *romaji;
	int weight;
};

struct tool_words { /* sentences on bringing a tool in */
	const char *tool;
	phrases sentences;
};

struct words {
	VEC(struct topic) topics;
	VEC(struct written) written;
	VEC(struct unit_words) sections;
	VEC(struct unit_reading) unit_readings;
	VEC(struct name) surnames, given_names;
	VEC(struct tool_words) rollouts;
	phrases issue_tails, effect_tails;
	struct arena arena;
};

/* How a unit is read; "" = the tables do not say. */
const char *words_reading(const struct words *words, const char *name);
/* Reads every table in the folder; a line it cannot read ends the program with its place. */
void words_read(struct words *words, const char *folder);
void words_free(struct words *words);
/* True when the blank-separated list holds the word. */
bool words_hold(const char *list, const char *word);
/* True when a section of these traits has what is found `at` (a list; "all" fits everywhere). */
bool words_suit(const char *traits, const char *at);
/* Sentences and steps may begin with a condition: "[a/b]" = only where one of these words stands in
 * one of the texts about the project (ended by NULL), "[!a/b]" = only where none does. */
bool words_apply(const char *conditioned, const char *const *about);
/* What follows the condition. */
const char *words_text(const char *conditioned);
/* The objects a section of these traits can have in that way of that topic, into chosen (as many
 * as fit in most); returns how many. */
size_t words_objects(const struct topic *topic, const struct way *way, const char *traits,
	const char **chosen, size_t most);

#endif
