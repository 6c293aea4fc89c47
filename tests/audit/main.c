/* audit - the rules of domain.md once more, beside the program: random bodies with nasty values are imported,
 * and every figure that comes out is computed anew from the database. Shares no code with the program.
 *
 *   audit [--seed N] [--seconds N] [--databases N] [--told N] [--keep 1]
 *
 * URANIWA names the program. The seed of each database is printed where something differs: with --seed that and
 * --databases 1 it is made again; --keep leaves the databases where they are. Ends with 1 where anything differs. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "audit.h"

static int main_remove(const char *path, const struct stat *state, int kind, struct FTW *walk)
{
	(void)state;
	(void)kind;
	(void)walk;
	return remove(path);
}

enum { COMPLETE_SECONDS = 600 };

static double main_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long long main_option(int count, char **words, const char *name, long long otherwise)
{
	for (int w = 1; w + 1 < count; w++)
		if (same(words[w], name))
			return strtoll(words[w + 1], NULL, 10);
	return otherwise;
}

int main(int count, char **words)
{
	const long long seed = main_option(count, words, "--seed", 20251120);
	const long long seconds = main_option(count, words, "--seconds", 30);
	const long long databases = main_option(count, words, "--databases", 1000000);
	struct tally tally = {.told = (int)main_option(count, words, "--told", 2)};
	const char *const temporary = getenv("TMPDIR");
	char *const folder = pool_print(&tally.pool, "%s/audit.XXXXXX", temporary && *temporary ? temporary : "/tmp");
	const char *const path = getenv("URANIWA");
	const double start = main_seconds();

	setenv("URANIWA_NOW", "2025-11-20T10:00:00", 1);
	setenv("URANIWA_USER", "tester", 1);
	setenv("LANGUAGE", "ja", 1);
	if (!path || !mkdtemp(folder)) {
		fputs("audit: set URANIWA to the program\n", stderr);
		return 2;
	}
	setenv("HOME", folder, 1);
	for (long long n = 0; n < databases && (n == 0 || main_seconds() - start < (double)seconds); n++)
		audit_database(path, folder, (uint64_t)(seed + n), &tally);
	if (main_option(count, words, "--keep", 0))
		printf("%s\n", folder);
	else
		nftw(folder, main_remove, 16, FTW_DEPTH | FTW_PHYS);
	/* a run this long has its turns for everything */
	const bool fine = tally_print(&tally, seconds >= COMPLETE_SECONDS && databases > 1000);
	printf("seeds %lld to %lld, %.0f s\n", seed, seed + tally.databases - 1, main_seconds() - start);
	pool_free(&tally.pool);
	return fine ? 0 : 1;
}
