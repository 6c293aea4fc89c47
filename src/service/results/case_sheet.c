#include "config.h"

#include "service/results/case_sheet.h"

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "service/results/explaining.h"

static void add_heading(const char *title, struct strbuf *out)
{
	strbuf_addf(out, "\n■ %s\n", title);
}

static void case_sheet_add_text(const char *title, const char *text, struct strbuf *out)
{
	if (!*text)
		return;
	add_heading(title, out);
	strbuf_addf(out, "%s\n", text);
}

/* The work as it was or as it is, from the lines of the stage shown. */
static void case_sheet_add_work(const struct project *project, bool before, struct strbuf *out)
{
	struct strbuf work = {0};

	add_heading(before ? _("Before") : _("After"), out);
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];

		if (effect->stage != project_stage(project))
			continue;
		effect_describe(effect, before, &work);
		if (work.length)
			strbuf_addf(out, "- %s: %s\n", *effect->label ? effect->label : project->title,
				strbuf_text(&work));
		strbuf_clear(&work);
	}
	strbuf_free(&work);
}

bool case_sheet_text(struct session *session, const char *number, struct strbuf *out,
	struct error *err)
{
	static const enum field head[] = {FIELD_DEPARTMENT, FIELD_SECTION, FIELD_TEAM,
		FIELD_PROBLEM_TYPE, FIELD_TOOLS, FIELD_STATUS, FIELD_OPERATING_FROM,
		FIELD_IMPLEMENTATION_COST, FIELD_RUNNING_COST, FIELD_REPLICABLE};
	struct project_context context;
	struct project project;
	char shown[FISCAL_YEAR_TEXT];

	if (!registering_load(session, number, &project, err) ||
		!session_context(session, project.fiscal_year, &context, err)) {
		project_free(&project);
		return false;
	}
	fiscal_year_number_format(project.fiscal_year, project.number, shown);
	strbuf_addf(out, "%s  %s\n\n", shown, project.title);
	for (size_t i = 0; i < sizeof head / sizeof head[0]; i++) {
		struct strbuf value = {0};

		project_field_get(&project, head[i], &context, FIELD_HUMAN, &value);
		if (value.length)
			strbuf_addf(out, "%s: %s\n", _(project_fields[head[i]].label),
				strbuf_text(&value));
		strbuf_free(&value);
	}
	case_sheet_add_text(_(project_fields[FIELD_CURRENT_ISSUE].label), project.current_issue,
		out);
	case_sheet_add_work(&project, true, out);
	case_sheet_add_text(_(project_fields[FIELD_APPROACH].label), project.approach, out);
	case_sheet_add_work(&project, false, out);
	add_heading(_("Savings"), out);
	explaining_effects(session, &project, out);
	case_sheet_add_text(_(project_fields[FIELD_QUALITATIVE_EFFECT].label),
		project.qualitative_effect, out);
	case_sheet_add_text(_(project_fields[FIELD_RESULT].label), project.result_text, out);
	project_free(&project);
	return true;
}
