/* snapshot_carry - snapshots of older programs, carried over to the form that tables are kept in
 * today (model/frozen_form.h). Private to store/. */
#ifndef STORE_SNAPSHOT_CARRY_H
#define STORE_SNAPSHOT_CARRY_H

#include "store/store.h"

/* Carries over every snapshot whose tables are of the first form, in a change of its own, once its
 * seal has been proved: the tables are raised, the first seal is kept, and a new one is put over both
 * (domain.md §5). One whose seal is broken, or that would not be the same when lowered again, stays as
 * it is; check and verify tell of it, or go on to prove it in its old form. */
bool snapshot_carry_over(struct store *store, struct error *err);

#endif
