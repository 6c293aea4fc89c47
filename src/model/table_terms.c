#include "config.h"

#include "model/table_terms.h"

#include <assert.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"

static const char *const ids[TABLE_TERM_COUNT] = {
	[TABLE_HOURS_PER_PERSON_YEAR] = "hours_per_person_year",
	[TABLE_HOURLY_RATE] = "hourly_rate",
};

const char *table_term_id(enum table_term term)
{
	assert(term < TABLE_TERM_COUNT);
	return ids[term];
}

int64_t table_term_of(const struct year_terms *year, enum table_term term)
{
	assert(term < TABLE_TERM_COUNT);
	return term == TABLE_HOURLY_RATE ? year->hourly_rate : year->hours_per_person_year;
}

bool table_term_read(const struct table *table, enum table_term term, bool *differ, int64_t *value)
{
	*differ = false;
	*value = term == TABLE_HOURLY_RATE ? 0 : table->hours_per_person_year;
	for (size_t y = 0; y < table->years.count; y++) {
		const int64_t of_year = table_term_of(&table->years.items[y], term);

		*differ |= y > 0 && of_year != *value;
		*value = of_year;
	}
	return *differ || *value > 0;
}

bool table_term_text(const struct table *table, enum table_term term, enum table_style style,
	struct strbuf *out)
{
	int64_t value;
	bool differ;

	if (!table_term_read(table, term, &differ, &value))
		return false;
	if (differ) {
		/* "R6 1,860 / R7 1,000", for machines "2024:1860,2025:1000". */
		const bool people = style == TABLE_PEOPLE;
		for (size_t y = 0; y < table->years.count; y++) {
			const struct year_terms *const year = &table->years.items[y];
			char name[FISCAL_YEAR_TEXT];

			fiscal_year_short(year->fiscal_year, name);
			if (people)
				strbuf_addf(out, "%s%s ", y ? " / " : "", name);
			else
				strbuf_addf(out, "%s%d:", y ? "," : "", year->fiscal_year);
			(people ? decimal_add_grouped : decimal_add)(out, table_term_of(year, term),
				0, false);
		}
	} else
		(style == TABLE_PEOPLE ? decimal_add_grouped : decimal_add)(out, value, 0, false);
	return true;
}

void table_terms_add(const struct table *table, struct strbuf *out)
{
	for (int term = 0; term < TABLE_TERM_COUNT; term++) {
		struct strbuf figures = {0};

		if (!table_term_text(table, (enum table_term)term, TABLE_PEOPLE, &figures))
			continue;
		if (term == TABLE_HOURLY_RATE)
			strbuf_addf(out, _("  1 hour = %s yen"), strbuf_text(&figures));
		else
			strbuf_addf(out, _("1 person-year = %s hours"), strbuf_text(&figures));
		strbuf_free(&figures);
	}
}
