/* project_get - a project's field as text. */
#include "config.h"

#include "model/project.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/project_member.h"

struct asked {
	const struct project *project;
	enum field field;
	const struct project_context *context;
	enum field_style style;
};

/* ---- catalogue rows ----------------------------------------------------------------------- */

static const struct catalogue_entry *get_entry(const struct catalogue *catalogue, const char *code,
	int fiscal_year)
{
	int index = catalogue_find(catalogue, code, fiscal_year);

	if (index < 0) /* retired since: still better than a code */
		index = catalogue_find(catalogue, code, 0);
	return index < 0 ? NULL : &catalogue->entries.items[index];
}

static void get_problem_type(const struct asked *asked, struct strbuf *out)
{
	const struct project *const project = asked->project;
	const struct catalogue *const catalogue = asked->context->problem_types;

	if (!*project->problem_type) {
		if (asked->style == FIELD_HUMAN)
			strbuf_add_text(out, _("unclassified"));
		return;
	}
	const struct catalogue_entry *entry =
		get_entry(catalogue, project->problem_type, project->fiscal_year);
	if (!entry)
		strbuf_add_text(out, project->problem_type);
	else if (asked->style == FIELD_HUMAN)
		catalogue_display_name(catalogue, entry, out);
	else
		strbuf_add_text(out, entry->name);
}

/* All of them, or the primary one, which stands first. */
static void get_tools(const struct asked *asked, struct strbuf *out)
{
	const struct project *const project = asked->project;
	const size_t count = asked->field == FIELD_TOOLS ? project->tool_count : 1;
	const bool human = asked->style == FIELD_HUMAN;

	for (size_t i = 0; i < count && i < project->tool_count; i++) {
		if (i > 0) /* TRANSLATORS: between the names of tools */
			strbuf_add_text(out, human ? _(", ") : ";");

		const char *code = project->tools[i];
		const struct catalogue_entry *entry = human ? get_entry(asked->context->tools, code,
			project->fiscal_year) : NULL;

		if (entry)
			catalogue_display_name(asked->context->tools, entry, out);
		else
			strbuf_add_text(out, code);
	}
}

/* ---- figures, dates and choices ------------------------------------------------------------ */

static void get_uuid(const struct asked *asked, struct strbuf *out)
{
	strbuf_add_text(out, asked->project->uuid);
}

static void get_version(const struct asked *asked, struct strbuf *out)
{
	strbuf_add_int(out, asked->project->version);
}

static void get_status(const struct asked *asked, struct strbuf *out)
{
	const enum status status = asked->project->status;

	strbuf_add_text(out, asked->style == FIELD_HUMAN ? workflow_status_label(status) :
		workflow_status_id(status));
}

static void get_stage(const struct asked *asked, struct strbuf *out)
{
	const enum stage stage = project_stage(asked->project);

	if (asked->project->has_stage[stage])
		strbuf_add_text(out, asked->style == FIELD_HUMAN ? effect_stage_label(stage) :
			effect_stage_id(stage));
}

static void get_number(const struct asked *asked, struct strbuf *out)
{
	const struct project *const project = asked->project;
	char text[FISCAL_YEAR_TEXT];

	if (project->number == 0)
		return;
	fiscal_year_number_format(project->fiscal_year, project->number, text);
	strbuf_add_text(out, text);
}

static void get_fiscal_year(const struct asked *asked, struct strbuf *out)
{
	const int fiscal_year = asked->project->fiscal_year;
	char text[FISCAL_YEAR_TEXT];

	if (fiscal_year == 0)
		return;
	if (asked->style == FIELD_MACHINE) {
		strbuf_add_int(out, fiscal_year);
		return;
	}
	fiscal_year_format(fiscal_year, text);
	strbuf_add_text(out, text);
}

enum stage project_figure_stage(const struct project *project, int field)
{
	const bool actual = field == FIELD_ACTUAL_HOURS || field == FIELD_ACTUAL_IN_YEAR ||
		field == FIELD_ACTUAL_FULL_YEAR;

	return actual ? STAGE_ACTUAL : project_stage(project);
}

enum basis project_figure_basis(int field)
{
	return field == FIELD_SAVED_FULL_YEAR || field == FIELD_ACTUAL_FULL_YEAR ? BASIS_FULL_YEAR :
		BASIS_IN_YEAR;
}

bool project_figure(const struct project *project, int field, int64_t *figure)
{
	const enum stage stage = project_figure_stage(project, field);
	const enum basis basis = project_figure_basis(field);
	const int64_t saved = project->minutes[stage][basis], before = project->before[stage][basis];
	const bool is_rate = field == FIELD_REDUCTION_RATE;
	const bool of_before = is_rate || field == FIELD_HOURS_BEFORE || field == FIELD_HOURS_AFTER;

	if (!project->has_stage[stage] || (of_before && before < is_rate))
		return false;
	*figure = is_rate ? effect_reduction_tenths(saved, before) :
		field == FIELD_HOURS_BEFORE ? before :
		field == FIELD_HOURS_AFTER ? before - saved : saved;
	return true;
}

/* "" where the project has no line of its stage: nothing is not the same as zero. */
static void get_figure(const struct asked *asked, struct strbuf *out)
{
	const enum field_type type = project_fields[asked->field].type;
	const int decimals = type == FIELD_TYPE_PERCENT ? 1 : 0;
	int64_t value;

	if (!project_figure(asked->project, (int)asked->field, &value))
		return;
	value = type == FIELD_TYPE_HOURS ? effect_hours(value) : value;
	if (asked->style == FIELD_HUMAN)
		decimal_add_triangle(out, value, decimals, false);
	else
		decimal_add(out, value, decimals, false);
}

/* 2025-11-20T10:02:00 as 2025-11-20 10:02 */
static void get_moment(const struct asked *asked, struct strbuf *out)
{
	enum { DAY = 10, TO_MINUTE = 16 };
	const char *const moment = asked->project->updated_at;
	const size_t length = strlen(moment);

	if (asked->style == FIELD_MACHINE || length < TO_MINUTE || moment[DAY] != 'T') {
		strbuf_add_text(out, moment);
		return;
	}
	strbuf_add(out, moment, DAY);
	strbuf_add_char(out, ' ');
	strbuf_add(out, moment + DAY + 1, TO_MINUTE - DAY - 1);
}

static void get_member(const struct asked *asked, struct strbuf *out)
{
	const struct project *const project = asked->project;
	const enum field field = asked->field;
	const enum field_style style = asked->style;

	switch (project_member_kind(field)) {
	case MEMBER_TEXT:
		strbuf_add_text(out, project_text_of(project, field));
		break;
	case MEMBER_YEN: {
		const int64_t yen = project_yen_of(project, field);

		if (yen >= 0 && style == FIELD_HUMAN)
			decimal_add_grouped(out, yen, 0, false);
		else if (yen >= 0)
			decimal_add(out, yen, 0, false);
		break;
	}
	case MEMBER_DATE: {
		const struct date date = project_date_of(project, field);
		char text[11] = "";

		if (date.year != 0 && project_fields[field].type == FIELD_TYPE_MONTH)
			date_format_month(date, text);
		else if (date.year != 0)
			date_format(date, text);
		strbuf_add_text(out, text);
		break;
	}
	case MEMBER_FLAG:
		if (style == FIELD_MACHINE)
			strbuf_add_char(out, project_flag_of(project, field) ? '1' : '0');
		else if (project_flag_of(project, field))
			strbuf_add_text(out, "○");
		break;
	case MEMBER_EXCLUSION:
		if (style == FIELD_MACHINE)
			strbuf_add_text(out, exclusion_id(project->exclusion.exclusion));
		else if (project->exclusion.exclusion != EXCLUSION_NONE)
			strbuf_add_text(out, exclusion_label(project->exclusion.exclusion));
		break;
	case MEMBER_OWN:
		assert(false && "a field that is read by its kind");
	}
}

/* What is no member of the record, or is told otherwise than its kind. */
static void (*const get_otherwise[FIELD_COUNT])(const struct asked *asked, struct strbuf *out) = {
	[FIELD_UUID] = get_uuid,
	[FIELD_NUMBER] = get_number,
	[FIELD_FISCAL_YEAR] = get_fiscal_year,
	[FIELD_PROBLEM_TYPE] = get_problem_type,
	[FIELD_PRIMARY_TOOL] = get_tools,
	[FIELD_TOOLS] = get_tools,
	[FIELD_STATUS] = get_status,
	[FIELD_SAVED_IN_YEAR] = get_figure,
	[FIELD_SAVED_FULL_YEAR] = get_figure,
	[FIELD_HOURS] = get_figure,
	[FIELD_HOURS_BEFORE] = get_figure,
	[FIELD_HOURS_AFTER] = get_figure,
	[FIELD_REDUCTION_RATE] = get_figure,
	[FIELD_ACTUAL_HOURS] = get_figure,
	[FIELD_ACTUAL_IN_YEAR] = get_figure,
	[FIELD_ACTUAL_FULL_YEAR] = get_figure,
	[FIELD_STAGE] = get_stage,
	[FIELD_VERSION] = get_version,
	[FIELD_UPDATED_AT] = get_moment,
};

void project_field_get(const struct project *project, enum field field,
	const struct project_context *context, enum field_style style, struct strbuf *out)
{
	const struct asked asked = {project, field, context, style};

	assert(field < FIELD_COUNT);
	(get_otherwise[field] ? get_otherwise[field] : get_member)(&asked, out);
}
