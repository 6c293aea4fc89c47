/* probe - asks the terminal how many columns an ambiguous character takes: prints one on the
 * alternate screen and asks where the cursor went (DSR 6).
 *
 * A terminal on this machine answers within a millisecond and is waited for; one behind SSH gets
 * PROBE_LIMIT_MS. A terminal that does not answer in time does not hold up the first frame: the
 * question is asked once more (GNU screen can lose the first answer), and a late answer comes in
 * like a key, never as text. */
#ifndef UI_TERM_PROBE_H
#define UI_TERM_PROBE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

enum { PROBE_ROW = 1 /* counted from 0 */, PROBE_LIMIT_MS = 150 };
/* The answers when it was asked at the start of that row. */
#define PROBE_ANSWER_NARROW "\033[2;2R"
#define PROBE_ANSWER_WIDE "\033[2;3R"

struct probe {
	bool asked;
	bool answered;
	int times;
	int64_t asked_ms;
};

/* Sends the first question, unless terminfo does not know that this terminal can answer. */
void probe_ask(struct probe *probe);
/* Waits for the answer: 1 or 2, 0 when there was none in time. What was typed meanwhile is added
 * to typed. */
int probe_collect(struct probe *probe, struct strbuf *typed);
/* Takes the printed character away. */
void probe_erase(struct probe *probe);
/* Asks again when it is time to; true when the row must be drawn anew. Shortens *wait_ms (-1 = for
 * ever) to when it wants to be called again. */
bool probe_again(struct probe *probe, int *wait_ms);
/* True when a late answer was waited for. */
bool probe_late_answer(struct probe *probe);

#endif
