#include "config.h"

#include "model/snapshot.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void snapshot_add(struct snapshot *snapshot, const struct snapshot_project *project)
{
	struct snapshot_project copy = *project;
	const char **const texts[] = {&copy.uuid, &copy.title, &copy.department_code,
		&copy.section_code, &copy.team_code, &copy.problem_type, &copy.tools};

	for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
		*texts[t] = arena_strdup(&snapshot->arena, *texts[t]);
	*vec_add(&snapshot->projects) = copy;
}

static int compare_uuids(const void *left, const void *right)
{
	const struct snapshot_project *const a = left, *const b = right;

	return strcmp(a->uuid, b->uuid);
}

void snapshot_sort(struct snapshot *snapshot)
{
	if (snapshot->projects.count)
		qsort(snapshot->projects.items, snapshot->projects.count,
			sizeof *snapshot->projects.items, compare_uuids);
}

void snapshot_free(struct snapshot *snapshot)
{
	vec_free(&snapshot->projects);
	arena_free(&snapshot->arena);
	*snapshot = (struct snapshot){0};
}

bool snapshot_counts(const struct snapshot_project *project)
{
	bool counts = workflow_counts(project->status) && !project->excluded;

	for (int figure = 0; counts && figure < STAGE_COUNT * BASIS_COUNT; figure++)
		counts = effect_minutes_fit(
			project->minutes[figure / BASIS_COUNT][figure % BASIS_COUNT]);
	return counts;
}

/* ---- canonical texts ------------------------------------------------------------------------- */

/* A JSON string; what is not UTF-8 becomes U+FFFD, for JSON holds nothing else. */
static void add_string(struct strbuf *out, const char *text)
{
	const size_t length = strlen(text);

	strbuf_add_char(out, '"');
	for (size_t at = 0; at < length;) {
		uint32_t character;
		char bytes[4];

		at += text_decode(text + at, length - at, &character);
		if (character == '"' || character == '\\')
			strbuf_add_char(out, '\\');
		if (character < 0x20)
			strbuf_addf(out, "\\u%04x", (unsigned)character);
		else
			strbuf_add(out, bytes, text_encode(character, bytes));
	}
	strbuf_add_char(out, '"');
}

static void snapshot_add_key(struct strbuf *out, const char *key)
{
	if (out->text[out->length - 1] != '{')
		strbuf_add_char(out, ',');
	add_string(out, key);
	strbuf_add_char(out, ':');
}

static void snapshot_add_text(struct strbuf *out, const char *key, const char *text)
{
	snapshot_add_key(out, key);
	add_string(out, text);
}

static void snapshot_add_number(struct strbuf *out, const char *key, int64_t number)
{
	snapshot_add_key(out, key);
	strbuf_add_int(out, number);
}

static int compare_rules(const void *left, const void *right)
{
	const struct exclusion_rule *const *const a = left, *const *const b = right;

	return ((*a)->id > (*b)->id) - ((*a)->id < (*b)->id);
}

void snapshot_add_rules(struct strbuf *out, const struct rule_set *rules, int fiscal_year)
{
	const struct exclusion_rule **const valid =
		xmalloc(rules->rules.count * sizeof(const struct exclusion_rule *));
	size_t count = 0;

	for (size_t r = 0; r < rules->rules.count; r++) {
		const struct exclusion_rule *const rule = &rules->rules.items[r].rule;

		if (rule->first_fiscal_year <= fiscal_year &&
			(!rule->last_fiscal_year || rule->last_fiscal_year >= fiscal_year))
			valid[count++] = rule;
	}
	qsort(valid, count, sizeof(const struct exclusion_rule *), compare_rules);
	strbuf_add_char(out, '[');
	for (size_t r = 0; r < count; r++) {
		strbuf_add_text(out, r ? ",{" : "{");
		snapshot_add_number(out, "id", valid[r]->id);
		snapshot_add_text(out, "tools", valid[r]->tools);
		snapshot_add_text(out, "words", valid[r]->words);
		snapshot_add_text(out, "reason", valid[r]->reason);
		strbuf_add_char(out, '}');
	}
	strbuf_add_char(out, ']');
	free(valid);
}

void snapshot_add_units(struct strbuf *out, const struct unit_tree *tree)
{
	strbuf_add_char(out, '[');
	for (size_t n = 0; n < tree->nodes.count; n++) {
		const struct unit *const unit = &tree->nodes.items[n].unit;

		strbuf_add_text(out, n ? ",{" : "{");
		snapshot_add_text(out, "code", unit->code);
		snapshot_add_text(out, "kind", unit_kind_id(unit->kind));
		snapshot_add_text(out, "name", unit->name);
		snapshot_add_text(out, "parent_code", unit->parent_code);
		strbuf_add_char(out, '}');
	}
	strbuf_add_char(out, ']');
}

void snapshot_add_project(struct strbuf *out, const struct snapshot_project *project)
{
	static const char *const keys[STAGE_COUNT][BASIS_COUNT] = {
		[STAGE_ESTIMATE] = {"estimate_in_year", "estimate_full_year"},
		[STAGE_FORECAST] = {"forecast_in_year", "forecast_full_year"},
		[STAGE_ACTUAL] = {"actual_in_year", "actual_full_year"},
	};

	strbuf_add_char(out, '{');
	snapshot_add_number(out, "number", project->number);
	snapshot_add_text(out, "title", project->title);
	snapshot_add_text(out, "department_code", project->department_code);
	snapshot_add_text(out, "section_code", project->section_code);
	snapshot_add_text(out, "team_code", project->team_code);
	snapshot_add_text(out, "problem_type", project->problem_type);
	snapshot_add_text(out, "tools", project->tools);
	snapshot_add_text(out, "status", workflow_status_id(project->status));
	snapshot_add_number(out, "excluded", project->excluded);
	for (int s = 0; s < STAGE_COUNT; s++)
		for (int b = 0; b < BASIS_COUNT; b++)
			snapshot_add_number(out, keys[s][b], project->minutes[s][b]);
	strbuf_add_char(out, '}');
}

/* ---- the seal -------------------------------------------------------------------------------- */

/* No text holds a line break (JSON escapes it), so that one line is one thing. */
static void seal_line(struct snapshot_seal *seal, const char *name, const char *text)
{
	const char *const parts[] = {name, " ", text, "\n"};

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		SHA256Update(&seal->digest, (const uint8_t *)parts[i], strlen(parts[i]));
}

void snapshot_seal_start(struct snapshot_seal *seal, int fiscal_year, int hours_per_person_year,
	const char *rules, const char *units)
{
	struct strbuf number = {0};

	SHA256Init(&seal->digest);
	seal->last_uuid[0] = seal->last_table[0] = '\0';
	seal_line(seal, "uraniwa-snapshot", "1");
	strbuf_add_int(&number, fiscal_year);
	seal_line(seal, "fiscal_year", strbuf_text(&number));
	strbuf_clear(&number);
	strbuf_add_int(&number, hours_per_person_year);
	seal_line(seal, "hours_per_person_year", strbuf_text(&number));
	strbuf_free(&number);
	seal_line(seal, "rules", rules);
	seal_line(seal, "units", units);
}

void snapshot_seal_first(struct snapshot_seal *seal, const char *first_sha256)
{
	seal_line(seal, "first_sha256", first_sha256);
}

bool snapshot_seal_project(struct snapshot_seal *seal, const char *uuid, const char *content)
{
	if (strcmp(seal->last_uuid, uuid) >= 0)
		return false;
	text_copy(seal->last_uuid, sizeof seal->last_uuid, uuid);
	seal_line(seal, uuid, content);
	return true;
}

bool snapshot_seal_table(struct snapshot_seal *seal, const char *name, const char *content)
{
	if (strcmp(seal->last_table, name) >= 0 || strlen(name) >= sizeof seal->last_table)
		return false;
	text_copy(seal->last_table, sizeof seal->last_table, name);
	seal_line(seal, name, content);
	return true;
}

void snapshot_seal_finish(struct snapshot_seal *seal, char text[SNAPSHOT_SEAL_TEXT])
{
	SHA256End(&seal->digest, text);
}

bool snapshot_sha256(const struct snapshot *snapshot, char text[SNAPSHOT_SEAL_TEXT])
{
	struct snapshot_seal seal;
	struct strbuf content = {0};
	bool in_order = true;

	snapshot_seal_start(&seal, snapshot->fiscal_year, snapshot->hours_per_person_year,
		snapshot->rules ? snapshot->rules : "[]", snapshot->units ? snapshot->units : "[]");
	for (size_t p = 0; p < snapshot->projects.count && in_order; p++) {
		const struct snapshot_project *const project = &snapshot->projects.items[p];

		strbuf_clear(&content);
		snapshot_add_project(&content, project);
		in_order = snapshot_seal_project(&seal, project->uuid, strbuf_text(&content));
	}
	strbuf_free(&content);
	if (in_order)
		snapshot_seal_finish(&seal, text);
	return in_order;
}
