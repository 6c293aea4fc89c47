/* session - who works on which database, in which role, unit and fiscal year. */
#ifndef SERVICE_SESSION_SESSION_H
#define SERVICE_SESSION_SESSION_H

#include <stdbool.h>

#include "base/error.h"
#include "base/progress.h"
#include "model/catalogue.h"
#include "model/project.h"
#include "model/role.h"
#include "model/unit.h"
#include "store/store.h"

struct session_options {
	const char *target;  /* file or URL; NULL = $URANIWA_DB, else the XDG data folder */
	int fiscal_year;     /* 0 = that of today */
	const char *user;    /* NULL = login name */
	bool readonly;
};

struct session {
	struct store *store;
	struct store_body body;
	char user[64];
	char user_name[128];   /* as in people, else the login name */
	enum role role;        /* the widest role of the user in the fiscal year */
	char unit_code[64];    /* the unit that role is tied to; the body's code for admin and viewer */
	int fiscal_year;
	bool readonly;
	int rules_year; /* what if the exclusion rules of that year applied? 0 = as it is */
	int units_year; /* figures under the units of that year, by succession; 0 = each its own */
	struct catalogue problem_types;
	struct catalogue tools;
	struct progress progress; /* of long work; set by whoever waits, once the session is open */
	struct session_cache *cache; /* unit trees by year, facts; private to service/ */
};

/* Of a missing database fails with error detail "missing".
 *
 * Role: a database in which nobody has been given a role yet is its creator's (admin); else the
 * widest the user holds in the fiscal year (permission.h); else viewer. */
bool session_open(struct session *session, const struct session_options *options,
	struct error *err);
void session_close(struct session *session);
/* Looks the role up again for that year. */
bool session_set_fiscal_year(struct session *session, int fiscal_year, struct error *err);
/* The latest fiscal year that holds a project; the session's own when there is none. */
int session_latest_fiscal_year(struct session *session);

/* The units of a year, cached; owned by the session. NULL on failure. */
const struct unit_tree *session_units(struct session *session, int fiscal_year,
	struct error *err);
/* What project texts of that year are read against. False when the tree cannot be had. */
bool session_context(struct session *session, int fiscal_year, struct project_context *context,
	struct error *err);
/* Drops caches of what someone else changed; true when something was dropped. */
bool session_refresh(struct session *session);

/* Drops every cache, whether or not anything changed. */
void session_forget(struct session *session);

/* The session's parameters for a year, with the shipped defaults. */
int session_hours_per_person_year(struct session *session, int fiscal_year);
int session_working_days(struct session *session, int fiscal_year);
/* Yen; 0 where none is set. */
int64_t session_hourly_rate(struct session *session, int fiscal_year);

/* True when a role of the user permits it on that unit (NULL: anywhere) in that year; in
 * permission.c. The message says who may. --readonly refuses everything but reading. */
bool session_permits(struct session *session, enum permission permission, int fiscal_year,
	const char *unit_code, struct error *err);

#endif
