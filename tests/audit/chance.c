#include "chance.h"

/* splitmix64 */
uint64_t chance_next(struct chance *chance)
{
	uint64_t mixed = chance->state += UINT64_C(0x9E3779B97F4A7C15);

	mixed = (mixed ^ mixed >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94D049BB133111EB);
	return mixed ^ mixed >> 31;
}

int64_t chance_from(struct chance *chance, int64_t first, int64_t last)
{
	return first + (int64_t)(chance_next(chance) % (uint64_t)(last - first + 1));
}

bool chance_of(struct chance *chance, int percent)
{
	return chance_from(chance, 0, 99) < percent;
}
