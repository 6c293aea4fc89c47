#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "db/db.h"
#include "../scratch.h"

/* Each test works in a fresh folder of its own, which is the current one. */
static int enter_folder(void **state)
{
	*state = scratch_folder("db");
	return !*state || chdir(*state) != 0;
}

static int leave_folder(void **state)
{
	DIR *folder = opendir(".");

	for (const struct dirent *entry; (entry = readdir(folder));)
		if (entry->d_name[0] != '.')
			remove(entry->d_name);
	closedir(folder);
	const bool left = chdir("..") == 0 && rmdir(*state) == 0;
	free(*state);
	return !left;
}

static void write_file(const char *path, const char *text)
{
	FILE *stream = fopen(path, "w");

	assert_non_null(stream);
	fputs(text, stream);
	fclose(stream);
}

static struct db *make(const char *path)
{
	struct error err = {0};
	struct db *db = db_open(path, DB_CREATE, &err);

	assert_string_equal(err.message, "");
	assert_non_null(db);
	assert_true(db_run(db, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT",
		&err));
	return db;
}

static int64_t count_notes(struct db *db)
{
	struct db_statement *query = db_prepare(db, "SELECT count(*) FROM note", NULL);

	assert_int_equal(db_step(query, NULL), DB_ROW);
	const int64_t count = db_column_int(query, 0);
	db_finish(query);
	return count;
}

static void add_note(struct db *db, const char *text)
{
	struct db_statement *insert = db_prepare(db, "INSERT INTO note (text) VALUES (?1)", NULL);

	db_bind_text(insert, 1, text);
	assert_true(db_execute(insert, NULL));
	db_finish(insert);
}

/* ---- opening ------------------------------------------------------------------------------ */

static void assert_refused(const char *path, enum db_mode mode, const char *word)
{
	struct error err = {0};

	assert_null(db_open(path, mode, &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	if (!strstr(err.message, word))
		fail_msg("no '%s' in: %s", word, err.message);
}

static void missing_file_is_told_apart(void **state)
{
	struct error err = {0};

	(void)state;
	assert_null(db_open("none.db", DB_READ_WRITE, &err));
	assert_string_equal(err.detail, "missing");
	assert_null(db_open("none.db", DB_READ_ONLY, &err));
	assert_string_equal(err.detail, "missing");
	assert_int_not_equal(access("none.db", F_OK), 0);
}

static void wrong_things_are_refused_in_words(void **state)
{
	(void)state;
	mkdir("folder.db", 0700);
	write_file("letter.db", "拝啓 時下ますますご清栄のこととお慶び申し上げます。");
	write_file("empty.db", "");
	assert_refused("folder.db", DB_READ_WRITE, "フォルダー");
	assert_refused("letter.db", DB_READ_WRITE, "データベースではありません");
	assert_refused("letter.db", DB_CREATE, "すでにあります");
	assert_refused("empty.db", DB_READ_WRITE, "データベースではありません");
	assert_refused("nowhere/new.db", DB_CREATE, "nowhere");
	rmdir("folder.db");
}

static void empty_file_may_become_a_database(void **state)
{
	(void)state;
	write_file("empty.db", "");
	db_close(make("empty.db"));
}

static void engine_not_built_in_is_refused(void **state)
{
	struct error err = {0};

	(void)state;
	assert_null(db_open("mysql://host/base", DB_READ_WRITE, &err));
	assert_string_equal(err.detail, "missing"); /* a file name like any other */
}

static void names_that_look_like_options_are_names(void **state)
{
	(void)state;
	db_close(make("令和7?mode=ro#%41.db"));
	assert_int_equal(access("令和7?mode=ro#%41.db", F_OK), 0);
}

static void settings_hold(void **state)
{
	static const struct {
		const char *pragma;
		const char *value;
	} settings[] = {
		{"PRAGMA journal_mode", "wal"},
		{"PRAGMA synchronous", "2"},
		{"PRAGMA foreign_keys", "1"},
		{"PRAGMA busy_timeout", "5000"},
	};
	struct db *db = make("a.db");

	(void)state;
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		struct db_statement *query = db_prepare(db, settings[i].pragma, NULL);
		assert_int_equal(db_step(query, NULL), DB_ROW);
		assert_string_equal(db_column_text(query, 0), settings[i].value);
		db_finish(query);
	}
	assert_string_equal(db_engine_name(db), "sqlite");
	assert_string_equal(db_target(db), "a.db");
	db_close(db);
}

/* For the superuser nothing is forbidden, so the current folder becomes the root of a process without
 * any rights: it reaches the folder wherever that lies, below a home of mode 700, too. */
static bool become_nobody(void)
{
	gettext(""); /* reads the messages as long as their folder can be reached */
	return chroot(".") == 0 && setuid(65534) == 0 && access("a.db", W_OK) != 0;
}

enum { CHILD_STAYED_MIGHTY = 2 };

/* Runs body() as a user who may not write. False where the system gives the superuser no way to
 * become such a one (a container that took the right away, fakeroot). */
static bool as_nobody(void (*body)(void))
{
	const pid_t child = fork();
	int status;

	if (child == 0) {
		if (geteuid() == 0 && !become_nobody())
			_exit(CHILD_STAYED_MIGHTY);
		body();
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == CHILD_STAYED_MIGHTY)
		return false;
	assert_int_equal(WEXITSTATUS(status), 0);
	return true;
}

static void demand(bool condition, int code)
{
	if (!condition)
		_exit(code);
}

static void read_but_not_write(void)
{
	struct error err = {0};
	struct db *db = db_open("a.db", DB_READ_WRITE, &err);

	demand(db != NULL, 10);
	demand(db_is_read_only(db), 11);
	struct db_statement *query = db_prepare(db, "SELECT count(*) FROM note", &err);
	demand(query && db_step(query, &err) == DB_ROW && db_column_int(query, 0) == 1, 12);
	db_finish(query);
	demand(!db_begin(db, &err) && err.code == ERROR_DATABASE, 13);
	db_close(db);
}

static void cannot_read(void)
{
	struct error err = {0};

	demand(!db_open("a.db", DB_READ_WRITE, &err), 10);
	demand(strstr(err.message, "読めません") != NULL, 11);
	demand(strcmp(err.detail, "missing") != 0, 12);
}

/* Words are found in SQL as everywhere else. */
static void sql_knows_search_keys(void **state)
{
	struct db *db = make("a.db");
	struct db_statement *query = db_prepare(db, "SELECT text_key(?1), text_key(NULL)", NULL);

	(void)state;
	db_bind_text(query, 1, "  ｷﾝﾄｰﾝ\n①Ａ ");
	assert_int_equal(db_step(query, NULL), DB_ROW);
	assert_string_equal(db_column_text(query, 0), "きんとーん 1a");
	assert_true(db_column_is_null(query, 1));
	db_finish(query);
	db_close(db);
}

static void permissions_make_it_read_only(void **state)
{
	struct db *db = make("a.db");

	add_note(db, "一");
	db_close(db);
	chmod(*state, 0755);
	chmod("a.db", 0444);
	const bool tried = as_nobody(read_but_not_write);
	if (tried) {
		chmod(*state, 0555);
		as_nobody(read_but_not_write);
		chmod("a.db", 0000);
		as_nobody(cannot_read);
	}
	chmod(*state, 0700);
	if (!tried)
		skip();
}

static void reading_mode_does_not_write(void **state)
{
	struct error err = {0};

	(void)state;
	db_close(make("a.db"));
	struct db *db = db_open("a.db", DB_READ_ONLY, &err);
	assert_true(db_is_read_only(db));
	assert_false(db_begin(db, &err));
	assert_false(db_run(db, "DELETE FROM note", &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	db_close(db);
}

/* ---- statements --------------------------------------------------------------------------- */

static void values_come_back_as_bound(void **state)
{
	struct db *db = make("a.db");
	struct db_statement *query = db_prepare(db, "SELECT ?1 AS a, ?2, ?3, ?4", NULL);

	(void)state;
	db_bind_int(query, 1, INT64_MIN);
	db_bind_text(query, 2, "𠮷野家'; DROP TABLE note");
	db_bind_text(query, 3, NULL);
	db_bind_text_n(query, 4, "議事録AI", 9);
	assert_int_equal(db_step(query, NULL), DB_ROW);
	assert_int_equal(db_column_count(query), 4);
	assert_string_equal(db_column_name(query, 0), "a");
	assert_true(db_column_int(query, 0) == INT64_MIN);
	assert_string_equal(db_column_text(query, 1), "𠮷野家'; DROP TABLE note");
	assert_true(db_column_is_null(query, 2));
	assert_string_equal(db_column_text(query, 2), "");
	assert_int_equal(db_column_int(query, 2), 0);
	assert_string_equal(db_column_text(query, 3), "議事録");
	assert_int_equal(db_column_bytes(query, 3), 9);
	assert_int_equal(db_step(query, NULL), DB_DONE);
	db_finish(query);
	db_close(db);
}

static void faults_keep_the_words_of_the_engine_away(void **state)
{
	struct db *db = make("a.db");
	struct error err = {0};

	(void)state;
	assert_null(db_prepare(db, "SELECT nonsense", &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	assert_null(strstr(err.detail, "nonsense"));
	assert_string_equal(err.detail, "sqlite 1");
	assert_true(db_run(db, "CREATE UNIQUE INDEX one ON note (text)", &err));
	add_note(db, "一");
	assert_false(db_run(db, "INSERT INTO note (text) VALUES ('一')", &err));
	assert_int_equal(err.code, ERROR_DATA);
	db_close(db);
}

/* ---- transactions ------------------------------------------------------------------------- */

static void only_the_outermost_commits(void **state)
{
	struct db *db = make("a.db");
	struct error err = {0};

	(void)state;
	struct db *other = db_open("a.db", DB_READ_WRITE, &err);
	assert_false(db_changed_elsewhere(other));
	assert_true(db_begin(db, &err));
	assert_true(db_begin(db, &err));
	add_note(db, "一");
	assert_true(db_commit(db, &err));
	assert_int_equal(count_notes(other), 0);
	assert_true(db_in_transaction(db));
	assert_true(db_commit(db, &err));
	assert_false(db_in_transaction(db));
	assert_int_equal(count_notes(other), 1);
	assert_true(db_changed_elsewhere(other));
	assert_false(db_changed_elsewhere(other));
	db_close(other);
	db_close(db);
}

static void rollback_takes_every_level_back(void **state)
{
	struct db *db = make("a.db");
	struct error err = {0};

	(void)state;
	assert_true(db_begin(db, &err));
	add_note(db, "一");
	assert_true(db_begin(db, &err));
	db_rollback(db);
	assert_false(db_in_transaction(db));
	assert_false(db_commit(db, &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	db_rollback(db);
	assert_int_equal(count_notes(db), 0);
	assert_true(db_begin(db, &err));
	add_note(db, "二");
	assert_true(db_commit(db, &err));
	assert_int_equal(count_notes(db), 1);
	db_close(db);
}

static void closing_takes_back_what_is_open(void **state)
{
	struct db *db = make("a.db");
	struct error err = {0};

	(void)state;
	assert_true(db_begin(db, &err));
	add_note(db, "一");
	db_close(db);
	db = db_open("a.db", DB_READ_WRITE, &err);
	assert_int_equal(count_notes(db), 0);
	db_close(db);
}

enum { WRITERS = 8, NOTES = 20 };

static void write_notes(void)
{
	struct error err = {0};
	struct db *db = db_open("a.db", DB_READ_WRITE, &err);

	demand(db != NULL, 10);
	for (int i = 0; i < NOTES; i++) {
		demand(db_begin(db, &err), 11);
		demand(db_run(db, "INSERT INTO note (text) VALUES ('行列')", &err), 12);
		demand(db_commit(db, &err), 13);
	}
	db_close(db);
}

static void writers_queue_and_lose_nothing(void **state)
{
	struct error err = {0};
	pid_t writers[WRITERS];

	(void)state;
	db_close(make("a.db"));
	for (int i = 0; i < WRITERS; i++) {
		writers[i] = fork();
		if (writers[i] == 0) {
			write_notes();
			_exit(0);
		}
	}
	for (int i = 0; i < WRITERS; i++) {
		int status;
		assert_int_equal(waitpid(writers[i], &status, 0), writers[i]);
		assert_int_equal(status, 0);
	}
	struct db *db = db_open("a.db", DB_READ_WRITE, &err);
	assert_int_equal(count_notes(db), WRITERS * NOTES);
	db_close(db);
}

/* ---- the rest ----------------------------------------------------------------------------- */

static void identity_is_kept(void **state)
{
	struct db *db = make("a.db");
	struct error err = {0};
	int64_t application, version;

	(void)state;
	assert_true(db_identity(db, &application, &version, &err));
	assert_int_equal(application, 0);
	assert_int_equal(version, 0);
	assert_true(db_begin(db, &err));
	assert_true(db_set_identity(db, 1234, 5, &err));
	assert_true(db_commit(db, &err));
	db_close(db);
	db = db_open("a.db", DB_READ_ONLY, &err);
	assert_true(db_identity(db, &application, &version, &err));
	assert_int_equal(application, 1234);
	assert_int_equal(version, 5);
	db_close(db);
}

static void discard_leaves_nothing(void **state)
{
	struct db *db = make("a.db");
	DIR *folder;

	(void)state;
	assert_true(db_begin(db, NULL));
	db_discard(db);
	folder = opendir(".");
	for (const struct dirent *entry; (entry = readdir(folder));)
		assert_int_equal(entry->d_name[0], '.');
	closedir(folder);
}

static void backup_is_whole_and_overwrites_nothing(void **state)
{
	struct db *db = make("a.db");
	struct error err = {0};

	(void)state;
	add_note(db, "一");
	assert_true(db_backup(db, "b.db", NULL, &err));
	assert_false(db_backup(db, "b.db", NULL, &err));
	assert_int_equal(err.code, ERROR_FILE);
	assert_false(db_backup(db, "nowhere/b.db", NULL, &err));
	db_close(db);
	db = db_open("b.db", DB_READ_WRITE, &err);
	assert_int_equal(count_notes(db), 1);
	db_close(db);
}

static void count_lines(const char *line, void *data)
{
	assert_non_null(line);
	++*(int *)data;
}

static void integrity_finds_orphans(void **state)
{
	struct db *db = make("a.db");
	struct error err = {0};
	int lines = 0;

	(void)state;
	assert_true(db_run(db, "CREATE TABLE leaf (note INTEGER REFERENCES note (id))", &err));
	assert_true(db_integrity(db, count_lines, &lines, &err));
	assert_int_equal(lines, 0);
	assert_true(db_run(db, "PRAGMA foreign_keys=OFF; INSERT INTO leaf VALUES (77)", &err));
	assert_true(db_integrity(db, count_lines, &lines, &err));
	assert_int_equal(lines, 1);
	db_close(db);
}

static bool ask_thrice(void *data)
{
	int *questions = data;

	return ++*questions < 3;
}

/* Counts to a million, unless it is stopped. */
static enum db_step run_long(struct db *db, struct error *err)
{
	struct db_statement *query = db_prepare(db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
		"SELECT i + 1 FROM n WHERE i < 1000000) SELECT COUNT(*) FROM n", err);
	enum db_step step;

	assert_non_null(query);
	step = db_step(query, err);
	if (step == DB_ROW)
		assert_int_equal(db_column_int(query, 0), 1000000);
	db_finish(query);
	return step;
}

static void a_statement_stops_when_patience_is_lost(void **state)
{
	struct error err = {0};
	int questions = 0;

	(void)state;
	struct db *db = db_open("a.db", DB_CREATE, &err);
	assert_non_null(db);
	db_set_patience(db, ask_thrice, &questions);
	assert_int_equal(run_long(db, &err), DB_FAILED);
	assert_int_equal(err.code, ERROR_CANCELLED);
	assert_int_equal(questions, 3);
	db_set_patience(db, NULL, NULL);
	error_clear(&err);
	assert_int_equal(run_long(db, &err), DB_ROW);
	assert_int_equal(questions, 3);
	db_close(db);
}

static int64_t number(struct db *db, const char *sql)
{
	struct error err = {0};
	struct db_statement *query = db_prepare(db, sql, &err);

	assert_non_null(query);
	assert_int_equal(db_step(query, &err), DB_ROW);
	const int64_t value = db_column_int(query, 0);
	db_finish(query);
	return value;
}

/* One statement for numbers, one for texts: both run in the order of the calls. */
static bool put_off_notes(struct db *db, int first, int last, struct error *err)
{
	struct db_statement *insert =
		db_prepare(db, "INSERT INTO note (id, text) VALUES (?1, ?2)", err);
	struct db_statement *update =
		db_prepare(db, "UPDATE note SET text = text || ?1 WHERE id = ?2", err);
	bool fine = true;

	db_put_off(insert);
	db_put_off(update);
	for (int id = first; fine && id <= last; id++) {
		char text[32];
		snprintf(text, sizeof text, "表%d", id);
		db_bind_int(insert, 1, id);
		db_bind_text(insert, 2, id % 7 ? text : NULL);
		memset(text + 3, '!', 3); /* what was bound is a copy */
		fine = db_execute(insert, err);
		db_bind_text(update, 1, "。");
		db_bind_int(update, 2, id);
		fine = fine && db_execute(update, err);
	}
	db_finish(insert);
	db_finish(update);
	return fine;
}

static void what_is_put_off_is_done_in_order(void **state)
{
	enum { MANY_NOTES = 20000 };
	struct error err = {0};
	struct db *db = make("a.db");

	(void)state;
	assert_true(db_begin(db, &err));
	assert_true(put_off_notes(db, 1, MANY_NOTES, &err));
	/* every other call waits */
	assert_int_equal(number(db, "SELECT count(*) FROM note"), MANY_NOTES);
	assert_true(db_commit(db, &err));
	assert_int_equal(number(db, "SELECT count(*) FROM note WHERE text IS NULL"), MANY_NOTES / 7);
	assert_int_equal(number(db, "SELECT count(*) FROM note WHERE text = '表' || id || '。'"),
		MANY_NOTES - MANY_NOTES / 7);
	db_close(db);
}

static void a_failure_of_what_was_put_off_fails_the_whole(void **state)
{
	struct error err = {0};
	struct db *db = make("a.db");

	(void)state;
	assert_true(db_begin(db, &err));
	assert_true(put_off_notes(db, 1, 3, &err));
	assert_true(put_off_notes(db, 3, 5, &err)); /* 3 is there already: known later */
	assert_false(db_commit(db, &err));
	assert_string_not_equal(err.message, "");
	assert_int_equal(number(db, "SELECT count(*) FROM note"), 0);
	error_clear(&err);
	/* of very many some call already knows */
	assert_true(db_begin(db, &err));
	assert_true(put_off_notes(db, 1, 1, &err));
	assert_false(put_off_notes(db, 1, 1000000, &err));
	db_rollback(db);
	assert_int_equal(number(db, "SELECT count(*) FROM note"), 0);
	error_clear(&err);
	assert_true(db_begin(db, &err));
	assert_true(put_off_notes(db, 1, 2, &err));
	assert_true(db_commit(db, &err));
	assert_int_equal(number(db, "SELECT count(*) FROM note"), 2);
	db_close(db);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(missing_file_is_told_apart),
		IN_FOLDER(wrong_things_are_refused_in_words),
		IN_FOLDER(empty_file_may_become_a_database),
		IN_FOLDER(engine_not_built_in_is_refused),
		IN_FOLDER(names_that_look_like_options_are_names),
		IN_FOLDER(settings_hold),
		IN_FOLDER(sql_knows_search_keys),
		IN_FOLDER(permissions_make_it_read_only),
		IN_FOLDER(reading_mode_does_not_write),
		IN_FOLDER(values_come_back_as_bound),
		IN_FOLDER(faults_keep_the_words_of_the_engine_away),
		IN_FOLDER(only_the_outermost_commits),
		IN_FOLDER(rollback_takes_every_level_back),
		IN_FOLDER(closing_takes_back_what_is_open),
		IN_FOLDER(writers_queue_and_lose_nothing),
		IN_FOLDER(identity_is_kept),
		IN_FOLDER(discard_leaves_nothing),
		IN_FOLDER(backup_is_whole_and_overwrites_nothing),
		IN_FOLDER(integrity_finds_orphans),
		IN_FOLDER(a_statement_stops_when_patience_is_lost),
		IN_FOLDER(what_is_put_off_is_done_in_order),
		IN_FOLDER(a_failure_of_what_was_put_off_fails_the_whole),
	};

	i18n_init(NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
