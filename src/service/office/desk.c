#include "config.h"

#include "service/office/desk.h"

#include <string.h>

#include "base/i18n.h"
#include "service/office/judge.h"
#include "service/office/private.h"
#include "store/office_store.h"

/* ---- judging --------------------------------------------------------------------------------- */

struct judging {
	struct office_desk *desk;
	void (*refuse)(const struct office_entry *entry, int field, const char *reason, void *data);
	void *data;
	bool again; /* a row was refused: the others stand beside what was there before */
};

static void judging_refuse(struct judging *judging, struct office_entry *entry, int field,
	const struct error *reason)
{
	entry->refused = true;
	judging->again = true;
	judging->refuse(entry, field, reason->message, judging->data);
}

static bool judging_concerns(const struct office_entry *entry)
{
	return entry->is_said && !entry->refused;
}

/* Calls each() for every row that was laid down and still stands for judgement. */
static void judging_each(struct judging *judging, void (*each)(struct judging *judging,
	struct office_entry *entry, const struct office_judge *judge))
{
	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++) {
		struct office_desk_table *rows = &judging->desk->tables[t];
		const struct office_judge *judge = office_judge_of(rows->table);

		for (size_t i = 0; i < rows->entries.count; i++)
			if (judging_concerns(rows->entries.items[i]))
				each(judging, rows->entries.items[i], judge);
	}
}

/* As it was laid down; what was not, or may not be, as it is stored. */
static void judging_lay_out(struct judging *judging)
{
	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++) {
		struct office_desk_table *rows = &judging->desk->tables[t];

		for (size_t i = 0; i < rows->entries.count; i++) {
			struct office_entry *entry = rows->entries.items[i];
			const bool stands = judging_concerns(entry);

			entry->here = stands ? !entry->goes : entry->stored != NULL;
			if (entry->here)
				entry->now = stands ? entry->said : *entry->stored;
		}
	}
}

static void judging_complete(struct judging *judging, struct office_entry *entry,
	const struct office_judge *judge)
{
	struct error reason = {0};

	if (judge && judge->complete && entry->here &&
		!judge->complete(judging->desk, entry, &reason))
		judging_refuse(judging, entry, -1, &reason);
}

static void judging_check(struct judging *judging, struct office_entry *entry,
	const struct office_judge *judge)
{
	struct error reason = {0};
	int field = -1;

	if (!office_entry_changes(entry))
		return;
	if ((entry->here && !office_judge_cells(judging->desk, entry, &field, &reason)) ||
		(judge && judge->check && !judge->check(judging->desk, entry, &reason)))
		judging_refuse(judging, entry, field, &reason);
}

bool office_desk_judge(struct office_desk *desk,
	void (*refuse)(const struct office_entry *entry, int field, const char *reason, void *data),
	void *data, struct error *err)
{
	struct judging judging = {.desk = desk, .refuse = refuse, .data = data, .again = true};

	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++) {
		const struct office_judge *judge = office_judge_of(office_tables[t]);
		const bool asked = desk->tables[t].loaded && judge;

		for (size_t i = 0; asked && i < OFFICE_JUDGE_BESIDE && judge->beside[i]; i++)
			if (!office_desk_table(desk, judge->beside[i], err))
				return false;
	}
	while (judging.again) {
		judging.again = false;
		judging_lay_out(&judging);
		judging_each(&judging, judging_complete);
		if (!judging.again)
			judging_each(&judging, judging_check);
	}
	return true;
}

/* ---- storing --------------------------------------------------------------------------------- */

static bool desk_store_table(struct office_desk *desk, const struct office_desk_table *rows,
	bool goes, struct error *err)
{
	struct store *store = desk->session->store;

	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *entry = rows->entries.items[i];

		if (entry->here == goes || !office_entry_changes(entry))
			continue;
		bool stored;
		if (!entry->here)
			stored = office_store_delete(store, entry->table, entry->stored, err);
		else if (entry->stored)
			stored = office_store_update(store, entry->table, entry->stored,
				&entry->now, err);
		else
			stored = office_store_insert(store, entry->table, &entry->now, err);
		if (!stored)
			return false;
	}
	return true;
}

/* Rows come after those that they refer to, and go before them. */
bool office_desk_store(struct office_desk *desk, struct error *err)
{
	for (size_t t = OFFICE_TABLE_COUNT; t-- > 0;)
		if (!desk_store_table(desk, &desk->tables[t], true, err))
			return false;
	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++)
		if (!desk_store_table(desk, &desk->tables[t], false, err))
			return false;
	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++) {
		const struct office_judge *judge = office_judge_of(office_tables[t]);

		if (desk->tables[t].loaded && judge && judge->whole && !judge->whole(desk, err))
			return false;
	}
	return true;
}
