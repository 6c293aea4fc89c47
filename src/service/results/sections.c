#include "config.h"

#include "service/results/sections.h"

#include <string.h>

#include "base/strbuf.h"
#include "base/strmap.h"
#include "service/session/cache.h"
#include "service/session/grants.h"
#include "store/section_store.h"

static struct section_record *sections_find(struct sections *sections, const struct strmap *index,
	const char *code)
{
	int64_t at;

	return strmap_get(index, code, &at) ? &sections->records.items[at] : NULL;
}

/* Leaders come by section and first day: later ones follow those they took over from. The training
 * is that of all of them. */
static void add_leaders(const struct people *people, int fiscal_year, const struct strmap *index,
	const struct strmap *training, struct sections *sections)
{
	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];
		struct section_record *record = sections_find(sections, index,
			leader->section_code);
		int64_t units = 0;

		if (leader->fiscal_year != fiscal_year || !record)
			continue;
		const char *name = people_name(people, leader->person_code, leader->person_code);
		record->leader = record->leader ? arena_printf(&sections->arena, "%s→%s",
			record->leader, name) : name;
		strmap_get(training, leader->person_code, &units);
		record->training_units = (record->training_units < 0 ? 0 : record->training_units) + units;
	}
}

static void add_training(const char *person_code, int64_t units, void *data)
{
	strmap_put(data, person_code, units);
}

static bool add_targets(struct session *session, int fiscal_year, enum half half,
	const struct strmap *index, struct sections *sections, struct error *err)
{
	struct section_targets targets;

	if (!section_store_targets(session->store, fiscal_year, &targets, err))
		return false;
	/* a section's year comes before its halves */
	const char *whole = "";
	for (size_t i = 0; i < targets.items.count; i++) {
		const struct section_target *target = &targets.items.items[i];
		struct section_record *record = sections_find(sections, index,
			target->section_code);

		if (!record)
			continue;
		if (target->period == HALF_NONE)
			whole = record->code;
		if (target->period == half)
			record->target_minutes = target->minutes;
		else if (half == HALF_NONE && strcmp(whole, record->code) != 0)
			record->target_minutes = target->minutes +
				(record->target_minutes > 0 ? record->target_minutes : 0);
	}
	section_store_targets_free(&targets);
	return true;
}

bool sections_load(struct session *session, int fiscal_year, enum half half,
	struct sections *sections, struct error *err)
{
	const struct unit_tree *units = session_units(session, fiscal_year, err);
	const struct people *people = &session->cache->people;
	struct strmap index = {0}, training = {0};

	if (!units)
		return false;

	for (size_t i = 0; i < units->nodes.count; i++) {
		const struct unit *unit = &units->nodes.items[i].unit;

		if (unit->kind == UNIT_SECTION)
			*vec_add(&sections->records) = (struct section_record){
				.code = unit->code, .training_units = -1, .target_minutes = -1};
	}

	for (size_t i = 0; i < sections->records.count; i++)
		strmap_put(&index, sections->records.items[i].code, (int64_t)i);
	const bool loaded = section_store_training(session->store, fiscal_year, add_training,
				    &training, err) &&
		add_targets(session, fiscal_year, half, &index, sections, err);
	if (loaded) {
		for (size_t i = 0; i < people->grants.count; i++) {
			const struct role_grant *grant = &people->grants.items[i];
			struct section_record *record = sections_find(sections, &index,
				grant->unit_code);

			if (grant->role == ROLE_HEAD && record && grants_hold(grant, fiscal_year))
				record->head = people_name(people, grant->person_code,
					grant->person_code);
		}

		add_leaders(people, fiscal_year, &index, &training, sections);
	}
	strmap_free(&index);
	strmap_free(&training);
	return loaded;
}

void sections_free(struct sections *sections)
{
	vec_free(&sections->records);
	arena_free(&sections->arena);
}
