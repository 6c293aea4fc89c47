#include "config.h"

#include "model/unit_reading.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/resource.h"
#include "base/text.h"

/* ---- words --------------------------------------------------------------------------------- */

struct unit_word {
	const char *word, *reading;
};
struct unit_words {
	VEC(struct unit_word) list; /* sorted by word, those of one beginning lie together */
	struct arena arena;
};

static int by_word(const void *a, const void *b)
{
	return strcmp(((const struct unit_word *)a)->word, ((const struct unit_word *)b)->word);
}

struct unit_words *unit_words_new(void)
{
	const struct resource *table = resource_find("readings/unit-words.txt");
	struct unit_words *words = xcalloc(1, sizeof *words);

	assert(table);
	for (const char *at = table->start; at < table->end;) {
		const size_t length = strcspn(at, "\n");
		const char *const blank = memchr(at, ' ', length);

		/* "福祉 ふくし"; remarks begin with #. */
		if (blank && *at != '#')
			*vec_add(&words->list) = (struct unit_word){
				arena_strndup(&words->arena, at, (size_t)(blank - at)),
				arena_strndup(&words->arena, blank + 1,
					length - (size_t)(blank + 1 - at)),
			};
		at += length + 1;
	}
	qsort(words->list.items, words->list.count, sizeof words->list.items[0], by_word);
	return words;
}

void unit_words_free(struct unit_words *words)
{
	vec_free(&words->list);
	arena_free(&words->arena);
	free(words);
}

/* The longest word that text begins with, and that begins with its `first` bytes; NULL for none. */
static const struct unit_word *longest(const struct unit_words *words, const char *text,
	size_t first)
{
	const struct unit_word *found = NULL;
	size_t low = 0, high = words->list.count;

	while (low < high) {
		const size_t middle = (low + high) / 2;

		if (strncmp(words->list.items[middle].word, text, first) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < words->list.count; low++) {
		const struct unit_word *word = &words->list.items[low];

		if (strncmp(word->word, text, first) != 0)
			break;
		if (strncmp(text, word->word, strlen(word->word)) == 0)
			found = word; /* a longer one stands behind a shorter one */
	}
	return found;
}

void unit_words_read(const struct unit_words *words, const char *name, struct strbuf *out)
{
	static const char mark[] = "・";

	while (*name) {
		uint32_t character;
		const size_t first = text_decode(name, strlen(name), &character);
		const struct unit_word *word = longest(words, name, first);

		if (word)
			strbuf_add_text(out, word->reading);
		else if (strncmp(name, mark, strlen(mark)) != 0)
			strbuf_add(out, name, first);
		name += word ? strlen(word->word) : first;
	}
}

/* ---- of a tree ----------------------------------------------------------------------------- */

struct unit_readings {
	VEC(const char *) texts; /* one for each node, once asked for */
	struct arena arena;
};

struct unit_readings *unit_readings_new(void)
{
	return xcalloc(1, sizeof(struct unit_readings));
}

void unit_readings_free(struct unit_readings *readings)
{
	if (!readings)
		return;
	vec_free(&readings->texts);
	arena_free(&readings->arena);
	free(readings);
}

const char *unit_tree_found_by(const struct unit_tree *tree, int node)
{
	assert(node >= 0 && (size_t)node < tree->nodes.count);

	struct unit_readings *const readings = tree->readings;

	if (readings->texts.count > 0)
		return readings->texts.items[node];

	struct unit_words *words = unit_words_new();
	struct strbuf text = {0};

	for (size_t i = 0; i < tree->nodes.count; i++) {
		const struct unit *unit = &tree->nodes.items[i].unit;

		strbuf_clear(&text);
		if (unit->reading && *unit->reading)
			strbuf_add_text(&text, unit->reading);
		else
			unit_words_read(words, unit->name, &text);
		strbuf_addf(&text, "\n%s", unit->code);
		*vec_add(&readings->texts) = arena_strdup(&readings->arena, strbuf_text(&text));
	}
	strbuf_free(&text);
	unit_words_free(words);
	return readings->texts.items[node];
}
