#include "formats.h"

#include <unistd.h>

#include "aligned.h"
#include "compare.h"
#include "paper.h"
#include "workbook.h"

void words_add(struct pool *pool, struct words *words, const char *word)
{
	*LIST_ADD(pool, words) = word;
}

void words_option(struct pool *pool, struct words *words, const char *name, const char *value)
{
	if (!value)
		return;
	words_add(pool, words, name);
	words_add(pool, words, value);
}

struct answer words_run(const struct program *program, struct pool *pool, struct words words,
	const char *format)
{
	words_option(pool, &words, "--format", format);
	words_add(pool, &words, NULL);
	return program_run(program, pool, words.items);
}

/* Writes into the file, whose ending says the format; false where the build has no such files. */
static bool formats_write(const struct program *program, struct pool *pool, struct words words,
	const char *path, struct answer *answer)
{
	unlink(path);
	words_option(pool, &words, "-o", path);
	*answer = words_run(program, pool, words, NULL);
	return answer->status == 0 && access(path, R_OK) == 0;
}

void formats_compare(struct tally *tally, struct pool *pool, const struct program *program, const char *name,
	struct words words, const struct grid *grid, uint64_t turn)
{
	const enum tally_format format = (enum tally_format)(TALLY_TEXT + turn % FORMAT_TURNS);
	const char *const path = pool_print(pool, "%s/table.%s", program->folder,
		format == TALLY_PDF ? "pdf" : "xlsx");
	const struct answer json = words_run(program, pool, words, "json");
	struct answer answer = json;

	if (format == TALLY_TEXT || format == TALLY_PDF) {
		answer = words_run(program, pool, words, "text");
		aligned_compare(tally, pool, name, &answer, grid, &json);
		tally_compared(tally, name, TALLY_TEXT);
	}
	if (format == TALLY_JSON) {
		compare_json(tally, pool, name, &json, grid);
		tally_compared(tally, name, TALLY_JSON);
	} else if (format != TALLY_TEXT) {
		struct answer written;

		if (!formats_write(program, pool, words, path, &written))
			return;
		if (format == TALLY_XLSX ?
			workbook_compare(tally, pool, name, &written, path, grid, &json) :
			paper_compare(tally, pool, name, &written, path, &answer))
			tally_compared(tally, name, format);
	}
}
