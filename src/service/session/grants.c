#include "config.h"

#include "service/session/grants.h"

#include <string.h>

#include "base/ambient.h"
#include "service/session/cache.h"

static bool grants_in_force(const struct role_grant *grant, int fiscal_year)
{
	return grant->first_fiscal_year <= fiscal_year &&
		(!grant->last_fiscal_year || grant->last_fiscal_year >= fiscal_year);
}

/* The day of a hand-over, "" while nobody has taken over; ISO dates compare as texts. */
static bool grants_still_leads(const struct leader *leader, const char *today)
{
	return !*leader->to || strcmp(leader->to, today) >= 0;
}

void grants_each(struct session *session, int fiscal_year,
	void (*each)(const struct role_grant *grant, void *data), void *data)
{
	const struct people *people = &session->cache->people;
	char today[11];

	date_format(ambient_today(), today);
	for (size_t i = 0; i < people->grants.count; i++)
		if (grants_in_force(&people->grants.items[i], fiscal_year))
			each(&people->grants.items[i], data);
	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];

		if (leader->fiscal_year == fiscal_year && grants_still_leads(leader, today))
			each(&(struct role_grant){leader->person_code, ROLE_LEADER,
				     leader->section_code, fiscal_year, fiscal_year},
				data);
	}
}
