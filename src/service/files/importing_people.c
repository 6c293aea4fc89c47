/* importing_people - import of people, roles and leaders. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/files/importer.h"
#include "store/unit_store.h"

static void nothing_to_release(struct importer *importer)
{
	(void)importer;
}

static bool nothing_to_finish(struct importer *importer, struct error *err)
{
	(void)importer;
	(void)err;
	return true;
}

/* ---- people and their roles ------------------------------------------------------------------- */

enum { PERSON_CODE, PERSON_NAME, PERSON_KANA, PERSON_EMAIL, PERSON_ACTIVE, PERSON_ROLE,
	PERSON_UNIT, PERSON_FIRST, PERSON_LAST };

static bool begin_people(struct importer *importer, struct error *err)
{
	struct people people = {0};

	if (!importer_begin_masters(importer, err) ||
		!unit_store_people(importer->session->store, &people, err))
		return false;
	for (size_t i = 0; i < people.people.count; i++)
		strmap_put(&importer->stored, people.people.items[i].code, 1);
	people_free(&people);
	return true;
}

enum reading { READ, REJECTED, FAILED };

/* A unit that exists in the role's first year. */
static enum reading unit_cell(struct importer *importer, const struct sheet_row *row,
	int fiscal_year, struct error *err)
{
	const struct unit_tree *units = session_units(importer->session, fiscal_year, err);

	if (!units)
		return FAILED;
	if (unit_tree_find(units, row->cells[PERSON_UNIT]) >= 0)
		return READ;
	importer_reject(importer, row, PERSON_UNIT,
		_("There is no such unit in the role's first fiscal year."));
	return REJECTED;
}

/* The grant of a row that has a role. */
static enum reading read_grant(struct importer *importer, const struct sheet_row *row,
	struct role_grant *grant, struct error *err)
{
	*grant = (struct role_grant){
		.person_code = row->cells[PERSON_CODE], .unit_code = row->cells[PERSON_UNIT]};
	if (!*row->cells[PERSON_ROLE])
		return READ;
	if (!role_parse(row->cells[PERSON_ROLE], &grant->role)) {
		importer_reject(importer, row, PERSON_ROLE,
			_("A role is viewer, leader, head, collector or admin."));
		return REJECTED;
	}
	if (!importer_required_cell(importer, row, PERSON_UNIT) ||
		!importer_year_cell(importer, row, PERSON_FIRST, importer->session->fiscal_year,
			&grant->first_fiscal_year) ||
		!importer_year_cell(importer, row, PERSON_LAST, 0, &grant->last_fiscal_year))
		return REJECTED;
	if (grant->last_fiscal_year && grant->last_fiscal_year < grant->first_fiscal_year) {
		importer_reject(importer, row, PERSON_LAST,
			_("The last year comes before the first."));
		return REJECTED;
	}
	return unit_cell(importer, row, grant->first_fiscal_year, err);
}

static bool row_person(struct importer *importer, const struct sheet_row *row, struct error *err)
{
	struct store *store = importer->session->store;
	struct person person = {.code = row->cells[PERSON_CODE], .name = row->cells[PERSON_NAME],
		.kana = row->cells[PERSON_KANA], .email = row->cells[PERSON_EMAIL]};
	struct role_grant grant;
	bool person_changed, grant_changed = false;

	if (!importer_required_cell(importer, row, PERSON_CODE) ||
		!importer_required_cell(importer, row, PERSON_NAME) ||
		!importer_flag_cell(importer, row, PERSON_ACTIVE, true, &person.active))
		return true;
	const enum reading reading = read_grant(importer, row, &grant, err);
	if (reading != READ)
		return reading == REJECTED;
	if (!unit_store_put_person(store, &person, &person_changed, err))
		return false;
	if (*row->cells[PERSON_ROLE] && !unit_store_put_grant(store, &grant, &grant_changed, err))
		return false;
	importer_count(importer, row, person.code, person.code, person_changed || grant_changed);
	return true;
}

/* Once anyone has a role, only an administrator can give more: there must be one. */
static bool finish_people(struct importer *importer, struct error *err)
{
	struct people people = {0};
	bool administered = false;

	if (!unit_store_people(importer->session->store, &people, err))
		return false;
	for (size_t i = 0; i < people.grants.count; i++)
		administered = administered || people.grants.items[i].role == ROLE_ADMIN;
	const bool locked = people.grants.count > 0 && !administered;
	people_free(&people);
	return !locked ||
		error_set(err, ERROR_DATA,
			_("Nobody would be left to administer the database: give at least one person the role admin."));
}

/* ---- leaders ------------------------------------------------------------------------------------ */

enum { LEADER_YEAR, LEADER_SECTION, LEADER_PERSON, LEADER_NAME, LEADER_FROM, LEADER_TO };

static bool begin_leaders(struct importer *importer, struct error *err)
{
	char key[192];

	if (!importer_begin_masters(importer, err))
		return false;
	struct people *people = xcalloc(1, sizeof *people);
	importer->state = people;
	if (!unit_store_people(importer->session->store, people, err))
		return false;
	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];
		snprintf(key, sizeof key, "%d/%s/%s", leader->fiscal_year, leader->section_code,
			leader->from);
		strmap_put(&importer->stored, key, 1);
	}
	return true;
}

static void release_leaders(struct importer *importer)
{
	if (importer->state)
		people_free(importer->state);
	free(importer->state);
}

/* The person a row means: by code, or by a name that only one person bears. NULL when rejected. */
static const char *person_cell(struct importer *importer, const struct sheet_row *row)
{
	const struct people *people = importer->state;
	const bool by_code = *row->cells[LEADER_PERSON] != '\0';
	const int column = by_code ? LEADER_PERSON : LEADER_NAME;
	const char *found = NULL;
	size_t matches = 0;

	if (!importer_required_cell(importer, row, column))
		return NULL;
	for (size_t i = 0; i < people->people.count; i++) {
		const struct person *person = &people->people.items[i];
		if (strcmp(by_code ? person->code : person->name, row->cells[column]) != 0)
			continue;
		found = person->code;
		matches++;
	}
	if (matches == 1)
		return found;
	importer_reject(importer, row, column,
		matches ? _("Several people bear this name; give the person's code.") :
			  _("There is no such person; import the people first."));
	return NULL;
}

static bool row_leader(struct importer *importer, const struct sheet_row *row, struct error *err)
{
	struct leader leader = {.section_code = row->cells[LEADER_SECTION]};
	char from[11], to[11], key[192];
	int64_t earlier;
	bool changed;

	if (!importer_required_cell(importer, row, LEADER_SECTION) ||
		!(leader.person_code = person_cell(importer, row)) ||
		!importer_year_cell(importer, row, LEADER_YEAR, importer->session->fiscal_year,
			&leader.fiscal_year) ||
		!importer_date_cell(importer, row, LEADER_FROM, from) ||
		!importer_date_cell(importer, row, LEADER_TO, to))
		return true;
	if (!*from)
		date_format(fiscal_year_first_day(leader.fiscal_year), from);
	leader.from = from;
	leader.to = to;
	const struct unit_tree *units =
		session_units(importer->session, leader.fiscal_year, err);
	if (!units)
		return false;
	const int section = unit_tree_find(units, leader.section_code);
	if (section < 0 || units->nodes.items[section].unit.kind != UNIT_SECTION)
		return importer_reject(importer, row, LEADER_SECTION,
			_("There is no such section in that fiscal year."));
	snprintf(key, sizeof key, "%d/%s/%s", leader.fiscal_year, leader.section_code, from);
	if (!importer_first(importer, key, row->line, &earlier))
		return importer_reject_second(importer, row, earlier);
	if (!unit_store_put_leader(importer->session->store, &leader, &changed, err))
		return false;
	importer_count(importer, row, key, leader.section_code, changed);
	return true;
}

const struct importer_kind importing_people = {
	.begin = begin_people, .row = row_person, .finish = finish_people, .release = nothing_to_release};
const struct importer_kind importing_leaders = {
	.begin = begin_leaders, .row = row_leader, .finish = nothing_to_finish, .release = release_leaders};
