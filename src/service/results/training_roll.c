#include "config.h"

#include "service/results/training_roll.h"

#include "base/strbuf.h"
#include "service/session/grants.h"

void training_roll_invited(const struct people *people, const struct course *course,
	struct strmap *invited)
{
	const int year = course->fiscal_year;

	for (size_t i = 0; i < people->leaders.count; i++)
		if (course->audience == TRAINING_FOR_LEADERS &&
			people->leaders.items[i].fiscal_year == year)
			strmap_put(invited, people->leaders.items[i].person_code, 1);
	for (size_t i = 0; i < people->grants.count; i++) {
		const struct role_grant *grant = &people->grants.items[i];

		if (course->audience == TRAINING_FOR_HEADS && grant->role == ROLE_HEAD &&
			grants_hold(grant, year))
			strmap_put(invited, grant->person_code, 1);
	}
	for (size_t i = 0; i < people->people.count; i++)
		if (course->audience == TRAINING_FOR_EVERYONE && people->people.items[i].active)
			strmap_put(invited, people->people.items[i].code, 1);
}

size_t training_roll_trained(const struct people *people, const struct training *training,
	int fiscal_year, struct strmap *trained)
{
	struct strmap taught = {0}, led = {0};
	struct strbuf key = {0};

	for (size_t i = 0; i < training->attendance.count; i++) {
		const struct attendance *attendance = &training->attendance.items[i];

		if (training->courses.items[attendance->course].fiscal_year <= fiscal_year)
			strmap_put(&taught, attendance->person_code, 1);
	}
	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];
		int64_t years = 0;

		if (leader->fiscal_year > fiscal_year || !strmap_get(&taught, leader->person_code, NULL))
			continue;
		/* who leads two sections in a year leads one year */
		strbuf_clear(&key);
		strbuf_addf(&key, "%d %s", leader->fiscal_year, leader->person_code);
		if (strmap_get(&led, strbuf_text(&key), NULL))
			continue;
		strmap_put(&led, strbuf_text(&key), 1);
		strmap_get(trained, leader->person_code, &years);
		strmap_put(trained, leader->person_code, years + 1);
	}
	const size_t all = led.count;
	strbuf_free(&key);
	strmap_free(&led);
	strmap_free(&taught);
	return all;
}
