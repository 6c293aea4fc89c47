/* natural - numbers as people would write them. */
#ifndef SAMPLE_NATURAL_H
#define SAMPLE_NATURAL_H

#include <stdint.h>

/* Minutes a case: small ones as they are, larger ones in fives and tens. */
int64_t natural_minutes(int64_t minutes);
/* Numbers of cases, at least one. */
int64_t natural_cases(int64_t cases);

#endif
