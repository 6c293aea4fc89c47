#include "config.h"

#include "prose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "polite.h"
#include "titles.h"

enum layout { LAYOUT_PLAIN, LAYOUT_PARAGRAPHS, LAYOUT_DOTS, LAYOUT_DIGITS };

enum { SENTENCES = 6, VALUES = 16, CANDIDATES = 32 };

struct writer {
	struct body *body;
	struct entry *entry;
	struct random random;
	bool polite;
	char numbers[4][40];
	const char *values[VALUES];
	const char *about[4]; /* what conditions are tried on */
};

/* ---- what stands for the names in braces ------------------------------------------------------------ */

static void say_minutes(int64_t hundredths, char *text, size_t size)
{
	struct strbuf out = {0};

	decimal_add(&out, hundredths, 2, true);
	snprintf(text, size, "%s", strbuf_text(&out));
	strbuf_free(&out);
}

static void say_cases(const struct effect *line, char *text, size_t size)
{
	static const char *const periods[PERIOD_COUNT] = {"1日", "週", "月", "年"};

	snprintf(text, size, "%s%lld件", periods[line->period], (long long)line->after_cases);
}

/* The figures can only be quoted where the first line has them. */
static void collect_values(struct writer *writer)
{
	const struct entry *entry = writer->entry;
	const struct effect *line = &entry->lines.items[0];
	const struct team *team = &writer->body->teams.items[entry->team];
	size_t count = 0;
	const char **values = writer->values;

	snprintf(writer->numbers[0], sizeof writer->numbers[0], "%d",
		random_between(&writer->random, 2, 6));
	values[count++] = "N";
	values[count++] = writer->numbers[0];
	values[count++] = "O";
	values[count++] = entry->object;
	values[count++] = "班";
	values[count++] = team->name;
	values[count++] = "課";
	values[count++] = body_section_name(writer->body, team->section, entry->fiscal_year);
	if (line->kind == EFFECT_PER_PERIOD && line->before_cases > 0) {
		say_minutes(line->before_minutes, writer->numbers[1], sizeof writer->numbers[1]);
		say_cases(line, writer->numbers[2], sizeof writer->numbers[2]);
		values[count++] = "b";
		values[count++] = writer->numbers[1];
		values[count++] = "c";
		values[count++] = writer->numbers[2];
	}
	values[count] = NULL;
}

/* ---- choosing sentences -------------------------------------------------------------------------------- */

static bool usable(const struct writer *writer, const char *sentence, const char *const *chosen,
	size_t count)
{
	const bool quotes_figures =
		strstr(sentence, "{b}") || strstr(sentence, "{c}");

	for (size_t i = 0; i < count; i++)
		if (chosen[i] == sentence)
			return false;
	if (!words_apply(sentence, writer->about))
		return false;
	if (!quotes_figures)
		return true;
	const struct effect *line = &writer->entry->lines.items[0];
	return line->kind == EFFECT_PER_PERIOD && line->before_cases > 0 &&
		line->label == writer->entry->topic->steps.items[0].label;
}

/* Sentences follow one another best as the table has them. */
static void in_table_order(const phrases *from, const char **chosen, size_t count)
{
	const char *drawn[SENTENCES];
	size_t placed = 0;

	memcpy(drawn, chosen, count * sizeof *drawn);
	for (size_t i = 0; i < from->count; i++)
		for (size_t c = 0; c < count; c++)
			if (drawn[c] == from->items[i])
				chosen[placed++] = drawn[c];
}

/* Draws one of the usable sentences; NULL when there is none. The first one is, where there are
 * such, one that was written for just this object or tool. */
static const char *draw(struct writer *writer, const phrases *from, const char *const *chosen,
	size_t count, bool fitting)
{
	const char *candidates[CANDIDATES];
	size_t candidate_count = 0, fitting_count = 0;

	for (size_t i = 0; i < from->count && candidate_count < CANDIDATES; i++) {
		const char *sentence = from->items[i];
		if (!usable(writer, sentence, chosen, count))
			continue;
		candidates[candidate_count++] = sentence;
		if (sentence[0] != '[' || sentence[1] == '!')
			continue;
		/* fitting ones stand in front */
		candidates[candidate_count - 1] = candidates[fitting_count];
		candidates[fitting_count++] = sentence;
	}
	if (candidate_count == 0)
		return NULL;
	return candidates[random_below(&writer->random,
		fitting && fitting_count ? fitting_count : candidate_count)];
}

static size_t choose(struct writer *writer, const phrases *from, size_t wanted,
	const char **chosen, size_t count)
{
	const size_t first = count;

	for (; wanted && count < SENTENCES; wanted--) {
		const char *drawn = draw(writer, from, chosen, count, count == first);
		if (!drawn)
			break;
		chosen[count++] = drawn;
	}
	in_table_order(from, chosen + first, count - first);
	return count;
}

/* ---- setting them out ------------------------------------------------------------------------------------ */

static char *finish_sentence(const struct writer *writer, const char *sentence)
{
	struct strbuf out = {0};
	char *filled =
		titles_fill(&writer->body->arena, words_text(sentence), writer->values);

	if (writer->polite && polite_add(&out, filled))
		filled = arena_strdup(&writer->body->arena, strbuf_text(&out));
	strbuf_free(&out);
	return filled;
}

static void add_without_stop(struct strbuf *out, const char *sentence)
{
	static const char stop[] = "。";
	const size_t length = strlen(sentence), stop_length = strlen(stop);
	const bool stopped =
		length > stop_length && strcmp(sentence + length - stop_length, stop) == 0;

	strbuf_add(out, sentence, stopped ? length - stop_length : length);
}

static const char *set_out(const struct writer *writer, const char *const *sentences, size_t count,
	enum layout layout)
{
	static const char *const digits[SENTENCES] = {"①", "②", "③", "④", "⑤", "⑥"};
	struct strbuf out = {0};

	for (size_t i = 0; i < count; i++) {
		const char *sentence = finish_sentence(writer, sentences[i]);
		if (i && layout != LAYOUT_PLAIN)
			strbuf_add_char(&out, '\n');
		if (layout == LAYOUT_DOTS || layout == LAYOUT_DIGITS) {
			strbuf_add_text(&out, layout == LAYOUT_DOTS ? "・" : digits[i]);
			add_without_stop(&out, sentence);
		} else {
			strbuf_add_text(&out, sentence);
		}
	}
	const char *text = arena_strdup(&writer->body->arena, strbuf_text(&out));
	strbuf_free(&out);
	return text;
}

/* What is not running yet cannot have shown its effect. */
static bool is_ahead(const struct entry *entry)
{
	return entry->status == STATUS_SUBMITTED || entry->status == STATUS_APPROVED;
}

static const char *expected(const struct writer *writer, const char *effect)
{
	return is_ahead(writer->entry)
		? arena_printf(&writer->body->arena, "（見込み）%s%s",
			  strchr(effect, '\n') ? "\n" : "", effect)
		: effect;
}

/* Some begin with where they are. */
static const char *located(const struct writer *writer, const char *issue, struct random *random)
{
	const bool begins_otherwise = strncmp(issue, "①", 3) == 0 || strncmp(issue, "・", 3) == 0 ||
		strncmp(issue, "「", 3) == 0 || strstr(issue, "では、") || strstr(issue, "班");

	if (begins_otherwise || !random_percent(random, 22))
		return issue;
	if (random_percent(random, 50))
		return arena_printf(&writer->body->arena, "当班では、%s", issue);
	return arena_printf(&writer->body->arena, "%sでは、%s",
		writer->body->teams.items[writer->entry->team].name, issue);
}

static enum layout draw_layout(struct random *random, size_t sentences)
{
	static const int weights[] = {52, 20, 20, 8, 0};

	return sentences < 2 ? LAYOUT_PLAIN : (enum layout)random_weighted(random, weights);
}

static const phrases *rollout_of(const struct words *words, const char *tool)
{
	for (size_t i = 0; i < words->rollouts.count; i++)
		if (strcmp(words->rollouts.items[i].tool, tool) == 0)
			return &words->rollouts.items[i].sentences;
	return NULL;
}

/* True when every sentence can be made polite: nobody mixes both. */
static bool can_be_polite(const char *const *sentences, size_t count)
{
	bool can = true;

	for (size_t i = 0; i < count && can; i++) {
		struct strbuf out = {0};
		can = polite_add(&out, words_text(sentences[i]));
		strbuf_free(&out);
	}
	return can;
}

static void write_entry(struct writer *writer)
{
	static const int issue_weights[] = {26, 46, 28, 0};
	static const int approach_weights[] = {45, 55, 0};
	static const int effect_weights[] = {58, 42, 0};
	const struct words *words = writer->body->words;
	struct entry *entry = writer->entry;
	struct random *random = &writer->random;
	const char *sentences[3][SENTENCES];
	size_t counts[3] = {0};

	writer->about[0] = entry->object;
	writer->about[1] = entry->title;
	writer->about[2] = entry->way->tool;
	counts[0] = choose(writer, &entry->topic->issues,
		(size_t)random_weighted(random, issue_weights) + 1, sentences[0], 0);
	if (random_percent(random, counts[0] == 1 ? 40 : 14))
		counts[0] = choose(writer, &words->issue_tails, 1, sentences[0], counts[0]);
	if (entry->copied_from)
		sentences[1][counts[1]++] = "令和6年度に{元}で成果のあった取組を、{班}の業務に合わせて取り入れた。";
	counts[1] = choose(writer, &entry->way->approaches,
		(size_t)random_weighted(random, approach_weights) + 1, sentences[1], counts[1]);
	const phrases *rollout = rollout_of(words, entry->way->tool);
	if (rollout && random_percent(random, 52))
		counts[1] = choose(writer, rollout, 1, sentences[1], counts[1]);
	counts[2] = choose(writer, &entry->topic->effects,
		(size_t)random_weighted(random, effect_weights) + 1, sentences[2], 0);
	if (!is_ahead(entry) && random_percent(random, counts[2] == 1 ? 30 : 10))
		counts[2] = choose(writer, &words->effect_tails, 1, sentences[2], counts[2]);
	writer->polite = random_percent(random, 38);
	for (int field = 0; field < 3; field++)
		writer->polite = writer->polite &&
			can_be_polite(sentences[field], counts[field]);
	entry->issue = located(writer,
		set_out(writer, sentences[0], counts[0], draw_layout(random, counts[0])), random);
	entry->approach = set_out(writer, sentences[1], counts[1], draw_layout(random, counts[1]));
	entry->effect = expected(writer,
		set_out(writer, sentences[2], counts[2], draw_layout(random, counts[2])));
}

static void add_origin(struct writer *writer)
{
	const struct entry *origin = writer->entry->copied_from;
	size_t count = 0;

	while (writer->values[count])
		count++;
	if (!origin)
		return;
	writer->values[count++] = "元";
	writer->values[count++] = body_section_name(writer->body,
		writer->body->teams.items[origin->team].section, origin->fiscal_year);
	writer->values[count] = NULL;
}

void prose_write(struct body *body, struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->items[i];
		struct writer writer = {.body = body, .entry = entry,
			.random = random_stream("prose",
				(unsigned)(entry->fiscal_year * 1000) + (unsigned)entry->number)};
		if (entry->written) {
			entry->issue = entry->written->issue;
			entry->approach = entry->written->approach;
			entry->effect = entry->written->effect;
			continue;
		}
		collect_values(&writer);
		add_origin(&writer);
		write_entry(&writer);
	}
}
