#include "config.h"

#include "service/project/remarks.h"

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/worth.h"
#include "service/project/excluding.h"
#include "store/project_store.h"

enum { COPIES_SHOWN = 20 };

/* "R7-0001 title (section)" */
static void add_name(const struct project *project, struct strbuf *out)
{
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	strbuf_addf(out, _("%s %s (%s)"), number, project->title, project->section);
	strbuf_add_char(out, '\n');
}

static void add_copy(const struct project *copy, void *data)
{
	struct strbuf *out = data;

	strbuf_add_text(out, _("Copied by: "));
	add_name(copy, out);
}

void remarks_add(struct session *session, const struct project *project, struct strbuf *out)
{
	if (*project->copied_from) {
		struct project origin;

		project_init(&origin);
		if (project_store_by_uuid(session->store, project->copied_from, &origin, NULL) ==
			PROJECT_FOUND) {
			strbuf_add_text(out, _("Copied from: "));
			add_name(&origin, out);
		}
		project_free(&origin);
	}
	project_store_copies(session->store, project->uuid, COPIES_SHOWN, add_copy, out, NULL);

	/* What was said of it, and which rule it is about. */
	if (project->exclusion.exclusion != EXCLUSION_NONE) {
		struct rule_set rules = {0};
		struct rule_match match;

		strbuf_add_text(out, exclusion_label(project->exclusion.exclusion));
		if (excluding_rules(session, &rules, NULL) &&
			excluding_match(&rules, project, project->fiscal_year, &match)) {
			strbuf_add_text(out, ": ");
			rule_explain(&match, &session->tools, project->fiscal_year, out);
		}
		strbuf_add_char(out, '\n');
		rule_set_free(&rules);
	}

	struct worth worth;

	if (worth_compute(project, session_hourly_rate(session, project->fiscal_year), &worth))
		worth_explain(project, &worth, out);
}
