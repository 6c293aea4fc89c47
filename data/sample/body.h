/* body - the invented prefecture itself: its departments, sections, teams and people. */
#ifndef SAMPLE_BODY_H
#define SAMPLE_BODY_H

#include "random.h"
#include "words.h"

enum { FIRST_YEAR = 2024, SECOND_YEAR = 2025, YEARS = 2 };

struct person {
	char *code, *name, *kana;
};

struct department {
	char *code;
	const char *name;
};

struct section {
	char *code;
	const struct unit_words *words;
	int department;
	int first_team; /* index in teams; words->teams.count of them */
	int head[YEARS];
	int leader[YEARS];
	int handed_over_to; /* leader from October of the second year on; -1 = none */
};

struct team {
	char *code;
	const char *name;
	int section;
};

struct body {
	const struct words *words;
	VEC(struct department) departments;
	VEC(struct section) sections;
	VEC(struct team) teams;
	VEC(struct person) people; /* the first is the login `office` */
	VEC(int) collectors;       /* one per department */
	struct arena arena;
};

extern const char body_code[], body_name[];

void body_build(struct body *body, const struct words *words);
void body_free(struct body *body);
/* The name of the section in that year (some were renamed in the second). */
const char *body_section_name(const struct body *body, int section, int fiscal_year);
/* Index of the team of that name in the first section of that name; ends the program if none. */
int body_find_team(const struct body *body, const char *section, const char *team);
/* An invented full name, "佐藤 陽子". Allocated in the arena. */
char *body_draw_name(struct body *body, struct random *random);

#endif
