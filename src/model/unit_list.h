/* unit_list - units as an office's own lists name them (domain.md §1): by levels (部局, 所属, 班), by the unit above, in
 * order; with or without codes. What the tree of the year has is found by code, or by name below its parent, so that
 * the same list, or a longer one, finds the same units again; the others get codes in the shape of those there are. */
#ifndef MODEL_UNIT_LIST_H
#define MODEL_UNIT_LIST_H

#include "base/strbuf.h"
#include "base/strmap.h"
#include "model/unit.h"

struct unit_list_entry {
	int64_t line;        /* of the file */
	size_t row, column;  /* where its name stands: the caller's affair */
	enum unit_kind kind; /* UNIT_KIND_COUNT: one smaller than what it stands below */
	const char *code;    /* "" = to be found by name, or proposed */
	const char *name;    /* "" = that of the code */
	const char *above;   /* code or name of the unit that it stands below; "" = parent says it */
	int parent;          /* entry; -1 = there is none */
	int parent_node;     /* of the tree; -1 = there is none: it stands below the body */
	bool by_order;       /* parent is only the last larger one above: what is found by code stays where it is */
	int twin;            /* an earlier entry that is the same unit; -1 = there is none */
	int node;            /* of the tree; -1 = a new unit */
	bool proposed;       /* the code is */
	const char *fault;   /* why it cannot be, translated; NULL = it can */
	int state;           /* of settling */
};

struct unit_list {
	const struct unit_tree *tree; /* of the year */
	VEC(struct unit_list_entry) entries;
	struct strmap taken;  /* codes that cannot be proposed */
	struct strmap elsewhere; /* kind, code above, name of units of other years → codes */
	VEC(const char *) codes_elsewhere;
	struct strmap same;   /* what is known of entries: kind, parent, name → entry */
	struct strmap units;  /* what is settled: the unit → entry */
	struct strmap codes;  /* likewise, by its code */
	struct strmap named;  /* name or code → entry, -1 = several */
	struct arena arena;
};
/* Zero-initialise, and set the tree. */
void unit_list_free(struct unit_list *list);

/* A code that a unit of some year has: it is not proposed to another. A new entry of that kind and name below the
 * unit of the code `above` ("" = the body) is the same unit, and gets it. */
void unit_list_take(struct unit_list *list, const char *code);
void unit_list_elsewhere(struct unit_list *list, enum unit_kind kind, const char *above, const char *name,
	const char *code);
/* Adds an entry, whose texts are copied; returns its place. One of the same kind, parent (and above), name and code
 * as an earlier one is that one. */
int unit_list_add(struct unit_list *list, const struct unit_list_entry *entry);
/* Once all are there: fills kind, parent, node, name and code of each, or its fault. */
void unit_list_settle(struct unit_list *list);
/* The code of what an entry stands below; that of the body where it names nothing. */
const char *unit_list_parent_code(const struct unit_list *list, int entry);
/* Appends the names from the top: 総務部 人事課 給与班. */
void unit_list_path(const struct unit_list *list, int entry, struct strbuf *out);

/* ---- unit_list_codes.c ---- */

/* A code for a new entry below the unit of the code `parent`: as those beside it, else as others of its kind, else two
 * digits more than the parent; the next number that no unit has or had. */
const char *unit_list_propose(struct unit_list *list, int entry, const char *parent);

#endif
