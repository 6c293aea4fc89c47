#include "config.h"

#include "exchange/workbook_part.h"

#include <assert.h>
#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/late_zip.h"

enum { PIECE = 65536 };

/* ---- the package -------------------------------------------------------------------------------- */

struct workbook_package {
	zip_t *zip;
};

static bool part_refuse_broken(const char *name, struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("The workbook is damaged (%s). Open it in the program that it was made with and "
		  "save it anew."), name);
}

struct workbook_package *workbook_package_open(FILE *stream, struct error *err)
{
	if (!late_zip_load(err))
		return NULL;
	/* libzip closes what it is given: it gets a copy */
	FILE *const own = fdopen(dup(fileno(stream)), "rb");
	zip_error_t why;
	zip_source_t *const source = own ? zip_source_filep_create(own, 0, -1, &why) : NULL;
	zip_t *const zip = source ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;

	if (!zip) {
		if (source)
			zip_source_free(source);
		else if (own)
			fclose(own);
		part_refuse_broken(_("not a packed file"), err);
		return NULL;
	}
	struct workbook_package *package = xmalloc(sizeof *package);
	package->zip = zip;
	return package;
}

void workbook_package_close(struct workbook_package *package)
{
	if (!package)
		return;
	zip_discard(package->zip);
	free(package);
}

bool workbook_package_has(const struct workbook_package *package, const char *name)
{
	return zip_name_locate(package->zip, name, 0) >= 0;
}

/* ---- bytes -------------------------------------------------------------------------------------- */

static bool part_fits(uint64_t read, const zip_stat_t *stat, const char *name, struct error *err)
{
	if (read <= PART_LARGE || (read <= PART_BYTES_MAX && (!(stat->valid & ZIP_STAT_COMP_SIZE) ||
		read / PART_GROWTH_MAX <= stat->comp_size)))
		return true;
	return error_set(err, ERROR_DATA,
		_("The workbook unpacks to more than can be meant (%s); it is not read."), name);
}

/* Calls take() with the pieces of a part; it fails by filling err. */
static bool part_each_piece(struct workbook_package *package, const char *name,
	bool (*take)(void *data, const char *bytes, size_t length, struct error *err), void *data,
	struct error *err)
{
	const zip_int64_t index = zip_name_locate(package->zip, name, 0);
	zip_stat_t stat;

	if (index < 0 || zip_stat_index(package->zip, (zip_uint64_t)index, 0, &stat) != 0)
		return part_refuse_broken(name, err);
	if (stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE)
		return error_set(err, ERROR_DATA,
			_("The workbook is encrypted. Take the password off and save it anew."));
	zip_file_t *const file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
	if (!file)
		return part_refuse_broken(name, err);

	char *const bytes = xmalloc(PIECE);
	uint64_t read = 0;
	bool good = true;
	zip_int64_t length;

	while (good && (length = zip_fread(file, bytes, PIECE)) > 0) {
		read += (uint64_t)length;
		good = part_fits(read, &stat, name, err) && take(data, bytes, (size_t)length, err);
	}
	if (good && length < 0)
		good = part_refuse_broken(name, err);
	free(bytes);
	zip_fclose(file);
	return good;
}

struct part_look {
	bool (*take)(void *data, const char *bytes, size_t length);
	void *data;
	bool enough;
};

static bool part_take_look(void *data, const char *bytes, size_t length, struct error *err)
{
	struct part_look *const look = data;

	(void)err;
	look->enough = !look->take(look->data, bytes, length);
	return !look->enough;
}

bool workbook_part_bytes(struct workbook_package *package, const char *name,
	bool (*take)(void *data, const char *bytes, size_t length), void *data, struct error *err)
{
	struct part_look look = {take, data, false};

	return part_each_piece(package, name, part_take_look, &look, err) || look.enough;
}

/* ---- elements ------------------------------------------------------------------------------------ */

struct part_parser {
	XML_Parser expat;
	const struct workbook_part_handler *handler;
	void *data;
	const char *name;
	int depth;
	struct error *err;
	bool stopped; /* err is filled */
};

static void part_stop(struct part_parser *parser)
{
	parser->stopped = true;
	XML_StopParser(parser->expat, XML_FALSE);
}

static const char *part_plain_name(const char *name)
{
	const char *const colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}

static void XMLCALL part_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct part_parser *const parser = data;

	if (parser->stopped)
		return;
	if (++parser->depth > PART_DEPTH_MAX) {
		part_refuse_broken(parser->name, parser->err);
		part_stop(parser);
	} else if (parser->handler->start && !parser->handler->start(parser->data,
		part_plain_name(name), attributes, parser->err)) {
		part_stop(parser);
	}
}

static void XMLCALL part_end(void *data, const XML_Char *name)
{
	struct part_parser *const parser = data;

	parser->depth--;
	if (!parser->stopped && parser->handler->end &&
		!parser->handler->end(parser->data, part_plain_name(name), parser->err))
		part_stop(parser);
}

static void XMLCALL part_text(void *data, const XML_Char *text, int length)
{
	struct part_parser *const parser = data;

	if (!parser->stopped && parser->handler->text &&
		!parser->handler->text(parser->data, text, (size_t)length, parser->err))
		part_stop(parser);
}

/* Nothing that makes workbooks declares a document type; who does so wants entities. */
static void XMLCALL part_doctype(void *data, const XML_Char *name, const XML_Char *system_id,
	const XML_Char *public_id, int has_internal_subset)
{
	struct part_parser *const parser = data;

	(void)name;
	(void)system_id;
	(void)public_id;
	(void)has_internal_subset;
	part_refuse_broken(parser->name, parser->err);
	part_stop(parser);
}

static bool part_parse(struct part_parser *parser, const char *bytes, size_t length, bool last)
{
	if (XML_Parse(parser->expat, bytes, (int)length, last) != XML_STATUS_ERROR)
		return true;
	return parser->stopped ? false : part_refuse_broken(parser->name, parser->err);
}

static bool part_take_piece(void *data, const char *bytes, size_t length, struct error *err)
{
	(void)err; /* it is the parser's */
	return part_parse(data, bytes, length, false);
}

bool workbook_part_read(struct workbook_package *package, const char *name,
	const struct workbook_part_handler *handler, void *data, struct error *err)
{
	struct part_parser parser = {.expat = XML_ParserCreate(NULL), .handler = handler,
		.data = data, .name = name, .err = err};

	assert(parser.expat);
	XML_SetUserData(parser.expat, &parser);
	XML_SetElementHandler(parser.expat, part_start, part_end);
	XML_SetCharacterDataHandler(parser.expat, part_text);
	XML_SetStartDoctypeDeclHandler(parser.expat, part_doctype);
	const bool good = part_each_piece(package, name, part_take_piece, &parser, err) &&
		part_parse(&parser, "", 0, true);
	XML_ParserFree(parser.expat);
	return good;
}

const char *workbook_part_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(part_plain_name(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}
