#include "config.h"

#include "titles.h"

#include <string.h>

#include "base/strbuf.h"

enum { ATTEMPTS = 60 };

char *titles_fill(struct arena *arena, const char *text, const char *const *values)
{
	struct strbuf out = {0};

	while (*text) {
		const char *value = NULL;
		size_t length = 0;
		for (const char *const *pair = values; *text == '{' && *pair && !value; pair += 2) {
			length = strlen(pair[0]);
			if (strncmp(text + 1, pair[0], length) == 0 && text[1 + length] == '}')
				value = pair[1];
		}
		if (value) {
			strbuf_add_text(&out, value);
			text += length + 2;
		} else {
			strbuf_add_char(&out, *text++);
		}
	}
	char *filled = arena_strdup(arena, strbuf_text(&out));
	strbuf_free(&out);
	return filled;
}

/* 0 = not used yet, 1 = elsewhere, 2 = in the same section. */
static int used(const struct body *body, const struct entries *entries, const struct entry *entry,
	const char *title)
{
	int found = 0;

	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *other = &entries->items[i];
		if (other == entry || !other->title || strcmp(other->title, title) != 0)
			continue;
		if (body->teams.items[other->team].section ==
			body->teams.items[entry->team].section)
			return 2;
		found = 1;
	}
	return found;
}

/* Prefers objects that fewer projects of the same topic took. */
static const char *draw_object(const struct body *body, const struct entries *entries,
	const struct entry *entry, struct random *random)
{
	const int section = body->teams.items[entry->team].section;
	const char *objects[OBJECTS_MAX];
	const size_t count = words_objects(entry->topic, entry->way,
		body->sections.items[section].words->traits, objects, OBJECTS_MAX);
	const char *best = NULL;
	int least = 0;

	for (int attempt = 0; attempt < 2; attempt++) {
		const char *object = objects[random_below(random, count)];
		int uses = 0;
		for (size_t i = 0; i < entries->count; i++)
			uses += entries->items[i].object == object;
		if (!best || uses < least) {
			best = object;
			least = uses;
		}
	}
	return best;
}

static void give(struct body *body, struct entries *entries, struct entry *entry, struct random *random)
{
	int best = 3;

	for (int attempt = 0; attempt < ATTEMPTS && best > 0; attempt++) {
		const char *object = draw_object(body, entries, entry, random);
		const phrases *titles = &entry->way->titles;
		const char *const values[] = {"O", object, NULL};
		const char *title = titles_fill(&body->arena,
			titles->items[random_below(random, titles->count)], values);
		const int worth = used(body, entries, entry, title);
		if (worth >= best)
			continue;
		best = worth;
		entry->title = title;
		entry->object = object;
	}
}

void titles_give(struct body *body, struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		if (entries->items[i].written)
			entries->items[i].title = entries->items[i].written->title;
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->items[i];
		struct random random =
			random_stream("title", (unsigned)(entry->fiscal_year * 1000) + (unsigned)i);
		if (!entry->written)
			give(body, entries, entry, &random);
	}
}
