#include "config.h"

#include "service/session/history_words.h"

#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "model/effect_field.h"
#include "model/office/office_table.h"
#include "model/project.h"
#include "model/role.h"

struct word {
	const char *id, *label;
};

static const struct word acts[] = {
	{"create", N_("Created")},
	{"add", N_("Added")},
	{"edit", N_("Edited")},
	{"move", N_("Moved")},
	{"master", N_("Office")},
	{"carry", N_("Carried over")},
	{"exclude", N_("Standard work")},
	{"reorganise", N_("Reorganised")},
	{"import", N_("Imported")},
	{"undo", N_("Taken back")},
	{"redo", N_("Done again")},
	{"repair", N_("Repaired")},
	{"clear", N_("Cleared")},
	{"freeze", N_("Frozen")},
	{"reopen", N_("Reopened")},
	{"upgrade", N_("Upgraded")},
};

static const struct word entities[] = {
	{"body", N_("Body")},
	{"project", N_("Project")},
	{"effect_line", N_("Effect line")},
	{"overlap_clearance", N_("Cleared overlap")},
	{"snapshot", N_("Snapshot")},
};

static const char *history_words_look_up(const struct word *words, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i].id, id) == 0)
			return _(words[i].label);
	return id;
}

const char *history_words_what(const char *what)
{
	return history_words_look_up(acts, sizeof acts / sizeof acts[0], what);
}

const char *history_words_role(const char *role)
{
	enum role known;

	return role_parse(role, &known) ? role_label(known) : role;
}

const char *history_words_entity(const char *entity)
{
	const struct office_table *table = office_table_of(entity);

	if (table)
		return _(table->one);
	return history_words_look_up(entities, sizeof entities / sizeof entities[0], entity);
}

const char *history_words_field(const char *entity, const char *field)
{
	if (strcmp(entity, "project") == 0) {
		for (int i = 0; i < FIELD_COUNT; i++)
			if (strcmp(project_fields[i].id, field) == 0)
				return _(project_fields[i].label);
		/* Columns bear the name of their field, but for a few. */
		const int found = project_field_by_column(field);
		return found >= 0 ? _(project_fields[found].label) : field;
	}
	if (strcmp(entity, "effect_line") == 0) {
		for (int i = 0; i < EFFECT_FIELD_COUNT; i++)
			if (strcmp(effect_fields[i].id, field) == 0)
				return _(effect_fields[i].label);
		return field;
	}
	const struct office_table *table = office_table_of(entity);
	for (size_t i = 0; table && i < table->field_count; i++)
		if (strcmp(office_column(table, i), field) == 0)
			return _(table->fields[i].label);
	return field;
}

const char *history_words_value(const char *entity, const char *field, const char *value)
{
	enum status status;

	if (strcmp(entity, "project") == 0 && strcmp(field, "status") == 0 &&
		workflow_status_parse(value, &status))
		return workflow_status_label(status);
	/* minutes before: not known */
	if (strcmp(entity, "effect_line") == 0 && strncmp(field, "direct_before", 13) == 0 && value &&
		strcmp(value, "-1") == 0)
		return "";
	return value;
}
