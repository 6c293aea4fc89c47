/* file_beside - names for what is not whole yet, beside the place where it is to appear. */
#ifndef BASE_FILE_BESIDE_H
#define BASE_FILE_BESIDE_H

/* "PATH.PID-N.part", which nobody has yet; NULL when there is none. Sweeps away what killed runs left
 * beside the path: files of such names, whatever is put behind them ("-wal"), that were not written to
 * for an hour. Caller frees. */
char *file_beside(const char *path);

#endif
