/* exporting_masters - units, people, leaders, targets, training, indicators as import takes them. */
#include "config.h"

#include <string.h>

#include "base/decimal.h"
#include "base/strbuf.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "service/files/exporter.h"
#include "service/session/cache.h"
#include "store/indicator_store.h"
#include "store/section_store.h"
#include "store/training_store.h"

static void put_int(struct output *out, int64_t value)
{
	strbuf_clear(&out->text);
	strbuf_add_int(&out->text, value);
	record_number(out->writer, strbuf_text(&out->text));
}

/* A number cell that stays empty for zero: no last year, no position. */
static void put_int_or_empty(struct output *out, int64_t value)
{
	if (value)
		put_int(out, value);
	else
		record_number(out->writer, "");
}

/* ---- masters --------------------------------------------------------------------------------- */

static bool put_units(struct output *out)
{
	struct unit_tree list = {0};

	if (!unit_store_all(out->session->store, &list, out->err))
		return false;
	for (size_t i = 0; i < list.nodes.count; i++) {
		const struct unit *unit = &list.nodes.items[i].unit;
		record_text(out->writer, unit->code);
		record_text(out->writer, unit_kind_id(unit->kind));
		record_text(out->writer, unit->name);
		record_text(out->writer, unit->parent_code);
		put_int(out, unit->first_fiscal_year);
		put_int_or_empty(out, unit->last_fiscal_year);
		record_text(out->writer, unit->successor_code);
		put_int(out, unit->lead_section);
		put_int_or_empty(out, unit->position);
		record_text(out->writer, unit->reading);
		record_end(out->writer);
	}
	unit_tree_free(&list);
	return true;
}

/* One row a grant; a person without any has one row with empty grant cells. */
static void put_person(struct output *out, const struct person *person,
	const struct role_grant *grant)
{
	record_text(out->writer, person->code);
	record_text(out->writer, person->name);
	record_text(out->writer, person->kana);
	record_text(out->writer, person->email);
	put_int(out, person->active);
	record_text(out->writer, grant ? role_id(grant->role) : "");
	record_text(out->writer, grant ? grant->unit_code : "");
	put_int_or_empty(out, grant ? grant->first_fiscal_year : 0);
	put_int_or_empty(out, grant ? grant->last_fiscal_year : 0);
	record_end(out->writer);
}

static bool put_people(struct output *out)
{
	const struct people *people = &out->session->cache->people;

	for (size_t i = 0; i < people->people.count; i++) {
		const struct person *person = &people->people.items[i];
		bool granted = false;
		for (size_t g = 0; g < people->grants.count; g++) {
			const struct role_grant *grant = &people->grants.items[g];
			if (strcmp(grant->person_code, person->code) != 0)
				continue;
			put_person(out, person, grant);
			granted = true;
		}
		if (!granted)
			put_person(out, person, NULL);
	}
	return true;
}

static const char *name_of(const struct people *people, const char *code)
{
	for (size_t i = 0; i < people->people.count; i++)
		if (strcmp(people->people.items[i].code, code) == 0)
			return people->people.items[i].name;
	return "";
}

static bool put_leaders(struct output *out)
{
	const struct people *people = &out->session->cache->people;

	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];
		put_int(out, leader->fiscal_year);
		record_text(out->writer, leader->section_code);
		record_text(out->writer, leader->person_code);
		record_text(out->writer, name_of(people, leader->person_code));
		record_text(out->writer, leader->from);
		record_text(out->writer, leader->to);
		record_end(out->writer);
	}
	return true;
}

static bool put_targets(struct output *out)
{
	struct section_targets targets;

	if (!section_store_targets(out->session->store, 0, &targets, out->err))
		return false;
	for (size_t i = 0; i < targets.items.count; i++) {
		const struct section_target *target = &targets.items.items[i];

		put_int(out, target->fiscal_year);
		record_text(out->writer, fiscal_year_period_id(target->period));
		record_text(out->writer, target->section_code);
		strbuf_clear(&out->text);
		effect_format_hours(target->minutes, &out->text);
		record_text(out->writer, strbuf_text(&out->text));
		record_end(out->writer);
	}
	section_store_targets_free(&targets);
	return true;
}

static void put_attended(struct output *out, const struct course *course, const char *person,
	const char *on)
{
	put_int(out, course->fiscal_year);
	record_text(out->writer, course->code);
	record_text(out->writer, course->name);
	record_text(out->writer, training_forms[course->form].id);
	strbuf_clear(&out->text);
	effect_format_hours(course->minutes, &out->text);
	record_text(out->writer, strbuf_text(&out->text));
	put_int(out, course->units);
	record_text(out->writer, training_audiences[course->audience].id);
	record_text(out->writer, person);
	record_text(out->writer, *person ? name_of(&out->session->cache->people, person) : "");
	record_text(out->writer, on);
	record_end(out->writer);
}

static bool put_training(struct output *out)
{
	struct training training = {0};
	const bool loaded = training_store_load(out->session->store, &training, out->err);

	for (size_t c = 0; loaded && c < training.courses.count; c++) {
		bool attended = false;

		for (size_t i = 0; i < training.attendance.count; i++) {
			const struct attendance *attendance = &training.attendance.items[i];

			if (attendance->course != c)
				continue;
			put_attended(out, &training.courses.items[c], attendance->person_code,
				attendance->attended_on);
			attended = true;
		}
		if (!attended)
			put_attended(out, &training.courses.items[c], "", "");
	}
	training_store_free(&training);
	return loaded;
}

static void put_figure(struct output *out, int64_t thousandths)
{
	strbuf_clear(&out->text);
	decimal_add(&out->text, thousandths, INDICATOR_DECIMALS, true);
	record_text(out->writer, strbuf_text(&out->text));
}

/* One row for each target; one without where there is none. */
static void put_indicator(struct output *out, const struct indicator *indicator,
	const struct indicator_target *target)
{
	record_text(out->writer, indicator->code);
	record_text(out->writer, indicator->name);
	record_text(out->writer, indicator->unit);
	if (target)
		put_figure(out, target->target);
	else
		record_text(out->writer, "");
	put_int_or_empty(out, target ? target->fiscal_year : 0);
	record_text(out->writer, indicator_direction_id(indicator->direction));
	record_text(out->writer, indicator->source);
	record_text(out->writer, indicator_yearly_id(indicator->yearly));
	record_text(out->writer, indicator_computed_id(indicator->computed));
	put_int(out, indicator->position);
	record_end(out->writer);
}

static void put_value(struct output *out, const struct indicator *indicator,
	const struct indicator_value *value)
{
	record_text(out->writer, indicator->code);
	put_int(out, value->fiscal_year);
	put_int_or_empty(out, value->month);
	put_figure(out, value->value);
	record_end(out->writer);
}

static bool put_indicators(struct output *out, bool values)
{
	struct indicator_register indicators = {0};
	const bool loaded = indicator_store_load(out->session->store, &indicators, out->err);

	for (size_t i = 0; loaded && i < indicators.indicators.count; i++) {
		const struct indicator *indicator = &indicators.indicators.items[i];

		for (size_t v = 0; values && v < indicator->values.count; v++)
			put_value(out, indicator, &indicator->values.items[v]);
		for (size_t t = 0; !values && t < indicator->targets.count; t++)
			put_indicator(out, indicator, &indicator->targets.items[t]);
		if (!values && indicator->targets.count == 0)
			put_indicator(out, indicator, NULL);
	}
	indicator_register_free(&indicators);
	return loaded;
}

bool exporting_masters(struct output *out, enum sheet_kind kind)
{
	switch (kind) {
	case SHEET_UNITS:
		return put_units(out);
	case SHEET_PEOPLE:
		return put_people(out);
	case SHEET_LEADERS:
		return put_leaders(out);
	case SHEET_TARGETS:
		return put_targets(out);
	case SHEET_TRAINING:
		return put_training(out);
	case SHEET_INDICATORS:
	case SHEET_INDICATOR_VALUES:
		return put_indicators(out, kind == SHEET_INDICATOR_VALUES);
	case SHEET_PROJECTS:
	case SHEET_EFFECTS:
	case SHEET_KIND_COUNT:
		break;
	}
	return false;
}
