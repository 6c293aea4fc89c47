#include "config.h"

#include "model/catalogue.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "model/near.h"

enum {
	CIRCLED_ONE = 0x2460, /* ① … ⑳ follow one another */
	CIRCLED_COUNT = 20,
	QUOTE_COLUMNS = 40,
	NEAR_MAX = 5,
	LIST_BYTES = 300, /* of a message, for the names one may choose from */
	HOPS_MAX = 8,     /* merged into one that was merged … */
};

enum rank { RANK_CODE, RANK_NAME, RANK_NAME_EN, RANK_ALIAS };

/* ---- entries ------------------------------------------------------------------------- */

void catalogue_free(struct catalogue *catalogue)
{
	vec_free(&catalogue->entries);
	vec_free(&catalogue->keys);
	arena_free(&catalogue->arena);
}

static bool is_valid(const struct catalogue_entry *entry, int fiscal_year)
{
	return fiscal_year == 0 ||
	       (fiscal_year >= entry->first_fiscal_year &&
		       (entry->last_fiscal_year == 0 || fiscal_year <= entry->last_fiscal_year));
}

int catalogue_find(const struct catalogue *catalogue, const char *code, int fiscal_year)
{
	const struct catalogue_entry *entries = catalogue->entries.items;
	int found = -1;

	assert(code);
	for (size_t i = 0; i < catalogue->entries.count; i++)
		if (strcmp(entries[i].code, code) == 0 && is_valid(&entries[i], fiscal_year) &&
			(found < 0 ||
				entries[i].first_fiscal_year > entries[found].first_fiscal_year))
			found = (int)i;
	return found;
}

/* What stands for an entry in fiscal_year: itself, another version of its code, or the entry it was
 * merged into; -1 when nothing does. */
static int in_force(const struct catalogue *catalogue, int entry, int fiscal_year)
{
	for (int hop = 0; entry >= 0 && hop < HOPS_MAX; hop++) {
		const struct catalogue_entry *at = &catalogue->entries.items[entry];
		if (is_valid(at, fiscal_year))
			return entry;
		const int version = catalogue_find(catalogue, at->code, fiscal_year);
		if (version >= 0)
			return version;
		entry = at->merged_into && *at->merged_into
				? catalogue_find(catalogue, at->merged_into, 0)
				: -1;
	}
	return -1;
}

const char *catalogue_name(const struct catalogue_entry *entry)
{
	return i18n_pick(entry->name, entry->name_en);
}

void catalogue_display_name(const struct catalogue *catalogue, const struct catalogue_entry *entry,
	struct strbuf *out)
{
	const char *code = entry->code;
	int number = 0;

	/* there are circled digits for the codes 1 … 20 */
	for (; *code >= '0' && *code <= '9' && number <= CIRCLED_COUNT; code++)
		number = number * 10 + (*code - '0');
	if (catalogue->kind == CATALOGUE_PROBLEM_TYPE && *entry->code != '0' && !*code &&
		number > 0 && number <= CIRCLED_COUNT) {
		char bytes[4];
		strbuf_add(out, bytes, text_encode((uint32_t)(CIRCLED_ONE + number - 1), bytes));
	}
	strbuf_add_text(out, catalogue_name(entry));
}

/* ---- the index ------------------------------------------------------------------------- */

static int catalogue_compare_keys(const void *a, const void *b)
{
	const struct catalogue_key *left = a;
	const struct catalogue_key *right = b;
	const int order = strcmp(left->text, right->text);

	if (order)
		return order;
	if (left->rank != right->rank)
		return left->rank < right->rank ? -1 : 1;
	return (left->entry > right->entry) - (left->entry < right->entry);
}

static void catalogue_add_text(struct catalogue *catalogue, int entry, enum rank rank,
	const char *text)
{
	*vec_add(&catalogue->keys) =
		(struct catalogue_key){.text = text, .rank = (int)rank, .entry = entry};
}

/* The text as it is, so that most cells need no key, and its key. */
static void catalogue_add_key(struct catalogue *catalogue, int entry, enum rank rank,
	const char *text)
{
	char *key = text_key(text);

	if (*key) {
		catalogue_add_text(catalogue, entry, rank, text);
		if (strcmp(key, text) != 0)
			catalogue_add_text(catalogue, entry, rank,
				arena_strdup(&catalogue->arena, key));
	}
	free(key);
}

void catalogue_index(struct catalogue *catalogue)
{
	catalogue->keys.count = 0;
	for (size_t i = 0; i < catalogue->entries.count; i++) {
		const struct catalogue_entry *entry = &catalogue->entries.items[i];
		catalogue_add_key(catalogue, (int)i, RANK_CODE, entry->code);
		catalogue_add_key(catalogue, (int)i, RANK_NAME, entry->name);
		if (entry->name_en)
			catalogue_add_key(catalogue, (int)i, RANK_NAME_EN, entry->name_en);
		for (const char *alias = entry->aliases; alias && *alias;) {
			const size_t length = strcspn(alias, "\n");
			catalogue_add_key(catalogue, (int)i, RANK_ALIAS,
				arena_strndup(&catalogue->arena, alias, length));
			alias += length + (alias[length] == '\n');
		}
		if (catalogue->kind == CATALOGUE_PROBLEM_TYPE)
			catalogue_add_key(catalogue, (int)i, RANK_NAME,
				arena_printf(&catalogue->arena, "%s%s", entry->code, entry->name));
	}
	if (catalogue->keys.count > 0)
		qsort(catalogue->keys.items, catalogue->keys.count, sizeof *catalogue->keys.items,
			catalogue_compare_keys);
}

/* ---- looking up ------------------------------------------------------------------------- */

/* What a text came to. */
struct match {
	int entry;   /* -1 = none that holds in the year */
	int rival;   /* another that the text means just as well, or -1 */
	int retired; /* one that the text means, but not in that year, or -1 */
};

static struct match look_up(const struct catalogue *catalogue, const char *text, int fiscal_year)
{
	const struct catalogue_entry *entries = catalogue->entries.items;
	const struct catalogue_key *keys = catalogue->keys.items;
	struct match match = {-1, -1, -1};
	size_t low = 0;
	size_t high = catalogue->keys.count;
	int rank = 0;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (strcmp(keys[middle].text, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < catalogue->keys.count && strcmp(keys[low].text, text) == 0; low++) {
		const int entry = in_force(catalogue, keys[low].entry, fiscal_year);
		if (match.entry >= 0 && keys[low].rank > rank)
			break;
		if (entry < 0) {
			match.retired = keys[low].entry;
		} else if (match.entry < 0) {
			match.entry = entry;
			rank = keys[low].rank;
		} else if (strcmp(entries[entry].code, entries[match.entry].code) != 0) {
			match.rival = entry;
		} else if (entries[entry].first_fiscal_year >
			entries[match.entry].first_fiscal_year) {
			match.entry = entry;
		}
	}
	return match;
}

/* Rewrites a key that starts with a number, "(1) 紙・手作業" or "1.紙・手作業", as "1紙・手作業"; false
 * where there is no number. */
static bool join_number(char *key)
{
	static const char *const marks[] = {")", ".", ":", "-", " ", "、", "。"};
	char *from = key + (*key == '(');
	const size_t digits = strspn(from, "0123456789");

	if (digits == 0)
		return false;
	memmove(key, from, digits);
	from += digits;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0];) {
		const size_t length = strlen(marks[i]);
		const bool found = strncmp(from, marks[i], length) == 0;
		from += found ? length : 0;
		i = found ? 0 : i + 1;
	}
	memmove(key + digits, from, strlen(from) + 1);
	return true;
}

/* ---- messages ------------------------------------------------------------------------- */

/* Entries of the year whose names are like text, or all of them when text is NULL. */
static void list_candidates(const struct catalogue *catalogue, const char *text, int fiscal_year,
	struct strbuf *list)
{
	char *key = text ? text_key(text) : NULL;
	int count = 0;

	for (size_t i = 0; i < catalogue->entries.count; i++) {
		const struct catalogue_entry *entry = &catalogue->entries.items[i];
		if (!is_valid(entry, fiscal_year))
			continue;

		bool wanted = !key;
		for (size_t k = 0; !wanted && count < NEAR_MAX && k < catalogue->keys.count; k++) {
			const struct catalogue_key *at = &catalogue->keys.items[k];
			wanted = at->entry == (int)i && at->rank != RANK_CODE &&
				near_match(key, at->text);
		}
		if (!wanted)
			continue;
		count++;

		const size_t before = list->length;
		strbuf_add_text(list, before ? ", " : "");
		catalogue_display_name(catalogue, entry, list);
		if (list->length > LIST_BYTES) {
			strbuf_truncate(list, before);
			strbuf_add_text(list, ", …");
			break;
		}
	}
	free(key);
}

static void catalogue_refuse(const struct catalogue *catalogue, const char *text, int fiscal_year,
	const struct match *match, struct error *err)
{
	const char *kind = catalogue->kind == CATALOGUE_PROBLEM_TYPE ? _("problem type") :
		_("ICT tool");
	struct strbuf quote = {0};
	struct strbuf list = {0};
	struct strbuf hint = {0};
	char year[FISCAL_YEAR_TEXT];

	text_clip(&quote, text, QUOTE_COLUMNS);
	list_candidates(catalogue, text, fiscal_year, &list);
	if (list.length == 0)
		list_candidates(catalogue, NULL, fiscal_year, &list);
	if (list.length > 0)
		strbuf_addf(&hint, _(" (candidates: %s)"), strbuf_text(&list));
	if (fiscal_year == 0) {
		error_set(err, ERROR_DATA, _("“%s” is no %s%s"), strbuf_text(&quote), kind,
			strbuf_text(&hint));
	} else {
		fiscal_year_format(fiscal_year, year);
		error_set(err, ERROR_DATA,
			match->retired >= 0 ? _("“%s” (%s) is not in use in %s%s")
					    : _("“%s” is no %s of %s%s"),
			strbuf_text(&quote), kind, year, strbuf_text(&hint));
	}
	strbuf_free(&quote);
	strbuf_free(&list);
	strbuf_free(&hint);
}

/* ---- resolving ------------------------------------------------------------------------- */

static int resolve_indexed(
	const struct catalogue *catalogue, const char *text, int fiscal_year, struct error *err)
{
	struct match match = look_up(catalogue, text, fiscal_year);

	if (match.entry < 0) {
		char *key = text_key(text);

		match = look_up(catalogue, key, fiscal_year);
		if (match.entry < 0 && match.retired < 0 &&
			catalogue->kind == CATALOGUE_PROBLEM_TYPE && join_number(key))
			match = look_up(catalogue, key, fiscal_year);
		free(key);
	}
	if (match.entry >= 0 && match.rival < 0)
		return match.entry;
	if (err && match.entry < 0)
		catalogue_refuse(catalogue, text, fiscal_year, &match, err);
	else if (err) {
		const struct catalogue_entry *first = &catalogue->entries.items[match.entry];
		const struct catalogue_entry *second = &catalogue->entries.items[match.rival];
		struct strbuf quote = {0};

		text_clip(&quote, text, QUOTE_COLUMNS);
		error_set(err, ERROR_DATA, _("“%s” may be %s (%s) or %s (%s); give the code"),
			strbuf_text(&quote), catalogue_name(first), first->code,
			catalogue_name(second), second->code);
		strbuf_free(&quote);
	}
	return -1;
}

int catalogue_resolve(const struct catalogue *catalogue, const char *text, int fiscal_year,
	struct error *err)
{
	assert(text);
	if (catalogue->keys.count > 0)
		return resolve_indexed(catalogue, text, fiscal_year, err);
	struct catalogue scratch = {.kind = catalogue->kind};
	scratch.entries.items = catalogue->entries.items;
	scratch.entries.count = catalogue->entries.count;
	catalogue_index(&scratch);
	const int found = resolve_indexed(&scratch, text, fiscal_year, err);
	vec_free(&scratch.keys);
	arena_free(&scratch.arena);
	return found;
}
