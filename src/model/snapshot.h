/* snapshot - frozen results: figures, rules, H and unit tree as one canonical text, sealed by
 * SHA-256 (domain.md §5).
 *
 * The texts are JSON without blanks, keys in a fixed order, so that the same data always gives the
 * same bytes and the same seal; name, day and person of the snapshot are not part of it. What is
 * stored is exactly what was sealed, and is verified without being read.
 */
#ifndef MODEL_SNAPSHOT_H
#define MODEL_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sha2.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/effect.h"
#include "model/rule.h"
#include "model/unit.h"
#include "model/workflow.h"

/* What is frozen of a project; texts are never NULL. */
struct snapshot_project {
	const char *uuid;
	int number;
	const char *title;
	const char *department_code, *section_code, *team_code; /* "" = none */
	const char *problem_type; /* code, "" = 未分類 */
	const char *tools;        /* codes, comma separated, the primary one first */
	enum status status;
	bool excluded;            /* 標準業務 */
	int64_t minutes[STAGE_COUNT][BASIS_COUNT];
};

/* Zero-initialise. Texts live in the arena. */
struct snapshot {
	int fiscal_year;
	int hours_per_person_year;
	const char *rules; /* snapshot_add_rules(); NULL = "[]" */
	const char *units; /* snapshot_add_units(); NULL = "[]" */
	VEC(struct snapshot_project) projects; /* by uuid once snapshot_sort() ran */
	struct arena arena;
};

/* Adds a copy of the project. */
void snapshot_add(struct snapshot *snapshot, const struct snapshot_project *project);
void snapshot_sort(struct snapshot *snapshot);
void snapshot_free(struct snapshot *snapshot);
/* True for a project that counts in totals: not one whose figures effect_minutes_fit() refuses. */
bool snapshot_counts(const struct snapshot_project *project);

/* ---- canonical texts ------------------------------------------------------------------------- */

/* The rules valid in a fiscal year, in the order of their ids: [{"id":1,"tools":…},…] */
void snapshot_add_rules(struct strbuf *out, const struct rule_set *rules, int fiscal_year);
/* The units of a tree in its order: [{"code":…,"kind":…,"name":…,"parent_code":…},…] */
void snapshot_add_units(struct strbuf *out, const struct unit_tree *tree);
/* One flat object; its keys are number title department_code section_code team_code problem_type
 * tools status excluded (0 or 1) estimate_in_year estimate_full_year … actual_full_year. */
void snapshot_add_project(struct strbuf *out, const struct snapshot_project *project);

/* ---- the seal -------------------------------------------------------------------------------- */

enum { SNAPSHOT_SEAL_TEXT = SHA256_DIGEST_STRING_LENGTH /* hexadecimal, with its terminator */ };

/* For verifying what is stored, text by text. */
struct snapshot_seal {
	SHA2_CTX digest;
	char last_uuid[40];
	char last_table[80];
};

void snapshot_seal_start(struct snapshot_seal *seal, int fiscal_year, int hours_per_person_year,
	const char *rules, const char *units);
/* Right after the start: this is made of what was sealed before, by the first seal. */
void snapshot_seal_first(struct snapshot_seal *seal, const char *first_sha256);
/* Projects come in the order of their uuids; false when this one does not. */
bool snapshot_seal_project(struct snapshot_seal *seal, const char *uuid, const char *content);
/* The tables as they were shown that day come after the projects, in the order of their names. */
bool snapshot_seal_table(struct snapshot_seal *seal, const char *name, const char *content);
void snapshot_seal_finish(struct snapshot_seal *seal, char text[SNAPSHOT_SEAL_TEXT]);

/* The seal of a sorted snapshot. False when two projects have one uuid. */
bool snapshot_sha256(const struct snapshot *snapshot, char text[SNAPSHOT_SEAL_TEXT]);

#endif
