/* w_record - a pop-up with the fields of one record to fill in. */
#ifndef UI_KIT_W_RECORD_H
#define UI_KIT_W_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct app;
struct w_choice_entry;

enum { RECORD_FIELDS_MAX = 12 };

struct w_record_field {
	const char *id;      /* for scripts */
	const char *label;   /* translated */
	const char *value;   /* what stands there at first */
	bool fixed;          /* only shown */
	const char *const *choices;      /* NULL = typed; else the ids that can be chosen */
	const char *const *choice_labels; /* translated, one for each id */
	const char *const *choice_readings; /* kana they are found by; NULL = by their ids */
	size_t choice_count;
};

struct w_record {
	const char *title; /* translated */
	const struct w_record_field *fields;
	size_t field_count;
	/* Takes what stands in the fields (ids where there are choices). False: the message stands beside
	 * *field, or below all (-1, or no room), and the pop-up stays. */
	bool (*accept)(struct app *app, const char *const *values, void *data, int *field,
		struct error *err);
	void *data;
};

/* Blocks until it was accepted (true) or given up. */
bool w_record_run(struct app *app, const struct w_record *record);

#endif
