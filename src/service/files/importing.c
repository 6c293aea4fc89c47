#include "config.h"

#include "service/files/importing.h"

#include <inttypes.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "model/office/office_sheet.h"
#include "service/files/code_zeros.h"
#include "service/files/importer.h"
#include "service/files/importing_list.h"
#include "store/project_store.h"

void importing_result_free(struct importing_result *result)
{
	sheet_report_free(&result->report);
	vec_free(&result->changes);
	vec_free(&result->found);
	vec_free(&result->doubts);
}

void importing_earlier_free(struct importing_earlier *earlier)
{
	strmap_free(&earlier->projects);
	vec_free(&earlier->files);
}

static const struct importer_kind *kind_of(const struct importing_options *options)
{
	const struct office_sheet *office = sheet_office(options->kind);

	if (!office)
		return options->kind == SHEET_PROJECTS ? &importing_projects : &importing_effects;
	if (office == office_sheet_of(&office_units) && options->whole_tree)
		return &importing_tree;
	/* the files of indicators have forms of their own */
	return office == office_sheet_of(&office_indicators) ||
			office == office_sheet_of(&office_indicator_values) ?
		&importing_indicators : &importing_office;
}

enum { ROWS_BETWEEN_STEPS = 64 };

static bool read_row(const struct sheet_row *row, struct sheet_report *report, void *data,
	struct error *err)
{
	struct importer *importer = data;

	(void)report;
	importer->rows++;
	if (importer->rows % ROWS_BETWEEN_STEPS == 0) {
		/* The rows to come are estimated from the bytes of those that were read. */
		const off_t at = importer->bytes > 0 ? ftello(importer->stream) : 0;
		const int64_t total = at > 0 && importer->rows < INT64_MAX / (importer->bytes + 1) ?
			importer->rows * importer->bytes / at : 0;

		if (!progress_step(&importer->session->progress, _("Import"), importer->rows, total,
			    err))
			return false;
	}
	struct sheet_row mended;
	bool good;

	/* an office's own list of units is read as what it says of the tree */
	if (importer->rows == 1 && importer->kind == &importing_office &&
		sheet_office(importer->options->kind) == office_sheet_of(&office_units) && importing_list_means(row)) {
		importer->kind->release(importer);
		importer->kind = &importing_tree;
		if (!importer->kind->begin(importer, err))
			return false;
	}
	return code_zeros_look(importer->zeros, row, &mended, &good, err) &&
		(!good || importer->kind->row(importer, &mended, err));
}

static bool thrown_away(const struct importer *importer)
{
	return importer->result->report.rejects.count > 0 && !importer->options->skip_bad;
}

static bool read_file(struct importer *importer, FILE *stream, struct error *err)
{
	const struct importing_options *options = importer->options;

	importer->kind = kind_of(options);
	importer->zeros = code_zeros_new(importer->session, options, importer->result);
	const bool read = importer->kind->begin(importer, err) &&
		(importer->kind->file ? importer->kind->file(importer, stream, err) :
			      sheet_read(stream, options->kind,
				      &(struct sheet_options){options->encoding, options->map,
					      options->sheet},
				      read_row, importer, &importer->result->report, err)) &&
		(!importer->kind->judge || importer->kind->judge(importer, err)) &&
		/* What is thrown away need not be whole. */
		(thrown_away(importer) || importer->kind->finish(importer, err));
	importer->kind->release(importer);
	code_zeros_free(importer->zeros);
	return read;
}

bool importing_run(struct session *session, FILE *stream, const struct importing_options *options,
	struct importing_result *result, struct error *err)
{
	struct stat what;
	const bool is_file = fileno(stream) >= 0 && fstat(fileno(stream), &what) == 0 &&
		S_ISREG(what.st_mode);
	struct importer importer = {.session = session, .options = options, .result = result,
		.stream = stream, .bytes = is_file ? (int64_t)what.st_size : 0};

	if (!session_permits(session, PERMISSION_WRITE_PROJECT, session->fiscal_year, NULL, err) ||
		!store_begin(session->store, session->user, "import", options->source, err))
		return false;
	if (options->earlier)
		*vec_add(&options->earlier->files) = options->source;
	bool done = read_file(&importer, stream, err);
	sheet_report_sort(&result->report);
	result->left_out = result->report.rejected_rows;
	/* All or nothing (domain.md §8): one bad row, and nothing is stored, unless told to
	 * skip. */
	if (done && thrown_away(&importer))
		done = error_set(err, ERROR_DATA,
			ngettext("%lld row is bad; nothing was stored.",
				"%lld rows are bad; nothing was stored.",
				(unsigned long)result->left_out),
			(long long)result->left_out);
	if (!done || options->dry_run) {
		store_rollback(session->store);
	} else {
		done = store_commit(session->store, err);
		result->stored = done;
	}
	/* Trees and people read during the import may hold what was rolled back. */
	session_forget(session);
	strmap_free(&importer.seen);
	strbuf_free(&importer.before);
	strbuf_free(&importer.after);
	progress_end(&session->progress);
	return done;
}

/* From so many bytes on, an import is worth preparations. */
enum { MANY_BYTES = 8 << 20 };

bool importing_begin(struct session *session, const char *source, int64_t bytes,
	struct error *err)
{
	if (!session_permits(session, PERMISSION_WRITE_PROJECT, session->fiscal_year, NULL, err))
		return false;
	if (bytes >= MANY_BYTES)
		project_store_expect_many(session->store);
	return store_begin(session->store, session->user, "import", source, err);
}

bool importing_end(struct session *session, bool store, struct error *err)
{
	bool done = true;

	if (store)
		done = store_commit(session->store, err);
	else
		store_rollback(session->store);
	session_forget(session);
	return done;
}
