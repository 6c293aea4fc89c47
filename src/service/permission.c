#include "config.h"

#include "service/permission.h"

#include <string.h>

#include "base/i18n.h"
#include "service/cache.h"

enum { NAMES_SHOWN = 3 };

static bool is_in_force(const struct role_grant *grant, int fiscal_year)
{
	return grant->first_fiscal_year <= fiscal_year &&
		(!grant->last_fiscal_year || grant->last_fiscal_year >= fiscal_year);
}

/* True when the grant is for that unit or one above it. */
static bool covers(const struct role_grant *grant, const struct unit_tree *units,
	const char *unit_code)
{
	if (!unit_code || grant->role == ROLE_ADMIN)
		return true;
	const int unit = units ? unit_tree_find(units, unit_code) : -1;
	const int scope = units ? unit_tree_find(units, grant->unit_code) : -1;
	return unit >= 0 && scope >= 0 && unit_tree_within(units, unit, scope);
}

unsigned permission_roles(struct session *session, int fiscal_year, const char *unit_code)
{
	unsigned roles = ROLE_BIT(ROLE_VIEWER);

	/* Where there is no database yet, whoever makes one is its office. */
	if (!session->cache || session->cache->open_house)
		return ROLE_BIT(ROLE_ADMIN);
	const struct people *people = &session->cache->people;
	const struct unit_tree *units = session_units(session, fiscal_year, NULL);
	for (size_t i = 0; i < people->grants.count; i++) {
		const struct role_grant *grant = &people->grants.items[i];
		if (strcmp(grant->person_code, session->user) == 0 &&
			is_in_force(grant, fiscal_year) && covers(grant, units, unit_code))
			roles |= ROLE_BIT(grant->role);
	}
	return roles;
}

static const char *name_of(const struct people *people, const char *code)
{
	for (size_t i = 0; i < people->people.count; i++)
		if (strcmp(people->people.items[i].code, code) == 0)
			return people->people.items[i].name;
	return code;
}

/* Nothing where more hold it than a message can name. */
static void add_names(struct session *session, enum role role, int fiscal_year,
	const char *unit_code, struct strbuf *names)
{
	const struct people *people = &session->cache->people;
	const struct unit_tree *units = session_units(session, fiscal_year, NULL);
	int count = 0;

	for (size_t i = 0; i < people->grants.count; i++) {
		const struct role_grant *grant = &people->grants.items[i];
		if (grant->role != role || !is_in_force(grant, fiscal_year) ||
			!covers(grant, units, unit_code))
			continue;
		if (count++)
			strbuf_add_text(names, _(", "));
		strbuf_add_text(names, name_of(people, grant->person_code));
	}
	if (count > NAMES_SHOWN)
		strbuf_clear(names);
}

void permission_holders(struct session *session, unsigned roles, int fiscal_year,
	const char *unit_code, struct strbuf *out)
{
	struct strbuf names = {0};
	bool first = true;

	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!(roles & ROLE_BIT(role)))
			continue;
		if (!first)
			strbuf_add_text(out, _(", "));
		first = false;
		strbuf_clear(&names);
		add_names(session, (enum role)role, fiscal_year, unit_code, &names);
		if (names.length)
			strbuf_addf(out, _("%s (%s)"), role_label((enum role)role),
				strbuf_text(&names));
		else
			strbuf_add_text(out, role_label((enum role)role));
	}
	strbuf_free(&names);
}

static unsigned roles_that_permit(enum permission permission)
{
	unsigned roles = 0;

	for (int role = 0; role < ROLE_COUNT; role++)
		if (role_permits((enum role)role, permission))
			roles |= ROLE_BIT(role);
	return roles;
}

bool session_permits(struct session *session, enum permission permission, int fiscal_year,
	const char *unit_code, struct error *err)
{
	const unsigned roles = roles_that_permit(permission);

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
