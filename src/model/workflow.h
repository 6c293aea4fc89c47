/* workflow - the status of a project and who may move it where (domain.md §3): one table. */
#ifndef MODEL_WORKFLOW_H
#define MODEL_WORKFLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "model/effect.h"
#include "model/role.h"

enum status {
	STATUS_DRAFT,     /* 下書き */
	STATUS_SUBMITTED, /* 登録 */
	STATUS_APPROVED,  /* 決定 */
	STATUS_RUNNING,   /* 実施中 */
	STATUS_REPORTED,  /* 中間報告済 */
	STATUS_COMPLETED, /* 完了 */
	STATUS_RETURNED,  /* 差戻し */
	STATUS_CANCELLED, /* 中止 */
	STATUS_COUNT,
};

/* What a project must have before a move; project_check_need() in model/project.h names what it lacks. */
enum workflow_need {
	NEED_NOTHING,
	NEED_COMPLETE, /* everything a project is registered with */
	NEED_INTERIM,  /* the interim report says how it goes */
	NEED_ACTUAL,   /* every estimated line has its actual, or there is a reason why not; without any
	                * line, words on what it brought */
};

struct workflow_move {
	enum status from;
	enum status to;
	unsigned roles;    /* bits 1u << enum role */
	bool needs_reason;
	enum workflow_need need;
	const char *label; /* N_("Submit") …, what the person does */
};

/* The table; *count gets its rows. */
const struct workflow_move *workflow_moves(size_t *count);
/* The row for that move, or NULL when nothing moves so. */
const struct workflow_move *workflow_find(enum status from, enum status to);
/* True for every status that counts in rollups: not draft, returned or cancelled. */
bool workflow_counts(enum status status);
/* True once a reported figure is frozen: a change then needs a reason. */
bool workflow_frozen(enum status status);

/* True while effect lines of that stage may be changed without a reason: the estimate until the work
 * begins, the forecast until the interim report is handed in, the actual figures until the project
 * is completed. */
bool workflow_stage_open(enum status status, enum stage stage);
/* True where there is a figure of that stage, though it may be 0 or less: the project has lines of it,
 * or it is the actual of one that is completed, which is all that there will be (domain.md §4,
 * Realisation). The one place that says what counts as an actual. */
bool workflow_stage_known(enum status status, enum stage stage, bool has_lines);

const char *workflow_status_id(enum status status);
const char *workflow_status_label(enum status status);
/* Takes id and label of either language and usual variants (実施済, 中間報告, 取下げ). */
bool workflow_status_parse(const char *text, enum status *status);

#endif
