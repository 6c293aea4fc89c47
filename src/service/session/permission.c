#include "config.h"

#include "service/session/permission.h"

#include <string.h>

#include "base/i18n.h"
#include "service/session/cache.h"
#include "service/session/grants.h"

enum { NAMES_SHOWN = 3 };

/* True when the grant is for that unit or one above it. */
static bool permission_covers(const struct role_grant *grant, const struct unit_tree *units,
	const char *unit_code)
{
	if (!unit_code || grant->role == ROLE_ADMIN)
		return true;
	const int unit = units ? unit_tree_find(units, unit_code) : -1;
	const int scope = units ? unit_tree_find(units, grant->unit_code) : -1;
	return unit >= 0 && scope >= 0 && unit_tree_within(units, unit, scope);
}

/* ---- whose roles ----------------------------------------------------------------------------- */

struct looking {
	struct session *session;
	const struct unit_tree *units;
	const char *unit_code;
	unsigned roles;       /* found, or wanted */
	struct strbuf *names; /* of holders; NULL = not asked for */
	int count;
};

static void permission_take_role(const struct role_grant *grant, void *data)
{
	struct looking *looking = data;

	if (strcmp(grant->person_code, looking->session->user) == 0 &&
		permission_covers(grant, looking->units, looking->unit_code))
		looking->roles |= ROLE_BIT(grant->role);
}

unsigned permission_roles(struct session *session, int fiscal_year, const char *unit_code)
{
	/* Where there is no database yet, whoever makes one is its office. */
	if (!session->cache || session->cache->open_house)
		return ROLE_BIT(ROLE_ADMIN);
	struct looking looking = {.session = session, .unit_code = unit_code,
		.units = session_units(session, fiscal_year, NULL),
		.roles = ROLE_BIT(ROLE_VIEWER)};
	grants_each(session, fiscal_year, permission_take_role, &looking);
	return looking.roles;
}

/* A leader may be named twice: by role and by section. */
static void permission_take_name(const struct role_grant *grant, void *data)
{
	struct looking *looking = data;

	if (ROLE_BIT(grant->role) != looking->roles ||
		!permission_covers(grant, looking->units, looking->unit_code))
		return;
	const char *name = people_name(&looking->session->cache->people, grant->person_code,
		grant->person_code);
	if (strstr(strbuf_text(looking->names), name))
		return;
	if (looking->count++)
		strbuf_add_text(looking->names, _(", "));
	strbuf_add_text(looking->names, name);
}

void permission_holders(struct session *session, unsigned roles, int fiscal_year,
	const char *unit_code, struct strbuf *out)
{
	struct strbuf names = {0};
	bool first = true;

	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!(roles & ROLE_BIT(role)))
			continue;
		struct looking looking = {.session = session, .unit_code = unit_code,
			.units = session_units(session, fiscal_year, NULL),
			.roles = ROLE_BIT(role), .names = &names};
		strbuf_clear(&names);
		grants_each(session, fiscal_year, permission_take_name, &looking);
		if (!first)
			strbuf_add_text(out, _(", "));
		first = false;
		/* more than a message can name are named by their role alone */
		if (names.length && looking.count <= NAMES_SHOWN)
			strbuf_addf(out, _("%s (%s)"), role_label((enum role)role),
				strbuf_text(&names));
		else
			strbuf_add_text(out, role_label((enum role)role));
	}
	strbuf_free(&names);
}

bool session_permits(struct session *session, enum permission permission, int fiscal_year,
	const char *unit_code, struct error *err)
{
	unsigned roles = 0;

	for (int role = 0; role < ROLE_COUNT; role++)
		if (role_permits((enum role)role, permission))
			roles |= ROLE_BIT(role);
	if (permission == PERMISSION_READ)
		return true;
	if (session->readonly)
		return error_set(err, ERROR_PERMISSION,
			_("The database is open for reading only; nothing can be changed."));
	if (permission_roles(session, fiscal_year, unit_code) & roles)
		return true;
	struct strbuf holders = {0};
	permission_holders(session, roles, fiscal_year, unit_code, &holders);
	error_set(err, ERROR_PERMISSION,
		_("%s (%s) may not do this here. It takes: %s."),
		session->user_name, role_label(session->role), strbuf_text(&holders));
	strbuf_free(&holders);
	return false;
}
