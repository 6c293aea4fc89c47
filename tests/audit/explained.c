#include "explained.h"

#include "compare.h"
#include "people.h"

enum { DEPTHS = 12 };

static const char minute_mark[] = "分 = ";
static const char hour_mark[] = "時間"; /* of 25時間20分, whose minutes are not all of them */

/* True where the digits before that place follow a word. */
static bool explained_follows(const char *line, const char *place, const char *word)
{
	const size_t length = strlen(word);

	while (place > line && strchr("0123456789,", place[-1]))
		place--;
	return (size_t)(place - line) >= length && memcmp(place - length, word, length) == 0;
}

bool explained_minutes(const char *line, size_t length, wide *minutes)
{
	const size_t blanks = strspn(line, " ");
	const size_t digits = strspn(line + blanks, "0123456789");
	const char *mark = NULL;

	if (digits && line[blanks + digits] == '.')
		return false;
	for (const char *at = line; (at = strstr(at, minute_mark)) != NULL && at < line + length; at++)
		if (!explained_follows(line, at, hour_mark))
			mark = at;
	if (!mark)
		return false;
	return people_before(line, mark, minutes);
}

struct level {
	bool parts; /* something stands below it */
	wide whole, sum;
};

static void explained_close(struct tally *tally, struct pool *pool, const char *name,
	const struct answer *answer, const struct level *level, size_t depth)
{
	tally->cells++;
	if (level->parts && level->sum != level->whole)
		compare_fault(tally, pool_print(pool, "explain %s", name), answer,
			pool_print(pool, "the parts on level %zu come to %s, not to %s", depth + 1,
				exact_text(pool, level->sum, 0), exact_text(pool, level->whole, 0)));
}

void explained_total(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	wide minutes)
{
	struct level levels[DEPTHS] = {{0}};
	size_t open = 0;
	wide found = 0;

	tally->tables++;
	if (answer->status) {
		compare_fault(tally, pool_print(pool, "explain %s", name), answer,
			pool_print(pool, "ended with %d", answer->status));
		return;
	}
	for (const char *line = answer->out; *line; line += strcspn(line, "\n") + (line[strcspn(line, "\n")] != '\0')) {
		const size_t depth = strspn(line, " ") / 2;

		if (!explained_minutes(line, strcspn(line, "\n"), &found) || depth >= DEPTHS)
			continue;
		for (; open > depth; open--)
			explained_close(tally, pool, name, answer, &levels[open - 1], open - 1);
		if (depth > 0) {
			levels[depth - 1].parts = true;
			levels[depth - 1].sum += found;
		}
		levels[depth] = (struct level){.whole = found};
		open = depth + 1;
	}
	for (; open > 0; open--)
		explained_close(tally, pool, name, answer, &levels[open - 1], open - 1);
	if (levels[0].whole != minutes)
		compare_fault(tally, pool_print(pool, "explain %s", name), answer,
			pool_print(pool, "explains %s minutes, not %s", exact_text(pool, levels[0].whole, 0),
				exact_text(pool, minutes, 0)));
}

void explained_project(struct tally *tally, struct pool *pool, const struct answer *answer,
	const struct project *project)
{
	static const char *const stages[STAGES] = {"見込", "中間見込", "実績"};
	static const char *const bases[BASES] = {"年度内", "平年度化"};

	tally->tables++;
	for (int s = 0; s < STAGES; s++)
		for (int b = 0; b < BASES && project->has[s]; b++) {
			const char *const head = pool_print(pool, "\n  %s・%s: ", stages[s], bases[b]);
			const char *const line = strstr(answer->out, head);
			wide minutes = 0;

			tally->cells++;
			if (!line || !explained_minutes(line + 1, strcspn(line + 1, "\n"), &minutes) ||
				minutes != project->minutes[s][b])
				compare_fault(tally, "explain a project", answer,
					pool_print(pool, "%s %s: %s minutes, not %s", stage_ids[s], basis_ids[b],
						exact_text(pool, minutes, 0),
						exact_text(pool, project->minutes[s][b], 0)));
		}
}
