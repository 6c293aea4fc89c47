/* pick_file - a file that is there, chosen from folders with search as you type, or typed as a path that is
 * completed. */
#ifndef UI_KIT_PICK_FILE_H
#define UI_KIT_PICK_FILE_H

struct app;

/* The path of a file with one of the endings (".csv", the last is NULL); of a typed one the ending is no matter.
 * Begins in the present folder. all (translated, or NULL): what to call taking a folder as a whole, whose path then ends
 * with /. Caller frees; NULL = given up. */
char *pick_file(struct app *app, const char *title, const char *const *endings, const char *all);

#endif
