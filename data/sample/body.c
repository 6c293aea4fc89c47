#include "config.h"

#include "body.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char body_code[] = "990001", body_name[] = "見本県";

/* ---- units ---------------------------------------------------------------------------------- */

static void add_teams(struct body *body, int index)
{
	struct section *section = &body->sections.items[index];

	section->first_team = (int)body->teams.count;
	for (size_t i = 0; i < section->words->teams.count; i++) {
		struct team *team = vec_add(&body->teams);
		team->name = section->words->teams.items[i];
		team->section = index;
		team->code = arena_printf(&body->arena, "%s%02zu", section->code, i + 1);
	}
}

static void build_units(struct body *body)
{
	int in_department = 0;
	const char *department = "";

	for (size_t i = 0; i < body->words->sections.count; i++) {
		const struct unit_words *unit = &body->words->sections.items[i];
		if (strcmp(unit->department, department) != 0) {
			struct department *added = vec_add(&body->departments);
			added->name = department = unit->department;
			added->code = arena_printf(&body->arena, "%02zu", body->departments.count);
			in_department = 0;
		}
		struct section *section = vec_add(&body->sections);
		section->words = unit;
		section->department = (int)body->departments.count - 1;
		section->code = arena_printf(&body->arena, "%02d%02d", section->department + 1,
			++in_department);
		add_teams(body, (int)i);
	}
}

/* ---- people ----------------------------------------------------------------------------------- */

static const struct name *draw_surname(const struct words *words, struct random *random)
{
	int sum = 0;
	size_t index = 0;

	for (size_t i = 0; i < words->surnames.count; i++)
		sum += words->surnames.items[i].weight;
	for (int drawn = random_below(random, (size_t)sum);
		drawn >= words->surnames.items[index].weight; index++)
		drawn -= words->surnames.items[index].weight;
	return &words->surnames.items[index];
}

static const struct name *draw_given(const struct words *words, struct random *random)
{
	return &words->given_names.items[random_below(random, words->given_names.count)];
}

char *body_draw_name(struct body *body, struct random *random)
{
	const char *surname = draw_surname(body->words, random)->text;

	return arena_printf(&body->arena, "%s %s", surname, draw_given(body->words, random)->text);
}

static const struct person *person_with(const struct body *body, const char *code, const char *name)
{
	for (size_t i = 0; i < body->people.count; i++) {
		const struct person *person = &body->people.items[i];
		if ((code && strcmp(person->code, code) == 0) ||
			(name && strcmp(person->name, name) == 0))
			return person;
	}
	return NULL;
}

/* The login is the surname and the first letter of the given name, numbered where taken. */
static char *free_code(struct body *body, const struct name *surname, const struct name *given)
{
	char *code = arena_printf(&body->arena, "%s-%c", surname->romaji, *given->romaji);

	for (int number = 2; person_with(body, code, NULL); number++)
		code = arena_printf(&body->arena, "%s-%c%d", surname->romaji, *given->romaji,
			number);
	return code;
}

static int add_person(struct body *body, struct random *random)
{
	const struct name *surname, *given;
	char *name;

	do {
		surname = draw_surname(body->words, random);
		given = draw_given(body->words, random);
		name = arena_printf(&body->arena, "%s %s", surname->text, given->text);
	} while (person_with(body, NULL, name));
	char *code = body->people.count ? free_code(body, surname, given)
					: arena_strdup(&body->arena, "office");
	struct person *person = vec_add(&body->people);
	person->code = code;
	person->name = name;
	person->kana = arena_printf(&body->arena, "%s %s", surname->kana, given->kana);
	return (int)body->people.count - 1;
}

/* Some stay for both years, others change with the spring transfers. */
static void staff_section(struct body *body, struct section *section, struct random *random)
{
	section->head[0] = add_person(body, random);
	section->head[1] = random_percent(random, 55) ? section->head[0] : add_person(body, random);
	section->leader[0] = add_person(body, random);
	section->leader[1] =
		random_percent(random, 45) ? section->leader[0] : add_person(body, random);
	section->handed_over_to = random_percent(random, 4) ? add_person(body, random) : -1;
}

void body_build(struct body *body, const struct words *words)
{
	struct random random = random_stream("people", 0);

	*body = (struct body){.words = words};
	build_units(body);
	add_person(body, &random);
	for (size_t i = 0; i < body->sections.count; i++)
		staff_section(body, &body->sections.items[i], &random);
	for (size_t i = 0; i < body->departments.count; i++)
		*vec_add(&body->collectors) = add_person(body, &random);
}

void body_free(struct body *body)
{
	vec_free(&body->departments);
	vec_free(&body->sections);
	vec_free(&body->teams);
	vec_free(&body->people);
	vec_free(&body->collectors);
	arena_free(&body->arena);
}

/* ---- finding ------------------------------------------------------------------------------------ */

const char *body_section_name(const struct body *body, int section, int fiscal_year)
{
	const struct unit_words *words = body->sections.items[section].words;

	return fiscal_year < SECOND_YEAR && *words->old_name ? words->old_name : words->name;
}

int body_find_team(const struct body *body, const char *section, const char *team)
{
	for (size_t i = 0; i < body->teams.count; i++)
		if (strcmp(body->teams.items[i].name, team) == 0 &&
			strcmp(body->sections.items[body->teams.items[i].section].words->name,
				section) == 0)
			return (int)i;
	fprintf(stderr, "no team %s in %s\n", team, section);
	exit(EXIT_FAILURE);
}
