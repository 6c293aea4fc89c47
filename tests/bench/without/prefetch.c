/* The program without prefetch: the facts are read when the first screen needs them. */
#include "config.h"

#include "service/session/prefetch.h"

struct prefetch *__wrap_prefetch_start(struct store *store, int first_fiscal_year,
	int last_fiscal_year);

struct prefetch *__wrap_prefetch_start(struct store *store, int first_fiscal_year,
	int last_fiscal_year)
{
	(void)store;
	(void)first_fiscal_year;
	(void)last_fiscal_year;
	return NULL;
}
