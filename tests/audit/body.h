/* body - makes up a local government with nasty values, as the CSV files that the program imports. */
#ifndef AUDIT_BODY_H
#define AUDIT_BODY_H

#include "chance.h"
#include "pool.h"

enum { BODY_FIRST_YEAR = 2024, BODY_LAST_YEAR = 2026 };

struct body_unit {
	const char *code, *above; /* above: of the section, for teams; of the department, for sections */
	int first, last;          /* fiscal years; last 0 = still there */
};
struct body {
	struct pool *pool;
	struct chance *chance;
	LIST(struct body_unit) departments, sections, teams;
	LIST(const char *) people;
	int projects;
	/* files, with headings; rows in them without */
	struct text units, persons, leaders, targets, training, indicators, values, project_rows, effects;
	int rows;
	bool spoilt; /* by SQL: files cannot say what it holds */
};

/* projects: how many there are to be. */
void body_make(struct body *body, struct pool *pool, struct chance *chance, int projects);
/* Its parts, by file. */
void body_units(struct body *body);
void body_people(struct body *body);
void body_projects(struct body *body);
void body_effects(struct body *body, const char *number, int fiscal_year, const char *status);

/* A name of something, now and then one that files stumble over. */
const char *body_name(struct body *body, const char *kind);
/* Adds a row; cells end with NULL. */
void body_row(struct body *body, struct text *file, const char *const *cells);
#define BODY_ROW(body, file, ...) body_row(body, file, (const char *const[]){__VA_ARGS__, NULL})
const char *body_figure(struct body *body, int64_t figure);
/* Decimals as people write them, -12.5 */
const char *body_decimal(struct body *body, int64_t hundredths);

/* What files cannot say, as statements of SQL: statuses, exclusions and figures near their limits. */
const char *body_nasty(struct body *body);

#endif
