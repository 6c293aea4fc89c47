/* entry - a project of the sample while it is made. */
#ifndef SAMPLE_ENTRY_H
#define SAMPLE_ENTRY_H

#include "base/date.h"
#include "base/uuid.h"
#include "body.h"
#include "model/workflow.h"

struct entry {
	int fiscal_year;
	int team;                      /* index in the body */
	const struct written *written; /* by hand; otherwise: */
	const struct topic *topic;
	const struct way *way;
	const char *object;
	const char *title;
	const char *work;
	int type;                      /* 1–8; 0 = 未分類 */
	phrases tools;                 /* primary first */
	enum status status;
	int first_month;               /* of operation; 0 = April */
	struct date started_on;
	int64_t registered;            /* days since 1970; gives the order of the numbers */
	int number;
	char uuid[UUID_TEXT];
	const char *leader, *owner;
	const char *issue, *approach, *effect;
	int64_t cost, running;         /* yen; -1 = not given */
	bool replicable;
	const struct entry *copied_from;
	VEC(struct effect) lines;      /* estimates first, by line; then the later stages */
	size_t line_count;             /* of estimates */
};

struct entries {
	struct entry *items;
	size_t count, capacity;
};

/* Minutes the entry saves at the estimate. */
int64_t entry_minutes(const struct entry *entry, enum basis basis);

#endif
