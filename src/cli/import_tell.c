#include "config.h"

#include "cli/import_tell.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "exchange/sheet_causes.h"
#include "model/office/office_sheet.h"

enum { CAUSES_SHOWN = 10, FOUND_SHOWN = 10, VALUE_SHOWN = 40 /* columns */ };

static void tell_clipped(FILE *stream, const char *text)
{
	struct strbuf clipped = {0};

	text_clip(&clipped, text, VALUE_SHOWN);
	fputs(strbuf_text(&clipped), stream);
	strbuf_free(&clipped);
}

static void tell_rejects(const char *name, const struct sheet_report *report, bool listed)
{
	struct sheet_causes causes = {0};
	struct strbuf line = {0};

	sheet_causes_find(report, &causes);
	const size_t count = causes.items.count;
	for (size_t i = 0; i < count && i < CAUSES_SHOWN; i++) {
		const struct sheet_cause *const cause = &causes.items.items[i];

		strbuf_clear(&line);
		sheet_cause_say(report, cause, &line);
		fprintf(stderr, "%s:%s\n", name, strbuf_text(&line));
		strbuf_clear(&line);
		sheet_cause_more(cause, &line);
		if (line.length)
			fprintf(stderr, "  %s\n", strbuf_text(&line));
	}
	strbuf_free(&line);
	sheet_causes_free(&causes);
	if (count <= CAUSES_SHOWN)
		return;
	fprintf(stderr, ngettext("… and %zu more kind of fault", "… and %zu more kinds of faults",
		count - CAUSES_SHOWN), count - CAUSES_SHOWN);
	fputs(listed ? "\n" : _("; --rejects FILE lists every row\n"), stderr);
}

/* What is stored all the same, but should be looked at. */
static void tell_doubts(const char *name, const struct importing_result *result)
{
	const size_t count = result->doubts.count;
	struct strbuf words = {0};

	for (size_t i = 0; i < count && i < CAUSES_SHOWN; i++) {
		const struct importing_doubt *doubt = &result->doubts.items[i];

		strbuf_clear(&words);
		doubt_add_words(doubt->found, &words);
		fprintf(stderr, _("%s:%lld: to be looked at: %s, effect line %d: %s\n"), name,
			(long long)doubt->line, doubt->what, doubt->effect_line, strbuf_text(&words));
	}
	strbuf_free(&words);
	if (count > CAUSES_SHOWN)
		fprintf(stderr, ngettext("… and %zu more line to be looked at; “uraniwa table doubts” lists them all\n",
			"… and %zu more lines to be looked at; “uraniwa table doubts” lists them all\n",
			count - CAUSES_SHOWN), count - CAUSES_SHOWN);
}

/* What was read and what was not, be it stored or refused. */
static void tell_sheets(const char *name, const struct sheet_report *report)
{
	/* once, however many forms have it */
	for (size_t i = 0, same; i < report->ignored.count; i++) {
		for (same = 0; strcmp(report->ignored.items[same], report->ignored.items[i]) != 0;)
			same++;
		if (same < i)
			continue;
		fprintf(stderr, _("%s: the column “%s” was ignored.\n"), name,
			report->ignored.items[i]);
	}
	for (size_t i = 0; i < report->unmet.count; i++)
		fprintf(stderr, _("%s: the heading “%s” of the mapping (line %d) is not in the file.\n"), name,
			report->unmet.items[i].heading, report->unmet.items[i].line);
	for (size_t i = 0; i < report->sheets.count; i++)
		if (*report->sheets.items[i].name)
			fprintf(stderr, _("%s: the sheet “%s” was read.\n"), name,
				report->sheets.items[i].name);
	for (size_t i = 0; i < report->passed.count; i++)
		fprintf(stderr, *report->passed.items[i] ?
			_("%s: the sheet “%s” is no form that was filled in, and was passed over.\n") :
			_("%s: the form is not filled in.%s\n"), name, report->passed.items[i]);
	if (report->totals)
		fprintf(stderr, ngettext("%s: %lld line of sums was passed over.\n",
			"%s: %lld lines of sums were passed over.\n", (unsigned long)report->totals),
			name, (long long)report->totals);
}

/* One cause, told once. */
static void tell_zeros(const char *name, const struct importing_zeros *zeros, bool mended)
{
	if (!*zeros->code)
		return;
	fprintf(stderr, mended ? ngettext("%s: leading zeros of codes were put back in %lld row (%s: %s is %s).\n",
					 "%s: leading zeros of codes were put back in %lld rows (%s: %s is %s).\n",
					 (unsigned long)zeros->rows) :
				 ngettext("%s: leading zeros of codes are lost in %lld row (%s: %s is %s). --codes mended puts them back, --codes kept takes the codes as they stand.\n",
					 "%s: leading zeros of codes are lost in %lld rows (%s: %s is %s). --codes mended puts them back, --codes kept takes the codes as they stand.\n",
					 (unsigned long)zeros->rows),
		name, (long long)zeros->rows, zeros->column, zeros->typed, zeros->code);
}

static void tell_counts(const char *name, const struct importing_result *result, bool dry_run)
{
	if (result->proposed)
		fprintf(stderr, ngettext("%s: %lld code is proposed; a column of codes (班コード …) says others.\n",
			"%s: %lld codes are proposed; a column of codes (班コード …) says others.\n",
			(unsigned long)result->proposed), name, (long long)result->proposed);
	fprintf(stderr,
		dry_run ? _("%s: would be %lld added, %lld changed, %lld unchanged, %lld left out (%s).\n") :
			  _("%s: %lld added, %lld changed, %lld unchanged, %lld left out (%s).\n"),
		name, (long long)result->added, (long long)result->changed,
		(long long)result->unchanged, (long long)result->left_out,
		/* a workbook has none */
		result->report.encoding == ENCODING_AUTO ? _("workbook") : encoding_id(result->report.encoding));
}

/* What the file does not name is never taken away in silence, nor kept in it. */
static void tell_unnamed(const char *name, const struct importing_result *result, bool replace,
	bool dry_run)
{
	const long long removed = result->removed, stay = result->unnamed, followed = result->followed;

	if (followed > 0)
		fprintf(stderr,
			dry_run ? ngettext("%s: %lld target, leader or role would end with its unit.\n",
					  "%s: %lld targets, leaders and roles would end with their units.\n",
					  (unsigned long)followed) :
				  ngettext("%s: %lld target, leader or role ended with its unit.\n",
					  "%s: %lld targets, leaders and roles ended with their units.\n",
					  (unsigned long)followed),
			name, followed);

	if (removed > 0)
		fprintf(stderr,
			dry_run ? ngettext("%s: %lld line that it does not name would be removed.\n",
					  "%s: %lld lines that it does not name would be removed.\n",
					  (unsigned long)removed) :
				  ngettext("%s: %lld line that it does not name was removed.\n",
					  "%s: %lld lines that it does not name were removed.\n",
					  (unsigned long)removed),
			name, removed);
	if (stay > 0)
		fprintf(stderr,
			replace ? ngettext("%s: %lld line stays, for a row that was left out may mean it.\n",
					  "%s: %lld lines stay, for rows that were left out may mean them.\n",
					  (unsigned long)stay) :
				  ngettext("%s: %lld stored line that it does not name stays; --replace takes it away.\n",
					  "%s: %lld stored lines that it does not name stay; --replace takes them away.\n",
					  (unsigned long)stay),
			name, stay);
}

/* "line 4: R7-0001 DX leader: “old” → “new”", or "line 5: + title". */
static void tell_change(enum sheet_kind kind, const struct importing_change *change)
{
	if (change->line)
		printf(_("line %lld: "), (long long)change->line);
	if (!*change->field) {
		printf("+ %s", change->what);
		if (*change->after && strcmp(change->what, change->after) != 0)
			printf(" %s", change->after);
		putchar('\n');
		return;
	}

	/* A field's label, where the id is that of a column. */
	size_t count;
	const struct sheet_column *columns = sheet_columns(kind, &count);
	const char *label = change->field;

	for (size_t i = 0; i < count; i++)
		if (strcmp(columns[i].id, change->field) == 0)
			label = _(columns[i].label);
	printf("%s %s: ", change->what, label);
	tell_clipped(stdout, change->before);
	fputs(" → ", stdout);
	tell_clipped(stdout, change->after);
	putchar('\n');
}

/* ---- in their order ------------------------------------------------------------------------------- */

void import_tell_read(const struct import_telling *telling)
{
	if (telling->whole || !telling->done)
		tell_sheets(telling->options->source, &telling->result->report);
}

void import_tell_result(const struct import_telling *telling)
{
	const struct importing_options *const options = telling->options;
	const struct importing_result *const result = telling->result;
	const char *const name = options->source;

	tell_rejects(name, &result->report, telling->listed);
	for (size_t i = 0; telling->done && i < result->found.count && i < FOUND_SHOWN; i++)
		fprintf(stderr, _("%s:%lld: the section or department is blank, and not the one above; by its team, %s is in %s.\n"),
			name, (long long)result->found.items[i].line, result->found.items[i].what,
			result->found.items[i].where);
	if (telling->done && result->found.count > FOUND_SHOWN)
		fprintf(stderr, ngettext("… and %zu more such row\n", "… and %zu more such rows\n",
			result->found.count - FOUND_SHOWN), result->found.count - FOUND_SHOWN);
	tell_zeros(name, &result->zeros, options->codes == IMPORTING_CODES_MENDED);
	if (result->unreasoned)
		fprintf(stderr, _("%s: --reason says why for all of its rows.\n"), name);
	if (!telling->done || !telling->whole)
		return;
	tell_doubts(name, result);
	tell_counts(name, result, telling->dry_run);
	tell_unnamed(name, result, options->replace, telling->dry_run);
	if (!telling->dry_run)
		return;
	/* The difference of a dry run, on stdout: it is the result that was asked for. */
	for (size_t i = 0; i < result->changes.count; i++)
		tell_change(options->kind, &result->changes.items[i]);
	if (result->changes.count >= IMPORTING_CHANGES_MAX)
		fprintf(stderr, _("Only the first %d differences are listed.\n"), IMPORTING_CHANGES_MAX);
}
