/* form_fields_keys - Enter and typing in the fields of a section. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/form/private.h"

static void fields_keys_toggle(struct app *app, struct form *form, size_t at)
{
	form_fields_put(app, form, at, project_flag_of(&form->project, form_entries[at].field) ? "0" : "1");
}

void form_fields_open(struct app *app, struct form *form)
{
	size_t at = form->entry;

	switch (form_entries[at].widget) {
	case ENTRY_SUGGEST: /* a name just typed needs no list */
		if (strcmp(form_fields_typed(form, at), form->entries[at].settled) != 0)
			app_act(app, ACTION_NEXT);
		else
			form_choose(app, form, at, "");
		break;
	case ENTRY_CHOICE:
	case ENTRY_CHOICES:
		form_choose(app, form, at, "");
		break;
	case ENTRY_FLAG:
		fields_keys_toggle(app, form, at);
		break;
	case ENTRY_LINE:
	case ENTRY_TEXT:
		app_act(app, ACTION_NEXT);
	}
}

/* A key on an entry that is chosen, not typed: it begins the search. */
static void fields_keys_type_choice(struct app *app, struct form *form, const struct event *event)
{
	char typed[5] = "";

	if (form_entries[form->entry].widget == ENTRY_FLAG) {
		if (key_fold(event->key) == K_SPACE)
			fields_keys_toggle(app, form, form->entry);
		return;
	}
	if (key_fold(event->key) != K_SPACE)
		typed[text_encode((uint32_t)event->key, typed)] = '\0';
	form_choose(app, form, form->entry, typed);
}

bool form_fields_input(struct app *app, struct form *form, const struct event *event)
{
	size_t at = form->entry;
	struct form_entry *entry = &form->entries[at];
	bool changed = false, mine;

	if (event->kind == EVENT_KEY && event->action == ACTION_TEXT_EDITOR &&
		form_fields_is_text(at)) {
		char *text = xstrdup(form_fields_typed(form, form->entry));
		struct error err = {0};

		if (app_edit_text(app, &text, &err))
			w_text_set(&form->entries[form->entry].text, text);
		else
			app_error(app, &err);
		free(text);

		changed = mine = true;
	} else if (form_fields_is_line(at)) {
		mine = w_input_event(&entry->line, event, &changed);
	} else if (form_fields_is_text(at)) {
		mine = w_text_event(&entry->text, event, &changed);
	} else {
		mine = event->kind == EVENT_KEY && event->action == ACTION_NONE &&
			key_printable(event->key);
		changed = mine;
		if (mine)
			fields_keys_type_choice(app, form, event);
	}
	if (changed && (form_entries[at].field == FIELD_TITLE || form_entries[at].field == FIELD_WORK))
		app_later(app); /* to look what is like it */
	if (changed) {
		free(entry->why); /* said again once the entry is left */
		entry->why = NULL;
		form->dirty = true;
	}
	return mine;
}
