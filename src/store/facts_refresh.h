/* facts_refresh - facts in memory brought up to date project by project. Private to store/; see
 * facts_store_refresh(). */
#ifndef STORE_FACTS_REFRESH_H
#define STORE_FACTS_REFRESH_H

#include "model/facts.h"
#include "model/project.h"
#include "store/store.h"

/* What loading and refreshing have in common. */
/* Of enum fact_flags; excluded is FACT_EXCLUDED or 0, stages the
 * number that a word of FACTS_STAGES is. */
uint8_t facts_flags_of(unsigned excluded, enum status status, unsigned stages);

#endif
