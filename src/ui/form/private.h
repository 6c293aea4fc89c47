/* private - the state of the project form; shared by s_form.c and the files form_*.c only. */
#ifndef UI_FORM_PRIVATE_H
#define UI_FORM_PRIVATE_H

#include "model/rule.h"
#include "service/project/drafting.h"
#include "ui/app/app.h"
#include "ui/form/form_history.h"
#include "ui/form/form_sheet.h"
#include "ui/widget/w_input.h"
#include "ui/widget/w_text.h"

enum form_section {
	SECTION_BASIC,
	SECTION_CONTENT,
	SECTION_TOOLS,
	SECTION_EFFECTS,
	SECTION_INTERIM, /* 中間報告 */
	SECTION_RESULTS, /* year-end report */
	SECTION_HISTORY,
	SECTION_COUNT,
};

enum entry_widget {
	ENTRY_LINE,    /* typed, one line */
	ENTRY_TEXT,    /* typed, many lines */
	ENTRY_SUGGEST, /* typed, or chosen from a list */
	ENTRY_CHOICE,  /* one of a list */
	ENTRY_CHOICES, /* several of a list */
	ENTRY_FLAG,
};
struct entry_info {
	enum form_section section;
	enum field named; /* what people call it: label, value shown, problems */
	enum entry_widget widget;
	const char *hint; /* N_() */
	enum field field; /* what is set and kept */
	bool derived;     /* follows from another field: not kept by itself */
};
#define ENTRY_COUNTS_FORM(section, place, widget, named, hint) + 1
#define ENTRY_COUNTS_NO_FORM
#define ENTRY_COUNTS(name, type, id, label, variants, stored, files, found, copied, form, ...) \
	ENTRY_COUNTS_##form
enum { ENTRY_COUNT = 0 PROJECT_COLUMNS(ENTRY_COUNTS) };
/* Which field stands where and how it is edited, from model/project_columns.h; the entries of a section
 * are neighbours. */
extern const struct entry_info form_entries[ENTRY_COUNT];

struct form_entry {
	struct w_input line; /* ENTRY_LINE, ENTRY_SUGGEST */
	struct w_text text;  /* ENTRY_TEXT */
	char *settled;       /* the text when it was read last */
	char *why;           /* why it cannot be read, or NULL */
	bool left;           /* once left, its problems are named */
	struct area area;    /* as of the last draw */
};

enum { FORM_SIMILAR_SHOWN = 3 };
struct form_similar {
	enum field field; /* the title, or the piece of work that others may claim too */
	char *text;   /* of it, that the lines are about; NULL = not looked yet */
	bool too_many; /* projects to look through while a title is typed */
	size_t count;
	char *lines[FORM_SIMILAR_SHOWN]; /* "92%  R7-0426 公用車…（椿浦県税事務所）" */
};

/* Whether what is typed looks like standard work. */
struct form_flag {
	struct rule_set rules;
	struct rule_text text;
	struct strbuf why; /* for people; empty when it does not */
};

struct form {
	struct project project; /* what can be read of all that was typed */
	struct form_entry entries[ENTRY_COUNT];
	struct form_sheet sheet; /* the effect lines; project.effects follows it */
	struct form_history history;
	project_problems problems;

	struct draft unpasted, pasted; /* the effect lines before and after cells were pasted; no lines: none were */
	struct draft base;   /* what is stored */
	struct draft kept;   /* what the database keeps as a draft; kept.at "" = nothing */
	bool base_unknown;   /* begun from an older version than base */
	bool dirty;          /* differs from base, as of the last look */
	bool named_all;      /* problems are named even where nobody has been yet */
	enum workflow_need need; /* what problems are found for: the move that was asked for last */

	struct form_flag flag;
	struct form_similar similar; /* what is like what is being typed */

	enum form_section section;
	bool inside;         /* the focus is in the section, else in the list of sections */
	size_t entry;        /* focus; within the section where that has entries */
	int scroll;
	bool narrow;         /* the sections stand in a line on top, as of the last draw */
	struct area content;
	struct area marks[SECTION_COUNT]; /* of the list of sections, for the mouse */

	int working_days, hours_per_person_year;
	int64_t hourly_rate; /* yen; 0 = none is set */
};

/* --- form_fields.c: the entries ------------------------------------------------------------ */

void form_fields_init(struct app *app, struct form *form);
void form_fields_free(struct form *form);
/* Puts the project's values into the widgets, but leaves what cannot be read as typed. */
void form_fields_show(struct app *app, struct form *form);
/* Reads what was typed in an entry into the project. False when that cannot be done; the text stays
 * and why says the reason. */
bool form_fields_settle(struct app *app, struct form *form, size_t entry);
/* Sets an entry as if the text had been typed. */
void form_fields_put(struct app *app, struct form *form, size_t entry, const char *text);
/* What stands in a typed entry; NULL for the others. */
const char *form_fields_typed(const struct form *form, size_t entry);
/* The entry of a field, by what is set or by what it is called; ENTRY_COUNT when none. */
size_t form_fields_find(enum field field);
size_t form_fields_first(enum form_section section); /* ENTRY_COUNT when it has no entries */
size_t form_fields_last(enum form_section section);
/* Typed in one line, or in several. */
bool form_fields_is_line(size_t entry);
bool form_fields_is_text(size_t entry);
/* False for the sections that are no fields: savings, history. */
bool form_has_entries(enum form_section section);
/* Why the entry is not right, or NULL. */
const char *form_fields_problem(const struct form *form, size_t entry);
/* What texts of the project are read against. False with the reason shown. */
bool form_context(struct app *app, const struct form *form, struct project_context *context);

/* --- form_fields_keys.c, form_fields_draw.c ------------------------------------------------ */

bool form_fields_input(struct app *app, struct form *form, const struct event *event);
void form_fields_open(struct app *app, struct form *form); /* Enter */
void form_fields_draw(struct app *app, struct form *form, struct canvas *canvas,
	struct area area);

/* --- form_reports.c: what stands below the fields of a section ------------------------------- */

/* Rows kept at the foot of the section. */
int form_reports_rows(const struct form *form, struct area area);
void form_reports_draw(const struct form *form, struct canvas *canvas, struct area area);
/* Looks for what is like the title, or claims the piece of work, that is being typed; quick, and nothing
 * where nothing changed. */
void form_reports_look(struct app *app, struct form *form);
void form_reports_free(struct form *form);

/* --- form_flag.c: standard work ------------------------------------------------------------- */

void form_flag_init(struct app *app, struct form_flag *flag);
void form_flag_free(struct form_flag *flag);
/* Matches what stands in the form now with the rules of its year; quick. */
void form_flag_look(struct app *app, struct form *form);

/* --- form_choose.c: pop-up lists ----------------------------------------------------------- */

/* Lets the user choose the entry's value; typed begins the search ("" = nothing typed). */
void form_choose(struct app *app, struct form *form, size_t entry, const char *typed);

/* --- form_check.c: what is wrong --------------------------------------------------------- */

/* Finds the problems anew. */
void form_check(struct app *app, struct form *form);
int form_section_problems(const struct form *form, enum form_section section);
/* Something that was typed cannot be read. */
bool form_has_unread(const struct form *form);

/* --- form_state.c: what is in the form ----------------------------------------------------- */

/* Reads everything that is being typed, and finds the problems. */
void form_settle(struct app *app, struct form *form);
/* Goes to the first problem and says what it is; false when there is none. */
bool form_show_problem(struct app *app, struct form *form);
/* Another section; the focus goes to its first or last entry, or to the list of sections. */
void form_go_section(struct app *app, struct form *form, enum form_section section, bool inside,
	bool last);
/* Goes to an entry. */
void form_go(struct app *app, struct form *form, size_t entry);
/* Loads the project as it is stored now. */
bool form_load(struct app *app, struct form *form, int64_t project_id, struct error *err);
/* form->project is as stored: further changes are told from it. What cannot be read stays. */
void form_rebase(struct app *app, struct form *form);
/* The same with the effect lines shown anew. */
void form_show(struct app *app, struct form *form);

/* --- form_walk.c: going about --------------------------------------------------------------- */

/* One of the moves, from ACTION_UP to ACTION_PREVIOUS. */
void form_walk(struct app *app, struct form *form, enum action action);
/* The focus to the list of sections. */
void form_leave_section(struct app *app, struct form *form);

/* --- form_outline.c: what stands around the section ---------------------------------------- */

/* Draws number, status, units, and the sections with what they lack. Returns the area left. */
struct area form_outline_draw(struct app *app, struct form *form, struct canvas *canvas,
	struct area area);

/* --- form_collect.c: what stands in the form ----------------------------------------------- */

/* The texts of the form as they stand now, into a zeroed draft. */
void form_collect(const struct app *app, struct form *form, struct draft *draft);
/* The same of a project. */
void form_collect_project(struct app *app, const struct project *project, struct draft *draft);
/* Looks whether anything differs from what is stored. */
bool form_is_dirty(const struct app *app, struct form *form);

/* --- form_draft.c: unsaved work ------------------------------------------------------------ */

/* Keeps what is unsaved in the database, or drops what is kept and no longer needed. */
void form_keep(struct app *app, struct form *form);
void form_drop(struct app *app, struct form *form);
/* Offers what was left unsaved last time. */
void form_offer(struct app *app, struct form *form);

/* --- form_save.c --------------------------------------------------------------------------- */

bool form_save(struct app *app, struct form *form);
/* Another status: asks which. */
void form_move(struct app *app, struct form *form);
/* Asks what to do with unsaved changes; false = stay. */
bool form_may_close(struct app *app, struct form *form);

/* --- form_paste.c: cells of a spreadsheet among the effect lines ----------------------------- */

/* On the sheet, shows what would become of the lines, and takes them over after a yes. One cell, or prose in a text, is
 * typed where the cursor is; false where that takes none. */
bool form_paste(struct app *app, struct form *form, const char *text);
/* The lines as they stood before the last paste, unless they were changed since. */
void form_paste_take_back(struct app *app, struct form *form);
/* Nothing can be taken back any more. */
void form_paste_forget(struct form *form);

/* --- form_conflict.c ----------------------------------------------------------------------- */

/* Someone else saved first: shows both versions, field by field, and lets the user choose. True:
 * the form holds the merged project, ready to be saved over the other one. */
bool form_conflict(struct app *app, struct form *form);

#endif
