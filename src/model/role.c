#include "config.h"

#include "model/role.h"

#include <assert.h>

#include "base/i18n.h"

#define MAY(permission) (1u << (permission))

const struct choice role_choices[ROLE_COUNT] = {
	[ROLE_VIEWER] = {"viewer", N_("Viewer"), "閲覧者\n閲覧\n閲覧のみ"},
	[ROLE_LEADER] = {"leader", N_("DX leader"), "リーダー\nDX推進リーダー\n推進リーダー"},
	[ROLE_HEAD] = {"head", N_("Section head"), "所属長\n課長\n所長"},
	[ROLE_COLLECTOR] = {"collector", N_("Lead section"), "主管課\n部局主管課\n取りまとめ\nとりまとめ"},
	[ROLE_ADMIN] = {"admin", N_("Programme office"), "管理者\nデジタル政策課\n事務局"},
};

static const unsigned permissions[ROLE_COUNT] = {
	[ROLE_VIEWER] = MAY(PERMISSION_READ),
	[ROLE_LEADER] = MAY(PERMISSION_READ) | MAY(PERMISSION_WRITE_PROJECT),
	[ROLE_HEAD] = MAY(PERMISSION_READ) | MAY(PERMISSION_WRITE_PROJECT) |
		      MAY(PERMISSION_APPROVE) | MAY(PERMISSION_RETURN),
	[ROLE_COLLECTOR] = MAY(PERMISSION_READ) | MAY(PERMISSION_RETURN),
	[ROLE_ADMIN] = MAY(PERMISSION_COUNT) - 1,
};

bool role_permits(enum role role, enum permission permission)
{
	assert(role < ROLE_COUNT && permission < PERMISSION_COUNT);
	return (permissions[role] & MAY(permission)) != 0;
}

const char *role_id(enum role role)
{
	assert(role < ROLE_COUNT);
	return role_choices[role].id;
}

const char *role_label(enum role role)
{
	assert(role < ROLE_COUNT);
	return _(role_choices[role].label);
}

bool role_parse(const char *text, enum role *role)
{
	const int found = choice_parse(role_choices, ROLE_COUNT, text);

	if (found >= 0)
		*role = (enum role)found;
	return found >= 0;
}
