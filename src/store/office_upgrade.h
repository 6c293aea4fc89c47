/* office_upgrade - what older programs kept otherwise in the office's tables, carried over (domain.md §5, §6, §7).
 * Private to store/. */
#ifndef STORE_OFFICE_UPGRADE_H
#define STORE_OFFICE_UPGRADE_H

#include "store/store.h"

/* In a change of its own, where there is anything to carry over; the history keeps what was there:
 * - the parameter target_hours becomes the target of the indicator that is computed from the hours saved; what the
 *   register has for the same year already stays;
 * - trained leaders of an indicator that is called 延べ count once for each year;
 * - targets, leaders and roles end with their unit; an administrator stays one. */
bool office_upgrade(struct store *store, struct error *err);

#endif
