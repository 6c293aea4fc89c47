/* unit_store - units, people, roles and leaders in the database (domain.md §1). */
#ifndef STORE_UNIT_STORE_H
#define STORE_UNIT_STORE_H

#include "base/error.h"
#include "model/role.h"
#include "model/unit.h"
#include "store/store.h"

/* The tree of a fiscal year. unit_tree_free() frees. */
bool unit_store_tree(struct store *store, int fiscal_year, struct unit_tree *tree,
	struct error *err);
/* Every version of every unit, by code and first year; for export. Nodes carry units only. */
bool unit_store_all(struct store *store, struct unit_tree *list, struct error *err);
/* True when the tree of that fiscal year and of each later one is whole: no unit without the one above it. */
bool unit_store_whole(struct store *store, int fiscal_year, struct error *err);
/* Inserts, or replaces the version with the same code and first year. */
bool unit_store_put(struct store *store, const struct unit *unit, bool *changed, struct error *err);

/* How many projects of that fiscal year or later belong to the unit or to one below it. */
bool unit_store_used(struct store *store, const char *code, int fiscal_year, int64_t *projects,
	struct error *err);

struct person {
	const char *code; /* login name */
	const char *name;
	const char *kana;
	const char *email;
	bool active;
};
struct role_grant {
	const char *person_code;
	enum role role;
	const char *unit_code;
	int first_fiscal_year;
	int last_fiscal_year; /* 0 = open */
};
struct leader {
	int fiscal_year;
	const char *section_code;
	const char *person_code;
	const char *from; /* ISO date */
	const char *to;   /* "" = to the end of the year */
};
struct people {
	VEC(struct person) people;
	VEC(struct role_grant) grants;
	VEC(struct leader) leaders;
	struct arena arena;
};
bool unit_store_people(struct store *store, struct people *people, struct error *err);
void people_free(struct people *people);
/* Otherwise when nobody has that code. */
const char *people_name(const struct people *people, const char *code, const char *otherwise);

#endif
