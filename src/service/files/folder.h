/* folder - what is to be read where somebody names a folder: the sheets in it and below it. */
#ifndef SERVICE_FILES_FOLDER_H
#define SERVICE_FILES_FOLDER_H

#include <stdbool.h>

#include "base/error.h"
#include "base/vec.h"

struct folder_files {
	VEC(char *) sheets; /* workbooks and CSV files, by name, the folder's path before it */
	VEC(char *) others; /* what is passed over: documents, pictures, links to folders */
};
bool folder_is_one(const char *path);
/* Adds what is in the folder and the folders in it. Hidden files and the marks that programs leave beside an open
 * workbook (~$…) are not looked at. Refuses folders that cannot be read, or go deeper than eight. */
bool folder_read(const char *path, struct folder_files *files, struct error *err);
void folder_free(struct folder_files *files);

#endif
