/* goal_carry - the parameter target_hours of older programs, carried over into the register of indicators, where
 * the one goal of a year stands (domain.md §5). Private to store/. */
#ifndef STORE_GOAL_CARRY_H
#define STORE_GOAL_CARRY_H

#include "store/store.h"

/* In a change of its own, where there is such a parameter. What the register has for the same year already
 * stays; the history keeps what the parameter said. */
bool goal_carry_over(struct store *store, struct error *err);

#endif
