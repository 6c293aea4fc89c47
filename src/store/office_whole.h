/* office_whole - what must hold of the office's tables as a whole, whatever changes them: the judges of
 * service/office say it of the rows that come in, and what is taken back or done again is held to it here. */
#ifndef STORE_OFFICE_WHOLE_H
#define STORE_OFFICE_WHOLE_H

#include "store/store.h"

struct office_whole {
	bool unadministered; /* roles are given, but nobody is an administrator who stays */
	int64_t two_leaders; /* pairs that lead one section on one day */
	char person[64], from[16]; /* of the last of them */
	int64_t hanging;     /* targets, leaders and roles in years in which their unit is no more */
	char unit[64];       /* of the last of them */
};
bool office_whole_read(struct store *store, struct office_whole *whole, struct error *err);
/* Inside a change: false where something holds no more that held before. */
bool office_whole_kept(struct store *store, const struct office_whole *before, struct error *err);

/* What is said of it, by every way in. Each returns false. */
bool office_whole_unadministered(struct error *err);
bool office_whole_two_leaders(const char *person, const char *from, struct error *err);

#endif
