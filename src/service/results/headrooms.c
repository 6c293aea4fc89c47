#include "config.h"

#include "service/results/headrooms.h"

#include <stdlib.h>

#include "model/fiscal_year.h"
#include "rollup/headroom.h"
#include "rollup/tieout.h"
#include "store/headroom_store.h"

struct room {
	int64_t *ids; /* of the projects that count, sorted */
	size_t id_count;
	enum stage stage;
	VEC(struct headroom_line) lines;
	struct arena arena;
};

static int headrooms_by_id(const void *left, const void *right)
{
	const int64_t *const a = left, *const b = right;

	return (*a > *b) - (*a < *b);
}

static void take_project(const struct project *project, void *data)
{
	struct room *room = data;
	char number[FISCAL_YEAR_TEXT];

	if (!bsearch(&project->id, room->ids, room->id_count, sizeof *room->ids, headrooms_by_id))
		return;
	fiscal_year_number_format(project->fiscal_year, project->number, number);
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		struct headroom headroom = {0};
		const enum headroom_lack lack = effect_headroom_find(effect, &headroom);

		if (effect->stage != room->stage || lack == HEADROOM_NOT_SAID)
			continue;
		*vec_add(&room->lines) = (struct headroom_line){project->id,
			arena_strdup(&room->arena, number),
			arena_strdup(&room->arena, project->title),
			arena_strdup(&room->arena, project->section),
			arena_strdup(&room->arena, effect->label), headroom, effect->line, lack};
	}
}

bool headrooms_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);
	struct room room = {.stage = choice->stage};
	struct error difference;

	if (!facts)
		return false;

	room.ids = xcalloc(facts->count + 1, sizeof *room.ids);
	for (size_t f = 0; f < facts->count; f++)
		if (facts->flags[f] & FACT_COUNTED)
			room.ids[room.id_count++] = facts->project_id[f];
	qsort(room.ids, room.id_count, sizeof *room.ids, headrooms_by_id);

	const bool made = headroom_store_each(session->store, choice->fiscal_year, choice->stage,
				  take_project, &room, err) &&
		headroom_table(room.lines.items, room.lines.count, choice->fiscal_year,
			choice->stage, session_hours_per_person_year(session, choice->fiscal_year),
			session->body.name, table, err);
	free(room.ids);
	vec_free(&room.lines);
	arena_free(&room.arena);
	/* A difference is no failure of this call: the table itself carries it. */
	if (made && !tieout_check(table, NULL, &difference))
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return made;
}
