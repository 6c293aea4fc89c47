#include "config.h"

#include "details.h"

#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* ---- when ---------------------------------------------------------------------------------------- */

static struct date month_day(int fiscal_year, int month_index, int day)
{
	const int month = month_index + 4;

	return month > 12 ? (struct date){fiscal_year + 1, month - 12, day}
			  : (struct date){fiscal_year, month, day};
}

/* It is the 20th of November of the second year; the first year is over. */
static void schedule(struct entry *entry, struct random *random)
{
	static const int reported_months[] = {24, 12, 14, 16, 13, 12, 9, 0};
	static const int running_months[] = {14, 7, 9, 12, 12, 14, 17, 15, 0};
	static const int first_year_months[] = {3, 4, 8, 14, 14, 16, 14, 10, 8, 5, 3, 1, 0};
	const int drawn = random_below(random, 1000);

	if (entry->fiscal_year == FIRST_YEAR) {
		entry->status = STATUS_COMPLETED;
		entry->first_month = random_weighted(random, first_year_months);
	} else if (drawn < 18) {
		entry->status = STATUS_COMPLETED;
		entry->first_month = random_below(random, 3);
	} else if (drawn < 470) {
		entry->status = STATUS_REPORTED;
		entry->first_month = random_weighted(random, reported_months);
	} else if (drawn < 950) {
		entry->status = STATUS_RUNNING;
		entry->first_month = random_weighted(random, running_months);
	} else if (drawn < 982) {
		entry->status = STATUS_APPROVED;
		entry->first_month = random_between(random, 8, 10);
	} else {
		entry->status = STATUS_SUBMITTED;
		entry->first_month = random_between(random, 9, 11);
	}
}

static void take_written_schedule(struct entry *entry)
{
	if (*entry->written->status)
		workflow_status_parse(entry->written->status, &entry->status);
	if (entry->written->first_month >= 0)
		entry->first_month = entry->written->first_month;
}

/* A project is registered in the weeks after the programme opens in April, or when work on it
 * begins. */
static void set_registered(struct entry *entry, struct random *random)
{
	const int64_t opened = date_days((struct date){entry->fiscal_year, 4, 14});
	const int64_t last = date_days((struct date){entry->fiscal_year, 11, 18});
	const int64_t begun =
		date_days(month_day(entry->fiscal_year, entry->first_month, 1)) - 45;
	int64_t day = random_percent(random, 70) || begun < opened
			      ? opened + random_below(random, 45) + random_below(random, 30)
			      : begun + random_below(random, 30);

	if (entry->status == STATUS_SUBMITTED || entry->status == STATUS_APPROVED)
		day = last - random_below(random, 60);
	entry->registered = day > last ? last : day;
}

/* Work begins up to three months before operation does. */
static void set_start(struct entry *entry, struct random *random)
{
	int ahead = random_below(random, 4);

	if (ahead > entry->first_month)
		ahead = entry->first_month;
	const int day = random_percent(random, 60) || ahead == 0 ? 1
								 : random_between(random, 2, 28);
	entry->started_on = month_day(entry->fiscal_year, entry->first_month - ahead, day);
}

void details_schedule(struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->items[i];
		struct random random = random_stream("schedule",
			(unsigned)(entry->fiscal_year * 1000) + (unsigned)i);
		schedule(entry, &random);
		set_registered(entry, &random); /* numbers stay, whatever is written by hand */
		if (entry->written)
			take_written_schedule(entry);
		set_start(entry, &random);
	}
}

/* ---- tools and costs ----------------------------------------------------------------------------- */

static void add_tool(struct entry *entry, const char *tool)
{
	for (size_t i = 0; i < entry->tools.count; i++)
		if (strcmp(entry->tools.items[i], tool) == 0)
			return;
	*vec_add(&entry->tools) = tool;
}

static void draw_tools(struct entry *entry, struct random *random)
{
	static const int further[] = {26, 22, 8, 10, 5, 6, 10, 6, 2, 1, 14, 0}; /* as tool_codes */
	const int more = random_percent(random, 64) ? 0 : random_percent(random, 75) ? 1 : 2;

	add_tool(entry, entry->way->tool);
	for (int i = 0; i < more; i++)
		add_tool(entry, tool_codes[random_weighted(random, further)]);
}

struct cost {
	const char *tool;
	int percent;               /* of its projects that name costs */
	int64_t implementation[4]; /* yen; drawn alike, -1 = not given */
	int64_t running[4];
};

static const struct cost costs[] = {
	{"kintone", 28, {0, -1, 55000, 220000}, {43200, 86400, 129600, 216000}},
	{"gijiroku-ai", 18, {0, 18700, 39600, -1}, {0, 66000, 132000, 0}},
	{"graffer", 8, {0, 0, -1, 33000}, {0, 0, 0, 26400}},
	{"systems", 42, {330000, 880000, 1650000, 2750000}, {66000, 158400, 264000, 528000}},
	{"web-meeting", 22, {29800, 54780, 88000, 132000}, {0, 0, 26400, 0}},
	{"tableau", 60, {0, -1, 110000, 0}, {118800, 118800, 237600, 118800}},
	{"rpa", 65, {297000, 440000, 550000, -1}, {132000, 132000, 198000, 264000}},
	{"other", 24, {9800, 48400, 198000, 396000}, {0, 0, 13200, 59400}},
	{"line-works", 12, {0, 0, -1, 0}, {5400, 21600, 43200, 64800}},
	{"genai", 5, {0, 0, 0, -1}, {0, 36000, 0, 72000}},
};

static void draw_costs(struct entry *entry, struct random *random)
{
	for (size_t i = 0; i < sizeof costs / sizeof costs[0]; i++) {
		if (strcmp(costs[i].tool, entry->tools.items[0]) != 0 ||
			!random_percent(random, costs[i].percent))
			continue;
		entry->cost = costs[i].implementation[random_below(random, 4)];
		entry->running = costs[i].running[random_below(random, 4)];
	}
}

/* ---- the rest --------------------------------------------------------------------------------------- */

static void take_written(struct entry *entry)
{
	const struct written *written = entry->written;

	for (size_t i = 0; i < written->tools.count; i++)
		add_tool(entry, written->tools.items[i]);
	entry->work = written->work;
	entry->cost = written->cost;
	entry->running = written->running;
	entry->replicable = true;
}

static void fill(struct body *body, struct entry *entry, struct random *random)
{
	unsigned char bytes[16];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)random_below(random, 256);
	uuid_format(bytes, 4, entry->uuid);
	const struct section *section =
		&body->sections.items[body->teams.items[entry->team].section];
	const bool handed_over = entry->fiscal_year == SECOND_YEAR &&
		section->handed_over_to >= 0 && entry->first_month >= 6;
	const int leader = handed_over ? section->handed_over_to
				       : section->leader[entry->fiscal_year - FIRST_YEAR];
	entry->leader = body->people.items[leader].name;
	entry->owner = random_percent(random, 88) ? body_draw_name(body, random) : "";
	if (entry->written) {
		take_written(entry);
		return;
	}
	draw_tools(entry, random);
	draw_costs(entry, random);
	entry->work = random_percent(random, 78) ? entry->topic->work : "";
	entry->replicable = random_percent(random, 58);
}

void details_fill(struct body *body, struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->items[i];
		struct random random = random_stream("details",
			(unsigned)(entry->fiscal_year * 1000) + (unsigned)i);
		if (entry->way)
			entry->type = entry->way->type;
		fill(body, entry, &random);
	}
}

static int compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;

	if (left->registered != right->registered)
		return left->registered < right->registered ? -1 : 1;
	return strcmp(left->uuid, right->uuid);
}

void details_number(struct entries *entries)
{
	qsort(entries->items, entries->count, sizeof *entries->items, compare);
	for (size_t i = 0; i < entries->count; i++)
		entries->items[i].number = (int)i + 1;
}
