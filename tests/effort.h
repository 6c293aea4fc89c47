/* effort - how long a test has worked itself, for those that say something is quick: what else the
 * machine does meanwhile does not count. */
#ifndef TESTS_EFFORT_H
#define TESTS_EFFORT_H

#include <stdint.h>
#include <time.h>

/* Milliseconds of the processor since the program began. */
static inline int64_t effort_ms(void)
{
	struct timespec used;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
	return (int64_t)used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

#endif
