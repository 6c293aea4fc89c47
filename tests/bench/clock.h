/* clock - the time, medians, and the lines that the measuring programs print. */
#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int clock_compare(const void *a, const void *b)
{
	const double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

/* Sorts; the value that `percent` of all do not exceed. 0 when there is none. */
static inline double clock_percentile(double *values, size_t count, unsigned percent)
{
	if (count == 0)
		return 0;
	qsort(values, count, sizeof *values, clock_compare);
	size_t at = count * percent / 100;
	return values[at < count ? at : count - 1];
}

/* work,size,program,statistic,value,unit */
static inline void clock_print(const char *work, const char *size, const char *program,
	const char *statistic, double value, const char *unit)
{
	printf("%s,%s,%s,%s,%.4f,%s\n", work, size, program, statistic, value, unit);
	fflush(stdout);
}

#endif
