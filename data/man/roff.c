#include "config.h"

#include "roff.h"

#include <stdbool.h>
#include <string.h>

#include "base/i18n.h"

/* Characters that mean something to troff: backslashes anywhere, dots and quotes at a line's start,
 * and the hyphen, which would be set as a typographic one and could not be copied to a shell. */
static void escape_part(FILE *page, const char *text, size_t length)
{
	if (length > 0 && (*text == '.' || *text == '\''))
		fputs("\\&", page);
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\\')
			fputs("\\e", page);
		else if (text[i] == '-')
			fputs("\\-", page);
		else
			putc(text[i], page);
	}
}

/* Line by line; between is what separates lines of the text on the page. */
static void escape_lines(FILE *page, const char *text, const char *between)
{
	for (const char *at = text; *at;) {
		const size_t length = strcspn(at, "\n");

		escape_part(page, at, length);
		at += length;
		if (*at == '\n' && *++at)
			fputs(between, page);
	}
}

static void escape(FILE *page, const char *text)
{
	escape_lines(page, text, "\n");
}

void roff_title(FILE *page, const char *title, int section, const char *heading)
{
	fprintf(page, ".\\\" Made from the program's own tables; see data/man.\n");
	fprintf(page, ".TH \"%s\" \"%d\" \"\" \"uraniwa %s\" \"", title, section, PACKAGE_VERSION);
	escape(page, heading);
	/* ragged right and no hyphens: blanks drawn apart do not suit Japanese, nor names */
	fputs("\"\n.nh\n.ad l\n", page);
	if (i18n_language() == LANGUAGE_JA) /* groff's rules of breaking Japanese lines */
		fputs(".if \\n(.g .mso ja.tmac\n", page);
}

void roff_section(FILE *page, const char *title)
{
	fputs(".SH \"", page);
	escape(page, title);
	fputs("\"\n", page);
}

void roff_subsection(FILE *page, const char *title)
{
	fputs(".SS \"", page);
	escape(page, title);
	fputs("\"\n", page);
}

void roff_text(FILE *page, const char *text)
{
	fputs(".PP\n", page);
	escape_lines(page, text, "\n.PP\n");
	putc('\n', page);
}

void roff_entry(FILE *page, const char *term, const char *meaning)
{
	fputs(".TP\n\\fB", page);
	escape(page, term);
	fputs("\\fR\n", page);
	escape(page, meaning);
	putc('\n', page);
}

void roff_example(FILE *page, const char *lines)
{
	fputs(".PP\n.RS 4\n.nf\n", page);
	escape(page, lines);
	fputs("\n.fi\n.RE\n", page);
}
