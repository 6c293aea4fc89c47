#include "tally.h"

#include <stdio.h>

bool tally_differs(struct tally *tally, const char *what)
{
	tally->differences++;
	for (size_t k = 0; k < tally->kinds.count; k++)
		if (same(tally->kinds.items[k].what, what))
			return ++tally->kinds.items[k].count <= tally->told;
	*LIST_ADD(&tally->pool, &tally->kinds) =
		(struct tally_kind){pool_print(&tally->pool, "%s", what), 1};
	return true;
}

bool tally_print(const struct tally *tally)
{
	for (size_t k = 0; k < tally->kinds.count; k++)
		printf("%6ld  %s\n", tally->kinds.items[k].count, tally->kinds.items[k].what);
	printf("databases %ld, tables %ld, cells %ld, differences %ld\n", tally->databases, tally->tables,
		tally->cells, tally->differences);
	return tally->differences == 0;
}
