/* doubt - what makes an effect line doubtful (domain.md §4): one table of checks that form, submission,
 * import and the table of doubtful lines derive from. A doubt is no fault: whoever knows may say that it is
 * right. */
#ifndef MODEL_DOUBT_H
#define MODEL_DOUBT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "model/effect_field.h"
#include "model/project.h"

enum doubt {
	DOUBT_AFTER_CASES,  /* minutes after, but 0 cases of those before: the commonest overclaim */
	DOUBT_NO_CASES,     /* 0 cases before and after; not of an actual, which may have come to nothing */
	DOUBT_LONG_CASE,    /* more than DOUBT_CASE_HOURS a case */
	DOUBT_PERSON_YEAR,  /* its team saves more than one person-year */
	DOUBT_ACTUAL,       /* an actual of more than DOUBT_TIMES its estimate */
	DOUBT_SAME_WORK,    /* another line of the project, or of another one of the team, names the same work */
	DOUBT_COUNT,
};
enum { DOUBT_CASE_HOURS = 8, DOUBT_TIMES = 3 };
/* A set of doubts. */
typedef unsigned doubts;
#define DOUBT_BIT(doubt) (1u << (doubt))

/* What a line is judged beside. Borrowed. */
struct doubt_context {
	const struct effect *lines; /* of its project, at all stages, itself among them */
	size_t count;
	int64_t team_minutes[STAGE_COUNT]; /* that its team saves in the year; of the project where no more
	                                    * is known */
	enum basis basis;           /* of all minutes */
	int hours_per_person_year;
};

struct doubt_info {
	const char *id;    /* "after-cases" */
	const char *words; /* N_(): what is doubtful, without a full stop */
	bool asked;        /* needs a yes before it is handed in, and is told when it is imported */
	bool (*holds)(const struct effect *effect, const struct doubt_context *context);
	enum effect_field field; /* of the line: beside which it is flagged; DIRECT_HOURS: what it saves */
};
extern const struct doubt_info doubt_kinds[DOUBT_COUNT];

/* A project alone, as far as its lines are added up: its own hours stand for its team's; in-year. */
struct doubt_context doubt_context_of(const struct project *project, int hours_per_person_year);
/* The doubts about a line, without DOUBT_SAME_WORK of other projects. */
doubts doubt_find(const struct effect *effect, const struct doubt_context *context);
/* Those that need a yes. */
doubts doubt_asked(doubts found);
/* Appends them in words, one behind the other; nothing for none. */
void doubt_add_words(doubts found, struct strbuf *out);

#endif
