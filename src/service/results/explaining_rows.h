/* explaining_rows - a table explained from its own rows: its total, each row with its figures in minutes
 * and the numbers that make its rates, and under each row the projects behind it down to their lines.
 * Private to src/service/.
 */
#ifndef SERVICE_RESULTS_EXPLAINING_ROWS_H
#define SERVICE_RESULTS_EXPLAINING_ROWS_H

#include "base/error.h"
#include "base/strbuf.h"
#include "model/fiscal_year.h"
#include "model/snapshot.h"
#include "service/results/rollups.h"

/* What is explained, and where it goes. */
struct explaining_page {
	struct session *session;
	const struct rollups_choice *choice; /* what the table was asked for with */
	const struct table *table;
	int row;                       /* only this one of its rows; -1 = all */
	const struct snapshot *frozen; /* the projects as they were frozen; NULL = as they are now */
	struct strbuf *out;
};

/* What stands under the rows of a table. */
struct explaining_kind {
	const char *id; /* of the named table */
	unsigned stages; /* bits by enum stage: whose figures of a project are told; 0 = the one asked for */
	enum half half;  /* only the projects of that half */
	bool states;     /* a project is told with its status, not with its figures */
	/* Appends what is behind a row instead of its projects; may be NULL. */
	bool (*behind)(const struct explaining_page *page, size_t row, struct error *err);
	const char *remark; /* N_(), one line under the total; may be NULL */
};

bool explaining_rows(const struct explaining_page *page, const struct explaining_kind *kind,
	struct error *err);

#endif
