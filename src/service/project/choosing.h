/* choosing - what a field of the form may be given: teams, people, problem types, tools. */
#ifndef SERVICE_PROJECT_CHOOSING_H
#define SERVICE_PROJECT_CHOOSING_H

#include "base/mem.h"
#include "base/vec.h"
#include "service/session/session.h"

struct choice_item {
	const char *value;   /* what the field is set to: a code or a name */
	const char *label;
	const char *reading; /* kana and other words it is found by; "" = none */
	const char *hint;    /* "" = none */
};
/* Zero-initialise to use. */
struct choosing {
	VEC(struct choice_item) items;
	struct arena arena; /* holds the texts */
};
void choosing_free(struct choosing *choosing);

/* The teams of the year that the user may write projects for, in the order of the tree. */
bool choosing_teams(struct session *session, int fiscal_year, struct choosing *choosing,
	struct error *err);
/* The section's DX leaders of the year, then who else holds a role in it; nobody for "". */
bool choosing_people(struct session *session, int fiscal_year, const char *section_code,
	struct choosing *choosing, struct error *err);
/* The rows that are valid in the year, by position. */
void choosing_catalogue(struct session *session, enum catalogue_kind kind, int fiscal_year,
	struct choosing *choosing);
/* The DX leader of the section and year when there is exactly one; NULL otherwise. */
const char *choosing_only_leader(struct session *session, int fiscal_year,
	const char *section_code);
/* A login name as people know it: the person's name where there is one. */
const char *choosing_person_name(struct session *session, const char *code);

#endif
