/* inside - what one session does in memory and with the database: pivots, saves, lists, searches.
 *
 * usage: bench_inside [-f] DATABASE SIZE      (-f: only facts brought up to date after a save)
 *        bench_inside -w PROCESSES -t SECONDS [-z PAUSE_MS [-r]] DATABASE SIZE
 *
 * The second form: that many processes save projects at once, in lockstep when there is a pause (-r: at
 * random, that long on average), and every save is then looked for.
 */
#include "config.h"

#include <malloc.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "clock.h"
#include "service/files/exporting.h"
#include "service/project/listing.h"
#include "service/project/registering.h"
#include "service/results/rollups.h"

enum { FISCAL_YEAR = 2025, SAVES = 200, REFRESHES = 50, WRITERS_MAX = 512, SAVES_MAX = 20000,
	XLSX_ROWS = 100000 };

static int fail(const char *what, const struct error *err)
{
	fprintf(stderr, "bench_inside: %s: %s (%s)\n", what, err->message, err->detail);
	return 1;
}

static bool open_session(struct session *session, const char *target, struct error *err)
{
	const struct session_options options = {
		.target = target, .fiscal_year = FISCAL_YEAR, .user = "bench"};

	return session_open(session, &options, err);
}

static bool pivot(struct session *session, enum dimension row, int column, struct error *err)
{
	struct pivot_query query;
	struct table table;

	pivot_query_init(&query);
	query.fiscal_year = FISCAL_YEAR;
	query.rows[0] = row;
	query.column = column;
	if (!rollups_pivot(session, &query, "", &table, err))
		return false;
	table_free(&table);
	return true;
}

/* What the program has in memory of its own, not of files or their pages. */
static double resident_bytes(struct session *session)
{
	char line[256];
	double kib = 0;

	db_run(store_db(session->store), "PRAGMA shrink_memory", NULL);
	malloc_trim(0);
	FILE *status = fopen("/proc/self/status", "r");
	while (status && fgets(line, sizeof line, status))
		if (strncmp(line, "RssAnon:", 8) == 0)
			kib = strtod(line + 8, NULL);
	if (status)
		fclose(status);
	return kib * 1024;
}

static bool measure_pivots(struct session *session, const char *size, struct error *err)
{
	double times[DIMENSION_COUNT * DIMENSION_COUNT];
	size_t count = 0;
	double start = clock_ms();

	const double before = resident_bytes(session);
	start = clock_ms();
	const struct facts *facts = rollups_facts(session, FISCAL_YEAR, "", err);

	if (!facts)
		return false;
	clock_print("facts", size, "uraniwa", "once", clock_ms() - start, "ms");
	clock_print("facts", size, "uraniwa", "each",
		(resident_bytes(session) - before) / (double)(facts->count ? facts->count : 1), "bytes");
	for (int row = 0; row < DIMENSION_COUNT; row++)
		for (int column = -1; column < DIMENSION_COUNT; column++) {
			if (row == column || row == DIMENSION_LEADER || column == DIMENSION_LEADER ||
				column == DIMENSION_TEAM || column == DIMENSION_SECTION)
				continue;
			start = clock_ms();
			if (!pivot(session, (enum dimension)row, column, err))
				return false;
			times[count++] = clock_ms() - start;
		}
	clock_print("pivot", size, "uraniwa", "median", clock_percentile(times, count, 50), "ms");
	clock_print("pivot", size, "uraniwa", "p99", clock_percentile(times, count, 99), "ms");
	return true;
}

static bool save_once(struct session *session, const char *number, int turn, struct error *err)
{
	struct project project;
	char owner[32];

	project_init(&project);
	snprintf(owner, sizeof owner, "担当%d", turn);
	bool ok = registering_load(session, number, &project, err);
	if (ok) {
		project.owner = project_text(&project, owner);
		ok = registering_save(session, &project, NULL, err);
	}
	project_free(&project);
	return ok;
}

static bool measure_saves(struct session *session, const char *size, struct error *err)
{
	double times[SAVES];

	for (int i = 0; i < SAVES; i++) {
		char number[32];
		snprintf(number, sizeof number, "R7-%04d", 1 + i % 700);
		const double start = clock_ms();
		if (!save_once(session, number, i, err))
			return false;
		times[i] = clock_ms() - start;
	}
	clock_print("save", size, "uraniwa", "median", clock_percentile(times, SAVES, 50), "ms");
	clock_print("save", size, "uraniwa", "p99", clock_percentile(times, SAVES, 99), "ms");
	return true;
}

static bool measure_refresh(struct session *session, const char *size, struct error *err)
{
	double fresh[REFRESHES];

	for (int i = 0; i < REFRESHES; i++) {
		if (!rollups_facts(session, FISCAL_YEAR, "", err) ||
			!save_once(session, "R7-0001", 1000 + i, err))
			return false;
		const double start = clock_ms();
		if (!rollups_facts(session, FISCAL_YEAR, "", err))
			return false;
		fresh[i] = clock_ms() - start;
	}
	clock_print("refresh", size, "uraniwa", "median", clock_percentile(fresh, REFRESHES, 50), "ms");
	return true;
}

static bool take_row(const struct project *project, void *data)
{
	*(int64_t *)data += project->id != 0;
	return true;
}

static bool window(struct session *session, const char *filter, int64_t offset, double *ms,
	struct error *err)
{
	struct listing_query query;
	int64_t rows = 0;

	listing_query_init(&query);
	query.filter = filter;
	const double start = clock_ms();
	struct project_list *list = listing_open(session, &query, err);
	const bool ok = list && project_list_rows(list, offset, 64, take_row, &rows, err);
	*ms = clock_ms() - start;
	project_list_free(list);
	return ok;
}

static bool measure_lists(struct session *session, const char *size, struct error *err)
{
	static const char *const keys[] = {"旅", "旅費", "旅費精", "旅費精算", "生成AI", "地図 契約",
		"見つからない言葉"};
	double times[64];
	size_t count = 0;

	for (int i = 0; i < 15; i++)
		if (!window(session, "", 0, &times[i], err))
			return false;
	clock_print("list-open", size, "uraniwa", "median", clock_percentile(times, 15, 50), "ms");
	for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++)
		for (int i = 0; i < 3; i++)
			if (!window(session, keys[k], 0, &times[count++], err))
				return false;
	clock_print("search", size, "uraniwa", "median", clock_percentile(times, count, 50), "ms");
	clock_print("search", size, "uraniwa", "worst", clock_percentile(times, count, 100), "ms");
	return true;
}

/* The list as a workbook, as `x` writes it. */
static bool measure_xlsx(struct session *session, const char *size, struct error *err)
{
	const struct render_options options = {.localized = true};
	struct file_target target;
	struct listing_query query;
	struct table table;
	const double start = clock_ms();

	if (strtol(size, NULL, 10) > XLSX_ROWS)
		return true;
	listing_query_init(&query);
	if (!listing_table(session, &query, &table, err))
		return false;
	const bool ok = file_target_own(&target, "bench.xlsx", err) &&
		exporting_table(&table, FORMAT_XLSX, &options, true, &target, err);
	table_free(&table);
	if (ok)
		clock_print("xlsx", size, "uraniwa", "once", clock_ms() - start, "ms");
	else /* a program built without */
		fprintf(stderr, "bench_inside: no xlsx: %s\n", err->message);
	error_clear(err);
	unlink("bench.xlsx");
	return true;
}

/* ---- many writers -------------------------------------------------------------------------------- */

struct shared {
	volatile int go;
	volatile int ready[WRITERS_MAX];
	int errors[WRITERS_MAX];
	size_t counts[WRITERS_MAX];
	double times[WRITERS_MAX][SAVES_MAX];
};

struct pace {
	double seconds, pause_ms; /* 0 = no pause */
	bool random;
};

static void rest(const struct pace *pace)
{
	const double share = pace->random ? 2.0 * (double)random() / RAND_MAX : 1;

	if (pace->pause_ms > 0)
		usleep((useconds_t)(pace->pause_ms * share * 1e3));
}

static void write_on(struct shared *shared, int me, const char *target, const struct pace *pace)
{
	struct session session;
	struct error err = {0};
	char number[32];

	snprintf(number, sizeof number, "R7-%04d", 1 + me);
	/* A session has its statements ready: what is measured is the queue, not their making. */
	if (!open_session(&session, target, &err) || !save_once(&session, number, -1, &err)) {
		shared->errors[me]++;
		return;
	}
	shared->ready[me] = 1;
	while (!shared->go)
		usleep(200);
	const double end = clock_ms() + pace->seconds * 1e3;
	srandom((unsigned)me);
	if (pace->random)
		rest(pace);
	for (int turn = 0; clock_ms() < end && shared->counts[me] < SAVES_MAX; turn++) {
		const double start = clock_ms();
		if (save_once(&session, number, turn, &err))
			shared->times[me][shared->counts[me]++] = clock_ms() - start;
		else if (shared->errors[me]++ == 0)
			fail("save", &err);
		rest(pace);
	}
	session_close(&session);
}

/* Each save raised its project's version by one: nothing may be lost. */
static int count_lost(const struct shared *shared, int writers, const int64_t *before,
	const char *target)
{
	struct session session;
	struct error err = {0};
	int lost = 0;

	if (!open_session(&session, target, &err))
		return fail("open", &err);
	for (int i = 0; i < writers; i++) {
		struct project project;
		char number[32];
		snprintf(number, sizeof number, "R7-%04d", 1 + i);
		project_init(&project);
		if (!registering_load(&session, number, &project, &err) ||
			project.version != before[i] + 1 + (int64_t)shared->counts[i])
			lost++;
		project_free(&project);
	}
	session_close(&session);
	return lost;
}

static bool versions(const char *target, int writers, int64_t *before, struct error *err)
{
	struct session session;
	bool ok = open_session(&session, target, err);

	for (int i = 0; ok && i < writers; i++) {
		struct project project;
		char number[32];
		snprintf(number, sizeof number, "R7-%04d", 1 + i);
		project_init(&project);
		ok = registering_load(&session, number, &project, err);
		before[i] = project.version;
		project_free(&project);
	}
	if (ok)
		session_close(&session);
	return ok;
}

static int measure_writers(const char *target, const char *size, int writers,
	const struct pace *pace)
{
	struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	static int64_t before[WRITERS_MAX];
	static double all[WRITERS_MAX * SAVES_MAX / 4];
	const char *work = pace->random ? "writers-random" :
		pace->pause_ms > 0 ? "writers-lockstep" : "writers-no-pause";
	struct error err = {0};
	size_t count = 0;
	int errors = 0;

	if (shared == MAP_FAILED || !versions(target, writers, before, &err))
		return fail("prepare", &err);
	for (int i = 0; i < writers; i++)
		if (fork() == 0) {
			write_on(shared, i, target, pace);
			_exit(0);
		}
	for (int i = 0; i < writers; i++)
		while (!shared->ready[i] && !shared->errors[i])
			usleep(1000);
	const double start = clock_ms();
	shared->go = 1;
	while (wait(NULL) > 0)
		;
	const double took = clock_ms() - start;
	for (int i = 0; i < writers; i++) {
		errors += shared->errors[i];
		for (size_t s = 0; s < shared->counts[i] && count < sizeof all / sizeof all[0]; s++)
			all[count++] = shared->times[i][s];
	}
	clock_print(work, size, "uraniwa", "rate", (double)count / took * 1e3, "saves/s");
	clock_print(work, size, "uraniwa", "median", clock_percentile(all, count, 50), "ms");
	clock_print(work, size, "uraniwa", "p99", clock_percentile(all, count, 99), "ms");
	clock_print(work, size, "uraniwa", "worst", clock_percentile(all, count, 100), "ms");
	clock_print(work, size, "uraniwa", "errors", errors, "");
	clock_print(work, size, "uraniwa", "lost", count_lost(shared, writers, before, target), "");
	return 0;
}

int main(int argc, char **argv)
{
	struct session session;
	struct error err = {0};
	int option, writers = 0;
	struct pace pace = {.seconds = 5};
	bool only_refresh = false;

	i18n_init("en");
	while ((option = getopt(argc, argv, "w:t:z:rf")) != -1) {
		if (option == 'w')
			writers = (int)strtol(optarg, NULL, 10);
		else if (option == 't')
			pace.seconds = strtod(optarg, NULL);
		else if (option == 'z')
			pace.pause_ms = strtod(optarg, NULL);
		else if (option == 'r')
			pace.random = true;
		else if (option == 'f')
			only_refresh = true;
	}
	if (argc - optind != 2 || writers > WRITERS_MAX)
		return 2;
	if (writers > 0)
		return measure_writers(argv[optind], argv[optind + 1], writers, &pace);
	if (!open_session(&session, argv[optind], &err))
		return fail("open", &err);
	const bool ok = (only_refresh || (measure_pivots(&session, argv[optind + 1], &err) &&
		measure_lists(&session, argv[optind + 1], &err) &&
		measure_xlsx(&session, argv[optind + 1], &err) &&
		measure_saves(&session, argv[optind + 1], &err))) &&
		measure_refresh(&session, argv[optind + 1], &err);
	session_close(&session);
	return ok ? 0 : fail("measure", &err);
}
