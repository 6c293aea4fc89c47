/* form_collect - what stands in the form as the texts of a draft; whether it differs from what is stored. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "ui/form/private.h"

static void collect_fields(const struct project *project, const struct project_context *context,
	struct draft *draft)
{
	struct strbuf text = {0};

	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (form_entries[i].derived)
			continue;
		strbuf_clear(&text);
		project_field_get(project, form_entries[i].field, context, FIELD_MACHINE, &text);
		draft_set(draft, form_entries[i].field, strbuf_text(&text));
	}
	strbuf_free(&text);
	text_copy(draft->uuid, sizeof draft->uuid, project->uuid);
	draft->fiscal_year = project->fiscal_year;
	draft->version = project->version;
}

void form_collect_project(struct app *app, const struct project *project, struct draft *draft)
{
	struct project_context context;
	struct strbuf text = {0};

	if (session_context(app->session, project->fiscal_year, &context, NULL))
		collect_fields(project, &context, draft);
	for (size_t i = 0; i < project->effects.count; i++) {
		struct draft_line *line = draft_add_line(draft);

		for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
			strbuf_clear(&text);
			effect_field_get(&project->effects.items[i], (enum effect_field)field, &text);
			draft_line_set(line, (enum effect_field)field, strbuf_text(&text));
		}
	}
	strbuf_free(&text);
}

void form_collect(const struct app *app, struct form *form, struct draft *draft)
{
	struct project_context context;

	if (!session_context(app->session, form->project.fiscal_year, &context, NULL))
		return;
	collect_fields(&form->project, &context, draft);
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		const char *typed = form_fields_typed(form, i);

		if (typed && (form->entries[i].why || strcmp(typed, form->entries[i].settled) != 0))
			draft_set(draft, form_entries[i].field, typed);
	}
	form_sheet_texts_collect(form, draft);
}

bool form_is_dirty(const struct app *app, struct form *form)
{
	struct draft now = {0};

	form_collect(app, form, &now);
	form->dirty = !draft_same(&now, &form->base);
	draft_free(&now);
	return form->dirty;
}
