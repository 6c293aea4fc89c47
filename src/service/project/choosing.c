#include "config.h"

#include "service/project/choosing.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "service/session/cache.h"
#include "service/session/grants.h"

void choosing_free(struct choosing *choosing)
{
	vec_free(&choosing->items);
	arena_free(&choosing->arena);
	*choosing = (struct choosing){0};
}

static void choosing_add(struct choosing *choosing, const char *value, const char *label,
	const char *reading, const char *hint)
{
	*vec_add(&choosing->items) = (struct choice_item){
		arena_strdup(&choosing->arena, value),
		arena_strdup(&choosing->arena, label),
		arena_strdup(&choosing->arena, reading),
		arena_strdup(&choosing->arena, hint),
	};
}

/* ---- teams -------------------------------------------------------------------------------- */

static const char *name_at(const struct unit_tree *units, int node)
{
	return node < 0 ? "" : units->nodes.items[node].unit.name;
}

static void add_team(struct choosing *choosing, const struct unit_tree *units, int team,
	bool short_name)
{
	const struct unit_node *node = &units->nodes.items[team];
	struct strbuf label = {0}, reading = {0};

	if (!short_name)
		strbuf_addf(&label, "%s ", name_at(units, node->section));
	strbuf_add_text(&label, node->unit.name);
	if (node->section >= 0)
		strbuf_addf(&reading, "%s\n", unit_tree_found_by(units, node->section));
	strbuf_add_text(&reading, unit_tree_found_by(units, team));
	choosing_add(choosing, node->unit.code, strbuf_text(&label), strbuf_text(&reading),
		short_name ? name_at(units, node->section) : name_at(units, node->department));
	strbuf_free(&label);
	strbuf_free(&reading);
}

bool choosing_teams(struct session *session, int fiscal_year, struct choosing *choosing,
	struct error *err)
{
	const struct unit_tree *units = session_units(session, fiscal_year, err);
	VEC(int) teams = {0};

	if (!units)
		return false;
	for (size_t i = 0; i < units->nodes.count; i++) {
		const struct unit *unit = &units->nodes.items[i].unit;

		if (unit->kind == UNIT_TEAM && session_permits(session, PERMISSION_WRITE_PROJECT,
				fiscal_year, unit->code, NULL))
			*vec_add(&teams) = (int)i;
	}
	/* The section need not be said where all are of one. */
	bool short_names = true;
	for (size_t i = 1; i < teams.count; i++)
		short_names = short_names && units->nodes.items[teams.items[i]].section ==
			units->nodes.items[teams.items[0]].section;
	for (size_t i = 0; i < teams.count; i++)
		add_team(choosing, units, teams.items[i], short_names);
	vec_free(&teams);
	return true;
}

/* ---- people ------------------------------------------------------------------------------- */

static const struct person *find_person(const struct people *people, const char *code)
{
	for (size_t i = 0; i < people->people.count; i++) {
		if (strcmp(people->people.items[i].code, code) == 0)
			return &people->people.items[i];
	}
	return NULL;
}

const char *choosing_person_name(struct session *session, const char *code)
{
	const struct person *person = find_person(&session->cache->people, code);

	return person && *person->name ? person->name : code;
}

static void add_person(struct choosing *choosing, const struct people *people, const char *code,
	const char *hint)
{
	const struct person *person = find_person(people, code);

	if (!person || !person->active || !*person->name)
		return;
	for (size_t i = 0; i < choosing->items.count; i++)
		if (strcmp(choosing->items.items[i].value, person->name) == 0)
			return;
	choosing_add(choosing, person->name, person->name, person->kana, hint);
}

static bool leads(const struct leader *leader, int fiscal_year, const char *section_code)
{
	return leader->fiscal_year == fiscal_year && strcmp(leader->section_code, section_code) == 0;
}

bool choosing_people(struct session *session, int fiscal_year, const char *section_code,
	struct choosing *choosing, struct error *err)
{
	const struct unit_tree *units = session_units(session, fiscal_year, err);
	const struct people *people = &session->cache->people;
	int section;

	if (!units)
		return false;
	for (size_t i = 0; i < people->leaders.count; i++) {
		if (leads(&people->leaders.items[i], fiscal_year, section_code))
			add_person(choosing, people, people->leaders.items[i].person_code, _("DX leader"));
	}
	section = unit_tree_find(units, section_code);
	for (size_t i = 0; section >= 0 && i < people->grants.count; i++) {
		const struct role_grant *grant = &people->grants.items[i];
		const int unit = unit_tree_find(units, grant->unit_code);

		/* in the section itself or in one of its teams */
		if (grants_hold(grant, fiscal_year) && unit >= 0 &&
			unit_tree_within(units, unit, section))
			add_person(choosing, people, grant->person_code, role_label(grant->role));
	}
	return true;
}

const char *choosing_only_leader(struct session *session, int fiscal_year,
	const char *section_code)
{
	const struct people *people = &session->cache->people;
	const char *only = NULL;

	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];

		if (!leads(leader, fiscal_year, section_code) || *leader->to)
			continue;
		if (only && strcmp(only, leader->person_code) != 0)
			return NULL;
		only = leader->person_code;
	}
	return only && find_person(people, only) ? choosing_person_name(session, only) : NULL;
}

/* ---- catalogues --------------------------------------------------------------------------- */

void choosing_catalogue(struct session *session, enum catalogue_kind kind, int fiscal_year,
	struct choosing *choosing)
{
	const struct catalogue *catalogue =
		kind == CATALOGUE_TOOL ? &session->tools : &session->problem_types;
	struct strbuf label = {0}, reading = {0};

	for (size_t i = 0; i < catalogue->entries.count; i++) {
		const struct catalogue_entry *entry = &catalogue->entries.items[i];

		if (*entry->merged_into || entry->first_fiscal_year > fiscal_year ||
			(entry->last_fiscal_year && entry->last_fiscal_year < fiscal_year))
			continue;
		strbuf_clear(&label);
		strbuf_clear(&reading);
		catalogue_display_name(catalogue, entry, &label);
		strbuf_addf(&reading, "%s %s %s %s", entry->code, entry->name, entry->name_en,
			entry->aliases);
		choosing_add(choosing, entry->code, strbuf_text(&label), strbuf_text(&reading), "");
	}
	strbuf_free(&label);
	strbuf_free(&reading);
}
