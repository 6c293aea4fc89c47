/* pages - the manual pages of the program, made from its tables in the language in use. */
#ifndef MAN_PAGES_H
#define MAN_PAGES_H

#include <stdio.h>

/* uraniwa(1): commands, options, filters, tables, keys. */
void page_program(FILE *page);
/* uraniwa(5): the config file, and the sheets that import takes. */
void page_files(FILE *page);

#endif
