#include "config.h"

#include "service/session/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/session/cache.h"
#include "service/session/creating.h"
#include "service/session/grants.h"
#include "service/session/prefetch.h"
#include "store/catalogue_store.h"
#include "store/project_store.h"

enum { HOURS_PER_PERSON_YEAR_DEFAULT = 1860 }; /* domain.md §4 */

static void session_take_role(const struct role_grant *grant, void *data)
{
	struct session *session = data;

	if (strcmp(grant->person_code, session->user) != 0 || grant->role <= session->role)
		return;
	session->role = grant->role;
	text_copy(session->unit_code, sizeof session->unit_code, grant->unit_code);
}

/* Roles from the narrowest to the widest are in the order of enum role. */
static void session_look_up_role(struct session *session)
{
	session->cache->open_house = session->cache->people.grants.count == 0;
	session->role = session->cache->open_house ? ROLE_ADMIN : ROLE_VIEWER;
	text_copy(session->unit_code, sizeof session->unit_code, session->body.code);
	grants_each(session, session->fiscal_year, session_take_role, session);
	store_act_as(session->store, role_id(session->role));
}

static bool session_load_people(struct session *session, struct error *err)
{
	struct people *people = &session->cache->people;

	people_free(people);
	if (!unit_store_people(session->store, people, err))
		return false;
	text_copy(session->user_name, sizeof session->user_name, session->user);
	for (size_t i = 0; i < people->people.count; i++)
		if (strcmp(people->people.items[i].code, session->user) == 0)
			text_copy(session->user_name, sizeof session->user_name,
				people->people.items[i].name);
	session_look_up_role(session);
	return true;
}

static bool session_load_catalogues(struct session *session, struct error *err)
{
	/* Before they are read: a change in between is then noticed. */
	session->cache->seen_change = store_last_change(session->store);
	session->cache->seen_masters = store_masters(session->store);
	catalogue_free(&session->problem_types);
	catalogue_free(&session->tools);
	return catalogue_store_load(session->store, CATALOGUE_PROBLEM_TYPE,
		       &session->problem_types, err) &&
		catalogue_store_load(session->store, CATALOGUE_TOOL, &session->tools, err);
}

bool session_open(struct session *session, const struct session_options *options,
	struct error *err)
{
	char *target = options->target ? xstrdup(options->target) : creating_default_target();

	*session = (struct session){0};
	session->cache = xcalloc(1, sizeof *session->cache);
	session->readonly = options->readonly;
	session->fiscal_year =
		options->fiscal_year ? options->fiscal_year : fiscal_year_of(ambient_today());
	text_copy(session->user, sizeof session->user,
		options->user ? options->user : ambient_user());
	session->store = store_open(target,
		options->readonly ? STORE_READ_ONLY : STORE_READ_WRITE, err);
	free(target);
	if (!session->store || !store_body(session->store, &session->body, err) ||
		!session_load_catalogues(session, err) || !session_load_people(session, err)) {
		session_close(session);
		return false;
	}
	session->readonly = session->readonly || store_is_read_only(session->store);
	return true;
}

static void session_drop_trees(struct session_cache *cache)
{
	for (size_t i = 0; i < cache->trees.count; i++) {
		unit_tree_free(cache->trees.items[i]);
		free(cache->trees.items[i]);
	}
	vec_free(&cache->trees);
}

static void session_drop_facts(struct session_cache *cache)
{
	prefetch_drop(cache->prefetch);
	cache->prefetch = NULL;
	if (cache->has_facts)
		facts_free(&cache->facts);
	vec_free(&cache->terms);
	free(cache->facts_filter);
	cache->facts_filter = NULL;
	cache->has_facts = false;
}

void session_close(struct session *session)
{
	if (session->cache) {
		session_drop_trees(session->cache);
		session_drop_facts(session->cache);
		similar_free(session->cache->similar);
		people_free(&session->cache->people);
		free(session->cache);
	}
	catalogue_free(&session->problem_types);
	catalogue_free(&session->tools);
	store_close(session->store);
	*session = (struct session){0};
}

bool session_set_fiscal_year(struct session *session, int fiscal_year, struct error *err)
{
	if (fiscal_year < FISCAL_YEAR_MIN || fiscal_year > FISCAL_YEAR_MAX)
		return error_set(err, ERROR_DATA, _("There is no fiscal year beyond this one."));
	session->fiscal_year = fiscal_year;
	session_look_up_role(session);
	return true;
}

static bool session_take_year(const struct project *project, void *data)
{
	*(int *)data = project->fiscal_year;
	return false;
}

int session_latest_fiscal_year(struct session *session)
{
	const struct filter everything = {0};
	const struct project_sort latest = {.field = FIELD_NUMBER, .descending = true};
	int year = session->fiscal_year;
	struct project_list *list =
		project_store_list(session->store, &everything, &latest, 1, NULL);

	if (list)
		project_list_rows(list, 0, 1, session_take_year, &year, NULL);
	project_list_free(list);
	return year;
}

const struct unit_tree *session_units(struct session *session, int fiscal_year, struct error *err)
{
	struct session_cache *cache = session->cache;

	for (size_t i = 0; i < cache->trees.count; i++)
		if (cache->trees.items[i]->fiscal_year == fiscal_year)
			return cache->trees.items[i];
	struct unit_tree *tree = xcalloc(1, sizeof *tree);
	if (!unit_store_tree(session->store, fiscal_year, tree, err)) {
		free(tree);
		return NULL;
	}
	*vec_add(&cache->trees) = tree;
	return tree;
}

bool session_context(struct session *session, int fiscal_year, struct project_context *context,
	struct error *err)
{
	context->problem_types = &session->problem_types;
	context->tools = &session->tools;
	context->units = session_units(session, fiscal_year, err);
	return context->units != NULL;
}

void session_forget(struct session *session)
{
	session_drop_trees(session->cache);
	session_drop_facts(session->cache);
	/* Masters that cannot be read anew now read as empty; the caller's own reads say why. */
	if (session_load_catalogues(session, NULL))
		session_load_people(session, NULL);
}

bool session_refresh(struct session *session)
{
	const int64_t change = store_last_change(session->store);

	if (change == session->cache->seen_change)
		return false;
	/* Most changes are of projects: units, people and catalogues are then still right. */
	if (store_masters(session->store) != session->cache->seen_masters) {
		session_forget(session);
		return true;
	}
	session->cache->seen_change = change;
	session->cache->facts_stale = true;
	return true;
}

static int session_param(struct session *session, const char *name, int fiscal_year, int otherwise)
{
	int64_t value;

	return store_param_int(session->store, name, fiscal_year, &value) && value > 0 &&
			value <= 1000000 ?
		(int)value :
		otherwise;
}

int session_hours_per_person_year(struct session *session, int fiscal_year)
{
	return session_param(session, "hours_per_person_year", fiscal_year, HOURS_PER_PERSON_YEAR_DEFAULT);
}

int session_working_days(struct session *session, int fiscal_year)
{
	return session_param(session, "working_days", fiscal_year, EFFECT_WORKING_DAYS_DEFAULT);
}

int64_t session_hourly_rate(struct session *session, int fiscal_year)
{
	int64_t rate;

	return store_param_int(session->store, "hourly_rate_yen", fiscal_year, &rate) && rate > 0 ?
		rate : 0;
}
