/* catalogue - 課題類型 and ICTツール: rows valid for a range of fiscal years (domain.md §3). */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"

enum catalogue_kind { CATALOGUE_PROBLEM_TYPE, CATALOGUE_TOOL, CATALOGUE_COUNT };

struct catalogue_entry {
	int64_t id;
	const char *code;    /* "1"…"8" for problem types; "kintone", "genai", … for tools */
	const char *name;    /* without the circled digit */
	const char *name_en; /* "" = as name */
	const char *aliases; /* further spellings, separated by newlines: "Teams会議\nZoom" */
	int position;
	int first_fiscal_year;
	int last_fiscal_year; /* 0 = still valid */
	const char *merged_into; /* code, or "" */
};

/* A text that means an entry; the strictest reading has the lowest rank. */
struct catalogue_key {
	const char *text;
	int rank;
	int entry;
};

struct catalogue {
	enum catalogue_kind kind;
	VEC(struct catalogue_entry) entries; /* by position */
	VEC(struct catalogue_key) keys;      /* sorted; made by catalogue_index() */
	struct arena arena;
};

void catalogue_free(struct catalogue *catalogue);
/* Indexes the texts of the entries: call it once they are all there. Without it catalogue_resolve()
 * works too, but makes the index anew each time. */
void catalogue_index(struct catalogue *catalogue);
/* Index of the entry with that code that is valid in fiscal_year (0 = any year: the newest), or
 * -1. */
int catalogue_find(const struct catalogue *catalogue, const char *code, int fiscal_year);
/* What a cell means: a code, `1`, `①`, `①紙・手作業…`, the name with or without its number, or an
 * alias, compared by text_key. An entry that is not valid in fiscal_year (0 = any) leads to the
 * version of its code that is, or to the one it was merged into. Index, or -1 with a message that
 * lists what is near; err may be NULL. */
int catalogue_resolve(const struct catalogue *catalogue, const char *text, int fiscal_year,
	struct error *err);
/* The name in the language in use. */
const char *catalogue_name(const struct catalogue_entry *entry);
/* Appends "①紙・手作業…" for screen and paper: problem types 1 to 20 only; others are just the
 * name. */
void catalogue_display_name(const struct catalogue *catalogue, const struct catalogue_entry *entry,
	struct strbuf *out);

#endif
