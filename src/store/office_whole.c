#include "config.h"

#include "store/office_whole.h"

#include "base/i18n.h"
#include "base/text.h"
#include "store/store_private.h"

bool office_whole_unadministered(struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("Nobody would be left to administer the database: give at least one person the role admin."));
}

bool office_whole_two_leaders(const char *person, const char *from, struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("%s leads the section then (from %s); a section has one leader at a time."), person, from);
}

bool office_whole_read(struct store *store, struct office_whole *whole, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_WHOLE_ROLES, err);
	enum db_step step;

	*whole = (struct office_whole){0};
	if (!query)
		return false;
	step = db_step(query, err);
	whole->unadministered =
		step == DB_ROW && db_column_int(query, 0) > 0 && db_column_int(query, 1) == 0;
	db_reset(query);
	if (step != DB_ROW)
		return false;

	query = statement_get(store, STATEMENT_WHOLE_LEADERS, err);
	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		whole->two_leaders++;
		text_copy(whole->person, sizeof whole->person, db_column_text(query, 0));
		text_copy(whole->from, sizeof whole->from, db_column_text(query, 1));
	}
	db_reset(query);
	if (step != DB_DONE)
		return false;

	query = statement_get(store, STATEMENT_WHOLE_HANGING, err);
	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		whole->hanging++;
		text_copy(whole->unit, sizeof whole->unit, db_column_text(query, 0));
	}
	db_reset(query);
	return step == DB_DONE;
}

bool office_whole_kept(struct store *store, const struct office_whole *before, struct error *err)
{
	struct office_whole now;

	if (!office_whole_read(store, &now, err))
		return false;
	if (now.unadministered && !before->unadministered)
		return office_whole_unadministered(err);
	if (now.hanging > before->hanging)
		return error_set(err, ERROR_DATA,
			_("Targets, leaders or roles of “%s” would be left in fiscal years in which it is no more; take them away first."),
			now.unit);
	return now.two_leaders <= before->two_leaders ||
		office_whole_two_leaders(now.person, now.from, err);
}
