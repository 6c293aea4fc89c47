#include "config.h"

#include "model/project_set.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/quantity.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "model/project_member.h"

/* ---- texts ---------------------------------------------------------------------------------- */

/* Why a text cannot be stored, or NULL; counts its characters. */
static const char *set_check_text(const char *text, bool long_text, size_t *characters)
{
	size_t count = 0;

	if (!text_valid(text, strlen(text), NULL))
		return _("this is not UTF-8 text; please type it again.");
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		/* C0, DEL, and C1, which begins with C2 in UTF-8. */
		const bool control =
			*at < 0x20 || *at == 0x7F || (*at == 0xC2 && at[1] < 0xA0);

		count += (*at & 0xC0) != 0x80;
		if (!control || (long_text && (*at == '\n' || *at == '\t')))
			continue;
		return *at == '\n' ? _("this must stand on one line; take the line break out.")
				   : _("there is a control character in it; take it out.");
	}
	*characters = count;
	return NULL;
}

static bool set_text(struct project *project, enum field field, const char *text, struct error *err)
{
	const bool long_text = project_fields[field].type == FIELD_TYPE_LONG_TEXT;
	const size_t limit = long_text ? PROJECT_TEXT_MAX : PROJECT_TITLE_MAX;
	struct strbuf taken = {0};
	size_t characters = 0;

	/* Line ends as LF, whatever system the text was typed on. */
	for (const char *at = text; *at;) {
		const size_t length = strcspn(at, "\r");

		strbuf_add(&taken, at, length);
		at += length;
		if (*at == '\r') {
			strbuf_add_char(&taken, '\n');
			at += at[1] == '\n' ? 2 : 1;
		}
	}

	const char *reason = set_check_text(strbuf_text(&taken), long_text, &characters);
	bool good = true;
	if (reason)
		good = project_refuse(err, field, text, reason);
	else if (characters > limit)
		good = error_set(err, ERROR_DATA,
			_("%s: %zu characters are too many; shorten it to %zu."),
			_(project_fields[field].label), characters, limit);
	else
		*project_member_text(project, field) = project_text(project, strbuf_text(&taken));
	strbuf_free(&taken);
	return good;
}

/* ---- what identifies a project ------------------------------------------------------------- */

/* An empty one leaves what was there. */
static bool set_uuid(enum field field, const char *text, char uuid[UUID_TEXT], struct error *err)
{
	return text_is_blank(text) || uuid_normalize(text, uuid) ||
		project_refuse(err, field, text,
			_("this is no UUID; keep it as it was exported, or leave it empty."));
}

bool project_number_given(const char *text)
{
	const bool has_era = *text >= 'A' && *text <= 'Z'; /* R7-0001 needs no trying */
	int64_t running;

	return has_era || (!text_is_blank(text) &&
		!(decimal_parse(text, 0, &running, NULL) && running >= 0));
}

static bool set_number(struct project *project, const char *text, struct error *err)
{
	struct error reason = {0};
	int fiscal_year;
	int number;

	if (!project_number_given(text))
		return true;
	if (!fiscal_year_number_parse(text, &fiscal_year, &number, &reason))
		return project_refuse_as(err, FIELD_NUMBER, &reason);
	project->fiscal_year = fiscal_year;
	project->number = number;
	return true;
}

static bool set_fiscal_year(struct project *project, const char *text, struct error *err)
{
	struct error reason = {0};
	int fiscal_year;

	if (text_is_blank(text))
		return true;
	if (!fiscal_year_parse(text, &fiscal_year, &reason))
		return project_refuse_as(err, FIELD_FISCAL_YEAR, &reason);
	if (project->number != 0 && project->fiscal_year != fiscal_year)
		return project_refuse(err, FIELD_FISCAL_YEAR, text,
			_("the project's number is of another fiscal year; correct one of the "
			  "two."));
	project->fiscal_year = fiscal_year;
	return true;
}

/* ---- figures, dates and choices ------------------------------------------------------------ */

static bool set_yen(struct project *project, enum field field, const char *text, struct error *err)
{
	struct error reason = {0};
	int64_t yen = -1;

	if (!text_is_blank(text)) {
		if (!quantity_parse(text, QUANTITY_YEN, &yen, &reason))
			return project_refuse_as(err, field, &reason);
		if (yen < 0)
			return project_refuse(
				err, field, text, _("a cost cannot be negative; type 0 or more."));
		if (yen > PROJECT_YEN_MAX)
			return project_refuse(err, field, text,
				_("no project costs more than 1,000,000,000,000 yen."));
	}
	*project_member_yen(project, field) = yen;
	return true;
}

static bool set_member(struct project *project, enum field field, const char *text,
	struct error *err)
{
	struct error reason = {0};
	struct date date = {0};
	bool flag;

	switch (project_member_kind(field)) {
	case MEMBER_TEXT:
		return set_text(project, field, text, err);
	case MEMBER_YEN:
		return set_yen(project, field, text, err);
	case MEMBER_DATE:
		if (!text_is_blank(text) && !date_parse(text,
			project_fields[field].type == FIELD_TYPE_MONTH, &date, &reason))
			return project_refuse_as(err, field, &reason);
		*project_member_date(project, field) = date;
		return true;
	case MEMBER_FLAG:
		if (flag_parse(text, project_member_flag(project, field)))
			return true;
		return project_refuse(err, field, text, _("write 1 or 0, yes or no."));
	case MEMBER_EXCLUSION:
		/* "" says nothing. Sheets that only know yes and no mean what has been decided. */
		if (text_is_blank(text) || exclusion_parse(text, &project->exclusion.exclusion))
			return true;
		if (!flag_parse(text, &flag))
			return project_refuse(err, FIELD_EXCLUDED, text,
				_("write none, flagged, confirmed or cleared."));
		project->exclusion.exclusion = flag ? EXCLUSION_CONFIRMED : EXCLUSION_NONE;
		return true;
	case MEMBER_OWN:
		break;
	}
	assert(false && "a field that is set by its kind");
	return false;
}

static bool set_status(struct project *project, const char *text, struct error *err)
{
	if (text_is_blank(text) || workflow_status_parse(text, &project->status))
		return true;
	struct strbuf reason = {0};
	strbuf_add_text(&reason, _("there is no such status; choose from: "));
	for (enum status status = 0; status < STATUS_COUNT; status++)
		strbuf_addf(&reason, "%s%s", status > 0 ? ", " : "", workflow_status_label(status));
	project_refuse(err, FIELD_STATUS, text, strbuf_text(&reason));
	strbuf_free(&reason);
	return false;
}

bool project_field_set(struct project *project, enum field field, const char *text,
	const struct project_context *context, struct error *err)
{
	char original[UUID_TEXT] = "";

	assert(field < FIELD_COUNT && text);
	assert(context->units && context->problem_types && context->tools);
	switch (field) {
	case FIELD_UUID:
		return set_uuid(field, text, project->uuid, err);
	case FIELD_NUMBER:
		return set_number(project, text, err);
	case FIELD_FISCAL_YEAR:
		return set_fiscal_year(project, text, err);
	case FIELD_DEPARTMENT_CODE:
	case FIELD_DEPARTMENT:
	case FIELD_SECTION_CODE:
	case FIELD_SECTION:
	case FIELD_TEAM_CODE:
	case FIELD_TEAM:
		return project_set_unit(project, field, text, context->units, err);
	case FIELD_PROBLEM_TYPE_CODE:
	case FIELD_PROBLEM_TYPE:
		return project_set_problem_type(project, field, text, context->problem_types, err);
	case FIELD_TOOLS:
		return project_set_tools(project, text, context->tools, err);
	case FIELD_PRIMARY_TOOL:
		return project_set_primary_tool(project, text, context->tools, err);
	case FIELD_STATUS:
		return set_status(project, text, err);
	case FIELD_COPIED_FROM:
		if (!set_uuid(field, text, original, err))
			return false;
		project->copied_from = project_text(project, original);
		return true;
	case FIELD_STAGE:
	case FIELD_HOURS:
	case FIELD_SAVED_IN_YEAR:
	case FIELD_SAVED_FULL_YEAR:
	case FIELD_HOURS_BEFORE:
	case FIELD_HOURS_AFTER:
	case FIELD_ACTUAL_HOURS:
	case FIELD_ACTUAL_IN_YEAR:
	case FIELD_ACTUAL_FULL_YEAR:
		return project_set_saving(project, field, text, err);
	case FIELD_REDUCTION_RATE:
	case FIELD_VERSION:
	case FIELD_UPDATED_AT:
	case FIELD_UPDATED_BY:
		return project_refuse(err, field, text, _("the program keeps this itself."));
	default:
		return set_member(project, field, text, err);
	}
}
