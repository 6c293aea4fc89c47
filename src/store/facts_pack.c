#include "config.h"

#include "store/facts_pack.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "store/filter_sql.h"
#include "store/store_private.h"

void facts_reader_open(struct facts_reader *reader, struct store *store)
{
	*reader = (struct facts_reader){.store = store, .next = INT64_MIN,
		.block = facts_block_new()};
}

void facts_reader_close(struct facts_reader *reader)
{
	db_finish(reader->rows);
	db_finish(reader->lines);
	facts_block_free(reader->block);
}

/* ---- from the rows --------------------------------------------------------------------------- */

static int64_t pack_first_id(int64_t number)
{
	return number * (int64_t)FACTS_BLOCK_ROWS;
}

static void pack_bind_range(struct db_statement *query, int64_t number)
{
	db_reset(query);
	db_bind_int(query, 1, pack_first_id(number));
	db_bind_int(query, 2, pack_first_id(number) + FACTS_BLOCK_ROWS - 1);
}

static bool pack_read_rows(struct facts_reader *reader, struct error *err)
{
	enum db_step step;

	if (!reader->rows)
		reader->rows = db_prepare(reader->store->db, "SELECT " FACTS_COLUMNS
			" FROM project AS p WHERE p.id >= ?1 AND p.id <= ?2 ORDER BY p.id", err);
	if (!reader->rows)
		return false;
	pack_bind_range(reader->rows, reader->number);
	while ((step = db_step(reader->rows, err)) == DB_ROW)
		facts_block_add_read(reader->block, reader->rows);
	db_reset(reader->rows);
	return step == DB_DONE;
}

/* What the lines of one project come to. */
struct facts_pack_project {
	int64_t id, fiscal_year;
	struct facts_line_sums lines;
};

/* Adds the project to the sums of its year, or else sees that it is left out of everything. */
static void pack_end_project(struct facts_block *block, const struct facts_pack_project *project)
{
	if (!facts_line_sums_fit(&project->lines)) {
		facts_block_spoil(block, project->id);
		return;
	}
	/* no more than 16,384 that fit, each of which is no more than 2^36 */
	facts_lines_add(facts_block_lines(block, project->fiscal_year), &project->lines, 1);
}

static bool pack_read_lines(struct facts_reader *reader, struct error *err)
{
	struct strbuf sql = {0};
	struct facts_pack_project project = {0};
	enum db_step step;
	bool any = false;

	if (!reader->lines) {
		strbuf_add_text(&sql, "SELECT p.id, p.fiscal_year, e.stage, e.saved_in_year, "
			"e.saved_full_year, e.before_in_year, e.before_full_year FROM project AS p LEFT JOIN effect_line AS e "
			"ON e.project_id = p.id WHERE p.id >= ?1 AND p.id <= ?2 AND ");
		filter_sql_counted(&sql);
		strbuf_add_text(&sql, " ORDER BY p.id");
		reader->lines = db_prepare(reader->store->db, strbuf_text(&sql), err);
		strbuf_free(&sql);
	}
	if (!reader->lines)
		return false;
	pack_bind_range(reader->lines, reader->number);
	/* one row is a project with one of its lines, or with none */
	while ((step = db_step(reader->lines, err)) == DB_ROW) {
		const int64_t id = db_column_int(reader->lines, 0);
		if (any && id != project.id)
			pack_end_project(reader->block, &project);
		if (!any || id != project.id)
			project = (struct facts_pack_project){.id = id, .lines.lines_fit = true,
				.fiscal_year = db_column_int(reader->lines, 1)};
		facts_block_add_line(&project.lines, reader->lines, 2);
		any = true;
	}
	if (any)
		pack_end_project(reader->block, &project);
	db_reset(reader->lines);
	return step == DB_DONE;
}

/* ---- block after block ----------------------------------------------------------------------- */

/* The block that the next project lies in. */
static bool pack_find_next(struct facts_reader *reader, bool *more, struct error *err)
{
	struct db_statement *query = statement_get(reader->store, STATEMENT_PROJECT_NEXT, err);

	*more = false;
	if (reader->ended)
		return true;
	if (!query)
		return false;
	db_bind_int(query, 1, reader->next);
	const enum db_step step = db_step(query, err);
	*more = step == DB_ROW && !db_column_is_null(query, 0);
	if (*more)
		reader->number = db_column_int(query, 0) >> FACTS_BLOCK_BITS;
	db_reset(query);
	reader->ended = !*more || reader->number >= INT64_MAX >> FACTS_BLOCK_BITS;
	if (!reader->ended)
		reader->next = pack_first_id(reader->number + 1);
	return step != DB_FAILED;
}

bool facts_reader_next(struct facts_reader *reader, bool *more, struct error *err)
{
	if (!pack_find_next(reader, more, err))
		return false;
	if (!*more)
		return true;
	facts_block_clear(reader->block);
	reader->packed = false;

	struct db_statement *query = statement_get(reader->store, STATEMENT_FACTS_BLOCK, err);
	if (!query)
		return false;
	db_bind_int(query, 1, reader->number);
	const enum db_step step = db_step(query, err);
	if (step == DB_ROW) {
		size_t length;
		const char *bytes = db_column_blob(query, 0, &length);
		reader->packed = facts_block_unpack(reader->block, reader->number, bytes, length);
	}
	db_reset(query);
	if (step == DB_FAILED)
		return false;
	return reader->packed || (pack_read_rows(reader, err) && pack_read_lines(reader, err));
}

/* ---- keeping the packed form ----------------------------------------------------------------- */

bool facts_pack_put(struct store *store, const struct facts_block *block, int64_t number,
	struct strbuf *bytes, struct error *err)
{
	struct db_statement *put = statement_get(store, STATEMENT_FACTS_BLOCK_PUT, err);

	if (!put)
		return false;
	facts_block_pack(block, number, bytes);
	db_bind_int(put, 1, number);
	db_bind_blob(put, 2, strbuf_text(bytes), bytes->length);
	return db_execute(put, err);
}

bool facts_pack_all(struct store *store, struct error *err)
{
	struct facts_reader reader;
	struct strbuf bytes = {0};
	bool ok, more;

	assert(db_in_transaction(store->db));
	facts_reader_open(&reader, store);
	while ((ok = facts_reader_next(&reader, &more, err)) && more) {
		ok = reader.packed ||
			facts_pack_put(store, reader.block, reader.number, &bytes, err);
		if (!ok)
			break;
	}
	facts_reader_close(&reader);
	strbuf_free(&bytes);
	return ok;
}

bool facts_pack_renew(struct store *store, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_FACTS_BLOCK_ANY, err);

	if (!query)
		return false;
	const enum db_step step = db_step(query, err);
	db_reset(query);
	return step == DB_ROW ? facts_pack_all(store, err) : step == DB_DONE;
}

/* ---- proving it ------------------------------------------------------------------------------ */

/* Whether the block in hand, which came packed, is what its rows would give. */
static bool pack_check_block(struct facts_reader *reader, bool repair,
	void (*report)(const char *line, void *data), void *data, struct error *err)
{
	struct strbuf held = {0}, anew = {0};
	char line[200];

	facts_block_pack(reader->block, reader->number, &held);
	facts_block_clear(reader->block);
	const bool ok = pack_read_rows(reader, err) && pack_read_lines(reader, err);
	if (ok)
		facts_block_pack(reader->block, reader->number, &anew);
	const bool same = held.length == anew.length &&
		memcmp(strbuf_text(&held), strbuf_text(&anew), held.length) == 0;
	strbuf_free(&held);
	strbuf_free(&anew);
	if (!ok || same)
		return ok;

	snprintf(line, sizeof line,
		_("the packed figures of projects %lld to %lld are not those of their rows"),
		(long long)pack_first_id(reader->number),
		(long long)pack_first_id(reader->number) + FACTS_BLOCK_ROWS - 1);
	report(line, data);
	if (!repair)
		return true;

	struct db_statement *drop =
		statement_get(reader->store, STATEMENT_FACTS_BLOCK_DROP, err);
	if (!drop)
		return false;
	db_bind_int(drop, 1, reader->number);
	return db_execute(drop, err);
}

bool facts_pack_check(struct store *store, bool repair,
	void (*report)(const char *line, void *data), void *data, struct error *err)
{
	struct facts_reader reader;
	bool ok, more;

	if (!db_begin_read(store->db, err))
		return false;
	facts_reader_open(&reader, store);
	while ((ok = facts_reader_next(&reader, &more, err)) && more)
		if (reader.packed && !(ok = pack_check_block(&reader, repair, report, data, err)))
			break;
	facts_reader_close(&reader);
	return db_commit(store->db, ok ? err : NULL) && ok;
}
