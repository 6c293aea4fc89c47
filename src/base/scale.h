/* scale - the axis of a chart: steps of nice size. */
#ifndef BASE_SCALE_H
#define BASE_SCALE_H

#include <stdint.h>

/* From -below to above steps of 1, 2 or 5 times a power of ten. */
struct scale {
	int64_t step;
	int below, above; /* steps; above is at least 1 unless all lies below 0 */
};

/* So that least and most lie within, with steps_max steps at most (but one each above and below 0).
 * least <= 0 <= most, and neither is beyond a quarter of what an int64_t holds. */
struct scale scale_for(int64_t least, int64_t most, int steps_max);

#endif
