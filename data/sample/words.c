#include "config.h"

#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "line_reader.h"

/* ---- topics-*.txt --------------------------------------------------------------------------- */

static struct span read_span(struct line_reader *reader, const char *text)
{
	struct span span;
	char *end;

	span.low = (int)strtol(text, &end, 10);
	span.high = *end == '-' ? (int)strtol(end + 1, &end, 10) : span.low;
	if (end == text || (*end && strcmp(end, "%") != 0) || span.high < span.low)
		line_reader_fail(reader, "a span of numbers");
	return span;
}

static enum period read_period(struct line_reader *reader, const char *text)
{
	enum period period;

	if (!effect_period_parse(text, &period))
		line_reader_fail(reader, "a period");
	return period;
}

static void read_season(struct line_reader *reader, char *text, struct step *step)
{
	int month = 0;

	for (char *word; (word = strsep(&text, ";")) != NULL; month++)
		if (month < EFFECT_MONTHS)
			step->season[month] = (int)strtol(word, NULL, 10);
	if (month != EFFECT_MONTHS)
		line_reader_fail(reader, "twelve counts");
	step->seasonal = true;
	step->period = PERIOD_MONTH;
}

static void read_step(struct line_reader *reader, struct topic *topic, char *value)
{
	struct step *step = vec_add(&topic->steps);
	char *cells[5];

	line_reader_split(reader, value, cells, 5);
	step->when = line_reader_keep(reader, cells[0]);
	step->label = words_text(step->when);
	step->before = read_span(reader, cells[1]);
	step->added = *cells[2] == '+';
	step->after = read_span(reader, cells[2] + step->added);
	if (strcmp(cells[4], "season") == 0) {
		read_season(reader, cells[3], step);
		return;
	}
	step->cases = read_span(reader, cells[3]);
	step->period = read_period(reader, cells[4]);
}

/* object | object@where | … */
static void read_objects(struct line_reader *reader, struct objects *objects, char *value)
{
	phrases cells = {0};

	line_reader_keep_all(reader, value, &cells);
	for (size_t i = 0; i < cells.count; i++) {
		const char *at = strchr(cells.items[i], '@');
		struct object *object = vec_add(objects);
		object->text = at ? arena_strndup(reader->arena, cells.items[i],
					    (size_t)(at - cells.items[i]))
				  : cells.items[i];
		object->at = at ? at + 1 : "all";
	}
	vec_free(&cells);
}

static void read_topics(struct words *words, const char *folder, const char *name)
{
	struct line_reader reader;
	struct topic *topic = NULL;
	struct way *way = NULL;

	line_reader_open(&reader, &words->arena, folder, name);
	while (line_reader_next(&reader)) {
		char *value = reader.value;
		if (strcmp(reader.key, "=") == 0) {
			topic = vec_add(&words->topics);
			topic->work = line_reader_keep(&reader, value);
		} else if (!topic) {
			line_reader_fail(&reader, "'= topic'");
		} else if (strcmp(reader.key, "at") == 0) {
			topic->at = line_reader_keep(&reader, value);
		} else if (strcmp(reader.key, "object") == 0) {
			read_objects(&reader, &topic->objects, value);
		} else if (strcmp(reader.key, "issue") == 0) {
			*vec_add(&topic->issues) = line_reader_keep(&reader, value);
		} else if (strcmp(reader.key, "effect") == 0) {
			*vec_add(&topic->effects) = line_reader_keep(&reader, value);
		} else if (strcmp(reader.key, "line") == 0) {
			read_step(&reader, topic, value);
		} else if (strcmp(reader.key, "way") == 0) {
			char *type = strchr(value, ' ');
			if (!type)
				line_reader_fail(&reader, "'way tool type'");
			*type = '\0';
			way = vec_add(&topic->ways);
			way->tool = line_reader_keep(&reader, value);
			way->type = (int)strtol(type + 1, NULL, 10);
		} else if (way && strcmp(reader.key, "for") == 0) {
			read_objects(&reader, &way->objects, value);
		} else if (way && strcmp(reader.key, "title") == 0) {
			*vec_add(&way->titles) = line_reader_keep(&reader, value);
		} else if (way && strcmp(reader.key, "how") == 0) {
			*vec_add(&way->approaches) = line_reader_keep(&reader, value);
		} else {
			line_reader_fail(&reader, "a known word");
		}
	}
	line_reader_close(&reader);
}

/* ---- written.txt ------------------------------------------------------------------------------ */

/* Several lines of one key become paragraphs. */
static void add_paragraph(struct line_reader *reader, const char **text, const char *value)
{
	*text = **text ? arena_printf(reader->arena, "%s\n%s", *text, value)
		       : line_reader_keep(reader, value);
}

/* label | minutes × cases | minutes × cases | period | periods this year */
static void read_written_line(struct line_reader *reader, struct written *written, char *value)
{
	char *cells[7];
	int64_t number;

	line_reader_split(reader, value, cells, 7);
	struct effect *effect = vec_add(&written->lines);
	*effect = effect_new((int)written->lines.count, STAGE_ESTIMATE,
		read_period(reader, cells[5]), EFFECT_WORKING_DAYS_DEFAULT);
	effect->label = line_reader_keep(reader, cells[0]);
	if (!decimal_parse(cells[1], 2, &effect->before_minutes, NULL) ||
		!decimal_parse(cells[2], 0, &effect->before_cases, NULL) ||
		!decimal_parse(cells[3], 2, &effect->after_minutes, NULL) ||
		!decimal_parse(cells[4], 0, &effect->after_cases, NULL) ||
		!decimal_parse(cells[6], 0, &number, NULL))
		line_reader_fail(reader, "numbers");
	effect->periods_in_year = (int)number;
}

static struct written *add_written(struct words *words, const char *title)
{
	struct written *written = vec_add(&words->written);

	*written = (struct written){.title = title, .section = "", .team = "", .work = "",
		.status = "", .issue = "", .approach = "", .effect = "", .first_month = -1,
		.fiscal_year = 2025, .cost = -1, .running = -1};
	return written;
}

static void read_written_value(struct line_reader *reader, struct written *written, char *value)
{
	const char *key = reader->key;

	if (strcmp(key, "issue") == 0)
		add_paragraph(reader, &written->issue, value);
	else if (strcmp(key, "how") == 0)
		add_paragraph(reader, &written->approach, value);
	else if (strcmp(key, "effect") == 0)
		add_paragraph(reader, &written->effect, value);
	else if (strcmp(key, "work") == 0)
		written->work = line_reader_keep(reader, value);
	else if (strcmp(key, "status") == 0)
		written->status = line_reader_keep(reader, value);
	else if (strcmp(key, "type") == 0)
		written->type = (int)strtol(value, NULL, 10);
	else if (strcmp(key, "month") == 0)
		written->first_month = ((int)strtol(value, NULL, 10) + 8) % EFFECT_MONTHS;
	else if (strcmp(key, "cost") == 0)
		written->cost = strtoll(value, NULL, 10);
	else if (strcmp(key, "running") == 0)
		written->running = strtoll(value, NULL, 10);
	else if (strcmp(key, "tools") == 0)
		line_reader_keep_all(reader, value, &written->tools);
	else if (strcmp(key, "line") == 0)
		read_written_line(reader, written, value);
	else
		line_reader_fail(reader, "a known word");
}

static void read_written(struct words *words, const char *folder)
{
	struct line_reader reader;
	struct written *written = NULL;

	line_reader_open(&reader, &words->arena, folder, "written.txt");
	while (line_reader_next(&reader)) {
		if (strcmp(reader.key, "=") == 0) {
			written = add_written(words, line_reader_keep(&reader, reader.value));
		} else if (!written) {
			line_reader_fail(&reader, "'= title'");
		} else if (strcmp(reader.key, "at") == 0) {
			char *cells[2];
			line_reader_split(&reader, reader.value, cells, 2);
			written->section = line_reader_keep(&reader, cells[0]);
			written->team = line_reader_keep(&reader, cells[1]);
		} else {
			read_written_value(&reader, written, reader.value);
		}
	}
	line_reader_close(&reader);
}

/* ---- units.txt, names.txt, phrases.txt ---------------------------------------------------------- */

static void add_section(struct words *words, struct line_reader *reader, const char *department,
	char *cells[4], const char *place)
{
	struct unit_words *section = vec_add(&words->sections);
	char *old_name = strchr(cells[0], '<');
	char *star = strchr(cells[0], '*');
	char *teams = arena_strdup(&words->arena, cells[2]);

	section->department = department;
	section->traits = line_reader_keep(reader, cells[1]);
	section->old_name = old_name ? line_reader_keep(reader, old_name + 1) : "";
	section->name = arena_printf(&words->arena, "%.*s%s%s",
		(int)(star ? star - cells[0] : old_name ? old_name - cells[0] : (long)strlen(cells[0])),
		cells[0], place, star ? star + 1 : "");
	for (char *team; (team = strsep(&teams, " ")) != NULL;)
		*vec_add(&section->teams) = team;
}

static void read_units(struct words *words, const char *folder)
{
	struct line_reader reader;
	const char *department = "";

	line_reader_open(&reader, &words->arena, folder, "units.txt");
	while (line_reader_next_whole(&reader)) {
		char *cells[4] = {0};
		if (strncmp(reader.value, "== ", 3) == 0) {
			department = line_reader_keep(&reader, reader.value + 3);
			continue;
		}
		line_reader_split_some(&reader, reader.value, cells, 3, 4);
		if (!cells[3]) {
			add_section(words, &reader, department, cells, "");
			continue;
		}
		for (char *place; (place = strsep(&cells[3], " ")) != NULL;)
			add_section(words, &reader, department, cells, place);
	}
	line_reader_close(&reader);
}

static void read_unit_readings(struct words *words, const char *folder)
{
	struct line_reader reader;

	line_reader_open(&reader, &words->arena, folder, "readings.txt");
	while (line_reader_next(&reader))
		*vec_add(&words->unit_readings) = (struct unit_reading){
			line_reader_keep(&reader, reader.key), line_reader_keep(&reader, reader.value)};
	line_reader_close(&reader);
}

const char *words_reading(const struct words *words, const char *name)
{
	for (size_t i = 0; i < words->unit_readings.count; i++)
		if (strcmp(words->unit_readings.items[i].name, name) == 0)
			return words->unit_readings.items[i].kana;
	return "";
}

static void read_names(struct words *words, const char *folder)
{
	struct line_reader reader;
	bool given = false;

	line_reader_open(&reader, &words->arena, folder, "names.txt");
	while (line_reader_next_whole(&reader)) {
		char *rest = reader.value;
		if (strncmp(rest, "-- ", 3) == 0) {
			given = words->surnames.count > 0;
			continue;
		}
		struct name *name = given ? vec_add(&words->given_names) : vec_add(&words->surnames);
		name->text = line_reader_keep(&reader, strsep(&rest, " "));
		if (!rest)
			line_reader_fail(&reader, "name, kana and romaji");
		name->kana = line_reader_keep(&reader, strsep(&rest, " "));
		if (!rest)
			line_reader_fail(&reader, "name, kana and romaji");
		name->romaji = line_reader_keep(&reader, strsep(&rest, " "));
		name->weight = rest ? (int)strtol(rest, NULL, 10) : 1;
	}
	line_reader_close(&reader);
}

static void read_phrases(struct words *words, const char *folder)
{
	struct line_reader reader;
	struct tool_words *rollout = NULL;

	line_reader_open(&reader, &words->arena, folder, "phrases.txt");
	while (line_reader_next(&reader)) {
		const char *value = line_reader_keep(&reader, reader.value);
		if (strcmp(reader.key, "=") == 0) {
			rollout = vec_add(&words->rollouts);
			rollout->tool = value;
		} else if (strcmp(reader.key, "issue") == 0) {
			*vec_add(&words->issue_tails) = value;
		} else if (strcmp(reader.key, "effect") == 0) {
			*vec_add(&words->effect_tails) = value;
		} else if (rollout && strcmp(reader.key, "how") == 0) {
			*vec_add(&rollout->sentences) = value;
		} else {
			line_reader_fail(&reader, "a known word");
		}
	}
	line_reader_close(&reader);
}

void words_read(struct words *words, const char *folder)
{
	*words = (struct words){0};
	read_units(words, folder);
	read_unit_readings(words, folder);
	read_names(words, folder);
	read_phrases(words, folder);
	read_topics(words, folder, "topics-office.txt");
	read_topics(words, folder, "topics-field.txt");
	read_written(words, folder);
}

void words_free(struct words *words)
{
	for (size_t i = 0; i < words->topics.count; i++) {
		struct topic *topic = &words->topics.items[i];
		for (size_t w = 0; w < topic->ways.count; w++) {
			vec_free(&topic->ways.items[w].objects);
			vec_free(&topic->ways.items[w].titles);
			vec_free(&topic->ways.items[w].approaches);
		}
		vec_free(&topic->objects);
		vec_free(&topic->issues);
		vec_free(&topic->effects);
		vec_free(&topic->steps);
		vec_free(&topic->ways);
	}
	for (size_t i = 0; i < words->written.count; i++) {
		vec_free(&words->written.items[i].tools);
		vec_free(&words->written.items[i].lines);
	}
	for (size_t i = 0; i < words->sections.count; i++)
		vec_free(&words->sections.items[i].teams);
	for (size_t i = 0; i < words->rollouts.count; i++)
		vec_free(&words->rollouts.items[i].sentences);
	vec_free(&words->topics);
	vec_free(&words->written);
	vec_free(&words->sections);
	vec_free(&words->unit_readings);
	vec_free(&words->surnames);
	vec_free(&words->given_names);
	vec_free(&words->rollouts);
	vec_free(&words->issue_tails);
	vec_free(&words->effect_tails);
	arena_free(&words->arena);
}
