/* ui - the terminal interface: the one function main.c calls. */
#ifndef UI_UI_H
#define UI_UI_H

#include <stdbool.h>

#include "base/error.h"
#include "service/session/session.h"

/* The tabs, and the actions that mean the same on every screen. */
struct app_design;
extern const struct app_design ui_design;

struct ui_options {
	int ambiguous;     /* columns of ambiguous characters: 1, 2, or 0 = ask the terminal */
	bool wall;         /* starts with the display on a wall; the session is to be readonly */
	/* Starts with the page of an import; path NULL = it does not. See s_import.h. */
	const char *import_path, *import_kind, *import_sheet;
	const char *theme; /* "default", "high-contrast", "mono"; NULL = as configured */
};

/* Opens the session, or offers to make the database when there is none, and runs until the user
 * leaves. With URANIWA_SCRIPT no terminal is needed (script.h). False with the reason. */
bool ui_run(const struct session_options *options, const struct ui_options *ui_options,
	struct error *err);

#endif
