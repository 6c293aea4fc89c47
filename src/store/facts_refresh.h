/* facts_refresh - facts in memory brought up to date project by project. Private to store/; see
 * facts_store_refresh(). */
#ifndef STORE_FACTS_REFRESH_H
#define STORE_FACTS_REFRESH_H

#include "model/facts.h"
#include "model/project.h"
#include "store/store.h"

/* What loading and refreshing have in common. */
/* First month of operation, or the day the work started, as year × 12 + month - 1; 0 = none. */
uint32_t facts_month_of(const char *date);
/* The code of DIMENSION_HALF_YEAR that such a month has. */
uint16_t facts_half_year_of(uint32_t month);
/* Of enum fact_flags; excluded is FACT_EXCLUDED or 0, stages a word of FACTS_STAGES. */
uint8_t facts_flags_of(unsigned excluded, enum status status, const char *stages);

#endif
