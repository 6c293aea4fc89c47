/* worth - what the hours of a project are worth beside what it costs (domain.md §4): labour value,
 * cost-benefit, and when the implementation cost has paid for itself. */
#ifndef MODEL_WORTH_H
#define MODEL_WORTH_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "model/project.h"

struct worth {
	enum stage stage;   /* actual figures where there are any, else the estimate */
	int64_t minutes;    /* of a full year */
	int64_t rate;       /* yen an hour */
	int64_t yen;        /* what the minutes are worth a year, half up */
	int64_t net;        /* less the yearly running cost */
	bool has_ratio;     /* there is a running cost to compare with */
	int64_t ratio;      /* yen to running cost, in tenths, half up */
	bool has_payback;   /* there is an implementation cost, and a year brings something */
	int64_t payback;    /* months until it has paid for itself, in tenths, half up */
};

/* False where nothing is to be said: no cost was given, no rate is set (0), there are no figures, or
 * they are too large. */
bool worth_compute(const struct project *project, int64_t rate, struct worth *worth);

/* Appends it in words, a line each, every line ended: "労務費換算（平年度・見込）: 44時間24分 × 4,000円 = …". */
void worth_explain(const struct project *project, const struct worth *worth, struct strbuf *out);

#endif
