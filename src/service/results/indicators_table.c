/* indicators_table - every indicator with its value of a year, target and attainment. */
#include "config.h"

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/results/indicators.h"

enum { CODE, NAME, VALUE, TARGET, UNIT, TARGET_YEAR, TARGET_YEAR_CODE, ATTAINMENT, DIRECTION, DIRECTION_ID,
	SOURCE };

static void add_indicator(const struct indicator *indicator, int fiscal_year, int64_t place,
	struct table *table)
{
	const struct indicator_target *target = indicator_target_for(indicator, fiscal_year);
	struct table_row *row = table_add_row(table, ROW_DATA);
	struct indicator_reading reading;
	char year[FISCAL_YEAR_TEXT];
	int64_t tenths;

	row->key[0] = place;
	table_set_text(table, row, CODE, indicator->code);
	table_set_text(table, row, NAME, indicator->name);
	table_set_text(table, row, UNIT, indicator->unit);
	table_set_text(table, row, DIRECTION, indicator_direction_label(indicator->direction));
	table_set_text(table, row, DIRECTION_ID, indicator_direction_id(indicator->direction));
	table_set_text(table, row, SOURCE, indicator->source);
	if (target)
		table_set_number(table, row, TARGET, target->target);
	if (target && target->fiscal_year) {
		fiscal_year_format(target->fiscal_year, year);
		table_set_text(table, row, TARGET_YEAR, year);
		table_set_text(table, row, TARGET_YEAR_CODE,
			arena_printf(&table->arena, "%d", target->fiscal_year));
	}
	if (!indicator_read(indicator, fiscal_year, &reading))
		return;
	table_set_number(table, row, VALUE, reading.value);
	if (target && indicator_attainment(indicator->direction, reading.value, target->target,
			      &tenths))
		table_set_number(table, row, ATTAINMENT, tenths);
}

void indicators_note_counting(const struct indicator *indicator, struct table *table)
{
	if (indicator_counting(indicator))
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena, _("%s: %s"), indicator->name, indicator_counting(indicator)),
			arena_printf(&table->arena, "%s=%s", indicator->code,
				indicator_computed_id(indicator->computed)));
}

/* What a tool tells of itself stands beside what teams report; the two are never added. */
static bool note_telemetry(struct session *session, const struct indicator_register *indicators,
	int fiscal_year, struct table *table, struct error *err)
{
	const int at = indicator_find(indicators, INDICATOR_TELEMETRY_CODE);
	struct rollups_summary summary;
	struct indicator_reading reading;
	struct strbuf measured = {0}, reported = {0}, ratio = {0};
	int64_t hundredths;

	if (at < 0 || !indicator_read(&indicators->indicators.items[at], fiscal_year, &reading))
		return true;
	if (!rollups_summary(session, fiscal_year, &summary, err))
		return false;
	if (!indicator_telemetry_ratio(reading.value, summary.minutes, &hundredths))
		return true;
	indicator_format(reading.value, 0, &measured);
	decimal_add_grouped(&reported, effect_hours(summary.minutes), 0, true);
	decimal_add(&ratio, hundredths, 2, false);
	table_add_note(table, NOTE_OTHER,
		arena_printf(&table->arena,
			ngettext("%s: %s hours told by the tool in %d month, %s hours a year reported by the teams (%s times); never added up.",
				"%s: %s hours told by the tool in %d months, %s hours a year reported by the teams (%s times); never added up.",
				(unsigned long)reading.months),
			indicators->indicators.items[at].name, strbuf_text(&measured), reading.months,
			strbuf_text(&reported), strbuf_text(&ratio)),
		arena_printf(&table->arena, "telemetry-ratio=%s", strbuf_text(&ratio)));
	strbuf_free(&measured);
	strbuf_free(&reported);
	strbuf_free(&ratio);
	return true;
}

bool indicators_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct indicator_register indicators = {0};
	struct indicator_reading reading;
	bool done = indicators_load(session, &indicators, err);

	if (done) {
		table_init(table, "indicators", _("Indicators"));
		table->fiscal_year = choice->fiscal_year;
		table->body = arena_strdup(&table->arena, session->body.name);
		table->ties = true;

		table_add_column(table, "code", _("Code"), COLUMN_CODE);
		table_add_column(table, "name", _("Indicator"), COLUMN_TEXT);
		table_add_column(table, "value", _("Value"), COLUMN_FIGURE);
		table_add_column(table, "target", _("Target"), COLUMN_FIGURE);
		table_add_column(table, "unit", _("Unit of measure"), COLUMN_TEXT);
		table_add_column(table, "target_fiscal_year", _("Target year"),
			COLUMN_TEXT)->files = false;
		table_add_column(table, "target_fiscal_year", _("Target year"), COLUMN_CODE);
		table_add_column(table, "attainment", _("Attainment (%)"), COLUMN_PERCENT);
		table_add_column(table, "direction", _("Direction"), COLUMN_TEXT)->files = false;
		table_add_column(table, "direction", _("Direction"), COLUMN_CODE);
		table_add_column(table, "source", _("Source"), COLUMN_TEXT);

		for (size_t i = 0; i < indicators.indicators.count; i++) {
			add_indicator(&indicators.indicators.items[i], choice->fiscal_year,
				(int64_t)i, table);
			if (indicator_read(&indicators.indicators.items[i], choice->fiscal_year, &reading))
				indicators_note_counting(&indicators.indicators.items[i], table);
		}
		done = note_telemetry(session, &indicators, choice->fiscal_year, table, err);
		if (!done)
			table_free(table);
	}
	indicator_register_free(&indicators);
	return done;
}
