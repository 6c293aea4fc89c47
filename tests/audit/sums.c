#include "sums.h"

bool sums_has_actual(const struct project *project)
{
	return project->has[ACTUAL] || project->status == COMPLETED;
}

static void sums_add_team(struct sums *sums, struct pool *pool, const char *team)
{
	for (size_t t = 0; t < sums->teams.count; t++)
		if (same(sums->teams.items[t], team))
			return;
	if (*team)
		*LIST_ADD(pool, &sums->teams) = team;
}

void sums_add(struct sums *sums, const struct world *world, const struct project *project, enum basis basis)
{
	const int64_t hours = world_hours(world, project->fiscal_year);
	const int64_t rate = world_rate(world, project->fiscal_year);

	sums->projects++;
	sums->cost += project->cost;
	sums->unrated |= rate <= 0;
	for (int s = 0; s < STAGES; s++) {
		sums->without[s] += !project->has[s];
		for (int b = 0; b < BASES; b++) {
			sums->minutes[s][b] += project->minutes[s][b];
			if (project->before[s][b] >= 0) {
				sums->knowing[s][b]++;
				sums->before[s][b] += project->before[s][b];
				sums->saved_of[s][b] += project->minutes[s][b];
			}
			fraction_add(&sums->years[s][b], project->minutes[s][b], 60 * (wide)hours);
			fraction_add(&sums->labour[s][b], project->minutes[s][b] * rate, 60);
		}
	}
	sums_add_team(sums, world->pool, project->team);
	if (!sums_has_actual(project))
		return;
	sums->realised++;
	sums->realised_actual += project->minutes[ACTUAL][basis];
	sums->realised_estimate += project->minutes[ESTIMATE][basis];
}
