#include "config.h"

#include "base/scale.h"

#include <assert.h>
#include <stddef.h>

static int steps_to(int64_t reach, int64_t step)
{
	return (int)(reach / step + (reach % step != 0));
}

struct scale scale_for(int64_t least, int64_t most, int steps_max)
{
	static const int64_t nice[] = {1, 2, 5};
	struct scale scale = {.step = 1};

	assert(least <= 0 && most >= 0);
	assert(least >= INT64_MIN / 4 && most <= INT64_MAX / 4);
	/* both ends begin on a step of their own */
	steps_max = steps_max < 2 && least < 0 && most > 0 ? 2 : steps_max < 1 ? 1 : steps_max;
	for (int64_t ten = 1;; ten *= 10) {
		for (size_t i = 0; i < sizeof nice / sizeof nice[0]; i++) {
			scale.step = ten * nice[i];
			if (-least / scale.step + most / scale.step > steps_max)
				continue;
			scale.below = steps_to(-least, scale.step);
			scale.above = steps_to(most, scale.step);
			if (scale.below + scale.above <= steps_max) {
				scale.above += scale.below + scale.above == 0;
				return scale;
			}
		}
	}
}
