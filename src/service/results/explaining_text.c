#include "config.h"

#include "service/results/explaining_text.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/destination.h"
#include "model/fiscal_year.h"
#include "model/table_terms.h"

void explaining_indent(struct strbuf *out, int depth)
{
	assert(depth >= 0);
	strbuf_add_repeated(out, ' ', (size_t)depth * 2);
}

/* "16,688分 = 278時間8分 = 0.1人役": every step comes true with the numbers that it shows. */
static void explaining_add_total(struct strbuf *out, int64_t minutes, int64_t person_years_tenths)
{
	struct strbuf texts[3] = {{0}};

	decimal_add_triangle(&texts[0], minutes, 0, false);
	effect_add_duration(&texts[1], minutes);
	decimal_add_triangle(&texts[2], person_years_tenths, 1, false);
	strbuf_addf(out, _("%s min = %s = %s person-years"), strbuf_text(&texts[0]),
		strbuf_text(&texts[1]), strbuf_text(&texts[2]));
	for (size_t i = 0; i < 3; i++)
		strbuf_free(&texts[i]);
}

void explaining_total(struct strbuf *out, int64_t minutes, int hours_per_person_year)
{
	explaining_add_total(out, minutes,
		effect_person_years_tenths(minutes, hours_per_person_year));
}

void explaining_total_of_years(struct strbuf *out, const struct year_terms *years, size_t count,
	const int64_t *minutes)
{
	int64_t sum = 0;

	for (size_t y = 0; y < count; y++)
		sum += minutes[y];
	explaining_add_total(out, sum, year_terms_person_years(years, count, minutes, 1));
}

void explaining_person_years(struct strbuf *out, const struct year_terms *years, size_t count)
{
	struct table table;

	/* in the words that captions have */
	table_init(&table, "", "");
	table.has_figures = true;
	table.hours_per_person_year = count ? years[0].hours_per_person_year : 0;
	for (size_t y = 0; y < count; y++)
		*vec_add(&table.years) = years[y];
	strbuf_add_text(out, _(" ("));
	table_terms_add(&table, out);
	strbuf_add_text(out, _(")"));
	table_free(&table);
}

void explaining_person_year(struct strbuf *out, int hours_per_person_year)
{
	struct strbuf hours = {0};

	decimal_add_grouped(&hours, hours_per_person_year, 0, false);
	strbuf_addf(out, _("(1 person-year = %s hours)"), strbuf_text(&hours));
	strbuf_free(&hours);
}

void explaining_number(struct strbuf *out, int fiscal_year, int number, const char *title)
{
	char text[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(fiscal_year, number, text);
	strbuf_addf(out, "%s %s", text, title);
}

const struct explaining_only explaining_all = {NULL, -1};

/* The percent of a line that goes where it is asked for; 0 = it is not wanted. */
static int explaining_percent(const struct effect *effect, const struct explaining_only *only)
{
	struct destination_split split;
	int stated = 0;

	if (only->label && strcmp(effect->label, only->label) != 0)
		return 0;
	if (only->destination < 0)
		return 100;
	/* what is stored has been read before; a text that another program spoilt says nothing */
	if (!destination_parse(effect->destination, &split, NULL))
		split = (struct destination_split){0};
	for (int d = 0; d < DESTINATION_COUNT; d++)
		stated += split.percent[d];
	if (only->destination == DESTINATION_COUNT)
		return stated ? 0 : 100;
	return split.percent[only->destination];
}

void explaining_lines(struct strbuf *out, const struct project *project, enum stage stage,
	enum basis basis, const struct explaining_only *only, int depth)
{
	struct headroom headroom;

	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		const int percent = explaining_percent(effect, only);

		if (effect->stage != stage || percent == 0)
			continue;
		explaining_indent(out, depth);
		strbuf_addf(out, "%d. %s%s", effect->line, effect->label,
			*effect->label ? _(": ") : "");
		effect_explain(effect, basis, out);
		if (percent != 100)
			strbuf_addf(out, _(", %d%% of it"), percent);
		strbuf_add_char(out, '\n');
		/* Cases a year are those of a full one. */
		if (basis != BASIS_FULL_YEAR || !effect_headroom(effect, &headroom))
			continue;
		explaining_indent(out, depth);
		strbuf_add_text(out, "   ");
		effect_headroom_explain(&headroom, out);
		strbuf_add_char(out, '\n');
	}
}
