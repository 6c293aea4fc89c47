#include "config.h"

#include "random.h"

static const uint64_t seed = UINT64_C(0x75726167696E6961);

struct random random_stream(const char *purpose, unsigned index)
{
	struct random random = {seed ^ ((uint64_t)index * UINT64_C(0x9E3779B97F4A7C15))};

	for (; *purpose; purpose++) {
		random.state ^= (unsigned char)*purpose;
		random_next(&random);
	}
	return random;
}

/* SplitMix64 (Steele, Lea and Flood 2014; public domain constants). */
uint64_t random_next(struct random *random)
{
	uint64_t z = random->state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

int random_below(struct random *random, size_t bound)
{
	return (int)(random_next(random) % bound);
}

int random_between(struct random *random, int low, int high)
{
	return low + random_below(random, (size_t)(high - low) + 1);
}

bool random_percent(struct random *random, int percent)
{
	return random_below(random, 100) < percent;
}

int random_weighted(struct random *random, const int *weights)
{
	int sum = 0, index = 0;

	for (const int *weight = weights; *weight; weight++)
		sum += *weight;
	int drawn = random_below(random, (size_t)sum);
	while (drawn >= weights[index])
		drawn -= weights[index++];
	return index;
}
