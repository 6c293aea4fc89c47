/* mapping - what the headings and the values of somebody's own sheets mean, as lines of a text that people can write
 * (doc/cli.md, 'Mappings'):
 *
 *   事業名 = 取組名                        a heading, and the field it means; nothing behind = leaves the column out
 *   ICTツール: 電子申請 = Graffer電子申請  a value of a field, and what is read instead
 *   課題類型 ? 1                           what an empty cell of a field says
 *   年度 := R7                             what every row says of a field; := 表題 takes the year of the title
 *
 * Fields go by their ids or labels; what has a sign in it stands in quotation marks.
 */
#ifndef EXCHANGE_MAPPING_H
#define EXCHANGE_MAPPING_H

#include "base/vec.h"
#include "exchange/heading.h"

enum mapping_act { MAPPING_HEADING, MAPPING_VALUE, MAPPING_DEFAULT, MAPPING_CONSTANT };

struct mapping_rule {
	enum mapping_act act;
	int column;   /* of the sheet; HEADING_LEFT_OUT for a heading that is not to be read */
	char *left;   /* the heading or the value, as it was written; "" for the others */
	char *key;    /* by which it is known again */
	char *right;  /* what is read; NULL for headings, and for a year that the title says */
	int line;     /* of the text */
	bool met;     /* in the file */
};

/* Zero-initialise: no rules, every heading means what it says. */
struct mapping {
	VEC(struct mapping_rule) rules;
};

/* Reads the lines of a text, which may be NULL, into a zeroed mapping. A line that says nothing of the kind is
 * refused with its number and what to write; # begins a remark. */
bool mapping_parse(const char *text, enum sheet_kind kind, struct mapping *mapping, struct error *err);
void mapping_free(struct mapping *mapping);

/* The column that a rule says the heading means, HEADING_LEFT_OUT, or HEADING_UNKNOWN where none speaks of it. */
int mapping_heading(const struct mapping *mapping, const char *heading);
/* The same, and where no rule speaks of it what the heading means by itself. */
int mapping_find(const struct mapping *mapping, enum sheet_kind kind, const char *heading);
/* What is read instead of a value; the value itself where no rule speaks of it. */
const char *mapping_value(const struct mapping *mapping, int column, const char *value);
/* The rule of a default or a constant for a column; NULL = none. */
const struct mapping_rule *mapping_gives(const struct mapping *mapping, enum mapping_act act, int column);
/* True where a rule speaks of values of the column. */
bool mapping_translates(const struct mapping *mapping, int column);
/* A file begins: nothing was met yet. */
void mapping_forget_met(struct mapping *mapping);

/* Headings of which the mapping speaks and that were not met are told. */
void mapping_tell_unmet(const struct mapping *mapping, struct sheet_report *report);

/* A rule is put in the place of the one that speaks of the same: of that heading, of that value of the column, of
 * the column. left is "" for defaults and constants, right NULL for headings and for the year of a title. */
struct mapping_rule *mapping_put(struct mapping *mapping, enum mapping_act act, int column, const char *left,
	const char *right);
void mapping_remove(struct mapping *mapping, size_t at);

/* What stands for the year of the title; true for it, in either language. */
#define MAPPING_TITLE "表題"
bool mapping_is_title(const char *text);

/* Appends a rule as a line of such a text. */
void mapping_write(const struct mapping_rule *rule, enum sheet_kind kind, struct strbuf *out);
/* All of them, headings first. */
void mapping_write_all(const struct mapping *mapping, enum sheet_kind kind, struct strbuf *out);
/* What a column is called in such a text, whatever the language: its Japanese name, or its id. In the buffer. */
const char *mapping_field(enum sheet_kind kind, int column, struct strbuf *name);

#endif
