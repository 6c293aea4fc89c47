#include "keep.h"

#include <sqlite3.h>
#include <unistd.h>

#include "compare.h"
#include "grid.h"

/* ---- frozen tables ----------------------------------------------------------------------------------- */

static struct answer keep_table(struct pool *pool, const struct program *program, const char *table, bool frozen)
{
	const char *const live[] = {"table", table, "--format", "csv", NULL};
	const char *const kept[] = {"table", table, "--snapshot", "監査", "--format", "csv", NULL};

	return program_run(program, pool, frozen ? kept : live);
}

/* Cell by cell, without what says that one is frozen. */
static void keep_compare(struct tally *tally, struct pool *pool, const char *name, const struct answer *live,
	const struct answer *kept)
{
	const char *fault = "";
	const struct grid *const right = grid_read(pool, live->out, live->length, &fault);
	const struct grid *const got = grid_read(pool, kept->out, kept->length, &fault);
	const char *const kind = pool_print(pool, "%s frozen", name);

	tally->tables++;
	if (!right || !got || right->rows.count != got->rows.count) {
		compare_fault(tally, kind, kept, "another number of rows");
		return;
	}
	for (size_t r = 0; r < right->rows.count; r++)
		for (size_t c = 0; c < right->rows.items[0].cells.count; c++) {
			const char *const id = right->rows.items[0].cells.items[c];
			const int at = grid_column(got, id);

			tally->cells++;
			if (!compare_is_about(id) && (at < 0 || !same(right->rows.items[r].cells.items[c],
				got->rows.items[r].cells.items[at])))
				compare_fault(tally, kind, kept, pool_print(pool, "row %zu, %s", r, id));
		}
}

void keep_frozen(struct tally *tally, struct pool *pool, struct chance *chance, const struct program *program)
{
	static const char *const tables[] = {"problem-types", "departments", "sections", "matrix", "review",
		"fractions", "headroom", "overlaps", "coverage", "goal", "indicators", "training", "destinations"};
	enum { SOME = 3 };
	const char *const freeze[] = {"snapshot", "freeze", "監査", NULL};
	const char *const verify[] = {"snapshot", "verify", "監査", NULL};
	const char *names[SOME];
	struct answer kept[SOME];
	const struct answer frozen = program_run(program, pool, freeze);
	sqlite3 *database;

	if (frozen.status)
		compare_fault(tally, "snapshot freeze", &frozen, pool_print(pool, "ended with %d", frozen.status));
	for (int t = 0; t < SOME && !frozen.status; t++) {
		names[t] = CHANCE_OF(chance, tables);
		const struct answer live = keep_table(pool, program, names[t], false);
		kept[t] = keep_table(pool, program, names[t], true);
		keep_compare(tally, pool, names[t], &live, &kept[t]);
	}
	if (frozen.status || sqlite3_open(program->file, &database) != SQLITE_OK)
		return;
	sqlite3_exec(database, "DELETE FROM effect_line WHERE line = 1; UPDATE unit SET name = name || '改'; "
		"UPDATE parameter SET value = '1000'", NULL, NULL, NULL);
	sqlite3_close(database);
	for (int t = 0; t < SOME; t++) {
		const struct answer after = keep_table(pool, program, names[t], true);

		tally->tables++;
		if (after.length != kept[t].length || memcmp(after.out, kept[t].out, after.length) != 0)
			compare_fault(tally, pool_print(pool, "%s frozen", names[t]), &after,
				"it is another one after the database was changed");
	}
	const struct answer verified = program_run(program, pool, verify);
	if (verified.status)
		compare_fault(tally, "snapshot verify", &verified, "the seal is said to be broken");
}

/* ---- there and back ------------------------------------------------------------------------------------ */

void keep_files(struct tally *tally, struct pool *pool, const struct program *program)
{
	static const char *const kinds[][2] = {{"units", "units"}, {"people", "people"}, {"leaders", "leaders"},
		{"targets", "targets"}, {"training", "training"}, {"indicators", "indicators"},
		{"indicator-values", "indicators"}, {"projects", "projects"}, {"effects", "effects"}};
	enum { KINDS_OF = sizeof kinds / sizeof *kinds };
	const struct program again = {program->path, program->folder,
		pool_print(pool, "%s.again.db", program->file), program->fiscal_year};
	const char *const init[] = {"init", "--body-code", "990009", "--body-name", "監査市", NULL};
	struct answer first[KINDS_OF];

	program_run(&again, pool, init);
	for (int k = 0; k < KINDS_OF; k++) {
		const char *const export[] = {"export", kinds[k][0], NULL};
		struct text file = {0};

		first[k] = program_run(program, pool, export);
		text_add(pool, &file, first[k].out, first[k].length);
		const char *const path = program_write(program, pool, "again.csv", &file);
		const char *const import[] = {"import", kinds[k][1], path, NULL};
		const struct answer taken = program_run(&again, pool, import);
		if (taken.status)
			compare_fault(tally, pool_print(pool, "%s come back", kinds[k][0]), &taken,
				"the program refuses what it has exported");
	}
	for (int k = 0; k < KINDS_OF; k++) {
		const char *const export[] = {"export", kinds[k][0], NULL};
		const struct answer second = program_run(&again, pool, export);

		tally->tables++;
		if (second.length != first[k].length || memcmp(second.out, first[k].out, second.length) != 0)
			compare_fault(tally, pool_print(pool, "%s come back", kinds[k][0]), &second,
				"other bytes than were imported");
	}
	unlink(again.file);
}
