/* roff - writes manual pages: man(7) macros, with texts escaped. */
#ifndef MAN_ROFF_H
#define MAN_ROFF_H

#include <stdio.h>

/* .TH and the language's settings; title is "URANIWA". */
void roff_title(FILE *page, const char *title, int section, const char *heading);
void roff_section(FILE *page, const char *title);
void roff_subsection(FILE *page, const char *title);
/* A paragraph. */
void roff_text(FILE *page, const char *text);
/* A term in bold and what it means, indented below it or beside it. */
void roff_entry(FILE *page, const char *term, const char *meaning);
/* Lines shown as they are. */
void roff_example(FILE *page, const char *lines);

#endif
