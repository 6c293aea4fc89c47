/* list - the command that lists projects by the filter language. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "cli/output.h"
#include "service/project/listing.h"

static const struct option_row option_rows[] = {
	{"columns", 0, N_("FIELD,…"), N_("these fields, by id or label")},
	{"sort", 0, N_("FIELD,…"), N_("by these fields; -FIELD from the top down")},
	{"limit", 0, N_("N"), N_("no more than the first N")},
	{"format", 0, "text|csv|json|xlsx|pdf", N_("of the list (text; with -o by the file's name)")},
	OUTPUT_FILE_ROWS,
	OUTPUT_FORCE_ROW,
	{0},
};

static bool list_run(struct command_run *run, struct error *err)
{
	struct listing_query query;
	struct output output;
	struct table table;
	struct strbuf filter = {0};

	const char *columns = options_value(&run->options, "columns");
	const char *sort = options_value(&run->options, "sort");

	listing_query_init(&query);
	if (columns && !listing_parse_columns(&query, columns, err))
		return false;
	if (sort && !listing_parse_sort(&query, sort, err))
		return false;
	if (!options_count(&run->options, "limit", -1, &query.limit, err))
		return false;
	if (!output_read(run, FORMAT_TEXT, &output, err))
		return false;
	if (output.format != FORMAT_TEXT && output.format != FORMAT_PDF)
		query.style = FIELD_MACHINE;
	for (size_t i = 0; i < run->options.operands.count; i++)
		strbuf_addf(&filter, "%s%s", i ? " " : "", run->options.operands.items[i]);
	query.filter = strbuf_text(&filter);
	const bool listed = command_filter_good(query.filter, err) && command_open(run, err) &&
		listing_table(&run->session, &query, &table, err);
	strbuf_free(&filter);
	if (!listed)
		return false;
	table.bare = columns != NULL;
	if (table.rows.count == 0)
		fputs(_("No project matches.\n"), stderr);
	return output_table(run, &output, &table, err);
}

const struct command list_command = {
	.name = "list",
	.summary = N_("lists projects"),
	.operands = N_("[EXPR…]"),
	.most = -1,
	.help = N_("Every part of the expression must hold:\n"
		"  word \"two words\"       somewhere in the texts\n"
		"  dept:福祉 section: team: type:1,3 tool:生成AI any-tool: leader: owner: work:\n"
		"  status:running status:open replicable:yes excluded:no\n"
		"  hours:>=100 hours:100..200 actual: cost:\n"
		"  start:2025-04..2025-09 operating: updated:>=2025-10-01\n"
		"  start-month:2025-04 half:first       as in the tables; later: after the year\n"
		"  fy:R6 number:R7-0001    instead of the fiscal year of --fy\n"
		"key:=value is exact, key:a,b any of them, key: alone means none given. Japanese keys (部局: 類型: 状態: …) are the same. A part that begins with - is left out; write -- before it: uraniwa list -- -status:draft"),
	.options = option_rows,
	.run = list_run,
};
