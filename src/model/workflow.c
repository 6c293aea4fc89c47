#include "config.h"

#include "model/workflow.h"

#include <assert.h>

#include "base/i18n.h"
#include "model/choice.h"

static const struct choice statuses[STATUS_COUNT] = {
	[STATUS_DRAFT] = {"draft", N_("Draft"), "下書き\n下書\n作成中"},
	[STATUS_SUBMITTED] = {"submitted", N_("Submitted"), "登録\n登録済\n登録済み\n提出\n提出済"},
	[STATUS_APPROVED] = {"approved", N_("Approved"), "決定\n決定済\n決定済み\n承認\n承認済"},
	[STATUS_RUNNING] = {"running", N_("Running"), "実施中\n取組中\n着手済\n運用中"},
	[STATUS_REPORTED] = {"reported", N_("Reported"),
		"Interim reported\n中間報告済\n中間報告済み\n中間報告\n報告済\n報告済み"},
	[STATUS_COMPLETED] = {"completed", N_("Completed"), "完了\n完了済\n実施済\n実施済み\n終了"},
	[STATUS_RETURNED] = {"returned", N_("Returned"), "差戻し\n差し戻し\n差戻\n返却"},
	[STATUS_CANCELLED] = {"cancelled", N_("Cancelled"),
		"中止\n取下げ\n取り下げ\n取止め\n廃止\ncanceled"},
};

#define WRITERS (ROLE_BIT(ROLE_LEADER) | ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_ADMIN))
#define RETURNERS (ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_COLLECTOR) | ROLE_BIT(ROLE_ADMIN))
#define APPROVERS (ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_ADMIN))
#define ADMIN ROLE_BIT(ROLE_ADMIN)

/* domain.md §3. From each status the usual next step comes first. */
static const struct workflow_move moves[] = {
	/* from, to, roles, needs_reason, need, label */
	{STATUS_DRAFT, STATUS_SUBMITTED, WRITERS, false, NEED_COMPLETE, N_("Submit")},
	{STATUS_DRAFT, STATUS_CANCELLED, WRITERS, true, NEED_NOTHING, N_("Cancel the project")},
	{STATUS_SUBMITTED, STATUS_APPROVED, APPROVERS, false, NEED_NOTHING, N_("Approve")},
	{STATUS_SUBMITTED, STATUS_RETURNED, RETURNERS, true, NEED_NOTHING,
		N_("Return to the leader")},
	{STATUS_SUBMITTED, STATUS_DRAFT, ROLE_BIT(ROLE_LEADER) | ADMIN, false, NEED_NOTHING,
		N_("Withdraw")},
	{STATUS_SUBMITTED, STATUS_CANCELLED, WRITERS, true, NEED_NOTHING, N_("Cancel the project")},
	{STATUS_APPROVED, STATUS_RUNNING, WRITERS, false, NEED_NOTHING, N_("Start the work")},
	{STATUS_APPROVED, STATUS_RETURNED, RETURNERS, true, NEED_NOTHING,
		N_("Return to the leader")},
	{STATUS_APPROVED, STATUS_CANCELLED, WRITERS, true, NEED_NOTHING, N_("Cancel the project")},
	{STATUS_RUNNING, STATUS_REPORTED, WRITERS, false, NEED_INTERIM,
		N_("Hand in the interim report")},
	{STATUS_RUNNING, STATUS_RETURNED, RETURNERS, true, NEED_NOTHING,
		N_("Return to the leader")},
	{STATUS_RUNNING, STATUS_CANCELLED, WRITERS, true, NEED_NOTHING, N_("Cancel the project")},
	{STATUS_REPORTED, STATUS_COMPLETED, WRITERS, false, NEED_ACTUAL, N_("Complete")},
	{STATUS_REPORTED, STATUS_RETURNED, RETURNERS, true, NEED_NOTHING,
		N_("Return to the leader")},
	{STATUS_REPORTED, STATUS_CANCELLED, WRITERS, true, NEED_NOTHING, N_("Cancel the project")},
	{STATUS_COMPLETED, STATUS_REPORTED, ADMIN, true, NEED_NOTHING, N_("Reopen")},
	{STATUS_RETURNED, STATUS_SUBMITTED, WRITERS, false, NEED_COMPLETE, N_("Submit again")},
	{STATUS_RETURNED, STATUS_CANCELLED, WRITERS, true, NEED_NOTHING, N_("Cancel the project")},
	{STATUS_CANCELLED, STATUS_DRAFT, ADMIN, true, NEED_NOTHING, N_("Bring back as a draft")},
};

/* What comes back to the leader opens again. */
static const bool open_stages[STATUS_COUNT][STAGE_COUNT] = {
	/*                     estimate, forecast, actual */
	[STATUS_DRAFT] =     {true, true, true},
	[STATUS_SUBMITTED] = {true, true, true},
	[STATUS_APPROVED] =  {true, true, true},
	[STATUS_RUNNING] =   {false, true, true},
	[STATUS_REPORTED] =  {false, false, true},
	[STATUS_COMPLETED] = {false, false, false},
	[STATUS_RETURNED] =  {true, true, true},
	[STATUS_CANCELLED] = {false, false, false},
};

enum { MOVE_COUNT = sizeof moves / sizeof moves[0] };

const struct workflow_move *workflow_moves(size_t *count)
{
	*count = MOVE_COUNT;
	return moves;
}

const struct workflow_move *workflow_find(enum status from, enum status to)
{
	for (size_t i = 0; i < MOVE_COUNT; i++)
		if (moves[i].from == from && moves[i].to == to)
			return &moves[i];
	return NULL;
}

bool workflow_counts(enum status status)
{
	return status != STATUS_DRAFT && status != STATUS_RETURNED && status != STATUS_CANCELLED;
}

bool workflow_frozen(enum status status)
{
	return status == STATUS_COMPLETED;
}

bool workflow_stage_open(enum status status, enum stage stage)
{
	assert(status < STATUS_COUNT && stage < STAGE_COUNT);
	return open_stages[status][stage];
}

bool workflow_stage_known(enum status status, enum stage stage, bool has_lines)
{
	assert(status < STATUS_COUNT && stage < STAGE_COUNT);
	return has_lines || (stage == STAGE_ACTUAL && status == STATUS_COMPLETED);
}

const char *workflow_status_id(enum status status)
{
	assert(status < STATUS_COUNT);
	return statuses[status].id;
}

const char *workflow_status_label(enum status status)
{
	assert(status < STATUS_COUNT);
	return _(statuses[status].label);
}

bool workflow_status_parse(const char *text, enum status *status)
{
	const int found = choice_parse(statuses, STATUS_COUNT, text);

	if (found >= 0)
		*status = (enum status)found;
	return found >= 0;
}
