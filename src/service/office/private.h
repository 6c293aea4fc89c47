/* private - what the files of the office room share. */
#ifndef SERVICE_OFFICE_PRIVATE_H
#define SERVICE_OFFICE_PRIVATE_H

#include "service/office/office.h"

/* Choices that several have. */
bool office_choose_section(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err);
bool office_choose_unit(struct session *session, int fiscal_year, struct office_choices *choices,
	struct error *err);
bool office_choose_person(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err);
void office_add_choice(struct office_choices *choices, const char *id, const char *label);

/* The year in a cell; 0 where it is open. */
int office_year(const struct office_row *row, size_t field);

#endif
