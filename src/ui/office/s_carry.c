#include "config.h"

#include "ui/office/s_carry.h"

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/office/office_carry.h"
#include "ui/kit/s_page.h"

/* The value of the page: the id of the table. */
enum { ID };

static bool carry_page_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err)
{
	struct office_carry carry;

	if (!office_carry(app->session, office_table_find(values->texts[ID]), true, &carry, err))
		return false;
	*table = carry.told;
	return true;
}

static void carry_page_subtitle(const struct page_values *values, struct strbuf *out)
{
	const struct office_table *table = office_table_find(values->texts[ID]);

	strbuf_addf(out, "%s: %s", _(table->title), _(table->carried.how));
}

static void carry_page_more(const struct screen *screen, struct strbuf *out)
{
	strbuf_add_text(out, page_text(screen, "reason"));
}

/* All that can come, after a yes. */
static void carry_page_take(struct app *app, struct screen *screen)
{
	const struct office_table *table = office_table_find(page_values_of(screen)->texts[ID]);
	struct office_carry trial = {0}, carry = {0};
	struct error err = {0};
	char year[FISCAL_YEAR_TEXT];

	if (!office_carry(app->session, table, true, &trial, &err)) {
		app_error(app, &err);
		return;
	}
	table_free(&trial.told);
	fiscal_year_format(app->session->fiscal_year, year);
	if (trial.come == 0) {
		app_warn(app, _("There is nothing to take over."));
		return;
	}
	if (!app_confirm(app, ngettext("Take %zu row over into %s: %s?", "Take %zu rows over into %s: %s?", trial.come),
		    trial.come, year, _(table->title)))
		return;
	if (!office_carry(app->session, table, false, &carry, &err)) {
		app_error(app, &err);
		return;
	}
	table_free(&carry.told);
	app_changed(app);
	app_pop(app, screen);
	app_message(app, _("Taken over: %zu; there already: %zu; left out: %zu. u takes it back."), carry.come,
		carry.there, carry.left_out);
}

static const struct screen_act carry_page_acts[] = {
	{ACTION_CARRY, .act = carry_page_take, .offered = page_office},
	PAGE_ACTS
};

static const struct page_ops carry_page = {
	.title = N_("From last year"),
	.context = CONTEXT_ADMIN,
	.empty = N_("Last year has nothing to take over."),
	.make = carry_page_make,
	.subtitle = carry_page_subtitle,
	.more = carry_page_more,
	.acts = carry_page_acts,
};

bool carry_open(struct app *app, const char *id)
{
	return page_open(app, &carry_page, &(struct page_values){.texts = {[ID] = id}});
}
