/* The loop and its dialogs, driven by scripts on a small screen made for it. */
#include "config.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ui/app/app.h"
#include "ui/kit/w_choice.h"
#include "ui/term/script.h"
#include "ui/ui.h"
#include "../scratch.h"

/* What happened to the screen, in order: letters that the tests compare. */
struct fixture {
	struct app app;
	struct session session;
	struct strbuf happened;
	bool confirmed;
	char *asked;
	int chosen;
	bool many[3];
	bool dirty_form; /* may_close() asks */
	int work;        /* ticks that say there is more to do */
};

struct probe_screen {
	struct fixture *fixture;
};

static void happen(struct fixture *fixture, const char *what)
{
	strbuf_addf(&fixture->happened, "%s ", what);
}

static bool screen_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct probe_screen *state = screen->state;

	(void)app;
	(void)err;
	memcpy(&state->fixture, argument, sizeof state->fixture);
	happen(state->fixture, "open");
	return true;
}

static void screen_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	(void)app;
	(void)screen;
	draw_text(canvas, area, 0, 0, -1, "見本", TEXT_LEFT, THEME_NORMAL);
}

static const struct w_choice_entry tools[] = {{"kintone", NULL, NULL},
	{"議事録AI", "ぎじろく", "会議"}, {"生成AI", "せいせい", NULL}};

static struct fixture *fixture_of(struct screen *screen)
{
	return ((struct probe_screen *)screen->state)->fixture;
}

static void screen_confirm(struct app *app, struct screen *screen)
{
	struct fixture *fixture = fixture_of(screen);

	fixture->confirmed = app_confirm(app, "%d件を削除しますか。", 3);
	happen(fixture, fixture->confirmed ? "yes" : "no");
}

static void screen_ask(struct app *app, struct screen *screen)
{
	struct fixture *fixture = fixture_of(screen);

	free(fixture->asked);
	fixture->asked = app_ask(app, "名称", "班");
	happen(fixture, fixture->asked ? "answered" : "given-up");
}

static void screen_choose(struct app *app, struct screen *screen)
{
	struct fixture *fixture = fixture_of(screen);

	fixture->chosen = w_choice_run(app, "ツール", tools, 3, 0);
	happen(fixture, "chosen");
}

static void screen_choose_many(struct app *app, struct screen *screen)
{
	struct fixture *fixture = fixture_of(screen);

	happen(fixture, w_choice_run_many(app, "ツール", tools, 3, fixture->many) ? "several" : "none");
}

static void screen_edit_text(struct app *app, struct screen *screen)
{
	struct fixture *fixture = fixture_of(screen);
	struct error err = {0};

	happen(fixture, app_edit_text(app, &fixture->asked, &err) ? "edited" : "unedited");
}

static void screen_opened(struct app *app, struct screen *screen)
{
	happen(fixture_of(screen), "opened");
	app_changed(app);
}

static const struct screen_act screen_acts[] = {
	{ACTION_OPEN, .act = screen_opened},
	{ACTION_NEW, .act = screen_confirm},
	{ACTION_EDIT, .act = screen_ask},
	{ACTION_FILTER, .act = screen_choose},
	{ACTION_MARK, .act = screen_choose_many},
	{ACTION_EXPLAIN, .act = screen_edit_text},
	{0},
};

static bool screen_reload(struct app *app, struct screen *screen, struct error *err)
{
	(void)app;
	(void)err;
	happen(((struct probe_screen *)screen->state)->fixture, "reload");
	return true;
}

static bool screen_tick(struct app *app, struct screen *screen)
{
	struct fixture *fixture = ((struct probe_screen *)screen->state)->fixture;

	(void)app;
	return fixture->work > 0 && fixture->work-- > 0;
}

static bool screen_may_close(struct app *app, struct screen *screen)
{
	struct fixture *fixture = ((struct probe_screen *)screen->state)->fixture;

	return !fixture->dirty_form || app_confirm(app, "保存せずに閉じますか。");
}

static void screen_close(struct app *app, struct screen *screen)
{
	happen(((struct probe_screen *)screen->state)->fixture,
		app_hung_up(app) ? "hung-up" : "close");
}

static const struct screen_ops probe_ops = {
	.title = "probe",
	.context = CONTEXT_PROJECTS,
	.acts = screen_acts,
	.private_size = sizeof(struct probe_screen),
	.open = screen_open,
	.reload = screen_reload,
	.draw = screen_draw,
	.tick = screen_tick,
	.may_close = screen_may_close,
	.close = screen_close,
};

/* Runs a script on the screen; true when it ended well. */
static bool run(struct fixture *fixture, const char *lines)
{
	char *file = scratch_template("app");
	int descriptor = mkstemp(file);
	struct terminal_options options = {.ambiguous = 1, .rows = 24, .columns = 80};
	bool failed;

	assert_int_equal(write(descriptor, lines, strlen(lines)), (int)strlen(lines));
	close(descriptor);
	options.script = script_open(file, NULL);
	unlink(file);
	free(file);
	app_init(&fixture->app, &ui_design, &fixture->session, terminal_prepare(&options, NULL));
	fixture->app.steady = true;
	assert_true(terminal_start(fixture->app.terminal, NULL));
	theme_init(&fixture->app.theme, THEME_DEFAULT);
	assert_true(app_push(&fixture->app, &probe_ops, &fixture));
	app_loop(&fixture->app);
	failed = script_failed(options.script, NULL);
	app_close(&fixture->app);
	terminal_stop(fixture->app.terminal);
	script_close(options.script);
	return !failed;
}

static int setup(void **state)
{
	*state = calloc(1, sizeof(struct fixture));
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;

	strbuf_free(&fixture->happened);
	free(fixture->asked);
	free(fixture);
	return 0;
}

static void expect(struct fixture *fixture, const char *lines, const char *happened)
{
	strbuf_clear(&fixture->happened);
	assert_true(run(fixture, lines));
	assert_string_equal(strbuf_text(&fixture->happened), happened);
}

static void test_confirm_defaults_to_no(void **state)
{
	expect(*state, "n Enter", "open no close ");
	expect(*state, "n Esc", "open no close ");
	expect(*state, "n n n y", "open no yes close ");
	expect(*state, "n x Down 1 y", "open yes close ");
	expect(*state, "n\n\"ｙ", "open yes close "); /* the input method is on */
	expect(*state, "n\n:hangup", "open no hung-up ");
}

static void test_ask(void **state)
{
	struct fixture *fixture = *state;

	expect(fixture, "e\n\"長\nEnter", "open answered close ");
	assert_string_equal(fixture->asked, "班長");
	expect(fixture, "e\n\"長\nEsc", "open given-up close ");
	expect(fixture, "e\n:paste 一\\n二\nEnter", "open answered close ");
	assert_string_equal(fixture->asked, "班一 二");
}

static void test_editor(void **state)
{
	struct fixture *fixture = *state;

	unsetenv("VISUAL");
	fixture->asked = strdup("現状");
	setenv("EDITOR", "printf '課題\\n' >>", 1);
	expect(fixture, "w", "open edited close ");
	assert_string_equal(fixture->asked, "現状課題");
	setenv("EDITOR", "false", 1);
	expect(fixture, "w", "open unedited close ");
	setenv("EDITOR", "printf '\\377' >", 1); /* no UTF-8 */
	expect(fixture, "w", "open unedited close ");
	assert_string_equal(fixture->asked, "現状課題");
}

static void test_choices(void **state)
{
	struct fixture *fixture = *state;

	expect(fixture, "f\n\"gij\nEnter", "open chosen close ");
	assert_int_equal(fixture->chosen, 1);
	expect(fixture, "f Down Down Enter", "open chosen close ");
	assert_int_equal(fixture->chosen, 2);
	expect(fixture, "f Esc", "open chosen close ");
	assert_int_equal(fixture->chosen, -1);
	expect(fixture, "f\n\"zzz\nEnter Esc", "open chosen close ");
	assert_int_equal(fixture->chosen, -1);
	expect(fixture, "Space Space Down Space Enter", "open several close ");
	assert_true(fixture->many[0] && !fixture->many[1] && fixture->many[2]);
	expect(fixture, "Space Space Esc", "open none close ");
	assert_true(fixture->many[0]);
}

static void test_leaving_asks(void **state)
{
	struct fixture *fixture = *state;

	expect(fixture, "q Enter Enter", "open close ");
	fixture->dirty_form = true;
	expect(fixture, "q n Enter", "open opened close ");
	expect(fixture, "q y Enter", "open close ");
	expect(fixture, ":hangup", "open hung-up "); /* nobody is there to ask */
}

static void test_palette_runs_commands(void **state)
{
	expect(*state, ":\n\"filter\nEnter Esc", "open chosen close ");
	expect(*state, "F2 Esc Enter", "open opened close ");
	expect(*state, ":\n\"zzzz\nEnter Esc", "open close ");
}

static void test_changes_reload_the_others(void **state)
{
	expect(*state, "Enter", "open opened close ");
	expect(*state, "F1 Esc r", "open reload close ");
}

static void test_readonly_refuses_to_write(void **state)
{
	struct fixture *fixture = *state;

	fixture->session.readonly = true;
	expect(fixture, "n e Enter", "open opened close ");
}

/* The frame asserts it of every screen that is drawn, in each test that opens one. */
static void test_acts_are_checked(void **state)
{
	static const struct screen_act fine[] = {
		{ACTION_UP, .to = ACTION_LAST, .act = NULL},
		{ACTION_OPEN, .act = screen_opened},
		{0},
	};
	static const struct screen_act twice[] = {
		{ACTION_FIRST, .act = screen_opened},
		{ACTION_UP, .to = ACTION_LAST, .act = NULL},
		{0},
	};
	static const struct screen_act keyless[] = {
		{ACTION_SAVE, .act = screen_opened},
		{0},
	};
	struct error err = {0};

	(void)state;
	assert_true(screen_acts_check(fine, CONTEXT_PROJECTS, &err));
	assert_true(screen_acts_check(NULL, CONTEXT_PROJECTS, &err));
	assert_false(screen_acts_check(twice, CONTEXT_PROJECTS, &err));
	assert_non_null(strstr(err.message, "first"));
	assert_false(screen_acts_check(keyless, CONTEXT_PROJECTS, &err));
	assert_non_null(strstr(err.message, "save"));
	assert_true(screen_acts_check(keyless, CONTEXT_FORM, &err));
	for (const struct screen_act *act = ui_design.globals; act->action != ACTION_NONE; act++)
		for (enum action a = act->action; a <= (act->to ? act->to : act->action); a++)
			assert_ptr_equal(screen_act_find(ui_design.globals, a), act);
}

/* What a screen takes off is not to be had, and what it does not offer just now means what it means
 * everywhere. */
static bool never(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return false;
}

static void test_acts_are_found(void **state)
{
	static const struct screen_act acts[] = {
		{ACTION_NEW, .act = screen_opened, .offered = never},
		{ACTION_YEAR_BEFORE, .act = NULL, .to = ACTION_YEAR_AFTER},
		{ACTION_BACK, .act = screen_opened, .offered = never},
		{0},
	};
	struct fixture *fixture = *state;
	struct screen_ops ops = {.context = CONTEXT_PROJECTS, .acts = acts};
	const struct screen screen = {.ops = &ops, .acts = acts};
	struct app *app = &fixture->app;

	app_init(app, &ui_design, &fixture->session, NULL);
	assert_false(app_offers(app, &screen, ACTION_NEW));
	assert_false(app_offers(app, &screen, ACTION_EDIT)); /* of the context, but nothing does it */
	assert_false(app_offers(app, &screen, ACTION_SAVE)); /* not of the context */
	assert_false(app_offers(app, &screen, ACTION_YEAR_AFTER));
	assert_true(app_offers(app, &screen, ACTION_TAB_6));
	assert_true(app_offers(app, &screen, ACTION_BACK));
	ops.overlay = true; /* tabs are not left through a pop-up, whatever its context */
	assert_false(app_offers(app, &screen, ACTION_TAB_6));
	assert_true(app_offers(app, &screen, ACTION_BACK));
	app_close(app);
}

static void test_work_is_waited_for(void **state)
{
	struct fixture *fixture = *state;

	fixture->work = 5;
	expect(fixture, ":wait", "open close ");
	assert_int_equal(fixture->work, 0);
}

static void test_wrong_scripts_fail(void **state)
{
	assert_false(run(*state, "Nowhere\n"));
	assert_false(run(*state, ":dance\n"));
	assert_false(run(*state, ":resize big\n"));
	assert_false(run(*state, "0*Down\n"));
	assert_false(run(*state, ":open\n"));
	assert_false(run(*state, ":open nowhere\n"));
	assert_false(run(*state, ":open office/coverage\n"));
	assert_false(run(*state, ":open problem-types\n")); /* a report and a table of the office */
	assert_false(run(*state, ":field title\n"));
	assert_false(run(*state, ":dump /no/such/folder/file\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_confirm_defaults_to_no, setup, teardown),
		cmocka_unit_test_setup_teardown(test_ask, setup, teardown),
		cmocka_unit_test_setup_teardown(test_editor, setup, teardown),
		cmocka_unit_test_setup_teardown(test_choices, setup, teardown),
		cmocka_unit_test_setup_teardown(test_leaving_asks, setup, teardown),
		cmocka_unit_test_setup_teardown(test_palette_runs_commands, setup, teardown),
		cmocka_unit_test_setup_teardown(test_changes_reload_the_others, setup, teardown),
		cmocka_unit_test_setup_teardown(test_readonly_refuses_to_write, setup, teardown),
		cmocka_unit_test(test_acts_are_checked),
		cmocka_unit_test_setup_teardown(test_acts_are_found, setup, teardown),
		cmocka_unit_test_setup_teardown(test_work_is_waited_for, setup, teardown),
		cmocka_unit_test_setup_teardown(test_wrong_scripts_fail, setup, teardown),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
