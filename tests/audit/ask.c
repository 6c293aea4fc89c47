#include "ask.h"

static const char *const keys[TERM_KINDS] = {
	[TERM_TYPE] = "type:=", [TERM_TOOL] = "tool:=", [TERM_ANY_TOOL] = "any-tool:=",
	[TERM_STATUS] = "status:", [TERM_SECTION] = "section:=", [TERM_DEPARTMENT] = "dept:=",
	[TERM_TEAM] = "team:=", [TERM_REPLICABLE] = "replicable:", [TERM_HOURS_AT_LEAST] = "hours:>=",
	[TERM_COST_BELOW] = "cost:<",
};

/* What a term of a kind asks of a project, as that project has it. */
static struct term ask_term_of(const struct project *project, enum term_kind kind, struct chance *chance)
{
	struct term term = {.kind = kind, .negated = chance_of(chance, 20)};
	const char *const first = project->tools.count ? project->tools.items[0] : "";

	switch (kind) {
	case TERM_TYPE:
		term.value = project->type;
		break;
	case TERM_TOOL:
	case TERM_ANY_TOOL:
		term.value = first;
		break;
	case TERM_STATUS:
		term.value = status_ids[project->status];
		break;
	case TERM_SECTION:
		term.value = project->section;
		break;
	case TERM_DEPARTMENT:
		term.value = project->department;
		break;
	case TERM_TEAM:
		term.value = project->team;
		break;
	case TERM_REPLICABLE:
		term.value = project->replicable ? "yes" : "no";
		break;
	case TERM_HOURS_AT_LEAST:
	case TERM_COST_BELOW:
	case TERM_KINDS:
		term.number = chance_from(chance, 0, 400);
		break;
	}
	if (kind == TERM_COST_BELOW)
		term.number *= 1000;
	return term;
}

void ask_filter(struct ask *ask, struct world *world, struct chance *chance)
{
	for (int64_t t = chance_from(chance, 1, 3); t > 0 && world->projects.count; t--)
		*LIST_ADD(world->pool, &ask->terms) = ask_term_of(&world->projects.items[chance_from(chance, 0,
			(int64_t)world->projects.count - 1)], (enum term_kind)chance_from(chance, 0,
			TERM_KINDS - 1), chance);
}

void ask_years(struct ask *ask, struct world *world, int first, int last)
{
	*LIST_ADD(world->pool, &ask->terms) = (struct term){.kind = TERM_YEARS, .first = first, .last = last};
	ask->all_years = ask->filtered = true;
}

const char *ask_filter_text(const struct ask *ask, struct pool *pool)
{
	struct text text = {0};

	for (size_t t = 0; t < ask->terms.count; t++) {
		const struct term *const term = &ask->terms.items[t];
		const char *const key = term->kind == TERM_YEARS ? NULL : keys[term->kind];

		text_print(pool, &text, "%s%s", t ? " " : "", term->negated ? "-" : "");
		if (term->kind == TERM_YEARS) {
			for (int year = term->first; year <= term->last; year++)
				text_print(pool, &text, "%s%d", year > term->first ? "," : "fy:", year);
		} else if (!term->value)
			text_print(pool, &text, "%s%lld", key, (long long)term->number);
		else if (!*term->value) /* none given: without the sign */
			text_print(pool, &text, "%.*s", (int)strcspn(key, "=<>"), key);
		else
			text_print(pool, &text, "%s\"%s\"", key, term->value);
	}
	return text.bytes;
}

static bool ask_holds(const struct term *term, const struct project *project)
{
	switch (term->kind) {
	case TERM_TYPE:
		return same(project->type, term->value);
	case TERM_TOOL:
		return same(project->tools.count ? project->tools.items[0] : "", term->value);
	case TERM_ANY_TOOL:
		for (size_t t = 0; t < project->tools.count; t++)
			if (same(project->tools.items[t], term->value))
				return true;
		return !project->tools.count && !*term->value;
	case TERM_STATUS:
		return same(status_ids[project->status], term->value);
	case TERM_SECTION:
		return same(project->section, term->value);
	case TERM_DEPARTMENT:
		return same(project->department, term->value);
	case TERM_TEAM:
		return same(project->team, term->value);
	case TERM_REPLICABLE:
		return project->replicable == same(term->value, "yes");
	case TERM_HOURS_AT_LEAST: /* sharp, of the estimate in the year */
		return project->has[ESTIMATE] && (project->impossible || project->minutes[ESTIMATE][IN_YEAR] >= (wide)term->number * 60);
	case TERM_COST_BELOW:
		return project->has_cost && project->cost < term->number;
	case TERM_YEARS:
		return project->fiscal_year >= term->first && project->fiscal_year <= term->last;
	}
	return false;
}

bool ask_matches(const struct ask *ask, const struct project *project)
{
	if (project->out || (ask->narrowed && !ask_in_unit(ask, project)))
		return false;
	for (size_t t = 0; t < ask->terms.count; t++)
		if (ask_holds(&ask->terms.items[t], project) == ask->terms.items[t].negated)
			return false;
	return true;
}

bool ask_in_unit(const struct ask *ask, const struct project *project)
{
	return !ask->unit || same(project->team, ask->unit) || same(project->section, ask->unit) ||
		same(project->department, ask->unit);
}
