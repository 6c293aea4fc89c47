#include "config.h"

#include "service/links.h"

#include "base/i18n.h"
#include "model/fiscal_year.h"
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

static void add_origin(struct session *session, const struct project *project, struct strbuf *out)
{
	struct project origin;

	if (!*project->copied_from)
		return;
	project_init(&origin);
	if (project_store_by_uuid(session->store, project->copied_from, &origin, NULL) ==
		PROJECT_FOUND) {
		strbuf_add_text(out, _("Copied from: "));
		add_name(&origin, out);
	}
	project_free(&origin);
}

static void add_copy(const struct project *copy, void *data)
{
	struct strbuf *out = data;

	strbuf_add_text(out, _("Copied by: "));
	add_name(copy, out);
}

void links_add(struct session *session, const struct project *project, struct strbuf *out)
{
	add_origin(session, project, out);
	project_store_copies(session->store, project->uuid, COPIES_SHOWN, add_copy, out, NULL);
}
