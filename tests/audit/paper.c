#include "paper.h"

#include <stdlib.h>

#include "compare.h"
#include "workbook.h"

struct figures {
	LIST(const char *) items;
};

/* Words that are figures: digits, commas, points and the signs of people. */
static struct figures paper_figures(struct pool *pool, const char *text)
{
	struct figures words = {0};

	while (*text) {
		const size_t length = strcspn(text, " \n\f");
		const char *const word = pool_copy(pool, text, length);
		const char *at = word;

		while (*at && (strchr("0123456789,.+%", *at) || strncmp(at, "△", 3) == 0))
			at += *at & '\x80' ? 3 : 1;
		if (length && !*at && strpbrk(word, "0123456789"))
			*LIST_ADD(pool, &words.items) = word;
		text += length + (text[length] != '\0');
	}
	return words;
}

static int paper_order(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

bool paper_compare(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const char *path, const struct answer *text)
{
	if (!*workbook_command(pool, "command -v pdftotext"))
		return false;
	struct figures right = paper_figures(pool, text->out);
	struct figures got = paper_figures(pool, workbook_command(pool,
		pool_print(pool, "pdftotext -layout '%s' - 2>/dev/null", path)));
	size_t at = 0;

	tally->tables++;
	if (right.items.count)
		qsort(right.items.items, right.items.count, sizeof *right.items.items, paper_order);
	if (got.items.count)
		qsort(got.items.items, got.items.count, sizeof *got.items.items, paper_order);
	for (size_t r = 0; r < right.items.count; r++) {
		while (at < got.items.count && strcmp(got.items.items[at], right.items.items[r]) < 0)
			at++;
		tally->cells++;
		if (at < got.items.count && same(got.items.items[at], right.items.items[r]))
			at++;
		else
			compare_fault(tally, pool_print(pool, "%s on paper", name), answer,
				pool_print(pool, "the figure %s is missing", right.items.items[r]));
	}
	return true;
}
