/* form_walk - going about in the form: among the sections, and from field to field. */
#include "config.h"

#include "ui/form/private.h"

/* The next or previous entry, across the sections; at the ends, the list of sections. */
static void form_walk_step(struct app *app, struct form *form, int by)
{
	int section = (int)form->section + by;

	if (form_has_entries(form->section) && form->entry != (by > 0 ? form_fields_last(form->section) :
			form_fields_first(form->section))) {
		form_settle(app, form);
		form->entry = by > 0 ? form->entry + 1 : form->entry - 1;
	} else if (section >= 0 && section < SECTION_HISTORY) {
		form_go_section(app, form, (enum form_section)section, true, by < 0);
	} else {
		form_go_section(app, form, form->section, false, false);
	}
}

/* Among the sections. In one line, they lie beside each other. */
static void form_walk_outside(struct app *app, struct form *form, enum action action)
{
	const int section = (int)form->section;

	if (form->narrow && (action == ACTION_LEFT || action == ACTION_RIGHT))
		action = action == ACTION_LEFT ? ACTION_UP : ACTION_DOWN;
	else if (form->narrow && action == ACTION_DOWN)
		action = ACTION_RIGHT;
	switch (action) {
	case ACTION_UP:
	case ACTION_PAGE_UP:
		form_go_section(app, form, (enum form_section)(section > 0 ? section - 1 : 0), false, false);
		break;
	case ACTION_DOWN:
	case ACTION_PAGE_DOWN:
		if (section + 1 < SECTION_COUNT)
			form_go_section(app, form, (enum form_section)(section + 1), false, false);
		break;
	case ACTION_FIRST:
	case ACTION_LAST:
		form_go_section(app, form, action == ACTION_FIRST ? SECTION_BASIC : SECTION_COUNT - 1, false,
			false);
		break;
	case ACTION_RIGHT:
	case ACTION_NEXT:
		form_go_section(app, form, form->section, true, false);
		break;
	default:
		break;
	}
}

void form_leave_section(struct app *app, struct form *form)
{
	form_go_section(app, form, form->section, false, false);
}

void form_walk(struct app *app, struct form *form, enum action action)
{
	if (!form->inside) {
		form_walk_outside(app, form, action);
		return;
	}
	switch (action) {
	case ACTION_UP:
	case ACTION_PREVIOUS:
		form_walk_step(app, form, -1);
		break;
	case ACTION_DOWN:
	case ACTION_NEXT:
		form_walk_step(app, form, 1);
		break;
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
		form_settle(app, form);
		form->inside = false;
		form_walk_outside(app, form, action);
		form->inside = true;
		break;
	case ACTION_LEFT:
		form_leave_section(app, form);
		break;
	default:
		break;
	}
}
