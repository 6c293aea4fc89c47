#include "config.h"

#include "service/units/reorganising.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "store/unit_store.h"

/* ---- around an act --------------------------------------------------------------------------- */

static bool begin(struct session *session, int fiscal_year, struct error *err)
{
	return session_permits(session, PERMISSION_EDIT_MASTERS, fiscal_year, NULL, err) &&
		store_begin(session->store, session->user, "reorganise", NULL, err);
}

/* Every tree from that year on must be whole: units that come or go later hang on it too. */
static bool trees_are_whole(struct session *session, int fiscal_year, struct error *err)
{
	struct unit_tree versions = {0};
	bool whole = unit_store_all(session->store, &versions, err);

	for (int year = fiscal_year; whole && year <= FISCAL_YEAR_MAX;) {
		struct unit_tree tree = {0};
		int next = FISCAL_YEAR_MAX + 1;

		whole = unit_store_tree(session->store, year, &tree, err);
		unit_tree_free(&tree);
		for (size_t i = 0; i < versions.nodes.count; i++) {
			const struct unit *unit = &versions.nodes.items[i].unit;
			const int ends = unit->last_fiscal_year ? unit->last_fiscal_year + 1 : 0;

			if (unit->first_fiscal_year > year && unit->first_fiscal_year < next)
				next = unit->first_fiscal_year;
			if (ends > year && ends < next)
				next = ends;
		}
		year = next;
	}
	unit_tree_free(&versions);
	return whole;
}

static bool end(struct session *session, int fiscal_year, bool done, struct error *err)
{
	done = done && trees_are_whole(session, fiscal_year, err) &&
		store_commit(session->store, err);
	if (!done)
		store_rollback(session->store);
	session_forget(session);
	return done;
}

/* The unit as it is in that year. */
static const struct unit *find(struct session *session, int fiscal_year, const char *code,
	struct error *err)
{
	const struct unit_tree *tree = session_units(session, fiscal_year, err);
	const int node = tree ? unit_tree_find(tree, code) : -1;
	char year[FISCAL_YEAR_TEXT];

	if (node >= 0)
		return &tree->nodes.items[node].unit;
	fiscal_year_format(fiscal_year, year);
	if (tree)
		error_set(err, ERROR_DATA, _("There is no unit “%s” in %s."), code, year);
	return NULL;
}

/* A version from that year on. */
static bool put_version(struct session *session, const struct unit *unit, int fiscal_year,
	struct error *err)
{
	struct unit version = *unit;
	bool changed;

	version.first_fiscal_year = fiscal_year;
	return unit_store_put(session->store, &version, &changed, err);
}

static bool name_is_given(const char *name, struct error *err)
{
	size_t length;

	text_trim(name, &length);
	return length > 0 || error_set(err, ERROR_DATA, _("A unit needs a name."));
}

/* Body ▸ department ▸ section ▸ team: what stands above is one larger. */
static bool fits_below(struct session *session, int fiscal_year, enum unit_kind kind,
	const char *parent_code, struct error *err)
{
	const struct unit *parent = find(session, fiscal_year, parent_code, err);

	return parent && (parent->kind == kind - 1 || error_set(err, ERROR_DATA,
		_("A %s does not stand below “%s”, which is a %s."), unit_kind_label(kind),
		parent_code, unit_kind_label(parent->kind)));
}

/* ---- acts ------------------------------------------------------------------------------------ */

bool reorganising_add(struct session *session, int fiscal_year, enum unit_kind kind,
	const char *code, const char *name, const char *reading, const char *parent_code,
	struct error *err)
{
	const struct unit_tree *tree = session_units(session, fiscal_year, err);

	if (!tree || !name_is_given(name, err))
		return false;
	if (!*code || strpbrk(code, " ,/|\t\n"))
		return error_set(err, ERROR_DATA,
			_("“%s” is no code: leave out blanks, commas, slashes and bars."), code);
	if (unit_tree_find(tree, code) >= 0)
		return error_set(err, ERROR_DATA, _("The code “%s” is in use already."), code);
	if ((kind != UNIT_DEPARTMENT || (parent_code && *parent_code)) &&
		!fits_below(session, fiscal_year, kind, parent_code ? parent_code : "", err))
		return false;
	if (!begin(session, fiscal_year, err))
		return false;
	const struct unit unit = {.code = code, .kind = kind, .name = name, .reading = reading,
		.parent_code = parent_code ? parent_code : "", .successor_code = ""};
	return end(session, fiscal_year, put_version(session, &unit, fiscal_year, err), err);
}

bool reorganising_rename(struct session *session, int fiscal_year, const char *code,
	const char *name, const char *reading, struct error *err)
{
	const struct unit *unit = find(session, fiscal_year, code, err);

	if (!unit || !name_is_given(name, err) || !begin(session, fiscal_year, err))
		return false;
	struct unit renamed = *unit;
	renamed.name = name;
	renamed.reading = reading;
	if (strcmp(unit->name, name) == 0)
		fiscal_year = unit->first_fiscal_year;
	return end(session, fiscal_year, put_version(session, &renamed, fiscal_year, err), err);
}

bool reorganising_move(struct session *session, int fiscal_year, const char *code,
	const char *parent_code, struct error *err)
{
	const struct unit *unit = find(session, fiscal_year, code, err);

	if (!unit || !fits_below(session, fiscal_year, unit->kind, parent_code, err) ||
		!begin(session, fiscal_year, err))
		return false;
	struct unit moved = *unit;
	moved.parent_code = parent_code;
	return end(session, fiscal_year, put_version(session, &moved, fiscal_year, err), err);
}

/* Projects of that year or later keep their unit from going. */
static bool is_unused(struct session *session, int fiscal_year, const char *code,
	struct error *err)
{
	int64_t projects;

	if (!unit_store_used(session->store, code, fiscal_year, &projects, err))
		return false;
	return projects == 0 || error_set(err, ERROR_DATA,
		ngettext("“%s” has %lld project in that fiscal year or later; move it to another team first.",
			"“%s” has %lld projects in that fiscal year or later; move them to another team first.",
			(unsigned long)projects),
		code, (long long)projects);
}

/* Ends a version with the year before; one that begins in that very year is of no more use, and ends
 * as a version of nothing: it is refused. */
static bool close_one(struct session *session, int fiscal_year, const struct unit *unit,
	const char *successor_code, struct error *err)
{
	struct unit closed = *unit;
	bool changed;

	if (unit->kind == UNIT_BODY)
		return error_set(err, ERROR_DATA, _("The body itself cannot be closed."));
	if (unit->first_fiscal_year >= fiscal_year)
		return error_set(err, ERROR_DATA,
			_("“%s” begins or changes in that very year; undo that instead."),
			unit->code);
	closed.last_fiscal_year = fiscal_year - 1;
	closed.successor_code = successor_code;
	return unit_store_put(session->store, &closed, &changed, err);
}

static bool close_below(struct session *session, int fiscal_year, const struct unit_tree *tree,
	const char *code, const char *successor_code, struct error *err)
{
	const int top = unit_tree_find(tree, code);

	if (top < 0)
		return error_set(err, ERROR_DATA, _("There is no such unit: %s"), code);
	if (!is_unused(session, fiscal_year, code, err))
		return false;
	for (int node = top; node < tree->nodes.items[top].end; node++)
		if (!close_one(session, fiscal_year, &tree->nodes.items[node].unit,
			    node == top ? successor_code : "", err))
			return false;
	return true;
}

bool reorganising_close(struct session *session, int fiscal_year, const char *const *codes,
	size_t count, const char *successor_code, struct error *err)
{
	struct unit_tree tree = {0};

	if (*successor_code && !find(session, fiscal_year, successor_code, err))
		return false;
	if (!begin(session, fiscal_year, err))
		return false;
	/* a tree of our own: the session's goes with the first unit that is stored */
	bool done = unit_store_tree(session->store, fiscal_year, &tree, err);
	for (size_t i = 0; done && i < count; i++)
		done = strcmp(codes[i], successor_code) == 0 ||
			close_below(session, fiscal_year, &tree, codes[i], successor_code, err);
	unit_tree_free(&tree);
	return end(session, fiscal_year, done, err);
}

bool reorganising_split(struct session *session, int fiscal_year, const char *code,
	const struct reorganising_part *parts, size_t count, bool closes, struct error *err)
{
	struct unit_tree tree = {0};

	if (count == 0)
		return error_set(err, ERROR_DATA, _("Say at least one new unit: CODE=NAME"));
	if (!find(session, fiscal_year, code, err) || !begin(session, fiscal_year, err))
		return false;
	bool done = unit_store_tree(session->store, fiscal_year, &tree, err);
	const int node = done ? unit_tree_find(&tree, code) : -1;
	for (size_t i = 0; done && i < count; i++) {
		struct unit part = tree.nodes.items[node].unit;

		part.code = parts[i].code;
		part.name = parts[i].name;
		part.successor_code = "";
		part.last_fiscal_year = 0;
		if (unit_tree_find(&tree, part.code) >= 0)
			done = error_set(err, ERROR_DATA, _("The code “%s” is in use already."),
				part.code);
		else
			done = name_is_given(part.name, err) &&
				put_version(session, &part, fiscal_year, err);
	}
	if (done && closes)
		done = close_below(session, fiscal_year, &tree, code, parts[0].code, err);
	unit_tree_free(&tree);
	return end(session, fiscal_year, done, err);
}
