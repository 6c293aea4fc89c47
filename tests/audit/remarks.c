#include "remarks.h"

#include "sums.h"

static bool remarks_asks(const struct ask *ask, bool (*takes)(const struct project *),
	const struct project *project)
{
	return (ask->all_years || project->fiscal_year == ask->fiscal_year) && ask_matches(ask, project) &&
		ask_in_unit(ask, project) && (!takes || takes(project));
}

static void remarks_add(struct wanted *wanted, struct text *text, const char *head, const char *what,
	long long count)
{
	if (count)
		text_print(wanted->pool, text, "%s%s=%lld", text->length ? "," : head, what, count);
}

void remarks_left_out(const struct world *world, const struct ask *ask, bool (*takes)(const struct project *),
	struct wanted *wanted)
{
	long long drafts = 0, cancelled = 0, excluded = 0;
	struct text text = {0};

	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];

		if (!remarks_asks(ask, takes, project))
			continue;
		if (project->status == DRAFT || project->status == RETURNED)
			drafts++;
		else if (project->status == CANCELLED)
			cancelled++;
		else if (same(project->exclusion, "confirmed"))
			excluded++;
	}
	remarks_add(wanted, &text, "left-out:", "draft", drafts);
	remarks_add(wanted, &text, "left-out:", "cancelled", cancelled);
	remarks_add(wanted, &text, "left-out:", "excluded", excluded);
	if (text.length)
		wanted_remark(wanted, "%s", text.bytes);
}

void remarks_no_figure(const struct world *world, const struct ask *ask, unsigned stages,
	bool (*takes)(const struct project *), struct wanted *wanted)
{
	struct text text = {0};

	for (int s = 0; s < STAGES; s++) {
		long long without = 0;

		for (size_t p = 0; p < world->projects.count; p++) {
			const struct project *const project = &world->projects.items[p];

			without += project->counts && remarks_asks(ask, takes, project) &&
				(s == ACTUAL ? !sums_has_actual(project) : !project->has[s]);
		}
		if (stages >> s & 1)
			remarks_add(wanted, &text, "no-figure:", stage_ids[s], without);
	}
	if (text.length)
		wanted_remark(wanted, "%s", text.bytes);
}

void remarks_too_large(const struct world *world, const struct ask *ask, struct wanted *wanted)
{
	struct text text = {0};
	int named = 0;

	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];

		if (!project->too_large || !remarks_asks(ask, NULL, project))
			continue;
		text_print(wanted->pool, &text, "%s%s", named++ ? "," : "left-out:too-large=",
			world_number(world, project));
	}
	if (named)
		wanted_remark(wanted, "%s", text.bytes);
}
