#include "tally.h"

#include <stdio.h>

static const char *const format_names[TALLY_FORMATS] = {"csv", "text", "json", "xlsx", "pdf", "explain"};

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

static struct tally_table *tally_table(struct tally *tally, const char *name)
{
	for (size_t t = 0; t < tally->compared.count; t++)
		if (same(tally->compared.items[t].name, name))
			return &tally->compared.items[t];
	struct tally_table *const table = LIST_ADD(&tally->pool, &tally->compared);
	*table = (struct tally_table){.name = pool_print(&tally->pool, "%s", name)};
	return table;
}

void tally_expect(struct tally *tally, const char *name)
{
	tally_table(tally, name);
}

void tally_compared(struct tally *tally, const char *name, enum tally_format format)
{
	tally_table(tally, name)->counts[format]++;
}

/* Lists and rollups of any kind have no explanation of their own. */
static bool tally_print_table(const struct tally_table *table, bool complete)
{
	const bool any = strncmp(table->name, "rollup", 6) == 0 || strstr(table->name, " over ") || strstr(table->name, " by other ") || same(table->name, "list") ||
		strstr(table->name, " by project");
	bool missing = false;

	printf("%-28s", table->name);
	for (int f = 0; f < (any ? TALLY_EXPLAINED : TALLY_FORMATS); f++) {
		printf("%8ld", table->counts[f]);
		missing |= table->counts[f] == 0;
	}
	printf("%s\n", !missing ? "" : complete ? "  NEVER COMPARED IN EVERY FORMAT" : "  not in every format");
	return !missing;
}

bool tally_print(const struct tally *tally, bool complete)
{
	bool whole = true;

	printf("%-28s", "compared");
	for (int f = 0; f < TALLY_FORMATS; f++)
		printf("%8s", format_names[f]);
	printf("\n");
	for (size_t t = 0; t < tally->compared.count; t++)
		whole &= tally_print_table(&tally->compared.items[t], complete);
	for (size_t k = 0; k < tally->kinds.count; k++)
		printf("%6ld  %s\n", tally->kinds.items[k].count, tally->kinds.items[k].what);
	printf("databases %ld, projects %ld, lines %ld, tables %ld, cells %ld, differences %ld\n", tally->databases,
		tally->projects, tally->lines, tally->tables, tally->cells, tally->differences);
	return tally->differences == 0 && (whole || !complete);
}
