/* late - functions of a library that is loaded only when they are needed. Private to src/exchange/. */
#ifndef EXCHANGE_LATE_H
#define EXCHANGE_LATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* Fills a struct of nothing but function pointers, one a name. Nothing to do when it is filled already;
 * the library is never unloaded. */
bool late_load(const char *library, const char *const *names, size_t count, void *functions,
	struct error *err);

#endif
