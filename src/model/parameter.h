/* parameter - what the programme reckons with, and between which values (domain.md §4). */
#ifndef MODEL_PARAMETER_H
#define MODEL_PARAMETER_H

#include <stdint.h>

#include "base/error.h"
#include "model/choice.h"

enum parameter { PARAMETER_HOURS_PER_PERSON_YEAR, PARAMETER_WORKING_DAYS, PARAMETER_HOURLY_RATE,
	PARAMETER_TARGET_HOURS, PARAMETER_COUNT };
/* Their names in the database and what people call them. */
extern const struct choice parameter_names[PARAMETER_COUNT];

/* A value as it is typed; every parameter is a whole number between two bounds. */
bool parameter_parse(enum parameter parameter, const char *text, int64_t *value, struct error *err);

#endif
