#include "config.h"

#include "service/units/reorganising.h"

#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/office/desk.h"

/* ---- around an act --------------------------------------------------------------------------- */

/* The desk on which an act lays its versions; NULL where it may not be. */
static struct office_desk *reorganising_begin(struct session *session, int fiscal_year,
	struct error *err)
{
	if (!session_permits(session, PERMISSION_EDIT_MASTERS, fiscal_year, NULL, err) ||
		!store_begin(session->store, session->user, "reorganise", NULL, err))
		return NULL;
	return office_desk_new(session);
}

static void reorganising_refuse(const struct office_entry *entry, int field, const char *reason,
	void *data)
{
	struct error *refusal = data;

	(void)entry;
	(void)field;
	if (!*refusal->message)
		error_set(refusal, ERROR_DATA, "%s", reason);
}

/* Judges and stores what was laid down, or gives it up; the desk goes. ended (may be NULL): what ends with it. */
static bool reorganising_end(struct session *session, struct office_desk *desk, bool done,
	struct strbuf *ended, struct error *err)
{
	struct error refusal = {0};

	done = done && office_desk_judge(desk, reorganising_refuse, &refusal, err);
	if (done && *refusal.message) {
		*err = refusal;
		done = false;
	}
	if (done && ended)
		office_desk_tell_followed(desk, ended);
	done = store_end(session->store, done && office_desk_store(desk, err), err);
	office_desk_free(desk);
	session_forget(session);
	return done;
}

/* The unit as it is in that year. */
static const struct unit *reorganising_find(struct session *session, int fiscal_year,
	const char *code, struct error *err)
{
	const struct unit_tree *tree = session_units(session, fiscal_year, err);
	const int node = tree ? unit_tree_find_typed(tree, code) : -1;
	char year[FISCAL_YEAR_TEXT];

	if (node >= 0)
		return &tree->nodes.items[node].unit;
	fiscal_year_format(fiscal_year, year);
	if (tree)
		error_set(err, ERROR_DATA, _("There is no unit “%s” in %s."), code, year);
	return NULL;
}

/* A version from that year on. */
static bool reorganising_put(struct office_desk *desk, const struct unit *unit, int fiscal_year,
	struct error *err)
{
	struct unit version = *unit;
	struct error reason = {0};
	int field;

	version.first_fiscal_year = fiscal_year;
	if (office_desk_put_unit(desk, OFFICE_SET, &version, 0, NULL, &field, &reason))
		return true;
	if (field < 0 || reason.code != ERROR_DATA)
		return error_set(err, reason.code, "%s", reason.message);
	return error_set(err, ERROR_DATA, "%s: %s", _(office_units.fields[field].label), reason.message);
}

/* Body ▸ department ▸ section ▸ team: what stands above is one larger. */
static bool reorganising_fits(struct session *session, int fiscal_year, enum unit_kind kind,
	const char *parent_code, struct error *err)
{
	const struct unit *parent = reorganising_find(session, fiscal_year, parent_code, err);

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

	if (!tree)
		return false;
	if (unit_tree_find_typed(tree, code) >= 0)
		return error_set(err, ERROR_DATA, _("The code “%s” is in use already."), code);
	if ((kind != UNIT_DEPARTMENT || (parent_code && *parent_code)) &&
		!reorganising_fits(session, fiscal_year, kind, parent_code ? parent_code : "", err))
		return false;
	struct office_desk *desk = reorganising_begin(session, fiscal_year, err);
	if (!desk)
		return false;
	const struct unit unit = {.code = code, .kind = kind, .name = name, .reading = reading,
		.parent_code = parent_code, .successor_code = ""};
	return reorganising_end(session, desk, reorganising_put(desk, &unit, fiscal_year, err), NULL, err);
}

bool reorganising_rename(struct session *session, int fiscal_year, const char *code,
	const char *name, const char *reading, struct error *err)
{
	const struct unit *unit = reorganising_find(session, fiscal_year, code, err);
	struct office_desk *desk = unit ? reorganising_begin(session, fiscal_year, err) : NULL;

	if (!desk)
		return false;
	struct unit renamed = *unit;
	renamed.name = name;
	renamed.reading = reading;
	if (strcmp(unit->name, name) == 0)
		fiscal_year = unit->first_fiscal_year;
	return reorganising_end(session, desk, reorganising_put(desk, &renamed, fiscal_year, err), NULL,
		err);
}

bool reorganising_move(struct session *session, int fiscal_year, const char *code,
	const char *parent_code, struct error *err)
{
	const struct unit *unit = reorganising_find(session, fiscal_year, code, err);

	if (!unit || !reorganising_fits(session, fiscal_year, unit->kind, parent_code, err))
		return false;
	struct office_desk *desk = reorganising_begin(session, fiscal_year, err);
	if (!desk)
		return false;
	struct unit moved = *unit;
	moved.parent_code = parent_code;
	return reorganising_end(session, desk, reorganising_put(desk, &moved, fiscal_year, err), NULL,
		err);
}

/* Ends versions with the year before; one that begins in that very year is of no more use, and ends
 * as a version of nothing: it is refused. */
static bool reorganising_close_below(struct office_desk *desk, int fiscal_year,
	const struct unit_tree *tree, const char *code, const char *successor_code,
	struct error *err)
{
	const int top = unit_tree_find_typed(tree, code);

	if (top < 0)
		return error_set(err, ERROR_DATA, _("There is no such unit: %s"), code);
	for (int node = top; node < tree->nodes.items[top].end; node++) {
		const struct unit *unit = &tree->nodes.items[node].unit;
		struct unit closed = *unit;

		if (unit->kind == UNIT_BODY)
			return error_set(err, ERROR_DATA, _("The body itself cannot be closed."));
		if (unit->first_fiscal_year >= fiscal_year)
			return error_set(err, ERROR_DATA,
				_("“%s” begins or changes in that very year; undo that instead."),
				unit->code);
		closed.last_fiscal_year = fiscal_year - 1;
		closed.successor_code = node == top ? successor_code : "";
		if (!reorganising_put(desk, &closed, unit->first_fiscal_year, err))
			return false;
	}
	return true;
}

bool reorganising_close(struct session *session, int fiscal_year, const char *const *codes,
	size_t count, const char *successor_code, struct strbuf *ended, struct error *err)
{
	const struct unit_tree *tree = session_units(session, fiscal_year, err);
	bool done = true;

	if (!tree || (*successor_code && !reorganising_find(session, fiscal_year, successor_code, err)))
		return false;
	struct office_desk *desk = reorganising_begin(session, fiscal_year, err);
	if (!desk)
		return false;
	for (size_t i = 0; done && i < count; i++)
		done = strcmp(codes[i], successor_code) == 0 ||
			reorganising_close_below(desk, fiscal_year, tree, codes[i], successor_code, err);
	return reorganising_end(session, desk, done, ended, err);
}

bool reorganising_split(struct session *session, int fiscal_year, const char *code,
	const struct reorganising_part *parts, size_t count, bool closes, struct strbuf *ended,
	struct error *err)
{
	const struct unit_tree *tree = session_units(session, fiscal_year, err);
	bool done = true;

	if (count == 0)
		return error_set(err, ERROR_DATA, _("Say at least one new unit: CODE=NAME"));
	const struct unit *unit = tree ? reorganising_find(session, fiscal_year, code, err) : NULL;
	struct office_desk *desk = unit ? reorganising_begin(session, fiscal_year, err) : NULL;
	if (!desk)
		return false;
	for (size_t i = 0; done && i < count; i++) {
		struct unit part = *unit;

		part.code = parts[i].code;
		part.name = parts[i].name;
		part.successor_code = "";
		part.last_fiscal_year = 0;
		done = unit_tree_find_typed(tree, part.code) < 0 ||
			error_set(err, ERROR_DATA, _("The code “%s” is in use already."), part.code);
		done = done && reorganising_put(desk, &part, fiscal_year, err);
	}
	if (done && closes)
		done = reorganising_close_below(desk, fiscal_year, tree, code, parts[0].code, err);
	return reorganising_end(session, desk, done, ended, err);
}
