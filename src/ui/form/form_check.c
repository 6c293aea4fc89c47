/* form_check - what is wrong with what stands in the form. */
#include "config.h"

#include "ui/form/private.h"

void form_check(struct app *app, struct form *form)
{
	struct project_context context;

	form->problems.count = 0;
	form_lines_store(form);
	if (!form_context(app, form, &context))
		return;
	project_check_need(&form->project, &context,
		form->need == NEED_NOTHING ? NEED_COMPLETE : form->need, &form->problems);
}

bool form_has_unread(const struct form *form)
{
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (form->entries[i].why)
			return true;
	}
	return form_lines_has_unread(&form->sheet);
}

int form_section_problems(const struct form *form, enum form_section section)
{
	int count = 0;

	for (size_t i = 0; i < ENTRY_COUNT; i++)
		count += form_entries[i].section == section && form->entries[i].why;
	for (size_t i = 0; i < form->problems.count; i++) {
		const enum field field = form->problems.items[i].field;
		const size_t entry = form_fields_find(field);
		const enum form_section own = entry < ENTRY_COUNT ? form_entries[entry].section :
			field == FIELD_HOURS ? SECTION_EFFECTS : SECTION_BASIC;

		count += own == section;
	}
	if (section == SECTION_EFFECTS)
		count += form_lines_has_unread(&form->sheet);
	return count;
}
