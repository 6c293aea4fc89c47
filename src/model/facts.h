/* facts - the projects a rollup needs, as columns of small integers and minutes (architecture.md,
 * idea 2). Filled by store/facts_store, read by rollup/.
 */
#ifndef MODEL_FACTS_H
#define MODEL_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/effect.h"

enum dimension {
	DIMENSION_FISCAL_YEAR, DIMENSION_DEPARTMENT, DIMENSION_SECTION, DIMENSION_TEAM,
	DIMENSION_PROBLEM_TYPE, DIMENSION_TOOL, DIMENSION_ANY_TOOL, DIMENSION_STATUS,
	DIMENSION_LEADER, DIMENSION_START_MONTH, DIMENSION_HALF_YEAR, DIMENSION_REPLICABLE,
	DIMENSION_COUNT,
};

struct dimension_info {
	const char *id;    /* "problem-type" (cli.md) */
	const char *label; /* N_() */
	bool has_code;     /* files carry a code column beside the name */
	const char *field_id; /* heading in files: "problem_type" (with "problem_type_code" before it) */
	const char *variants; /* further names that are understood, separated by newlines */
};
extern const struct dimension_info dimensions[DIMENSION_COUNT];
/* -1 when no dimension is called so (id, field id, label or variant; compared by text_key). */
int dimension_parse(const char *text);

/* Entries by text code: open addressing, so that loading a million projects looks codes up fast. */
struct dictionary_index {
	uint16_t *slots; /* entry, 0 = empty */
	size_t slot_count; /* a power of two, or 0 */
};

/* What a code of a dimension stands for. Code 0 is always 未分類/なし; entries are in the order of
 * display (catalogue position, tree order, workflow order, time). Every unit and catalogue row of
 * the years loaded has one, used or not, so that tables can show who has nothing.
 * Codes: fiscal year "2025", start month start_code(), status and the others their ids. */
struct dictionary_entry {
	const char *code; /* "" for entry 0 */
	const char *name; /* in the language in use, problem types without their circled digit;
	                   * 未分類 or なし for entry 0 */
	uint16_t parent;  /* team: its section's code; section: its department's (of the latest year) */
	int first_fiscal_year, last_fiscal_year; /* when it is valid; 0 = open */
};

struct dictionary {
	VEC(struct dictionary_entry) entries; /* never empty: entry 0 is there */
};

enum fact_flags {
	FACT_COUNTED = 1,   /* counts in rollups */
	FACT_DRAFT = 2,     /* left out because: draft or returned */
	FACT_CANCELLED = 4, /* left out because: 中止 */
	FACT_EXCLUDED = 8,  /* left out because: 標準業務 */
	FACT_TOO_LARGE = 16, /* left out because its figures cannot be, though it would count */
	FACT_STAGE = 32,     /* << enum stage: it has a figure of that stage, workflow_stage_known() */
};
_Static_assert(FACT_STAGE << (STAGE_COUNT - 1) <= UINT8_MAX, "one byte holds the flags of a fact");

/* A project that is left out for its figures. Nothing of this program stores such a one; another may. */
struct facts_too_large {
	int fiscal_year, number;
	size_t fact;
};

/* What the stored effect lines of a year's counted projects come to, summed apart from what the
 * projects hold: the independent source of the tie-out (domain.md §5). Without projects whose lines
 * or held figures are too large. */
struct facts_lines {
	int64_t fiscal_year, projects;
	int64_t minutes[STAGE_COUNT][BASIS_COUNT];
	int64_t before[STAGE_COUNT][BASIS_COUNT]; /* of those that know */
};

struct facts {
	size_t count;
	size_t capacity;
	int64_t change; /* the change sequence these facts are as of */
	int64_t history; /* the same of the history, which knows other programs' changes, too */
	bool refreshed;  /* since they were loaded, by facts_store_refresh() */
	int64_t *project_id;
	uint16_t *codes[DIMENSION_COUNT]; /* index into dictionary[d]; NULL for ANY_TOOL */
	uint8_t *flags;                   /* enum fact_flags */
	int64_t *minutes[STAGE_COUNT][BASIS_COUNT];
	/* what the work took, plus one; 0 = not known: what nobody says takes no memory */
	int64_t *before[STAGE_COUNT][BASIS_COUNT];
	int64_t *cost; /* implementation + running, yen; 0 = not given */
	uint32_t *tool_first; /* count + 1 offsets into tool_codes: every tool of a project */
	uint16_t *tool_codes;
	size_t tool_capacity;
	struct dictionary dictionary[DIMENSION_COUNT]; /* ANY_TOOL shares TOOL's entries by copy */
	struct dictionary_index index[DIMENSION_COUNT];
	VEC(struct facts_lines) lines; /* by year in no order; none when a filter was given */
	bool is_filtered;
	VEC(int) counted_years; /* with a filter: the years it lets pass that have a project which
	                         * counts, whether that passes or not */
	VEC(struct facts_too_large) too_large; /* by fiscal year and number */
	struct arena arena; /* texts of the dictionaries */
};

/* Entry 0 of each dictionary; everything else empty. Zero-initialise first. */
void facts_init(struct facts *facts);
/* Brings too_large in the order of the numbers, and drops those whose flags say otherwise by now. */
void facts_settle_too_large(struct facts *facts);
/* Room for one more project, everything zero; returns its index. */
size_t facts_add(struct facts *facts);
/* Room for that many projects at once, when the number is known. */
void facts_reserve(struct facts *facts, size_t count);
/* One more tool of the project added last; its first becomes codes[DIMENSION_TOOL]. */
void facts_add_tool(struct facts *facts, uint16_t tool);
/* Adds a dictionary entry (texts are copied) and gives its code; refused past 65,535. A text code
 * that is already there keeps its entry and gives that one. A tool is added to any-tool as well. */
bool facts_add_entry(struct facts *facts, enum dimension dimension, const char *code,
	const char *name, uint16_t parent, uint16_t *result, struct error *err);
/* False, with the message that a dimension has too many entries. */
bool facts_too_many(enum dimension dimension, struct error *err);
/* Whether a project has a figure of that stage, though it may be 0. */
bool facts_has_stage(const struct facts *facts, size_t fact, enum stage stage);
/* What the work of a project took, in minutes; false where it does not know. */
bool facts_before(const struct facts *facts, size_t fact, enum stage stage, enum basis basis,
	int64_t *minutes);
/* The code of an entry by its text code, 0 when there is none. */
uint16_t facts_find(const struct facts *facts, enum dimension dimension, const char *code);
/* Everything is zero again; facts_init() makes it usable. */
void facts_free(struct facts *facts);

#endif
