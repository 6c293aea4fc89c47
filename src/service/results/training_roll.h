/* training_roll - who a course is for, and which leaders have been trained. Private to src/service/. */
#ifndef SERVICE_RESULTS_TRAINING_ROLL_H
#define SERVICE_RESULTS_TRAINING_ROLL_H

#include "base/strmap.h"
#include "store/training_store.h"
#include "store/unit_store.h"

/* Puts the codes of those that a course is for, in its fiscal year, into a map. */
void training_roll_invited(const struct people *people, const struct course *course,
	struct strmap *invited);
/* Puts the codes of the leaders, of that year or before, who have taken a course by then: each once (実人数), with
 * the number of fiscal years that each has led. Returns those years in all (延べ). */
size_t training_roll_trained(const struct people *people, const struct training *training,
	int fiscal_year, struct strmap *trained);

#endif
