/* body_units - departments, sections and teams, with some that close, begin, change their names or move. */
#include "body.h"

enum { FOUNDED = 2020, REFORMED = 2025 };

static void body_span(struct body *body, struct body_unit *unit)
{
	unit->first = FOUNDED;
	if (chance_of(body->chance, 10))
		unit->first = REFORMED;
	else if (chance_of(body->chance, 12))
		unit->last = REFORMED - 1;
}

static void body_unit_row(struct body *body, const struct body_unit *unit, const char *kind, const char *name,
	const char *successor)
{
	BODY_ROW(body, &body->units, unit->code, kind, name, unit->above, body_figure(body, unit->first),
		unit->last ? body_figure(body, unit->last) : "", successor,
		body_figure(body, chance_from(body->chance, 0, 4)));
}

/* A version of the same unit from the reform on: by another name. */
static void body_renamed(struct body *body, const struct body_unit *unit, const char *kind, const char *name)
{
	struct body_unit later = *unit;

	if (unit->first != FOUNDED || unit->last || !chance_of(body->chance, 12))
		return;
	later.first = REFORMED;
	body_unit_row(body, &later, kind, name, "");
}

static void body_teams(struct body *body, const struct body_unit *section)
{
	for (int64_t t = chance_from(body->chance, 0, 3); t > 0; t--) {
		struct body_unit team = *section;
		const struct body_unit *const other = body->teams.count ?
			&body->teams.items[body->teams.count - 1] : NULL;

		team.code = pool_print(body->pool, "%s%02lld", section->code, (long long)t);
		team.above = section->code;
		if (!section->last && section->first == FOUNDED)
			body_span(body, &team);
		const bool to_other = team.last && other && !other->last;
		body_unit_row(body, &team, "team", body_name(body, "班"), to_other ? other->code : "");
		body_renamed(body, &team, "team", body_name(body, "係"));
		*LIST_ADD(body->pool, &body->teams) = team;
	}
}

static void body_sections(struct body *body, const struct body_unit *department)
{
	for (int64_t s = chance_from(body->chance, 0, 4); s > 0; s--) {
		struct body_unit section = {.above = department->code};
		const struct body_unit *const other = body->sections.count ?
			&body->sections.items[body->sections.count - 1] : NULL;

		section.code = pool_print(body->pool, "%s%02lld", department->code, (long long)s);
		body_span(body, &section);
		const bool to_other = section.last && other && !other->last;
		body_unit_row(body, &section, "section", body_name(body, "課"), to_other ? other->code : "");
		body_renamed(body, &section, "section", body_name(body, "室"));
		*LIST_ADD(body->pool, &body->sections) = section;
		body_teams(body, &section);
	}
}

void body_units(struct body *body)
{
	static const char *const codes[] = {"01", "02", "D3", "ｄ４", "5"};

	BODY_ROW(body, &body->units, "code", "kind", "name", "parent_code", "first_fiscal_year",
		"last_fiscal_year", "successor_code", "position");
	for (int64_t d = chance_from(body->chance, 1, 5); d > 0; d--) {
		const struct body_unit department = {codes[d - 1], "990009", FOUNDED, 0};

		body_unit_row(body, &department, "department", body_name(body, "部"), "");
		body_renamed(body, &department, "department", body_name(body, "局"));
		*LIST_ADD(body->pool, &body->departments) = department;
		body_sections(body, &department);
	}
}
