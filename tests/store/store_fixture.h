/* store_fixture - a small database in a folder of its own, for tests of store/ and what is above.
 *
 * 見本県 (code "90000"), fiscal years 2024…:
 *   D1 総務部 > S11 人事課 (lead section) > T111 人事班, T112 研修班
 *             > S12 税務課                > T121 課税班
 *   D2 福祉保健部 > S21 こども家庭課 (lead section) > T211 相談班, T212 企画班
 * Add to a test's sources: tests_store_x_test_SOURCES = tests/store/x_test.c $(store_fixture).
 */
#ifndef TESTS_STORE_STORE_FIXTURE_H
#define TESTS_STORE_STORE_FIXTURE_H

#include "model/project.h"
#include "store/store.h"

struct store_fixture {
	struct store *store;
	char *folder; /* the current folder while the fixture lives */
	char *path;   /* of the database */
};

/* For cmocka_unit_test_setup_teardown(): *state becomes a struct store_fixture. */
int store_fixture_setup(void **state);
int store_fixture_teardown(void **state);
/* Only the folder: store is NULL. */
int store_fixture_setup_empty(void **state);

/* Fills an initialised project: title, team and its units, fiscal year 2025, problem type 1, tool
 * kintone, status running, one estimate line of 60 minutes × cases a month × 12 months. */
void store_fixture_fill(struct project *project, const char *title, const char *team_code,
	int cases);
/* Stores such a project in a change of its own; returns its id. Fails the test otherwise. */
int64_t store_fixture_add(struct store *store, const char *title, const char *team_code, int cases);

#endif
