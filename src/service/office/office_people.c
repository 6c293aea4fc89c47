/* office_people - people, their roles, the DX leaders of sections. */
#include "config.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/office/private.h"
#include "service/session/cache.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

bool office_choose_person(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	const struct people *people = &session->cache->people;

	(void)fiscal_year;
	(void)err;
	for (size_t i = 0; i < people->people.count; i++)
		office_add_choice(choices, people->people.items[i].code,
			people->people.items[i].name);
	return true;
}

/* ---- people ---------------------------------------------------------------------------------- */

enum { PERSON_CODE };

/* Who has roles, has led or has been trained stays on record. */
static bool apply_person(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	const struct people *people = &session->cache->people;
	const char *code = before ? before->cells[PERSON_CODE] : "";
	bool used = false;

	(void)arena;
	if (!before || (row && strcmp(row->cells[PERSON_CODE], code) == 0))
		return true;
	for (size_t i = 0; i < people->grants.count; i++)
		used = used || strcmp(people->grants.items[i].person_code, code) == 0;
	for (size_t i = 0; i < people->leaders.count; i++)
		used = used || strcmp(people->leaders.items[i].person_code, code) == 0;
	return !used || error_set(err, ERROR_DATA,
		_("“%s” has roles or leads a section; take those away first, or say that the person is no longer active."),
		code);
}

static const struct office_source person_source = {
	"person", {"code", "name", "kana", "email", "active"}, 1, false, "code"};
static const struct office_field person_fields[] = {
	{"code", N_("Login name"), OFFICE_CODE, .required = true},
	{"name", N_("Person name"), OFFICE_TEXT, .required = true},
	{"kana", N_("Kana"), OFFICE_TEXT, .required = false},
	{"email", N_("Mail address"), OFFICE_TEXT, .required = false},
	{"active", N_("Active"), OFFICE_FLAG, .required = true, .initial = "1"},
};
const struct office_table office_persons = {"people", N_("People"),
	N_("who uses the program, by login name"), &person_source, person_fields,
	COUNT_OF(person_fields), -1, apply_person};

/* ---- roles ----------------------------------------------------------------------------------- */

enum { ROLE_PERSON, ROLE_ROLE, ROLE_UNIT, ROLE_FIRST, ROLE_LAST };

static bool choose_role(struct session *session, int fiscal_year, struct office_choices *choices,
	struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int role = 0; role < ROLE_COUNT; role++)
		office_add_choice(choices, role_id((enum role)role), role_label((enum role)role));
	return true;
}

/* Once anyone has a role, only an administrator can give more: there must be one who stays. */
static bool is_administered(struct session *session, const struct office_row *before,
	const struct office_row *row, struct error *err)
{
	const struct people *people = &session->cache->people;
	size_t others = 0, admins = 0;

	for (size_t i = 0; i < people->grants.count; i++) {
		const struct role_grant *grant = &people->grants.items[i];
		const bool itself = before &&
			strcmp(grant->person_code, before->cells[ROLE_PERSON]) == 0 &&
			strcmp(role_id(grant->role), before->cells[ROLE_ROLE]) == 0 &&
			strcmp(grant->unit_code, before->cells[ROLE_UNIT]) == 0 &&
			grant->first_fiscal_year == office_year(before, ROLE_FIRST);

		others += !itself;
		admins += !itself && grant->role == ROLE_ADMIN && grant->last_fiscal_year == 0;
	}
	const bool stays = row && strcmp(row->cells[ROLE_ROLE], role_id(ROLE_ADMIN)) == 0 &&
		office_year(row, ROLE_LAST) == 0;
	return admins > 0 || stays || (!row && others == 0) ||
		error_set(err, ERROR_DATA,
			_("Nobody would be left to administer the database: give at least one person the role admin."));
}

static bool apply_role(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	(void)arena;
	if (!row)
		return is_administered(session, before, NULL, err);
	const int first = office_year(row, ROLE_FIRST), last = office_year(row, ROLE_LAST);
	const struct unit_tree *units = session_units(session, first, err);
	if (!units)
		return false;
	if (last && last < first)
		return error_set(err, ERROR_DATA, _("The last year comes before the first."));
	if (unit_tree_find(units, row->cells[ROLE_UNIT]) < 0)
		return error_set(err, ERROR_DATA,
			_("There is no such unit in the role's first fiscal year."));
	return is_administered(session, before, row, err);
}

static const struct office_source role_source = {"role_grant",
	{"person_code", "role", "unit_code", "first_fiscal_year", "last_fiscal_year"}, 4, false,
	"person_code, first_fiscal_year, role, unit_code"};
static const struct office_field role_fields[] = {
	{"person_code", N_("Person"), OFFICE_TEXT, .required = true,
		.choices = office_choose_person},
	{"role", N_("Role"), OFFICE_TEXT, .required = true, .choices = choose_role},
	{"unit_code", N_("Unit"), OFFICE_TEXT, .required = true, .choices = office_choose_unit},
	{"first_fiscal_year", N_("First fiscal year"), OFFICE_YEAR, .required = true},
	{"last_fiscal_year", N_("Last fiscal year"), OFFICE_LAST_YEAR, .required = false},
};
const struct office_table office_roles = {"roles", N_("Roles"),
	N_("who may do what, for which unit, in which fiscal years"), &role_source, role_fields,
	COUNT_OF(role_fields), ROLE_FIRST, apply_role};

/* ---- DX leaders ------------------------------------------------------------------------------ */

enum { LEADER_YEAR, LEADER_SECTION, LEADER_PERSON, LEADER_FROM, LEADER_TO };

static bool read_days(struct office_row *row, struct arena *arena, struct date *from,
	struct date *to, struct error *err)
{
	const int year = office_year(row, LEADER_YEAR);
	char text[11];

	*from = fiscal_year_first_day(year);
	*to = fiscal_year_last_day(year);
	if (*row->cells[LEADER_FROM] && !date_parse(row->cells[LEADER_FROM], false, from, err))
		return false;
	if (*row->cells[LEADER_TO] && !date_parse(row->cells[LEADER_TO], false, to, err))
		return false;
	if (fiscal_year_of(*from) != year || fiscal_year_of(*to) != year)
		return error_set(err, ERROR_DATA, _("The days must lie in the fiscal year."));
	if (date_compare(*to, *from) < 0)
		return error_set(err, ERROR_DATA, _("The last day comes before the first."));
	date_format(*from, text);
	row->cells[LEADER_FROM] = arena_strdup(arena, text);
	return true;
}

/* Ends the time of a leader who is taken over from on the day before. */
static bool hand_over(struct session *session, const struct leader *leader, struct date from,
	struct error *err)
{
	struct leader ended = *leader;
	char text[11];
	bool changed;

	date_format(date_day_before(from), text);
	ended.to = text;
	return unit_store_put_leader(session->store, &ended, &changed, err);
}

/* A section has one leader at a time: a new one takes over from one whose time is open. */
static bool apply_leader(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	const struct people *people = &session->cache->people;
	struct date from, to;

	if (!row)
		return true;
	if (!read_days(row, arena, &from, &to, err))
		return false;
	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *other = &people->leaders.items[i];
		struct date begun, ended = to;

		if (other->fiscal_year != office_year(row, LEADER_YEAR) ||
			strcmp(other->section_code, row->cells[LEADER_SECTION]) != 0 ||
			(before && strcmp(other->person_code, before->cells[LEADER_PERSON]) == 0) ||
			!date_parse(other->from, false, &begun, NULL))
			continue;
		if (*other->to && !date_parse(other->to, false, &ended, NULL))
			continue;
		if (!*other->to && date_compare(begun, from) < 0) {
			if (!hand_over(session, other, from, err))
				return false;
		} else if (date_compare(begun, to) <= 0 && date_compare(from, ended) <= 0) {
			return error_set(err, ERROR_DATA,
				_("%s leads the section then (from %s); a section has one leader at a time."),
				other->person_code, other->from);
		}
	}
	return true;
}

static const struct office_source leader_source = {"leader",
	{"fiscal_year", "section_code", "person_code", "from_date", "to_date"}, 3, false,
	"fiscal_year DESC, section_code, from_date"};
static const struct office_field leader_fields[] = {
	{"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	{"section_code", N_("Section"), OFFICE_TEXT, .required = true,
		.choices = office_choose_section},
	{"person_code", N_("Person"), OFFICE_TEXT, .required = true,
		.choices = office_choose_person},
	{"from", N_("Leads from"), OFFICE_DATE, .required = false},
	{"to", N_("Leads until"), OFFICE_DATE, .required = false},
};
const struct office_table office_leaders = {"leaders", N_("DX leaders"),
	N_("one a section and fiscal year, with the days of a hand-over"), &leader_source,
	leader_fields, COUNT_OF(leader_fields), LEADER_YEAR, apply_leader};
