/* similar - the projects nearest to one, or to a text being typed: what can be copied (横展開).
 *
 * Texts are taken apart into pairs of neighbouring characters of their text_key (Japanese has no
 * blanks between words). A pair weighs the more, the fewer projects hold it (a logarithm in
 * integers), twice in a title, and nothing when more than half of all projects hold it. All
 * scores are exact integers, so that the ranking is the same everywhere.
 */
#ifndef ROLLUP_SIMILAR_H
#define ROLLUP_SIMILAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is compared. Texts may be NULL; codes are those of the catalogues. */
struct similar_project {
	int64_t id;
	const char *title, *approach, *current_issue, *work;
	const char *problem_type; /* NULL or "" = none */
	const char *const *tools;
	size_t tool_count;
};

/* The projects of all sections, ready for questions. */
struct similar_index;

struct similar_index *similar_new(void);
void similar_free(struct similar_index *index);
/* Adds a project; nothing of it is kept. Ids are the caller's affair and should differ. */
void similar_add(struct similar_index *index, const struct similar_project *project);
size_t similar_count(const struct similar_index *index);

/* Per mille, 0–1000. score weighs those parts the question has: text 80, tools 12, type 8. */
struct similar_hit {
	int64_t id;
	int score;
	int text;  /* share of the weight of both texts that they have in common; for typed text,
	            * how much of it stands in the project */
	int type;  /* 1000 = the same problem type */
	int tools; /* share of the tools of both that they have in common */
};

/* The nearest projects, best first (by score, then text, then id), at most `most` of them into
 * hits; returns how many. Those with nothing of the text in common are left out. */

/* By a project of the index (which is not among the hits); none when the id is not there. */
size_t similar_to(struct similar_index *index, int64_t id, struct similar_hit *hits, size_t most);
/* By a project that is not there, or is being edited: its id, when not 0, is left out. */
size_t similar_to_project(struct similar_index *index, const struct similar_project *project,
	struct similar_hit *hits, size_t most);
/* By a few words as typed. */
size_t similar_to_text(struct similar_index *index, const char *text, struct similar_hit *hits,
	size_t most);

#endif
