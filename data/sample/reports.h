/* reports - what the sample's projects say at the half and at the end of the year. */
#ifndef SAMPLE_REPORTS_H
#define SAMPLE_REPORTS_H

#include "base/strbuf.h"
#include "entry.h"
#include "model/project.h"

/* Appends the text of FIELD_PROGRESS … FIELD_RESULT; nothing where the project has not come that
 * far. Figures are those of its lines. */
void reports_add(const struct entry *entry, enum field field, struct strbuf *out);

/* How many cases a year of a line's work there are in all units; 0 = the project does not say. */
int64_t reports_unit_cases(const struct entry *entry, const struct effect *line);

#endif
