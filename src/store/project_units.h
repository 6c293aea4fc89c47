/* project_units - projects follow their team when units are moved in the tree. Private to store/. */
#ifndef STORE_PROJECT_UNITS_H
#define STORE_PROJECT_UNITS_H

#include "store/store.h"

/* Sets section and department of every project anew where the tree of its fiscal year says
 * otherwise; inside a change. */
bool project_units_follow(struct store *store, struct error *err);

#endif
