/* unit_store_people - people, roles and leaders. */
#include "config.h"

#include <string.h>


#include "base/i18n.h"
#include "store/store_private.h"
#include "store/unit_store.h"

static const char *people_text(struct people *people, struct db_statement *row, int column)
{
	return arena_strdup(&people->arena, db_column_text(row, column));
}

static bool people_read_person(struct people *people, struct db_statement *row, struct error *err)
{
	(void)err;
	*vec_add(&people->people) = (struct person){
		.code = people_text(people, row, 0),
		.name = people_text(people, row, 1),
		.kana = people_text(people, row, 2),
		.email = people_text(people, row, 3),
		.active = db_column_int(row, 4) != 0,
	};
	return true;
}

static bool people_read_grant(struct people *people, struct db_statement *row, struct error *err)
{
	struct role_grant grant = {
		.person_code = people_text(people, row, 0),
		.unit_code = people_text(people, row, 2),
		.first_fiscal_year = (int)db_column_int(row, 3),
		.last_fiscal_year = (int)db_column_int(row, 4),
	};
	if (!role_parse(db_column_text(row, 1), &grant.role))
		return error_set(err, ERROR_DATABASE,
			_("%s has a role in the database that this program does not know: %s."),
			grant.person_code, db_column_text(row, 1));
	*vec_add(&people->grants) = grant;
	return true;
}

static bool people_read_leader(struct people *people, struct db_statement *row, struct error *err)
{
	(void)err;
	*vec_add(&people->leaders) = (struct leader){
		.fiscal_year = (int)db_column_int(row, 0),
		.section_code = people_text(people, row, 1),
		.person_code = people_text(people, row, 2),
		.from = people_text(people, row, 3),
		.to = people_text(people, row, 4),
	};
	return true;
}

static const struct {
	enum statement query;
	bool (*read)(struct people *people, struct db_statement *row, struct error *err);
} lists[] = {
	{STATEMENT_PERSON_ALL, people_read_person},
	{STATEMENT_GRANT_ALL, people_read_grant},
	{STATEMENT_LEADER_ALL, people_read_leader},
};

bool unit_store_people(struct store *store, struct people *people, struct error *err)
{
	*people = (struct people){0};
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		struct db_statement *query = statement_get(store, lists[i].query, err);
		enum db_step step = query ? DB_ROW : DB_FAILED;

		while (step == DB_ROW && (step = db_step(query, err)) == DB_ROW)
			if (!lists[i].read(people, query, err))
				step = DB_FAILED;
		if (query)
			db_reset(query);
		if (step == DB_FAILED) {
			people_free(people);
			return false;
		}
	}
	return true;
}

void people_free(struct people *people)
{
	vec_free(&people->people);
	vec_free(&people->grants);
	vec_free(&people->leaders);
	arena_free(&people->arena);
}

const char *people_name(const struct people *people, const char *code, const char *otherwise)
{
	for (size_t i = 0; i < people->people.count; i++)
		if (strcmp(people->people.items[i].code, code) == 0)
			return people->people.items[i].name;
	return otherwise;
}
