/* db_files - the files that a database of one file consists of: itself, and what lies beside it. */
#ifndef DB_DB_FILES_H
#define DB_DB_FILES_H

/* What is put behind the path: "" first, then the log and its index, the journal and the lock file of
 * the writers' queue. */
enum { DB_FILE_ENDINGS = 5 };
extern const char *const db_file_endings[DB_FILE_ENDINGS];

/* Takes away whichever of them are there. */
void db_files_remove(const char *path);
/* The same, but for the database itself. */
void db_files_remove_beside(const char *path);

#endif
