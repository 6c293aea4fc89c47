/* unit - the tree body > department > section > team, dated by fiscal year (domain.md §1). */
#ifndef MODEL_UNIT_H
#define MODEL_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/choice.h"

enum unit_kind { UNIT_BODY, UNIT_DEPARTMENT, UNIT_SECTION, UNIT_TEAM, UNIT_KIND_COUNT };
extern const struct choice unit_kinds[UNIT_KIND_COUNT];

/* One version of a unit: a rename or a move makes a new version of the same code. */
struct unit {
	int64_t id;
	const char *code;        /* stable over the years */
	enum unit_kind kind;
	const char *name;
	const char *parent_code; /* "" for the body */
	int first_fiscal_year;
	int last_fiscal_year;    /* 0 = still there */
	const char *successor_code; /* "" = none */
	bool lead_section;       /* 主管課: collects for its department */
	int position;            /* order among siblings */
	const char *reading;     /* in kana, as typed; NULL or "" = nobody has */
};

/* The units of one fiscal year, in tree order (each parent before its children, siblings by
 * position then code). Built by store/unit_store. */
struct unit_node {
	struct unit unit;
	int parent;      /* index, -1 for the body */
	int department;  /* index of the department this one is in or is; -1 above */
	int section;     /* index of the section this one is in or is; -1 above */
	int depth;       /* 0 body, 1 department, 2 section, 3 team */
	int end;         /* one past the last unit below it: the subtree is [index, end) */
};

struct unit_tree {
	int fiscal_year;
	VEC(struct unit_node) nodes;
	int *by_code; /* indexes sorted by code, for unit_tree_find */
	struct unit_names *names; /* made when unit_tree_resolve() is first asked for one */
	struct unit_readings *readings; /* made when unit_tree_found_by() is first asked for one */
	struct arena arena; /* holds the texts */
};

/* Orders nodes into a tree and indexes them; a code that stands twice, a second body, and units
 * whose parent is missing that year or is no larger unit are refused with their code. Takes over
 * nodes already in tree->nodes (unit fields filled). */
bool unit_tree_build(struct unit_tree *tree, struct error *err);
void unit_tree_free(struct unit_tree *tree);
/* Index of the unit with that code, or -1. */
int unit_tree_find(const struct unit_tree *tree, const char *code);
/* Likewise of a code as somebody typed it: in full width, with blanks around it. */
int unit_tree_find_typed(const struct unit_tree *tree, const char *code);
/* The unit a text means: its code (which wins over everything else), its name when only one unit of
 * that kind bears it, or names from the top joined as in a sheet, in one text (福祉保健部 児童課 第一班,
 * 児童課/第一班) or apart (department and section, each a name or a code, NULL or "" when not known;
 * those not above kind are ignored). Names are compared by text_key; one spelt exactly so goes
 * first. Returns the index; -1 with a message that lists candidates when none or several fit. */
int unit_tree_resolve(const struct unit_tree *tree, enum unit_kind kind, const char *department,
	const char *section, const char *name, struct error *err);
/* The unit of that kind (UNIT_KIND_COUNT: of any) that a text alone means, read in the same way; -1, with a message
 * that lists them where several do, and none where nothing does. */
int unit_tree_named(const struct unit_tree *tree, enum unit_kind kind, const char *text, struct error *err);
/* What a unit is found by besides its name, a line each: its kana, as typed or else as the words of
 * its name are read, and its code. */
const char *unit_tree_found_by(const struct unit_tree *tree, int node);
/* Indexes of this tree. True when descendant is ancestor or lies below it. */
bool unit_tree_within(const struct unit_tree *tree, int descendant, int ancestor);
/* Units of that kind in the subtree of below; -1 for the whole tree. */
size_t unit_tree_count(const struct unit_tree *tree, enum unit_kind kind, int below);

const char *unit_kind_id(enum unit_kind kind);
const char *unit_kind_label(enum unit_kind kind);
bool unit_kind_parse(const char *text, enum unit_kind *kind);

#endif
