/* body_people - people, roles, leaders, targets of sections, courses and indicators. */
#include "body.h"

static const char *body_person(struct body *body)
{
	return body->people.items[chance_from(body->chance, 0, (int64_t)body->people.count - 1)];
}

static bool body_is_there(const struct body_unit *unit, int year)
{
	return unit->first <= year && (!unit->last || unit->last >= year);
}

static void body_leaders(struct body *body, const struct body_unit *section, int year)
{
	const char *const first = body_person(body);
	const char *const next = body_person(body);
	const bool hand_over = !same(first, next) && chance_of(body->chance, 25);

	if (chance_of(body->chance, 15))
		return;
	BODY_ROW(body, &body->leaders, body_figure(body, year), section->code, first,
		pool_print(body->pool, "%d-04-01", year),
		hand_over ? pool_print(body->pool, "%d-09-30", year) : "");
	if (hand_over)
		BODY_ROW(body, &body->leaders, body_figure(body, year), section->code, next,
			pool_print(body->pool, "%d-10-01", year), "");
}

static void body_targets(struct body *body, const struct body_unit *section, int year)
{
	static const char *const periods[] = {"year", "first-half", "second-half"};

	for (int p = 0; p < 3; p++)
		if (chance_of(body->chance, 40))
			BODY_ROW(body, &body->targets, body_figure(body, year), periods[p], section->code,
				body_figure(body, chance_from(body->chance, 0, 900)));
}

static void body_training(struct body *body, int year)
{
	static const char *const forms[] = {"in-person", "online", "e-learning"};
	static const char *const audiences[] = {"leaders", "heads", "everyone"};

	for (int64_t c = chance_from(body->chance, 0, 3); c > 0; c--) {
		const char *const code = pool_print(body->pool, "%d-%lld", year, (long long)c);
		const char *const name = body_name(body, "研修");
		const char *const form = CHANCE_OF(body->chance, forms);
		const char *const audience = CHANCE_OF(body->chance, audiences);
		const char *const hours = CHANCE_OF(body->chance, ((const char *const[]){"0:20", "1", "1:30", "12"}));
		const char *const units = body_figure(body, chance_from(body->chance, 0, 3));
		const char *last = "";

		for (int64_t a = chance_from(body->chance, 0, 8); a > 0; a--) {
			const char *const person = body_person(body);

			if (!same(person, last))
				BODY_ROW(body, &body->training, body_figure(body, year), code, name, form, hours, units,
					audience, person, pool_print(body->pool, "%d-06-%02d", year, 10));
			last = person;
		}
	}
}

static void body_indicators(struct body *body)
{
	static const char *const yearly[] = {"last", "sum"};
	static const char *const directions[] = {"up", "down"};
	static const char *const computed[] = {"hours-saved", "leaders-trained", "", ""};

	BODY_ROW(body, &body->indicators, "code", "name", "unit", "target", "target_fiscal_year", "direction",
		"source", "yearly", "computed", "position");
	BODY_ROW(body, &body->values, "code", "fiscal_year", "month", "value");
	for (int i = 0; i < 4; i++) {
		const char *const code = i == 3 ? "genai-hours" : pool_print(body->pool, "kpi-%d", i);

		if (chance_of(body->chance, 20))
			continue;
		for (int64_t t = chance_from(body->chance, 0, 2); t >= 0; t--)
			BODY_ROW(body, &body->indicators, code, pool_print(body->pool, "指標%d", i), "件",
				body_decimal(body, chance_from(body->chance, -500, 400000)),
				t ? body_figure(body, BODY_FIRST_YEAR + 2 * t) : "", directions[i % 2 && !*computed[i]],
				"", yearly[i % 2], computed[i], body_figure(body, i + 1));
		for (int year = BODY_FIRST_YEAR; year <= BODY_LAST_YEAR && !*computed[i]; year++)
			for (int64_t m = chance_from(body->chance, 0, 4); m > 0; m--)
				BODY_ROW(body, &body->values, code, body_figure(body, year), body_figure(body, m * 3),
					body_decimal(body, chance_from(body->chance, -9999, 99999)));
	}
}

void body_people(struct body *body)
{
	BODY_ROW(body, &body->persons, "code", "name", "active", "role", "unit_code", "role_first_fiscal_year",
		"role_last_fiscal_year");
	BODY_ROW(body, &body->persons, "tester", "試験 担当", "1", "admin", "990009", "2020", "");
	for (int64_t p = chance_from(body->chance, 3, 14); p > 0; p--) {
		const char *const code = pool_print(body->pool, "p%02lld", (long long)p);
		const struct body_unit *const section = body->sections.count ? &body->sections.items[
			chance_from(body->chance, 0, (int64_t)body->sections.count - 1)] : NULL;
		const bool head = section && chance_of(body->chance, 50);

		*LIST_ADD(body->pool, &body->people) = code;
		BODY_ROW(body, &body->persons, code, body_name(body, " 太郎"), chance_of(body->chance, 85) ? "1" : "0",
			head ? "head" : "", head ? section->code : "", head ? body_figure(body, section->first) : "",
			head && section->last ? body_figure(body, section->last) : "");
	}
	BODY_ROW(body, &body->leaders, "fiscal_year", "section_code", "person_code", "from", "to");
	BODY_ROW(body, &body->targets, "fiscal_year", "period", "section_code", "target_hours");
	BODY_ROW(body, &body->training, "fiscal_year", "course_code", "course", "form", "hours", "units",
		"audience", "person_code", "attended_on");
	for (int year = BODY_FIRST_YEAR; year <= BODY_LAST_YEAR; year++) {
		for (size_t s = 0; s < body->sections.count; s++)
			if (body_is_there(&body->sections.items[s], year)) {
				body_leaders(body, &body->sections.items[s], year);
				body_targets(body, &body->sections.items[s], year);
			}
		body_training(body, year);
	}
	body_indicators(body);
}
