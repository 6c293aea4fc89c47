#include "keep.h"

#include <sqlite3.h>
#include <unistd.h>

#include "compare.h"
#include "explained_rows.h"
#include "formats.h"
#include "tables.h"

enum { SOME = 5 };

/* ---- frozen tables ----------------------------------------------------------------------------------- */

static struct words keep_words(struct pool *pool, const char *table, bool frozen)
{
	struct words words = {0};

	words_option(pool, &words, "table", table);
	words_option(pool, &words, "--snapshot", frozen ? "監査" : NULL);
	return words;
}

/* Cell by cell, without what says that one is frozen. */
static void keep_compare(struct tally *tally, struct pool *pool, const struct program *program,
	const char *name, const struct answer *kept, uint64_t turn)
{
	const struct answer live = words_run(program, pool, keep_words(pool, name, false), "csv");
	const char *fault = "";
	const struct grid *const right = grid_read(pool, live.out, live.length, &fault);
	const struct grid *const got = grid_read(pool, kept->out, kept->length, &fault);
	const char *const kind = pool_print(pool, "%s frozen", name);

	tally->tables++;
	tally_compared(tally, kind, TALLY_CSV);
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
	formats_compare(tally, pool, program, kind, keep_words(pool, name, true), got, turn);
	if (turn % 2)
		return;
	const struct answer json = words_run(program, pool, keep_words(pool, name, true), "json");
	const char *const explain[] = {"explain", name, "--snapshot", "監査", NULL};
	const struct answer explained = program_run(program, pool, explain);
	explained_rows(tally, pool, name, kind, &explained, got, &json);
	tally_compared(tally, kind, TALLY_EXPLAINED);
}

void keep_frozen(struct tally *tally, struct pool *pool, const struct program *program, uint64_t turn)
{
	const char *const freeze[] = {"snapshot", "freeze", "監査", NULL};
	const char *const verify[] = {"snapshot", "verify", "監査", NULL};
	struct answer *const kept = pool_get(pool, table_rule_count * sizeof *kept);
	const struct answer frozen = program_run(program, pool, freeze);
	sqlite3 *database;

	if (frozen.status)
		compare_fault(tally, "snapshot freeze", &frozen, pool_print(pool, "ended with %d", frozen.status));
	for (size_t t = 0; t < table_rule_count && !frozen.status; t++) {
		kept[t] = words_run(program, pool, keep_words(pool, table_rules[t].id, true), "csv");
		keep_compare(tally, pool, program, table_rules[t].id, &kept[t], turn + t);
	}
	if (frozen.status || sqlite3_open(program->file, &database) != SQLITE_OK)
		return;
	sqlite3_exec(database, "DELETE FROM effect_line WHERE line = 1; UPDATE unit SET name = name || '改'; "
		"UPDATE parameter SET value = '1000'", NULL, NULL, NULL);
	sqlite3_close(database);
	for (size_t t = turn % SOME; t < table_rule_count; t += SOME) {
		const struct answer after =
			words_run(program, pool, keep_words(pool, table_rules[t].id, true), "csv");

		tally->tables++;
		if (after.length != kept[t].length || memcmp(after.out, kept[t].out, after.length) != 0)
			compare_fault(tally, pool_print(pool, "%s frozen", table_rules[t].id), &after,
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
