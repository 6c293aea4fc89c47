#include "config.h"

#include "service/session/grants.h"

#include <string.h>

#include "base/ambient.h"
#include "service/session/cache.h"

bool grants_hold(const struct role_grant *grant, int fiscal_year)
{
	return grant->first_fiscal_year <= fiscal_year &&
		(!grant->last_fiscal_year || grant->last_fiscal_year >= fiscal_year);
}

void grants_each(struct session *session, int fiscal_year,
	void (*each)(const struct role_grant *grant, void *data), void *data)
{
	const struct people *people = &session->cache->people;
	char today[11];

	date_format(ambient_today(), today);
	for (size_t i = 0; i < people->grants.count; i++)
		if (grants_hold(&people->grants.items[i], fiscal_year))
			each(&people->grants.items[i], data);
	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];
		/* The day of a hand-over, "" while nobody has taken over; ISO dates compare as
		 * texts. */
		const bool still_leads = !*leader->to || strcmp(leader->to, today) >= 0;

		if (leader->fiscal_year == fiscal_year && still_leads)
			each(&(struct role_grant){leader->person_code, ROLE_LEADER,
				     leader->section_code, fiscal_year, fiscal_year},
				data);
	}
}
