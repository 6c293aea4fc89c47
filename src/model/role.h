/* role - who may do what (domain.md §1). Roles are tied to units and fiscal years in the store. */
#ifndef MODEL_ROLE_H
#define MODEL_ROLE_H

#include <stdbool.h>

#include "model/choice.h"

enum role { ROLE_VIEWER, ROLE_LEADER, ROLE_HEAD, ROLE_COLLECTOR, ROLE_ADMIN, ROLE_COUNT };
extern const struct choice role_choices[ROLE_COUNT];

#define ROLE_BIT(role) (1u << (role))

/* What can be permitted; the table of which role holds which is in role.c. */
enum permission {
	PERMISSION_READ,
	PERMISSION_WRITE_PROJECT, /* leader and head: own section; admin: everywhere */
	PERMISSION_APPROVE,       /* head: own section */
	PERMISSION_RETURN,        /* collector: own department */
	PERMISSION_EDIT_MASTERS,
	PERMISSION_COUNT,
};

bool role_permits(enum role role, enum permission permission);
const char *role_id(enum role role);
const char *role_label(enum role role);
bool role_parse(const char *text, enum role *role);

#endif
