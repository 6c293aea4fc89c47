#include "config.h"

#include "model/workflow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/i18n.h"

static void every_move_stands_once(void **state)
{
	size_t count;
	const struct workflow_move *moves = workflow_moves(&count);
	(void)state;

	for (size_t i = 0; i < count; i++) {
		assert_int_not_equal(moves[i].from, moves[i].to);
		assert_int_not_equal(moves[i].roles, 0);
		assert_ptr_equal(workflow_find(moves[i].from, moves[i].to), &moves[i]);
		for (size_t j = 0; j < i; j++)
			assert_false(moves[i].from == moves[j].from && moves[i].to == moves[j].to);
	}
}

static void every_status_can_be_reached_and_none_is_a_trap(void **state)
{
	bool reached[STATUS_COUNT] = {[STATUS_DRAFT] = true};
	bool left[STATUS_COUNT] = {false};
	size_t count;
	const struct workflow_move *moves = workflow_moves(&count);
	(void)state;

	for (int round = 0; round < STATUS_COUNT; round++)
		for (size_t i = 0; i < count; i++)
			if (reached[moves[i].from])
				reached[moves[i].to] = true;
	for (size_t i = 0; i < count; i++)
		left[moves[i].from] = true;
	for (enum status status = 0; status < STATUS_COUNT; status++) {
		assert_true(reached[status]);
		assert_true(left[status]);
	}
}

/* The main road of domain.md §3, and who walks it. */
static void the_main_road_is_open(void **state)
{
	static const struct {
		enum status from, to;
		enum role role;
	} road[] = {
		{STATUS_DRAFT, STATUS_SUBMITTED, ROLE_LEADER},
		{STATUS_SUBMITTED, STATUS_APPROVED, ROLE_HEAD},
		{STATUS_APPROVED, STATUS_RUNNING, ROLE_LEADER},
		{STATUS_RUNNING, STATUS_REPORTED, ROLE_LEADER},
		{STATUS_REPORTED, STATUS_COMPLETED, ROLE_LEADER},
		{STATUS_SUBMITTED, STATUS_RETURNED, ROLE_COLLECTOR},
		{STATUS_RETURNED, STATUS_SUBMITTED, ROLE_LEADER},
	};
	(void)state;

	for (size_t i = 0; i < sizeof road / sizeof road[0]; i++) {
		const struct workflow_move *move = workflow_find(road[i].from, road[i].to);
		assert_non_null(move);
		assert_true(move->roles & ROLE_BIT(road[i].role));
		assert_true(move->roles & ROLE_BIT(ROLE_ADMIN));
	}
}

static void nothing_else_moves(void **state)
{
	size_t count;
	const struct workflow_move *moves = workflow_moves(&count);
	(void)state;

	assert_null(workflow_find(STATUS_DRAFT, STATUS_APPROVED));
	assert_null(workflow_find(STATUS_DRAFT, STATUS_COMPLETED));
	assert_null(workflow_find(STATUS_COMPLETED, STATUS_CANCELLED));
	assert_null(workflow_find(STATUS_CANCELLED, STATUS_SUBMITTED));
	assert_null(workflow_find(STATUS_RUNNING, STATUS_COMPLETED));
	for (size_t i = 0; i < count; i++)
		assert_false(moves[i].roles & ROLE_BIT(ROLE_VIEWER));
}

static void what_takes_something_back_needs_a_reason(void **state)
{
	size_t count;
	const struct workflow_move *moves = workflow_moves(&count);
	(void)state;

	for (size_t i = 0; i < count; i++) {
		const bool reason = moves[i].to == STATUS_RETURNED ||
				    moves[i].to == STATUS_CANCELLED ||
				    moves[i].from == STATUS_CANCELLED ||
				    moves[i].from == STATUS_COMPLETED;
		assert_int_equal(moves[i].needs_reason, reason);
		assert_int_equal(moves[i].need == NEED_COMPLETE, moves[i].to == STATUS_SUBMITTED);
		assert_int_equal(moves[i].need == NEED_ACTUAL, moves[i].to == STATUS_COMPLETED);
	}
	assert_false(workflow_find(STATUS_SUBMITTED, STATUS_APPROVED)->roles &
		     ROLE_BIT(ROLE_LEADER));
	assert_int_equal(workflow_find(STATUS_COMPLETED, STATUS_REPORTED)->roles,
		ROLE_BIT(ROLE_ADMIN));
}

static void drafts_returned_and_cancelled_do_not_count(void **state)
{
	static const bool counts[STATUS_COUNT] = {
		[STATUS_SUBMITTED] = true,
		[STATUS_APPROVED] = true,
		[STATUS_RUNNING] = true,
		[STATUS_REPORTED] = true,
		[STATUS_COMPLETED] = true,
	};
	(void)state;

	for (enum status status = 0; status < STATUS_COUNT; status++) {
		assert_int_equal(workflow_counts(status), counts[status]);
		assert_int_equal(workflow_frozen(status), status == STATUS_COMPLETED);
	}
}

static void stages_close_when_their_time_is_over(void **state)
{
	static const struct {
		enum status status;
		const char *open; /* estimate, forecast, actual */
	} cases[] = {
		{STATUS_DRAFT, "111"}, {STATUS_SUBMITTED, "111"}, {STATUS_APPROVED, "111"},
		{STATUS_RUNNING, "011"}, {STATUS_REPORTED, "001"}, {STATUS_COMPLETED, "000"},
		{STATUS_RETURNED, "111"}, {STATUS_CANCELLED, "000"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
			assert_int_equal(workflow_stage_open(cases[i].status, stage),
				cases[i].open[stage] == '1');
}

static void statuses_are_read_as_sheets_write_them(void **state)
{
	static const struct {
		const char *text;
		enum status status;
	} cases[] = {
		{"draft", STATUS_DRAFT}, {"下書き", STATUS_DRAFT}, {"登録", STATUS_SUBMITTED},
		{"決定", STATUS_APPROVED}, {"実施中", STATUS_RUNNING}, {" Running ", STATUS_RUNNING},
		{"中間報告済", STATUS_REPORTED}, {"中間報告", STATUS_REPORTED},
		{"完了", STATUS_COMPLETED}, {"実施済", STATUS_COMPLETED},
		{"差戻し", STATUS_RETURNED}, {"差し戻し", STATUS_RETURNED},
		{"中止", STATUS_CANCELLED}, {"取下げ", STATUS_CANCELLED},
	};
	enum status status = STATUS_COUNT;
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_true(workflow_status_parse(cases[i].text, &status));
		assert_int_equal(status, cases[i].status);
	}
	for (enum status i = 0; i < STATUS_COUNT; i++) {
		assert_true(workflow_status_parse(workflow_status_id(i), &status));
		assert_int_equal(status, i);
		assert_true(workflow_status_parse(workflow_status_label(i), &status));
		assert_int_equal(status, i);
	}
	assert_string_equal(workflow_status_label(STATUS_REPORTED), "中間報告済");
	assert_false(workflow_status_parse("検討中", &status));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_move_stands_once),
		cmocka_unit_test(every_status_can_be_reached_and_none_is_a_trap),
		cmocka_unit_test(the_main_road_is_open),
		cmocka_unit_test(nothing_else_moves),
		cmocka_unit_test(what_takes_something_back_needs_a_reason),
		cmocka_unit_test(drafts_returned_and_cancelled_do_not_count),
		cmocka_unit_test(stages_close_when_their_time_is_over),
		cmocka_unit_test(statuses_are_read_as_sheets_write_them),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
