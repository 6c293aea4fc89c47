/* world - what a database holds, read with SQL of the audit's own, and what follows from it by the rules of
 * domain.md: the tree of a year, what a line saves, what counts. Nothing that the program holds ready (totals,
 * departments of projects, keys) is believed. */
#ifndef AUDIT_WORLD_H
#define AUDIT_WORLD_H

#include "exact.h"

enum stage { ESTIMATE, FORECAST, ACTUAL, STAGES };
enum basis { IN_YEAR, FULL_YEAR, BASES };
extern const char *const stage_ids[STAGES];
extern const char *const basis_ids[BASES];

enum kind { BODY, DEPARTMENT, SECTION, TEAM, KINDS };
struct unit {
	const char *code, *name, *parent, *successor;
	enum kind kind;
	int first, last; /* fiscal years; last 0 = still there */
	int position;
};
/* A unit in the tree of a year; -1 where there is none. */
struct node {
	const struct unit *unit;
	int parent, department, section, end; /* those below it stand in front of end */
};
struct tree {
	int fiscal_year;
	LIST(struct node) nodes; /* from the top down, each before what lies in it */
};

struct line {
	int number;
	enum stage stage;
	const char *label, *kind, *period, *destination, *months;
	int64_t before_minutes, before_cases, after_minutes, after_cases, unit_cases;
	int64_t in_year, full_year; /* periods */
	bool typed;                 /* somebody typed those in the year */
	int64_t direct[BASES];
	int64_t direct_before[BASES]; /* -1 = not known */
	wide saved[BASES];  /* minutes */
	wide before[BASES]; /* what the work took, minutes; -1 = not known */
	wide covered;      /* cases a year it stands for; 0 = nobody counts them */
	bool no_cases;     /* neither before nor after */
};

enum status { DRAFT, SUBMITTED, APPROVED, RUNNING, REPORTED, COMPLETED, RETURNED, CANCELLED, STATUSES };
extern const char *const status_ids[STATUSES];

struct project {
	int64_t id;
	int fiscal_year, number;
	const char *uuid, *title, *team, *section, *department, *type, *leader, *work, *work_key;
	const char *exclusion, *started_on, *operating_from; /* dates "" = not given */
	const char *issue, *approach;
	int64_t rule;           /* that the exclusion is about; 0 = none */
	LIST(const char *) tools;
	enum status status;
	bool replicable, has_cost;
	int64_t cost;
	LIST(struct line) lines;
	bool has[STAGES];              /* a line of that stage */
	wide minutes[STAGES][BASES];
	wide before[STAGES][BASES];    /* -1 = some line of the stage does not know, or there is none */
	bool counts;                   /* in totals */
	bool impossible;               /* its figures are more than any work takes or costs */
	bool too_large;                /* would count but for that */
	bool out;                      /* a filter has left it out */
	int start;                     /* fiscal year's months: 0 = April … 11; -1 = not given, 12 = after it */
	bool no_result;                /* completed without figures, with a reason */
};

/* A row of a catalogue. */
struct entry {
	const char *code, *name;
	int first, last;
};
struct leader {
	int fiscal_year;
	const char *section, *person, *from, *to;
};
struct grant {
	const char *person, *role, *unit;
	int first, last;
};
struct person {
	const char *code, *name;
	bool active;
};
struct course {
	const char *code, *name, *form, *audience;
	int fiscal_year;
	int64_t minutes, units;
};
struct attendance {
	const char *course, *person;
};
struct target {
	int fiscal_year;
	const char *period, *section;
	int64_t minutes;
};
struct reading {
	int fiscal_year, month;
	int64_t value;
};
struct indicator {
	const char *code, *name, *unit, *direction, *source, *computed, *yearly;
	LIST(struct reading) targets, values;
};
struct due {
	int fiscal_year;
	const char *kind, *on;
};
struct clearance {
	int fiscal_year;
	const char *work_key, *unit, *by, *reason, *projects;
};
/* What is standard work in these years: uses one of the tools, and has one of the words of every line. */
struct rule {
	int64_t id;
	int first, last; /* fiscal years; last 0 = still */
	const char *tools, *words;
};
struct parameter {
	const char *name;
	int fiscal_year;
	int64_t value;
};

struct world {
	struct pool *pool;
	const char *body_code, *body;
	LIST(struct unit) units; /* by code and first year */
	LIST(struct project) projects;
	LIST(struct entry) types, tools; /* in display order, versions of a code by year */
	LIST(struct leader) leaders;     /* by section and first day */
	LIST(struct grant) grants;
	LIST(struct person) people;
	LIST(struct course) courses;
	LIST(struct attendance) attendance;
	LIST(struct target) targets;
	LIST(struct indicator) indicators;
	LIST(struct due) dues;
	LIST(struct clearance) clearances;
	LIST(struct parameter) parameters;
	LIST(struct rule) rules;
	LIST(struct tree *) trees;
	int first_year, last_year; /* of the projects; 0 = none */
};

/* False with a fault in words where the database cannot be read. */
bool world_read(struct world *world, struct pool *pool, const char *file, const char **fault);

/* The tree of a fiscal year. */
const struct tree *world_tree(struct world *world, int fiscal_year);
int tree_find(const struct tree *tree, const char *code); /* -1 = not in it */
int64_t tree_count(const struct tree *tree, enum kind kind, int below); /* below -1: in all of it */
bool tree_within(const struct tree *tree, int node, int above);

/* A parameter in a year: its own value, else that of every year, else the default. */
int64_t world_parameter(const struct world *world, const char *name, int fiscal_year, int64_t otherwise);
int64_t world_hours(const struct world *world, int fiscal_year); /* H */
int64_t world_rate(const struct world *world, int fiscal_year);  /* yen an hour; 0 = none */
const char *world_person(const struct world *world, const char *code); /* the name, else the code */
const char *world_number(const struct world *world, const struct project *project); /* R7-0001 */
const char *world_year_name(struct pool *pool, int fiscal_year); /* 令和7年度 */

#endif
