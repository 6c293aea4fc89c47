#include "config.h"

#include "plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "titles.h"

enum { PROJECTS_FIRST = 85, PROJECTS_SECOND = 746, ROUNDS = 3000000 };

const char *const tool_codes[TOOLS] = {"kintone", "genai", "gijiroku-ai", "graffer", "systems",
	"line-works", "logo-chat", "web-meeting", "tableau", "rpa", "other"};
const char *const type_names[PROBLEM_TYPES] = {"紙・手作業・旧システム依存による業務非効率",
	"文書・資料作成・情報整理の負担", "情報連携・共有・調整の非効率",
	"業務プロセス・フローの煩雑さ", "データ活用・分析の未熟さ",
	"スキル・リテラシーのバラつき/不足", "人員・時間リソースの不足",
	"その他（電子申請等における周知率の低さ）"};
const int type_hours[PROBLEM_TYPES] = {8872, 4785, 4607, 866, 1451, 820, 145, 26};

/* The published counts; the unclassified project is in the tools alone. */
static const int type_projects[PROBLEM_TYPES] = {255, 214, 160, 40, 32, 23, 18, 3};
static const int tool_projects[TOOLS] = {137, 129, 96, 96, 53, 37, 33, 31, 11, 8, 115};

struct chosen {
	const struct topic *topic;
	const struct way *way;
	int tool;
	int titles; /* how many different ones it can have */
};
struct choices {
	struct chosen *items;
	size_t count, capacity;
};

struct planner {
	struct body *body;
	struct entries *entries;
	struct choices *by_section; /* what suits each section */
	int *chosen;         /* per entry: index in the choices of its section; -1 = by hand */
	int types_left[PROBLEM_TYPES]; /* wanted minus planned; negative when too many */
	int tools_left[TOOLS];
	VEC(const struct way *) ways;
	int *uses;           /* per way */
	struct random random;
};

static int find_tool(const char *code)
{
	for (int tool = 0; tool < TOOLS; tool++)
		if (strcmp(tool_codes[tool], code) == 0)
			return tool;
	fprintf(stderr, "no tool %s\n", code);
	exit(EXIT_FAILURE);
}

/* ---- what suits a section ----------------------------------------------------------------------- */

static void collect_choices(const struct words *words, const struct unit_words *section,
	struct choices *choices)
{
	for (size_t t = 0; t < words->topics.count; t++) {
		const struct topic *topic = &words->topics.items[t];
		const char *objects[OBJECTS_MAX];
		if (!words_suit(section->traits, topic->at))
			continue;
		for (size_t w = 0; w < topic->ways.count; w++) {
			const struct way *way = &topic->ways.items[w];
			const size_t count = words_objects(topic, way, section->traits, objects,
				OBJECTS_MAX);
			if (count)
				*vec_add(choices) = (struct chosen){topic, way, find_tool(way->tool),
					(int)(count * way->titles.count)};
		}
	}
}

/* ---- the search: swap what teams do until the counts are right ------------------------------------ */

static int way_index(const struct planner *planner, const struct way *way)
{
	size_t index = 0;

	while (planner->ways.items[index] != way)
		index++;
	return (int)index;
}

static struct entry *entry_at(const struct planner *planner, int index)
{
	return &planner->entries->items[index];
}

static int section_of(const struct planner *planner, int index)
{
	return planner->body->teams.items[entry_at(planner, index)->team].section;
}

static bool used_in_section(const struct planner *planner, int index, const struct topic *topic)
{
	const int section = section_of(planner, index);

	for (size_t i = 0; i < planner->entries->count; i++) {
		const struct entry *other = entry_at(planner, (int)i);
		if ((int)i == index || section_of(planner, (int)i) != section)
			continue;
		if (other->topic == topic ||
			(other->written && strcmp(other->written->work, topic->work) == 0))
			return true;
	}
	return false;
}

/* How far the counts are off, when one more is planned (or one less). Worn-out ways cost too, so
 * that titles stay different. */
static int64_t cost_of(const struct planner *planner, const struct chosen *choice, int change)
{
	const int type = planner->types_left[choice->way->type - 1];
	const int tool = planner->tools_left[choice->tool];
	const int uses = planner->uses[way_index(planner, choice->way)];

	return 100 * (abs(type - change) - abs(type) + abs(tool - change) - abs(tool)) +
		(int64_t)change * uses * uses * 8 / choice->titles;
}

static void apply(struct planner *planner, int index, int picked, int change)
{
	const struct chosen *choice =
		&planner->by_section[section_of(planner, index)].items[picked];

	planner->types_left[choice->way->type - 1] -= change;
	planner->tools_left[choice->tool] -= change;
	planner->uses[way_index(planner, choice->way)] += change;
	entry_at(planner, index)->topic = change > 0 ? choice->topic : NULL;
	entry_at(planner, index)->way = change > 0 ? choice->way : NULL;
	planner->chosen[index] = change > 0 ? picked : -1;
}

static void try_other(struct planner *planner, int index)
{
	const struct choices *choices = &planner->by_section[section_of(planner, index)];
	const int old = planner->chosen[index];
	const int new = random_below(&planner->random, choices->count);

	if (old == new || entry_at(planner, index)->written ||
		used_in_section(planner, index, choices->items[new].topic))
		return;
	int64_t before = 0;
	if (old >= 0) {
		before = cost_of(planner, &choices->items[old], -1);
		apply(planner, index, old, -1);
	}
	const int64_t after = cost_of(planner, &choices->items[new], 1);
	if (old >= 0 && before + after > 0)
		apply(planner, index, old, 1);
	else
		apply(planner, index, new, 1);
}

static bool settled(const struct planner *planner)
{
	for (int type = 0; type < PROBLEM_TYPES; type++)
		if (planner->types_left[type])
			return false;
	for (int tool = 0; tool < TOOLS; tool++)
		if (planner->tools_left[tool])
			return false;
	for (size_t i = 0; i < planner->entries->count; i++)
		if (planner->chosen[i] < 0 && !entry_at(planner, (int)i)->written)
			return false;
	return true;
}

static void search(struct planner *planner, int least_rounds)
{
	const size_t count = planner->entries->count;

	for (int round = 0; round < ROUNDS; round++) {
		try_other(planner, random_below(&planner->random, count));
		if (round >= least_rounds && round % 1000 == 0 && settled(planner))
			return;
	}
	fprintf(stderr, "the counts of types and tools cannot be reached with these topics\n");
	exit(EXIT_FAILURE);
}

static void prepare(struct planner *planner, struct body *body, struct entries *entries,
	const char *purpose)
{
	const struct words *words = body->words;

	*planner = (struct planner){.body = body, .entries = entries,
		.random = random_stream(purpose, 0)};
	planner->by_section = xcalloc(body->sections.count, sizeof *planner->by_section);
	for (size_t i = 0; i < body->sections.count; i++)
		collect_choices(words, body->sections.items[i].words, &planner->by_section[i]);
	for (size_t t = 0; t < words->topics.count; t++)
		for (size_t w = 0; w < words->topics.items[t].ways.count; w++)
			*vec_add(&planner->ways) = &words->topics.items[t].ways.items[w];
	planner->uses = xcalloc(planner->ways.count, sizeof *planner->uses);
	planner->chosen = xcalloc(entries->count, sizeof *planner->chosen);
	for (size_t i = 0; i < entries->count; i++)
		planner->chosen[i] = -1;
}

static void release(struct planner *planner)
{
	for (size_t i = 0; i < planner->body->sections.count; i++)
		vec_free(&planner->by_section[i]);
	free(planner->by_section);
	vec_free(&planner->ways);
	free(planner->uses);
	free(planner->chosen);
}

/* ---- the two years -------------------------------------------------------------------------------- */

static struct entry *add_entry(struct entries *entries, int team, int fiscal_year)
{
	struct entry *entry = vec_add(entries);

	entry->team = team;
	entry->fiscal_year = fiscal_year;
	entry->cost = entry->running = -1;
	return entry;
}

static void place_written(struct body *body, struct entries *entries, int fiscal_year)
{
	const struct words *words = body->words;

	for (size_t i = 0; i < words->written.count; i++) {
		const struct written *written = &words->written.items[i];
		if (written->fiscal_year != fiscal_year)
			continue;
		const int team = body_find_team(body, written->section, written->team);
		struct entry *entry = NULL;
		for (size_t e = 0; e < entries->count; e++)
			if (entries->items[e].team == team && !entries->items[e].written)
				entry = &entries->items[e];
		if (!entry)
			entry = add_entry(entries, team, fiscal_year);
		entry->written = written;
		entry->type = written->type;
	}
}

void plan_second_year(struct body *body, struct entries *entries)
{
	struct planner planner;
	struct random random = random_stream("second projects", 0);

	for (size_t team = 0; team < body->teams.count; team++)
		add_entry(entries, (int)team, SECOND_YEAR);
	place_written(body, entries, SECOND_YEAR);
	while (entries->count < PROJECTS_SECOND) {
		const int team = random_below(&random, body->teams.count);
		bool twice = false;
		for (size_t e = body->teams.count; e < entries->count; e++)
			twice = twice || body->teams.items[entries->items[e].team].section ==
				body->teams.items[team].section;
		if (!twice)
			add_entry(entries, team, SECOND_YEAR);
	}
	prepare(&planner, body, entries, "plan of the second year");
	memcpy(planner.types_left, type_projects, sizeof type_projects);
	memcpy(planner.tools_left, tool_projects, sizeof tool_projects);
	for (size_t i = 0; i < entries->count; i++) {
		const struct written *written = entries->items[i].written;
		if (!written)
			continue;
		if (written->type)
			planner.types_left[written->type - 1]--;
		planner.tools_left[find_tool(written->tools.items[0])]--;
	}
	search(&planner, 60000);
	titles_give(body, entries);
	release(&planner);
}

void plan_first_year(struct body *body, struct entries *entries)
{
	struct planner planner;
	struct random random = random_stream("trial sections", 0);
	int types = 0, tools = 0;

	for (size_t section = 0; entries->count < PROJECTS_FIRST; section++) {
		/* every other section, more or less */
		const size_t left = body->sections.count - section;
		const size_t wanted = PROJECTS_FIRST - entries->count;
		if ((size_t)random_below(&random, left) >= wanted)
			continue;
		const struct section *at = &body->sections.items[section];
		add_entry(entries,
			at->first_team + random_below(&random, at->words->teams.count), FIRST_YEAR);
	}
	prepare(&planner, body, entries, "plan of the first year");
	/* Shares like those of the year after. */
	for (int type = 0; type < PROBLEM_TYPES; type++)
		types += planner.types_left[type] = type_projects[type] * PROJECTS_FIRST / 745;
	for (int tool = 0; tool < TOOLS; tool++)
		tools += planner.tools_left[tool] = tool_projects[tool] * PROJECTS_FIRST / 746;
	planner.types_left[0] += PROJECTS_FIRST - types;
	planner.tools_left[TOOLS - 1] += PROJECTS_FIRST - tools;
	search(&planner, 20000);
	titles_give(body, entries);
	release(&planner);
}

void plan_copies(const struct entries *first, struct entries *second, const struct body *body)
{
	struct random random = random_stream("copies", 0);

	for (size_t i = 0; i < second->count; i++) {
		struct entry *copy = &second->items[i];
		if (copy->written || !random_percent(&random, 14))
			continue;
		for (size_t e = 0; e < first->count; e++) {
			const struct entry *origin = &first->items[e];
			if (origin->way == copy->way && body->teams.items[origin->team].section !=
				body->teams.items[copy->team].section)
				copy->copied_from = origin;
		}
	}
}
