#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "../scratch.h"

/* Each test works in a fresh folder of its own, which is the current one. */
static int enter_folder(void **state)
{
	*state = scratch_folder("file");
	return !*state || chdir(*state) != 0;
}

static int leave_folder(void **state)
{
	DIR *folder = opendir(".");
	const struct dirent *entry;

	while ((entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			remove(entry->d_name);
	closedir(folder);
	const bool left = chdir("..") == 0 && rmdir(*state) == 0;
	free(*state);
	return !left;
}

static size_t count_files(void)
{
	DIR *folder = opendir(".");
	size_t count = 0;

	for (const struct dirent *entry; (entry = readdir(folder));)
		count += entry->d_name[0] != '.';
	closedir(folder);
	return count;
}

static void put(const char *path, const char *text)
{
	FILE *stream = fopen(path, "w");

	assert_non_null(stream);
	fputs(text, stream);
	fclose(stream);
}

static void assert_content(const char *path, const char *expected)
{
	char text[64] = "";
	FILE *stream = file_open_read(path, NULL);

	assert_non_null(stream);
	text[fread(text, 1, sizeof text - 1, stream)] = '\0';
	fclose(stream);
	assert_string_equal(text, expected);
}

static bool open_own(struct file_writer *writer, const char *path, struct error *err)
{
	struct file_target target;

	return file_target_own(&target, path, err) && file_writer_open(writer, &target, err);
}

static void reading_names_what_is_wrong(void **state)
{
	struct error err = {0};
	(void)state;

	assert_null(file_open_read("missing.csv", &err));
	assert_int_equal(err.code, ERROR_FILE);
	assert_non_null(strstr(err.message, "missing.csv"));
	assert_null(file_open_read(".", &err));
	assert_non_null(strstr(err.message, "folder"));
	assert_ptr_equal(file_open_read("-", &err), stdin);
}

static void commit_makes_the_file_appear(void **state)
{
	struct file_writer writer;
	struct error err = {0};
	(void)state;

	assert_true(open_own(&writer, "out.csv", &err));
	fputs("裏庭", writer.stream);
	assert_int_not_equal(access("out.csv", F_OK), 0);
	assert_true(file_writer_commit(&writer, &err));
	assert_content("out.csv", "裏庭");
	assert_int_equal(count_files(), 1);
}

static void abandon_leaves_the_old_file(void **state)
{
	struct file_writer writer;
	(void)state;

	put("out.csv", "old");
	assert_true(open_own(&writer, "out.csv", NULL));
	fputs("new", writer.stream);
	file_writer_abandon(&writer);
	assert_content("out.csv", "old");
	assert_int_equal(count_files(), 1);
	file_writer_abandon(&writer);
}

static void replacing_keeps_mode_and_link(void **state)
{
	struct file_writer writer;
	struct stat status;
	(void)state;

	put("real.csv", "old");
	assert_int_equal(chmod("real.csv", 0640), 0);
	assert_int_equal(symlink("real.csv", "link.csv"), 0);
	assert_true(open_own(&writer, "link.csv", NULL));
	fputs("new", writer.stream);
	assert_true(file_writer_commit(&writer, NULL));
	assert_content("real.csv", "new");
	assert_int_equal(lstat("link.csv", &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(stat("real.csv", &status), 0);
	assert_int_equal(status.st_mode & 0777, 0640);
}

static void writing_refuses_bad_places(void **state)
{
	struct file_writer writer;
	struct error err = {0};
	(void)state;

	assert_false(open_own(&writer, ".", &err));
	assert_int_equal(err.code, ERROR_FILE);
	assert_false(open_own(&writer, "no/such/out.csv", &err));
	assert_non_null(strstr(err.message, "no/such/out.csv"));
	assert_int_equal(count_files(), 0);
}

static void a_full_disk_is_noticed(void **state)
{
	struct file_writer writer;
	struct error err = {0};
	(void)state;

	assert_true(open_own(&writer, "/dev/full", &err));
	assert_null(writer.temporary);
	fputs("x", writer.stream);
	assert_false(file_writer_commit(&writer, &err));
	assert_int_equal(err.code, ERROR_FILE);
	assert_non_null(strstr(err.message, "/dev/full"));
	assert_null(writer.stream);
}

static void what_is_taken_is_replaced_only_when_told(void **state)
{
	struct file_writer writer;
	struct file_target target;
	struct error err = {0};
	(void)state;

	put("out.csv", "old");
	assert_true(file_target_judge(&target, "out.csv", NULL, 0, &err));
	assert_true(target.taken);
	assert_false(file_writer_open(&writer, &target, &err));
	assert_non_null(strstr(err.message, "out.csv is there already"));
	assert_content("out.csv", "old");
	assert_true(file_target_may_replace(&target, &err));
	assert_true(file_writer_open(&writer, &target, &err));
	fputs("new", writer.stream);
	assert_true(file_writer_commit(&writer, &err));
	assert_content("out.csv", "new");
}

static void somebody_quicker_is_not_written_over(void **state)
{
	struct file_writer writer;
	struct file_target target;
	struct error err = {0};
	(void)state;

	assert_true(file_target_judge(&target, "out.csv", NULL, 0, &err));
	assert_true(file_writer_open(&writer, &target, &err));
	fputs("ours", writer.stream);
	put("out.csv", "theirs");
	assert_false(file_writer_commit(&writer, &err));
	assert_int_equal(err.code, ERROR_FILE);
	assert_content("out.csv", "theirs");
	assert_int_equal(count_files(), 1);
}

static void kept_files_are_known_by_any_name(void **state)
{
	static const struct file_kept kept[] = {{"kept", "the thing"}, {"kept-side", "its side"}};
	static const char *const names[] = {"kept", "./kept", "sub/../kept", ".//kept", "soft", "hard",
		"kept-side", "sub/../kept-side"};
	struct file_target target;
	struct error err = {0};
	(void)state;

	put("kept", "dear");
	assert_int_equal(mkdir("sub", 0700) | symlink("kept", "soft") | link("kept", "hard"), 0);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		assert_false(file_target_judge(&target, names[i], kept, 2, &err));
		assert_int_equal(err.code, ERROR_USAGE);
		assert_non_null(strstr(err.message, names[i]));
	}
	assert_non_null(strstr(err.message, "its side"));
	assert_true(file_target_judge(&target, "sub/kept", kept, 2, &err));
	assert_true(file_target_judge(&target, "kept2", kept, 2, &err));
}

static void databases_and_blind_links_are_refused(void **state)
{
	struct file_target target;
	struct error err = {0};
	(void)state;

	FILE *stream = fopen("some.db", "w");
	assert_int_equal(fwrite(FILE_SQLITE_MAGIC, 1, sizeof FILE_SQLITE_MAGIC, stream), 16);
	fclose(stream);
	assert_true(file_target_judge(&target, "some.db", NULL, 0, &err));
	assert_false(file_target_may_replace(&target, &err));
	assert_non_null(strstr(err.message, "some.db is a database"));
	assert_int_equal(symlink("nowhere", "blind"), 0);
	assert_false(file_target_judge(&target, "blind", NULL, 0, &err));
	assert_false(file_target_judge(&target, "", NULL, 0, &err));
}

static void standard_output_stays_open(void **state)
{
	struct file_writer writer;
	(void)state;

	assert_true(open_own(&writer, NULL, NULL));
	assert_ptr_equal(writer.stream, stdout);
	assert_true(file_writer_commit(&writer, NULL));
	assert_true(open_own(&writer, "-", NULL));
	file_writer_abandon(&writer);
	assert_int_not_equal(fileno(stdout), -1);
}

static void folders_are_made_with_parents(void **state)
{
	struct error err = {0};
	struct stat status;
	(void)state;

	assert_true(file_make_folder("a/b//c/", &err));
	assert_true(file_make_folder("a/b/c", &err));
	assert_int_equal(stat("a/b/c", &status), 0);
	assert_int_equal(status.st_mode & 0777, 0700);
	put("a/file", "");
	assert_false(file_make_folder("a/file", &err));
	assert_false(file_make_folder("a/file/d", &err));
	assert_non_null(strstr(err.message, "a/file/d"));
	assert_int_equal(remove("a/file") | rmdir("a/b/c") | rmdir("a/b"), 0);
}

static void network_file_systems_are_known(void **state)
{
	static const uint32_t network[] = {
		0x6969, 0x517B, 0xFE534D42, 0xFF534D42, 0x5346414F, 0x73757245};
	static const uint32_t local[] = {0xEF53, 0x58465342, 0x9123683E, 0x01021994, 0x794C7630};
	(void)state;

	for (size_t i = 0; i < sizeof network / sizeof network[0]; i++)
		assert_true(file_type_is_network(network[i], NULL));
	for (size_t i = 0; i < sizeof local / sizeof local[0]; i++)
		assert_false(file_type_is_network(local[i], "ext4"));
	assert_true(file_type_is_network(0x65735546, "fuse.sshfs"));
	assert_false(file_type_is_network(0x65735546, "fuseblk"));
	assert_false(file_type_is_network(0x65735546, NULL));
	assert_false(file_type_is_network(0xEF53, "fuse.sshfs"));
}

static void asking_takes_paths_yet_to_be(void **state)
{
	(void)state;
	assert_false(file_on_network("/proc"));
	assert_false(file_on_network("/proc/none/such"));
	assert_false(file_on_network("/"));
	assert_int_equal(file_on_network("none/such"), file_on_network("."));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(reading_names_what_is_wrong),
		IN_FOLDER(commit_makes_the_file_appear),
		IN_FOLDER(abandon_leaves_the_old_file),
		IN_FOLDER(replacing_keeps_mode_and_link),
		IN_FOLDER(writing_refuses_bad_places),
		IN_FOLDER(a_full_disk_is_noticed),
		IN_FOLDER(what_is_taken_is_replaced_only_when_told),
		IN_FOLDER(somebody_quicker_is_not_written_over),
		IN_FOLDER(kept_files_are_known_by_any_name),
		IN_FOLDER(databases_and_blind_links_are_refused),
		IN_FOLDER(standard_output_stays_open),
		IN_FOLDER(folders_are_made_with_parents),
		cmocka_unit_test(network_file_systems_are_known),
		IN_FOLDER(asking_takes_paths_yet_to_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
