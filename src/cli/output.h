/* output - where results go and how they look: text for a terminal, CSV or JSON for machines. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/file_target.h"
#include "base/i18n.h"
#include "cli/command.h"
#include "exchange/render.h"
#include "model/table.h"

/* Rows for the option tables of commands that write a file, and of those that write a table. */
#define OUTPUT_FILE_ROWS                                                                           \
	{"encoding", 0, "utf-8-bom|utf-8|cp932", N_("of CSV (utf-8-bom, which Excel opens)")},    \
	{"output", 'o', N_("FILE"), N_("writes there, whole or not at all, instead of to stdout")}
#define OUTPUT_FORCE_ROW {"force", 0, NULL, N_("replaces the file that is there already")}
#define OUTPUT_TABLE_ROWS                                                                          \
	{"format", 0, N_("FORMAT"), N_("text, csv, json, xlsx or pdf (text; with -o by the file's name)")},   \
	OUTPUT_FILE_ROWS,                                                                         \
	{"force", 0, NULL, N_("replaces the file that is there already; writes a table that does not tie, and says so in it")}

/* Columns of the terminal that stdout is; 0 = none, unlimited. */
int output_columns(void);

/* May the command write there? NULL and "-" are stdout. Never over the database or one of the inputs;
 * over another file with --force. */
bool output_judge(const struct command_run *run, const char *path, const char *const *inputs,
	size_t count, struct file_target *target, struct error *err);

/* Reads --format, --encoding and --output; fallback is the format when none of them tells. Refuses
 * what this build cannot write, an encoding for anything but CSV, and files that are to be kept. */
struct output {
	enum format format;
	struct render_options options;
	struct file_target target;
};
bool output_read(const struct command_run *run, enum format fallback, struct output *output,
	struct error *err);
/* Machine formats are the same whatever the language of messages: unless --lang says otherwise their
 * words are Japanese, the language of the data. To be called before a table is made; returns what
 * i18n_speak() takes after it. */
enum language output_speak(const struct output *output);
/* Writes a table there and frees it; says on stderr when it was forced. */
bool output_table(const struct command_run *run, const struct output *output, struct table *table,
	struct error *err);

/* Flushes stdout; false when what was written did not arrive. */
bool output_finish(struct error *err);

#endif
