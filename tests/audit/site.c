#include "site.h"

#include <sqlite3.h>
#include <stdio.h>

#include "compare.h"

/* worst: the status up to which all is well. */
static bool site_run(struct body *body, const struct program *program, struct tally *tally, const char *what,
	int worst, const char *const *words)
{
	const struct answer answer = program_run(program, body->pool, words);

	if (answer.status <= worst)
		return true;
	compare_fault(tally, what, &answer, pool_print(body->pool, "ended with %d", answer.status));
	return false;
}

static bool site_import(struct body *body, const struct program *program, struct tally *tally,
	const char *what, const struct text *file)
{
	const char *const path = program_write(program, body->pool,
		pool_print(body->pool, "%s.csv", what), file);
	const char *const words[] = {"import", what, path, "--skip-bad", NULL};

	/* rows that cannot be are left out; a file of which nothing is taken is a fault, whatever the rows are */
	return site_run(body, program, tally, pool_print(body->pool, "import %s", what), 0, words);
}

static bool site_sql(struct body *body, const struct program *program, const char *sql)
{
	sqlite3 *database;
	bool done = sqlite3_open(program->file, &database) == SQLITE_OK;

	done = done && sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK;
	if (!done)
		fprintf(stderr, "audit: %s: %s\n", sqlite3_errmsg(database), sql);
	sqlite3_close(database);
	(void)body;
	return done;
}

/* What is standard work: some tools, some words, some years. */
static void site_rules(struct body *body, struct text *sql)
{
	static const char *const tools[] = {"", "", "kintone", "genai,rpa", "graffer", "tableau,line-works,other"};
	static const char *const words[] = {"見直し", "総務|企画|ﾄﾐﾝ", "ぎじろく|議事録", "ｼﾝｾｲ\n見直し", "集計|シュウケイ\n手間",
		"abc|total", "しくみ\n企画|福祉", "ａＢｃ"};

	for (int64_t r = chance_from(body->chance, 0, 4); r > 0; r--) {
		const int64_t first = chance_from(body->chance, BODY_FIRST_YEAR, BODY_LAST_YEAR);

		text_print(body->pool, sql, "INSERT INTO exclusion_rule (first_fiscal_year, last_fiscal_year, tools, "
			"words, reason) VALUES (%lld, %lld, '%s', '%s', '標準業務');", (long long)first,
			(long long)(chance_of(body->chance, 40) ? 0 : chance_from(body->chance, first, BODY_LAST_YEAR)),
			CHANCE_OF(body->chance, tools), CHANCE_OF(body->chance, words));
	}
}

/* H, the hourly rate, the rules and due dates of each year. */
static const char *site_settings(struct body *body)
{
	static const char *const kinds[] = {"decision", "interim", "year-end"};
	struct chance *const chance = body->chance;
	struct text sql = {0};

	/* every year has a rate: which cells of a table show a labour value where one has none, the audit does not know */
	text_print(body->pool, &sql, "INSERT OR REPLACE INTO parameter (name, fiscal_year, value) VALUES "
		"('hourly_rate_yen', 0, '%lld')", (long long)chance_from(chance, 1, 6000));
	for (int year = BODY_FIRST_YEAR; year <= BODY_LAST_YEAR; year++) {
		if (chance_of(chance, 40))
			text_print(body->pool, &sql, ", ('hours_per_person_year', %d, '%lld')", year,
				(long long)chance_from(chance, 1000, 2000));
		if (chance_of(chance, 30))
			text_print(body->pool, &sql, ", ('hourly_rate_yen', %d, '%lld')", year,
				(long long)chance_from(chance, 1, 9000));
		if (chance_of(chance, 30))
			text_print(body->pool, &sql, ", ('working_days', %d, '%lld')", year,
				(long long)chance_from(chance, 200, 260));
	}
	text_print(body->pool, &sql, ";");
	site_rules(body, &sql);
	for (int year = BODY_FIRST_YEAR; year <= BODY_LAST_YEAR; year++)
		for (int k = 0; k < 3; k++)
			if (chance_of(chance, 70))
				text_print(body->pool, &sql, "INSERT INTO due_date (fiscal_year, kind, due_on) VALUES "
					"(%d, '%s', '%d-%02d-%02d');", year, kinds[k], year,
					(int)chance_from(chance, 4, 12), (int)chance_from(chance, 1, 28));
	return sql.bytes;
}

bool site_make(struct body *body, const struct program *program, struct tally *tally)
{
	const char *const init[] = {"init", "--body-code", "990009", "--body-name", "監査市", NULL};
	const char *const repair[] = {"check", "--repair-derived", NULL};
	const struct {
		const char *what;
		const struct text *file;
	} files[] = {{"units", &body->units}, {"people", &body->persons}, {"leaders", &body->leaders},
		{"targets", &body->targets}, {"training", &body->training}, {"indicators", &body->indicators},
		{"indicators", &body->values}, {"projects", &body->project_rows}, {"effects", &body->effects}};
	bool made = site_run(body, program, tally, "init", 0, init);

	for (size_t f = 0; made && f < sizeof files / sizeof *files; f++)
		made = site_import(body, program, tally, files[f].what, files[f].file);
	made = made && site_sql(body, program, site_settings(body));
	body->spoilt = chance_of(body->chance, 60);
	if (made && body->spoilt)
		made = site_sql(body, program, body_nasty(body)) &&
			site_run(body, program, tally, "check", 1, repair); /* it tells of what was spoilt */
	return made;
}
