#include "trial.h"

#include "key.h"
#include "saving.h"

/* One of the words of a line, between |, is in some text of the project. */
static bool trial_line(struct pool *pool, const struct project *project, const char *line, size_t length)
{
	const char *const texts[] = {project->title, project->approach, project->issue, project->work};
	const char *const end = line + length;

	for (const char *word = line; word < end;) {
		size_t size = 0;

		while (word + size < end && word[size] != '|')
			size++;
		const char *const key = key_of(pool, pool_copy(pool, word, size));
		for (size_t t = 0; t < sizeof texts / sizeof *texts && *key; t++)
			if (strstr(key_of(pool, texts[t]), key))
				return true;
		word += size + 1;
	}
	return false;
}

static bool trial_meets(struct pool *pool, const struct rule *rule, const struct project *project)
{
	bool uses = !*rule->tools;

	for (size_t t = 0; t < project->tools.count && !uses; t++)
		uses = strstr(pool_print(pool, ",%s,", rule->tools),
			pool_print(pool, ",%s,", project->tools.items[t])) != NULL;
	for (const char *line = rule->words; uses && *line; line += line[0] == '\n') {
		const size_t length = strcspn(line, "\n");

		uses = trial_line(pool, project, line, length);
		line += length;
	}
	return uses && (*rule->tools || *rule->words);
}

/* Without a rule the office has decided by itself; what it cleared of one rule another can meet. */
static bool trial_excludes(const struct world *world, int year, const struct project *project)
{
	if (same(project->exclusion, "confirmed") && !project->rule)
		return true;
	for (size_t r = 0; r < world->rules.count; r++) {
		const struct rule *const rule = &world->rules.items[r];
		const bool holds = rule->first <= year && (!rule->last || rule->last >= year);

		if (holds && !(same(project->exclusion, "cleared") && project->rule == rule->id) &&
			trial_meets(world->pool, rule, project))
			return true;
	}
	return false;
}

struct world trial_world(const struct world *world, int rules_year)
{
	struct world trial = *world;

	trial.projects.items = pool_get(world->pool, (world->projects.count + 1) * sizeof(struct project));
	for (size_t p = 0; p < world->projects.count; p++) {
		struct project *const project = &trial.projects.items[p];

		*project = world->projects.items[p];
		project->exclusion = trial_excludes(world, rules_year, project) ? "confirmed" : "none";
		saving_judge(project);
	}
	return trial;
}
