#include "config.h"

#include "service/results/overlaps.h"

#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/filter.h"
#include "rollup/tieout.h"
#include "service/results/rollups_facts.h"

/* Which projects count by the rules of another year is said by the facts: the claims of others go. */
static bool overlaps_try_rules(struct session *session, int fiscal_year, const char *filter,
	struct overlap_store_year *year, struct error *err)
{
	const struct facts *const facts = rollups_facts(session, fiscal_year, filter, err);
	VEC(int64_t) ids = {0};
	size_t kept = 0;

	if (!facts)
		return false;
	for (size_t f = 0; f < facts->count; f++)
		if (facts->flags[f] & FACT_COUNTED)
			*vec_add(&ids) = facts->project_id[f];
	if (ids.count)
		qsort(ids.items, ids.count, sizeof *ids.items, vec_compare_int64);
	for (size_t c = 0; c < year->claims.count && ids.count; c++)
		if (bsearch(&year->claims.items[c].id, ids.items, ids.count, sizeof *ids.items,
			vec_compare_int64))
			year->claims.items[kept++] = year->claims.items[c];
	year->claims.count = kept;
	vec_free(&ids);
	return true;
}

bool overlaps_load(struct session *session, int fiscal_year, const char *filter,
	struct overlaps *overlaps, struct error *err)
{
	struct filter parsed = {0};

	overlaps->fiscal_year = fiscal_year;
	if (!filter_parse(filter ? filter : "", &parsed, err))
		return false;
	const bool loaded = overlap_store_load(session->store, fiscal_year,
		parsed.terms.count ? &parsed : NULL, !session->rules_year, &overlaps->year, err);
	filter_free(&parsed);
	if (!loaded || (session->rules_year &&
		!overlaps_try_rules(session, fiscal_year, filter, &overlaps->year, err)))
		return false;

	for (size_t i = 0; i < overlaps->year.claims.count; i++) {
		const struct overlap_store_claim *claim = &overlaps->year.claims.items[i];

		*vec_add(&overlaps->claims) = (struct overlap_claim){claim->id, claim->fiscal_year,
			claim->number, claim->title, claim->work, claim->section_code,
			claim->minutes};
	}
	for (size_t i = 0; i < overlaps->year.clearances.count; i++) {
		const struct overlap_store_clearance *clearance =
			&overlaps->year.clearances.items[i];

		*vec_add(&overlaps->clearances) = (struct overlap_clearance){
			clearance->fiscal_year, clearance->work_key, clearance->unit_code,
			clearance->cleared_by, clearance->reason, clearance->projects};
	}
	return overlap_find(overlaps->claims.items, overlaps->claims.count,
		overlaps->clearances.items, overlaps->clearances.count, &overlaps->found, err);
}

void overlaps_free(struct overlaps *overlaps)
{
	overlap_free(&overlaps->found);
	vec_free(&overlaps->claims);
	vec_free(&overlaps->clearances);
	overlap_store_free(&overlaps->year);
}

size_t overlaps_waiting(const struct overlaps *overlaps)
{
	size_t open = 0;

	for (size_t g = 0; g < overlaps->found.groups.count; g++)
		open += overlaps->found.groups.items[g].clearance == NULL;
	return open;
}

bool overlaps_table(struct session *session, const struct overlaps *overlaps, struct table *table,
	struct error *err)
{
	const struct unit_tree *units = session_units(session, overlaps->fiscal_year, err);
	struct error difference;

	if (!units || !overlap_table(&overlaps->found, overlaps->claims.items, units,
			      session->body.name, table, err))
		return false;
	/* A difference is no failure of this call: the table itself carries it. */
	if (!tieout_check(table, NULL, &difference))
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return true;
}

int overlaps_group_of(const struct overlaps *overlaps, int64_t project_id)
{
	for (size_t g = 0; g < overlaps->found.groups.count; g++) {
		const struct overlap_group *group = &overlaps->found.groups.items[g];

		for (size_t m = group->first; m < group->end; m++)
			if (overlaps->claims.items[overlaps->found.members.items[m]].id ==
				project_id)
				return (int)g;
	}
	return -1;
}

static bool overlaps_begin(struct session *session, const struct overlap_group *group,
	const char *what, const char *note, struct error *err)
{
	return session_permits(session, PERMISSION_EDIT_MASTERS, group->fiscal_year, NULL, err) &&
		store_begin(session->store, session->user, what, note, err);
}

bool overlaps_clear(struct session *session, const struct overlaps *overlaps, size_t index,
	const char *reason, struct error *err)
{
	const struct overlap_group *group = &overlaps->found.groups.items[index];
	struct strbuf numbers = {0};
	char now[20];

	if (!reason || !*reason)
		return error_set(err, ERROR_DATA,
			_("Say why these projects do not count the same work twice."));
	if (!overlaps_begin(session, group, "clear", reason, err))
		return false;
	overlap_numbers(&overlaps->found, group, overlaps->claims.items, ",", &numbers);
	ambient_now(now);
	const bool stored = overlap_store_put(session->store,
		&(struct overlap_store_clearance){group->fiscal_year, group->work_key,
			group->unit_code, session->user_name, reason, strbuf_text(&numbers)},
		now, err);
	strbuf_free(&numbers);
	return store_end(session->store, stored, err);
}

bool overlaps_reopen(struct session *session, const struct overlaps *overlaps, size_t index,
	struct error *err)
{
	const struct overlap_group *group = &overlaps->found.groups.items[index];

	if (!group->clearance && !group->outdated)
		return error_set(err, ERROR_DATA, _("“%s” was not cleared."), group->work);
	return overlaps_begin(session, group, "reopen", NULL, err) &&
		store_end(session->store, overlap_store_drop(session->store, group->fiscal_year,
				     group->work_key, group->unit_code, err), err);
}

bool overlaps_others(struct session *session, const struct project *project, const char *work,
	void (*each)(const struct overlap_claim *claim, void *data), void *data,
	struct error *err)
{
	struct overlaps overlaps = {0};
	char *key = text_key(work);
	const bool loaded =
		overlaps_load(session, project->fiscal_year, NULL, &overlaps, err);

	for (size_t c = 0; loaded && *key && c < overlaps.claims.count; c++) {
		const struct overlap_claim *claim = &overlaps.claims.items[c];

		if (claim->id == project->id ||
			strcmp(claim->unit_code, project->section_code) != 0)
			continue;
		char *other = text_key(claim->work);
		if (strcmp(key, other) == 0)
			each(claim, data);
		free(other);
	}
	free(key);
	overlaps_free(&overlaps);
	return loaded;
}
