/* project_unit - the team of a project, read from codes or names. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/project_set.h"
#include "model/project_member.h"

/* The fields of one level of the tree; lower levels follow. */
struct level {
	enum unit_kind kind;
	enum field code;
	enum field name;
};

static const struct level levels[] = {
	{UNIT_DEPARTMENT, FIELD_DEPARTMENT_CODE, FIELD_DEPARTMENT},
	{UNIT_SECTION, FIELD_SECTION_CODE, FIELD_SECTION},
	{UNIT_TEAM, FIELD_TEAM_CODE, FIELD_TEAM},
};
enum { LEVELS = sizeof levels / sizeof *levels };

static void project_unit_put(struct project *project, size_t level, const char *code,
	const char *name)
{
	*project_member_text(project, levels[level].code) = project_text(project, code);
	*project_member_text(project, levels[level].name) = project_text(project, name);
}

/* Takes away the unit of a level and those below it. */
static void project_unit_clear_from(struct project *project, size_t level)
{
	for (; level < LEVELS; level++)
		project_unit_put(project, level, "", "");
}

/* A code names one unit of the whole tree; a name is looked for in the units already set. */
static int project_unit_find(const struct project *project, size_t level, bool by_code,
	const char *text, const struct unit_tree *units, struct error *reason)
{
	const char *department = level > 0 && !by_code ? project->department_code : "";
	const char *section = level > 1 && !by_code ? project->section_code : "";

	if (by_code) {
		const int index = unit_tree_find(units, text);
		if (index >= 0 && units->nodes.items[index].unit.kind == levels[level].kind)
			return index;
	}
	return unit_tree_resolve(units, levels[level].kind, department, section, text, reason);
}

bool project_set_unit(struct project *project, enum field field, const char *text,
	const struct unit_tree *units, struct error *err)
{
	struct error reason = {0};
	size_t level = 0, length;

	while (levels[level].code != field && levels[level].name != field) {
		level++;
		assert(level < LEVELS);
	}
	const bool by_code = levels[level].code == field;
	text_trim(text, &length);
	if (length == 0) {
		if (by_code)
			project_unit_clear_from(project, level);
		return true;
	}
	if (strcmp(text, project_text_of(project, field)) == 0) /* a name after its code */
		return true;
	const int unit = project_unit_find(project, level, by_code, text, units, &reason);
	if (unit < 0)
		return project_refuse_as(err, field, &reason);

	/* Where a level below no longer lies within the unit, it goes, and all below it. */
	for (size_t below = level + 1; below < LEVELS; below++) {
		const char *code = *project_member_text(project, levels[below].code);
		const int index = *code ? unit_tree_find(units, code) : -1;

		if (index < 0 || !unit_tree_within(units, index, unit)) {
			project_unit_clear_from(project, below);
			break;
		}
	}

	/* Puts the unit and those it lies in; a department's own section level stays empty. */
	for (size_t i = 0; i <= level; i++)
		project_unit_put(project, i, "", "");
	for (int at = unit; at >= 0; at = units->nodes.items[at].parent) {
		const struct unit *node = &units->nodes.items[at].unit;
		for (size_t i = 0; i <= level; i++)
			if (levels[i].kind == node->kind)
				project_unit_put(project, i, node->code, node->name);
	}

	return true;
}
