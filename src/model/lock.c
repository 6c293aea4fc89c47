#include "config.h"

#include "model/lock.h"

#include <string.h>

#include "base/i18n.h"
#include "model/effect_field.h"

static size_t lock_count(const struct project *project, enum stage stage)
{
	size_t lines = 0;

	for (size_t i = 0; i < project->effects.count; i++)
		lines += project->effects.items[i].stage == stage;
	return lines;
}

/* What a file would say of both: what their kind does not use may differ, and so may how much more
 * work of the kind there is, which is no figure of the project. */
static bool lock_same(const struct effect *a, const struct effect *b)
{
	struct strbuf left = {0}, right = {0};
	bool equal = a->kind == b->kind &&
		(a->kind != EFFECT_MONTHLY || a->first_month == b->first_month);

	for (int field = 0; equal && field < EFFECT_FIELD_COUNT; field++) {
		if (!effect_fields[field].locked)
			continue;
		strbuf_clear(&left);
		strbuf_clear(&right);
		effect_field_get(a, (enum effect_field)field, &left);
		effect_field_get(b, (enum effect_field)field, &right);
		equal = strcmp(strbuf_text(&left), strbuf_text(&right)) == 0;
	}
	strbuf_free(&left);
	strbuf_free(&right);
	return equal;
}

int lock_broken(const struct project *stored, const struct project *project)
{
	for (enum stage stage = 0; stage < STAGE_COUNT; stage++) {
		if (workflow_stage_open(stored->status, stage))
			continue;
		if (lock_count(stored, stage) != lock_count(project, stage))
			return (int)stage;
		for (size_t i = 0; i < stored->effects.count; i++) {
			const struct effect *const line = &stored->effects.items[i];

			if (line->stage != stage)
				continue;
			const struct effect *const now = project_effect(project, line->line, stage);
			if (!now || !lock_same(line, now))
				return (int)stage;
		}
	}
	return -1;
}

bool lock_wants_reason(const struct project *stored, const struct project *project, struct strbuf *why)
{
	const int stage = lock_broken(stored, project);

	if (workflow_frozen(stored->status))
		strbuf_add_text(why,
			_("The figures of a completed project are frozen; give a reason for the change."));
	else if (stage >= 0)
		strbuf_addf(why,
			_("The project is %s: its figures of the stage “%s” are fixed; give a reason for the change."),
			workflow_status_label(stored->status), effect_stage_label((enum stage)stage));
	return workflow_frozen(stored->status) || stage >= 0;
}
