/* What help, usage and completion make of the rows of commands; the texts are those of English. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/help.h"

/* A command may leave out all but its name and summary. */
static const struct command bare_command = {.name = "bare", .summary = "Does it"};
static const struct command *const rows[] = {&bare_command};
static const struct command_list bare_list = {rows, 1};

static void a_usage_has_only_what_there_is(void **state)
{
	struct strbuf text = {0};

	(void)state;
	help_usage(&bare_command, &text);
	assert_string_equal(strbuf_text(&text), "uraniwa bare");
	strbuf_free(&text);
}

static void a_page_has_only_what_there_is(void **state)
{
	struct strbuf text = {0};

	(void)state;
	help_page(&bare_command, 80, &text);
	assert_string_equal(strbuf_text(&text),
		"uraniwa bare - Does it\n\nUsage: uraniwa bare\n\n"
		"The options that every command takes: uraniwa help\n");
	strbuf_free(&text);
}

static void the_overview_lists_it(void **state)
{
	struct strbuf text = {0};

	(void)state;
	help_overview(&bare_list, 80, &text);
	assert_non_null(strstr(strbuf_text(&text), "\n  bare  Does it\n"));
	strbuf_free(&text);
}

/* What a command prints on stdout, given one operand. To be freed. */
static char *printed(const struct command *command, const char *operand)
{
	struct command_run run = {.commands = &bare_list, .command = command};
	struct error err = {0};
	FILE *taken = tmpfile();
	const int before = dup(STDOUT_FILENO);

	assert_non_null(taken);
	*vec_add(&run.options.operands) = operand;
	fflush(stdout);
	dup2(fileno(taken), STDOUT_FILENO);
	const bool done = command->run(&run, &err);
	fflush(stdout);
	dup2(before, STDOUT_FILENO);
	close(before);
	options_free(&run.options);
	assert_true(done);
	const long length = lseek(fileno(taken), 0, SEEK_END);
	char *text = xcalloc((size_t)length + 1, 1);
	rewind(taken);
	assert_int_equal(fread(text, 1, (size_t)length, taken), length);
	fclose(taken);
	return text;
}

static void help_explains_it(void **state)
{
	char *text = printed(&help_command, "bare");

	(void)state;
	assert_non_null(strstr(text, "\nUsage: uraniwa bare\n"));
	free(text);
}

static void completion_offers_its_options(void **state)
{
	static const char *const shells[] = {"bash", "zsh"};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char *text = printed(&completion_command, shells[i]);
		assert_non_null(strstr(text, "\t\tbare) choices='--file --db "));
		assert_non_null(strstr(text, "\t\t*) choices='bare --file --db "));
		free(text);
	}
}

/* All rows of the program: help and the manual page speak of each. */
static void every_command_has_its_page(void **state)
{
	struct strbuf text = {0};

	(void)state;
	for (size_t i = 0; i < commands.count; i++) {
		const struct command *command = commands.items[i];

		strbuf_clear(&text);
		help_page(command, 80, &text);
		assert_non_null(strstr(strbuf_text(&text), command->name));
		assert_true(i == 0 || strcmp(commands.items[i - 1]->name, command->name) < 0);
		assert_true(command->operands || command->least == 0);
		assert_ptr_equal(command_find(&commands, command->name), command);
	}
	strbuf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_usage_has_only_what_there_is),
		cmocka_unit_test(a_page_has_only_what_there_is),
		cmocka_unit_test(the_overview_lists_it),
		cmocka_unit_test(help_explains_it),
		cmocka_unit_test(completion_offers_its_options),
		cmocka_unit_test(every_command_has_its_page),
	};

	i18n_init("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
