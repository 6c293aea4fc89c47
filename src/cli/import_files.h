/* import_files - which files are read: folders stand for the sheets in them. */
#ifndef CLI_IMPORT_FILES_H
#define CLI_IMPORT_FILES_H

#include "cli/options.h"
#include "service/files/folder.h"

/* Folders among the operands after the first give way to the sheets in them, which then belong to zeroed files; what
 * is no sheet is said. Refuses a folder without any. */
bool import_unfold(struct options *words, struct folder_files *files, struct error *err);

#endif
