#include "config.h"

#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "model/filter.h"

const struct option_row command_common_options[] = {
	{"file", 'f', N_("FILE"),
		N_("the database ($URANIWA_DB, else uraniwa.db in $XDG_DATA_HOME/uraniwa)")},
	{"db", 0, N_("URL"), N_("the shared server: postgresql://…")},
	{"body", 0, N_("CODE"), N_("the body (prefecture or municipality) the database must be of")},
	{"fy", 0, N_("YEAR"), N_("the fiscal year: R7, 令和7, 2025, FY2025 (today's)")},
	{"user", 0, N_("ID"), N_("who works (the login name)")},
	{"lang", 0, "ja|en", N_("the language of messages; csv and json speak it too")},
	{"readonly", 0, NULL, N_("changes nothing")},
	{"wall", 0, NULL, N_("starts with the display on a wall; changes nothing")},
	{"ambiguous", 0, "1|2|auto",
		N_("cells that ①, △ and … take in the terminal (auto: asks it)")},
	{"help", 'h', NULL, N_("explains the command")},
	{"version", 0, NULL, N_("the version of the program")},
	{0},
};

const struct command *command_find(const struct command_list *commands, const char *name)
{
	for (size_t i = 0; i < commands->count; i++)
		if (strcmp(commands->items[i]->name, name) == 0)
			return commands->items[i];
	return NULL;
}

bool command_unknown(const struct command_list *commands, const char *name, struct error *err)
{
	struct strbuf names = {0};

	for (size_t i = 0; i < commands->count; i++)
		strbuf_addf(&names, "%s%s", i ? " " : "", commands->items[i]->name);
	error_set(err, ERROR_USAGE, _("There is no command “%s” in this version. There are: %s"),
		name, strbuf_text(&names));
	strbuf_free(&names);
	return false;
}

bool command_filter_good(const char *text, struct error *err)
{
	struct filter filter = {0};

	if (!text)
		return true;
	const bool good = filter_parse(text, &filter, err);
	filter_free(&filter);
	if (!good)
		err->code = ERROR_USAGE;
	return good;
}

bool command_open(struct command_run *run, struct error *err)
{
	const char *body = options_value(&run->options, "body");

	if (run->open)
		return true;
	if (!session_open(&run->session, &run->target, err))
		return false;
	run->open = true;
	waiting_begin(run->waiting, &run->session);
	if (body && strcmp(body, run->session.body.code) != 0)
		return error_set(err, ERROR_DATABASE, _("The database is of body %s (%s), not %s."),
			run->session.body.code, run->session.body.name, body);
	return true;
}

void command_want_interface(struct command_run *run)
{
	const char *ambiguous = options_value(&run->options, "ambiguous");

	*run->interface = (struct cli_interface){
		.wanted = true,
		.session = run->target,
		.ambiguous = ambiguous ? (int)strtol(ambiguous, NULL, 10) : 0,
		.wall = options_has(&run->options, "wall"),
		.target = run->target.target ? xstrdup(run->target.target) : NULL,
	};
	run->interface->session.target = run->interface->target;
}
