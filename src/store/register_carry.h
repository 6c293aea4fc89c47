/* register_carry - what older programs kept beside the register of indicators, or less exactly in it, carried over
 * (domain.md §5, §7). Private to store/. */
#ifndef STORE_REGISTER_CARRY_H
#define STORE_REGISTER_CARRY_H

#include "store/store.h"

/* In a change of its own, where there is anything to carry over: the parameter target_hours becomes the target of
 * the indicator that is computed from the hours saved (what the register has for the same year already stays; the
 * history keeps what the parameter said); trained leaders of an indicator that is called 延べ count once for each year. */
bool register_carry_over(struct store *store, struct error *err);

#endif
