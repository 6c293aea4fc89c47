/* explaining_register - what stands behind an indicator and behind a course. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "service/results/explaining_behind.h"
#include "service/results/explaining_descent.h"
#include "service/results/explaining_text.h"
#include "service/results/indicators.h"
#include "service/results/training_roll.h"
#include "service/session/cache.h"
#include "store/training_store.h"

/* People by code, those of a map alone; yearly: with the number of years that it has for each. */
static void register_write_people(const struct explaining_page *page, const struct strmap *wanted,
	bool yearly)
{
	const struct people *const people = &page->session->cache->people;
	int64_t years;

	for (size_t i = 0; i < people->people.count; i++) {
		const struct person *person = &people->people.items[i];

		if (!strmap_get(wanted, person->code, &years))
			continue;
		explaining_indent(page->out, 3);
		if (yearly)
			strbuf_addf(page->out, ngettext("%s (%s): %lld year\n", "%s (%s): %lld years\n",
				(unsigned long)years), person->name, person->code, (long long)years);
		else
			strbuf_addf(page->out, _("%s (%s)\n"), person->name, person->code);
	}
}

static const char *register_code(const struct explaining_page *page, size_t row, const char *id)
{
	const int column = table_column_index(page->table, id);

	return column < 0 ? "" : page->table->rows.items[row].cells[column].text;
}

/* ---- indicators ---------------------------------------------------------------------------------- */

static void register_write_values(const struct explaining_page *page,
	const struct indicator *indicator)
{
	for (size_t v = 0; v < indicator->values.count; v++) {
		const struct indicator_value *value = &indicator->values.items[v];

		if (value->fiscal_year != page->table->fiscal_year)
			continue;
		explaining_indent(page->out, 2);
		if (value->month)
			strbuf_addf(page->out, _("month %d: "), value->month);
		else
			strbuf_add_text(page->out, _("entered for the year: "));
		indicator_format(value->value, INDICATOR_DECIMALS, page->out);
		strbuf_addf(page->out, " %s\n", indicator->unit);
	}
	explaining_indent(page->out, 2);
	strbuf_add_text(page->out, indicator->yearly == INDICATOR_SUM ?
		_("Months are added up.\n") : _("The latest month counts.\n"));
}

static bool register_write_leaders(const struct explaining_page *page, bool yearly, struct error *err)
{
	struct training training = {0};
	struct strmap trained = {0};
	const bool loaded = training_store_load(page->session->store, &training, err);

	if (loaded) {
		training_roll_trained(&page->session->cache->people, &training,
			page->table->fiscal_year, &trained);
		register_write_people(page, &trained, yearly);
	}
	strmap_free(&trained);
	training_store_free(&training);
	return loaded;
}

/* The same hours as every table of that year: its in-year estimates. */
static bool register_write_hours(const struct explaining_page *page, struct error *err)
{
	const int year = page->table->fiscal_year;
	struct descent descent = {.session = page->session,
		.facts = rollups_facts(page->session, year, NULL, err),
		.levels = {DIMENSION_DEPARTMENT, DIMENSION_SECTION}, .level_count = 2,
		.stage = STAGE_ESTIMATE, .basis = BASIS_IN_YEAR, .depth = 3, .out = page->out};
	char code[16];

	if (!descent.facts)
		return false;
	snprintf(code, sizeof code, "%d", year);
	const uint16_t year_code = facts_find(descent.facts, DIMENSION_FISCAL_YEAR, code);
	for (size_t f = 0; f < descent.facts->count; f++)
		if ((descent.facts->flags[f] & FACT_COUNTED) &&
			descent.facts->codes[DIMENSION_FISCAL_YEAR][f] == year_code)
			descent_add(&descent, f,
				descent.facts->minutes[STAGE_ESTIMATE][BASIS_IN_YEAR][f]);
	const bool written = descent_chapter(&descent, _("Hours saved, estimated, in the year"), err);
	descent_free(&descent);
	return written;
}

bool explaining_behind_indicator(const struct explaining_page *page, size_t row, struct error *err)
{
	struct indicator_register indicators = {0};
	bool written = indicators_load(page->session, &indicators, err);
	const int at = written ? indicator_find(&indicators, register_code(page, row, "code")) : -1;

	if (at >= 0) {
		const struct indicator *indicator = &indicators.indicators.items[at];

		switch (indicator->computed) {
		case INDICATOR_HOURS_SAVED:
			written = register_write_hours(page, err);
			break;
		case INDICATOR_LEADERS_TRAINED:
		case INDICATOR_LEADERS_TRAINED_YEARLY:
			written = register_write_leaders(page,
				indicator->computed == INDICATOR_LEADERS_TRAINED_YEARLY, err);
			break;
		default:
			register_write_values(page, indicator);
		}
	}
	indicator_register_free(&indicators);
	return written;
}

/* ---- courses ------------------------------------------------------------------------------------- */

bool explaining_behind_course(const struct explaining_page *page, size_t row, struct error *err)
{
	const struct people *const people = &page->session->cache->people;
	const char *const code = register_code(page, row, "course_code");
	struct training training = {0};
	const bool loaded = training_store_load(page->session->store, &training, err);

	for (size_t c = 0; loaded && c < training.courses.count; c++) {
		/* of those it is for: who has been there and who has not; and others who have */
		enum { CAME, STAYED_AWAY, OTHERS, GROUPS };
		static const char *const headings[GROUPS] = {[CAME] = N_("Attended"),
			[STAYED_AWAY] = N_("Not attended yet"), [OTHERS] = N_("Others who attended")};
		struct strmap invited = {0}, present = {0}, groups[GROUPS] = {{0}};

		if (strcmp(training.courses.items[c].code, code) != 0)
			continue;
		training_roll_invited(people, &training.courses.items[c], &invited);
		for (size_t i = 0; i < training.attendance.count; i++)
			if (training.attendance.items[i].course == c)
				strmap_put(&present, training.attendance.items[i].person_code, 1);
		for (size_t i = 0; i < people->people.count; i++) {
			const char *person = people->people.items[i].code;
			const bool came = strmap_get(&present, person, NULL);

			if (strmap_get(&invited, person, NULL))
				strmap_put(&groups[came ? CAME : STAYED_AWAY], person, 1);
			else if (came)
				strmap_put(&groups[OTHERS], person, 1);
		}
		for (int group = 0; group < GROUPS; group++) {
			if (groups[group].count) {
				explaining_indent(page->out, 2);
				strbuf_addf(page->out, ngettext("%s (%zu person):\n",
					"%s (%zu people):\n", groups[group].count),
					_(headings[group]), groups[group].count);
				register_write_people(page, &groups[group], false);
			}
			strmap_free(&groups[group]);
		}
		strmap_free(&invited);
		strmap_free(&present);
	}
	training_store_free(&training);
	return loaded;
}
