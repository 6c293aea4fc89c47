#include "config.h"

#include "model/effect_part.h"

#include <assert.h>
#include <threads.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/effect_direct.h"
#include "model/quantity.h"

/* ---- which columns there are ---------------------------------------------------------------- */

#define PART_OF(field, part, id, label, variants) \
	{EFFECT_FIELD_##field, part, id, label, variants, true, false}
#define PART_MONTH(part, number, label, month) \
	PART_OF(MONTHLY_CASES, part, "cases_" number, label, month "月\n" month "月件数\n" month "月分")

static const struct effect_part part_figures[] = {
	PART_OF(DIRECT_HOURS, BASIS_IN_YEAR, "direct_minutes_in_year",
		N_("Entered directly, in-year (minutes)"), "直接入力（分）\n直接入力時間（分）"),
	PART_OF(DIRECT_HOURS, BASIS_FULL_YEAR, "direct_minutes_full_year",
		N_("Entered directly, full-year (minutes)"), "直接入力平年度（分）"),
	PART_OF(DIRECT_BEFORE, BASIS_IN_YEAR, "direct_before_minutes_in_year",
		N_("Before, entered directly, in-year (minutes)"), "導入前（分）\n導入前時間（分）\n取組前時間（分）"),
	PART_OF(DIRECT_BEFORE, BASIS_FULL_YEAR, "direct_before_minutes_full_year",
		N_("Before, entered directly, full-year (minutes)"), "導入前平年度（分）"),
	PART_OF(DIRECT_AFTER, BASIS_IN_YEAR, "direct_after_minutes_in_year",
		N_("After, entered directly, in-year (minutes)"), "導入後（分）\n導入後時間（分）\n取組後時間（分）"),
	PART_OF(DIRECT_AFTER, BASIS_FULL_YEAR, "direct_after_minutes_full_year",
		N_("After, entered directly, full-year (minutes)"), "導入後平年度（分）"),
	PART_MONTH(0, "04", N_("Cases in April"), "4"),
	PART_MONTH(1, "05", N_("Cases in May"), "5"),
	PART_MONTH(2, "06", N_("Cases in June"), "6"),
	PART_MONTH(3, "07", N_("Cases in July"), "7"),
	PART_MONTH(4, "08", N_("Cases in August"), "8"),
	PART_MONTH(5, "09", N_("Cases in September"), "9"),
	PART_MONTH(6, "10", N_("Cases in October"), "10"),
	PART_MONTH(7, "11", N_("Cases in November"), "11"),
	PART_MONTH(8, "12", N_("Cases in December"), "12"),
	PART_MONTH(9, "01", N_("Cases in January"), "1"),
	PART_MONTH(10, "02", N_("Cases in February"), "2"),
	PART_MONTH(11, "03", N_("Cases in March"), "3"),
};
enum { FIGURES = sizeof part_figures / sizeof part_figures[0] };

/* Filled once, then only read. */
static struct effect_part part_all[EFFECT_FIELD_COUNT + FIGURES];
static once_flag part_once = ONCE_FLAG_INIT;

/* How many figures a field has in columns of its own; 0 for one that is written whole. */
static int effect_part_figures(enum effect_field field)
{
	int count = 0;

	for (size_t i = 0; i < FIGURES; i++)
		count += part_figures[i].field == field;
	return count;
}

static struct effect_part part_whole(enum effect_field field)
{
	const struct effect_field_info *info = &effect_fields[field];

	return (struct effect_part){field, EFFECT_PART_WHOLE, info->id, info->label, info->variants,
		info->number, effect_part_figures(field) > 0};
}

static void part_derive(void)
{
	size_t count = 0;

	for (enum effect_field field = 0; field < EFFECT_FIELD_COUNT; field++) {
		if (effect_part_figures(field) == 0)
			part_all[count++] = part_whole(field);
		for (size_t i = 0; i < FIGURES; i++)
			if (part_figures[i].field == field)
				part_all[count++] = part_figures[i];
	}
	for (enum effect_field field = 0; field < EFFECT_FIELD_COUNT; field++)
		if (effect_part_figures(field) > 0)
			part_all[count++] = part_whole(field);
}

size_t effect_part_count(void)
{
	return sizeof part_all / sizeof part_all[0];
}

const struct effect_part *effect_part_at(size_t index)
{
	assert(index < effect_part_count());
	call_once(&part_once, part_derive);
	return &part_all[index];
}

/* ---- what stands in them -------------------------------------------------------------------- */

void effect_part_get(const struct effect *effect, const struct effect_part *part, struct strbuf *out)
{
	int64_t minutes;

	if (part->part == EFFECT_PART_WHOLE)
		effect_field_get(effect, part->field, out);
	else if (!effect_direct_is_type(effect_fields[part->field].type)) {
		if (effect->kind == EFFECT_MONTHLY)
			strbuf_add_int(out, effect->monthly_cases[part->part]);
	} else if (effect_direct_minutes(effect, effect_fields[part->field].type, (enum basis)part->part,
			   &minutes))
		strbuf_add_int(out, minutes);
}

bool effect_part_join(enum effect_field field, const char *const figures[EFFECT_PARTS_MAX],
	struct strbuf *out, int *bad, struct error *err)
{
	const bool hours = effect_direct_is_type(effect_fields[field].type);
	const int count = effect_part_figures(field);
	bool any = false;

	for (int i = 0; i < count; i++)
		any |= *figures[i] != '\0';
	for (int i = 0; any && i < count; i++) {
		int64_t number = 0;

		*bad = i;
		if (hours && !*figures[i])
			continue;
		if (*figures[i] && !quantity_parse(figures[i],
			hours ? QUANTITY_MINUTES : QUANTITY_CASES, &number, err))
			return false;
		if (hours && !effect_minutes_fit(number))
			return error_set(err, ERROR_DATA,
				_("'%s': no work takes more than 1,000,000,000 hours a year."), figures[i]);
		if (out->length)
			strbuf_add_char(out, hours ? '/' : ';');
		if (hours)
			effect_format_hours(number, out);
		else
			strbuf_add_int(out, number);
	}
	return true;
}
