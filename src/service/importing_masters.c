#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/importer.h"
#include "store/unit_store.h"

/* Units, people with their roles, and leaders: a few hundred rows, each stored as it is read. */

static bool nothing_to_begin(struct importer *importer, struct error *err)
{
	(void)err;
	importer->state = NULL;
	return session_permits(importer->session, PERMISSION_EDIT_MASTERS,
		importer->session->fiscal_year, NULL, err);
}

static bool nothing_to_finish(struct importer *importer, struct error *err)
{
	(void)importer;
	(void)err;
	return true;
}

static void nothing_to_release(struct importer *importer)
{
	(void)importer;
}

/* A fiscal year cell; empty gives otherwise. False when it was rejected. */
static bool year_cell(struct importer *importer, const struct sheet_row *row, int column,
	int otherwise, int *year)
{
	struct error error;

	*year = otherwise;
	if (!*row->cells[column] || fiscal_year_parse(row->cells[column], year, &error))
		return true;
	importer_reject(importer, row, column, error.message);
	return false;
}

static bool flag_cell(struct importer *importer, const struct sheet_row *row, int column,
	bool otherwise, bool *flag)
{
	static const char *const yes[] = {"1", "yes", "true", "○", "はい", "有"};
	static const char *const no[] = {"0", "no", "false", "×", "いいえ", "無"};
	const char *text = row->cells[column];

	*flag = otherwise;
	if (!*text)
		return true;
	for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
		if (strcmp(text, yes[i]) != 0 && strcmp(text, no[i]) != 0)
			continue;
		*flag = strcmp(text, yes[i]) == 0;
		return true;
	}
	importer_reject(importer, row, column, _("This is neither yes (1) nor no (0)."));
	return false;
}

static bool required_cell(struct importer *importer, const struct sheet_row *row, int column)
{
	if (*row->cells[column])
		return true;
	importer_reject(importer, row, column, _("This cell must not be empty."));
	return false;
}

/* One record is unchanged, changed, or, when its key was not stored before, added. */
static void count_record(struct importer *importer, const struct sheet_row *row, const char *key,
	const char *what, bool changed)
{
	const bool known = strmap_get(&importer->stored, key, NULL);

	if (!changed) {
		importer->result->unchanged++;
		return;
	}
	*(known ? &importer->result->changed : &importer->result->added) += 1;
	importer_difference(importer, row->line, what, "", "", row->cells[1]);
}

static bool reject_second(struct importer *importer, const struct sheet_row *row, int64_t earlier)
{
	struct error error;

	error_set(&error, ERROR_DATA, _("Line %lld of this file is the same record already."),
		(long long)earlier);
	return importer_reject(importer, row, -1, error.message);
}

/* ---- units ----------------------------------------------------------------------------------- */

enum { UNIT_CODE, UNIT_KIND, UNIT_NAME, UNIT_PARENT, UNIT_FIRST, UNIT_LAST, UNIT_SUCCESSOR,
	UNIT_LEAD, UNIT_POSITION };

static void unit_key(const struct unit *unit, char *key, size_t size)
{
	snprintf(key, size, "%s/%d", unit->code, unit->first_fiscal_year);
}

static bool begin_units(struct importer *importer, struct error *err)
{
	struct unit_tree list = {0};
	char key[128];

	if (!nothing_to_begin(importer, err) ||
		!unit_store_all(importer->session->store, &list, err))
		return false;
	for (size_t i = 0; i < list.nodes.count; i++) {
		unit_key(&list.nodes.items[i].unit, key, sizeof key);
		strmap_put(&importer->stored, key, 1);
	}
	unit_tree_free(&list);
	return true;
}

static bool read_unit(struct importer *importer, const struct sheet_row *row, struct unit *unit)
{
	int64_t position = 0;
	struct error error;

	*unit = (struct unit){
		.code = row->cells[UNIT_CODE],
		.name = row->cells[UNIT_NAME],
		.parent_code = row->cells[UNIT_PARENT],
		.successor_code = row->cells[UNIT_SUCCESSOR],
	};
	if (!required_cell(importer, row, UNIT_CODE) || !required_cell(importer, row, UNIT_NAME))
		return false;
	if (!unit_kind_parse(row->cells[UNIT_KIND], &unit->kind)) {
		importer_reject(importer, row, UNIT_KIND,
			_("A unit is a body, department, section or team."));
		return false;
	}
	if (*row->cells[UNIT_POSITION] &&
		!decimal_parse(row->cells[UNIT_POSITION], 0, &position, &error)) {
		importer_reject(importer, row, UNIT_POSITION, error.message);
		return false;
	}
	if (position < 0 || position > 1000000) {
		importer_reject(importer, row, UNIT_POSITION, _("A position is 0 to 1,000,000."));
		return false;
	}
	unit->position = (int)position;
	if (!year_cell(importer, row, UNIT_FIRST, importer->session->fiscal_year,
		    &unit->first_fiscal_year) ||
		!year_cell(importer, row, UNIT_LAST, 0, &unit->last_fiscal_year) ||
		!flag_cell(importer, row, UNIT_LEAD, false, &unit->lead_section))
		return false;
	if (!unit->last_fiscal_year || unit->last_fiscal_year >= unit->first_fiscal_year)
		return true;
	importer_reject(importer, row, UNIT_LAST, _("The last year comes before the first."));
	return false;
}

static bool row_unit(struct importer *importer, const struct sheet_row *row, struct error *err)
{
	struct unit unit;
	char key[128], year[16];
	int64_t earlier;
	bool changed;

	if (!read_unit(importer, row, &unit))
		return true;
	unit_key(&unit, key, sizeof key);
	if (!importer_first(importer, key, row->line, &earlier))
		return reject_second(importer, row, earlier);
	/* The years in which a unit comes or goes are those whose trees must be whole. */
	snprintf(year, sizeof year, "year %d", unit.first_fiscal_year);
	strmap_put(&importer->seen, year, unit.first_fiscal_year);
	if (!unit_store_put(importer->session->store, &unit, &changed, err))
		return false;
	count_record(importer, row, key, unit.code, changed);
	return true;
}

/* A unit without its parent would drop out of every rollup: the whole file is refused. */
static bool finish_units(struct importer *importer, struct error *err)
{
	for (size_t i = 0; i < importer->seen.capacity; i++) {
		const struct strmap_slot *slot = &importer->seen.slots[i];
		struct unit_tree tree = {0};
		if (!slot->key || strncmp(slot->key, "year ", 5) != 0)
			continue;
		if (!unit_store_tree(importer->session->store, (int)slot->value, &tree, err))
			return false;
		unit_tree_free(&tree);
	}
	return true;
}

/* ---- people and their roles ------------------------------------------------------------------- */

enum { PERSON_CODE, PERSON_NAME, PERSON_KANA, PERSON_EMAIL, PERSON_ACTIVE, PERSON_ROLE,
	PERSON_UNIT, PERSON_FIRST, PERSON_LAST };

static bool begin_people(struct importer *importer, struct error *err)
{
	struct people people = {0};

	if (!nothing_to_begin(importer, err) ||
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
	if (!required_cell(importer, row, PERSON_UNIT) ||
		!year_cell(importer, row, PERSON_FIRST, importer->session->fiscal_year,
			&grant->first_fiscal_year) ||
		!year_cell(importer, row, PERSON_LAST, 0, &grant->last_fiscal_year))
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

	if (!required_cell(importer, row, PERSON_CODE) ||
		!required_cell(importer, row, PERSON_NAME) ||
		!flag_cell(importer, row, PERSON_ACTIVE, true, &person.active))
		return true;
	const enum reading reading = read_grant(importer, row, &grant, err);
	if (reading != READ)
		return reading == REJECTED;
	if (!unit_store_put_person(store, &person, &person_changed, err))
		return false;
	if (*row->cells[PERSON_ROLE] && !unit_store_put_grant(store, &grant, &grant_changed, err))
		return false;
	count_record(importer, row, person.code, person.code, person_changed || grant_changed);
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

	if (!nothing_to_begin(importer, err))
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

/* A date cell in its ISO form; empty stays empty. */
static bool date_cell(struct importer *importer, const struct sheet_row *row, int column,
	char text[11])
{
	struct date date;
	struct error error;

	text[0] = '\0';
	if (!*row->cells[column])
		return true;
	if (!date_parse(row->cells[column], false, &date, &error)) {
		importer_reject(importer, row, column, error.message);
		return false;
	}
	date_format(date, text);
	return true;
}

/* The person a row means: by code, or by a name that only one person bears. NULL when rejected. */
static const char *person_cell(struct importer *importer, const struct sheet_row *row)
{
	const struct people *people = importer->state;
	const bool by_code = *row->cells[LEADER_PERSON] != '\0';
	const int column = by_code ? LEADER_PERSON : LEADER_NAME;
	const char *found = NULL;
	size_t matches = 0;

	if (!required_cell(importer, row, column))
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

	if (!required_cell(importer, row, LEADER_SECTION) ||
		!(leader.person_code = person_cell(importer, row)) ||
		!year_cell(importer, row, LEADER_YEAR, importer->session->fiscal_year,
			&leader.fiscal_year) ||
		!date_cell(importer, row, LEADER_FROM, from) ||
		!date_cell(importer, row, LEADER_TO, to))
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
		return reject_second(importer, row, earlier);
	if (!unit_store_put_leader(importer->session->store, &leader, &changed, err))
		return false;
	count_record(importer, row, key, leader.section_code, changed);
	return true;
}

const struct importer_kind importing_units = {
	begin_units, row_unit, finish_units, nothing_to_release};
const struct importer_kind importing_people = {
	begin_people, row_person, finish_people, nothing_to_release};
const struct importer_kind importing_leaders = {
	begin_leaders, row_leader, nothing_to_finish, release_leaders};
