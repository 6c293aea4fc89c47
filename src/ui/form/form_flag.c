/* form_flag - tells while somebody types that what is being typed looks like standard work, which may
 * not count (domain.md §5). */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "service/project/excluding.h"
#include "ui/form/private.h"

static const struct {
	enum rule_field rule;
	enum field field;
} looked_at[RULE_FIELD_COUNT] = {
	{RULE_TITLE, FIELD_TITLE},
	{RULE_APPROACH, FIELD_APPROACH},
	{RULE_CURRENT_ISSUE, FIELD_CURRENT_ISSUE},
	{RULE_WORK, FIELD_WORK},
};

void form_flag_init(struct app *app, struct form_flag *flag)
{
	/* Without rules nothing is told; saving reads them again, and says what is wrong. */
	*flag = (struct form_flag){0};
	excluding_rules(app->session, &flag->rules, NULL);
}

void form_flag_free(struct form_flag *flag)
{
	rule_set_free(&flag->rules);
	rule_text_free(&flag->text);
	strbuf_free(&flag->why);
}

void form_flag_look(struct app *app, struct form *form)
{
	struct form_flag *flag = &form->flag;
	const struct project *project = &form->project;
	/* What the office has said already stands, whatever is typed. */
	const bool settled = project->exclusion.exclusion == EXCLUSION_CLEARED;
	struct strbuf why = {0};
	struct rule_match match;

	for (size_t i = 0; i < RULE_FIELD_COUNT; i++) {
		const size_t entry = form_fields_find(looked_at[i].field);

		rule_text_set(&flag->text, looked_at[i].rule, form_fields_typed(form, entry));
	}
	if (!settled && rule_set_match(&flag->rules, 0, project->fiscal_year, project->tools,
		project->tool_count, &flag->text, &match)) {
		strbuf_addf(&why, "! %s: ", exclusion_label(project->exclusion.exclusion ==
			EXCLUSION_CONFIRMED ? EXCLUSION_CONFIRMED : EXCLUSION_FLAGGED));
		rule_explain(&match, &app->session->tools, project->fiscal_year, &why);
	}
	if (strcmp(strbuf_text(&why), strbuf_text(&flag->why)) != 0)
		app_redraw(app);
	strbuf_free(&flag->why);
	flag->why = why;
}
