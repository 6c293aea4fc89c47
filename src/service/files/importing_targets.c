/* importing_targets - import of what sections are to save. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "service/files/importer.h"
#include "store/section_store.h"

enum { TARGET_YEAR, TARGET_PERIOD, TARGET_SECTION, TARGET_HOURS };

static void key_of(const struct section_target *target, char key[192])
{
	snprintf(key, 192, "%d/%s/%s", target->fiscal_year, fiscal_year_period_id(target->period),
		target->section_code);
}

static bool begin(struct importer *importer, struct error *err)
{
	struct section_targets targets;
	char key[192];

	if (!importer_begin_masters(importer, err) ||
		!section_store_targets(importer->session->store, 0, &targets, err))
		return false;
	for (size_t i = 0; i < targets.items.count; i++) {
		key_of(&targets.items.items[i], key);
		strmap_put(&importer->stored, key, 1);
	}
	section_store_targets_free(&targets);
	return true;
}

static bool hours_cell(struct importer *importer, const struct sheet_row *row, int64_t *minutes)
{
	struct error reason = {0};

	if (!importer_required_cell(importer, row, TARGET_HOURS))
		return false;
	if (!effect_parse_hours(row->cells[TARGET_HOURS], minutes, &reason)) {
		importer_reject(importer, row, TARGET_HOURS, reason.message);
		return false;
	}
	if (*minutes >= 0)
		return true;
	importer_reject(importer, row, TARGET_HOURS, _("A target is not negative."));
	return false;
}

static bool period_cell(struct importer *importer, const struct sheet_row *row, enum half *period)
{
	if (!*row->cells[TARGET_PERIOD] ||
		fiscal_year_period_parse(row->cells[TARGET_PERIOD], period))
		return true;
	importer_reject(importer, row, TARGET_PERIOD,
		_("A period is year, first-half or second-half."));
	return false;
}

static bool row_target(struct importer *importer, const struct sheet_row *row, struct error *err)
{
	struct section_target target = {.section_code = row->cells[TARGET_SECTION]};
	int64_t earlier;
	char key[192];
	bool changed;

	if (!importer_required_cell(importer, row, TARGET_SECTION) ||
		!importer_year_cell(importer, row, TARGET_YEAR, importer->session->fiscal_year,
			&target.fiscal_year) ||
		!period_cell(importer, row, &target.period) ||
		!hours_cell(importer, row, &target.minutes))
		return true;
	const struct unit_tree *units = session_units(importer->session, target.fiscal_year, err);
	if (!units)
		return false;
	const int section = unit_tree_find(units, target.section_code);
	if (section < 0 || units->nodes.items[section].unit.kind != UNIT_SECTION)
		return importer_reject(importer, row, TARGET_SECTION,
			_("There is no such section in that fiscal year."));
	key_of(&target, key);
	if (!importer_first(importer, key, row->line, &earlier))
		return importer_reject_second(importer, row, earlier);
	if (!section_store_put_target(importer->session->store, &target, &changed, err))
		return false;
	importer_count(importer, row, key, target.section_code, changed);
	return true;
}

static bool finish(struct importer *importer, struct error *err)
{
	(void)importer;
	(void)err;
	return true;
}

static void release(struct importer *importer)
{
	(void)importer;
}

const struct importer_kind importing_targets = {
	.begin = begin, .row = row_target, .finish = finish, .release = release};
