/* generate - makes 見本県, the invented prefecture that ships with the program.
 *
 *   data/sample/generate WORDS_FOLDER OUTPUT_FOLDER
 *
 * Everything in it is invented. R7 comes out exactly as the published tables in tests/golden: 746
 * projects of 700 teams in 172 sections, of which one is unclassified, 21,572 hours in the year.
 * R6 is the trial before it: 85 projects, 2,383 hours.
 *
 * R7-0426, R7-0198 and R7-0421 are near-copies of R7-0484; README.md has what else was planted.
 *
 * The same words give the same bytes: `make sample` writes the files anew, and
 * tests/tools/sample_same.sh compares them with those committed.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "details.h"
#include "figures.h"
#include "fit.h"
#include "plan.h"
#include "prose.h"
#include "sheets.h"

enum { HOURS_FIRST = 2383 };

static void free_entries(struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		vec_free(&entries->items[i].tools);
		vec_free(&entries->items[i].lines);
	}
	vec_free(entries);
}

int main(int argc, char **argv)
{
	struct words words;
	struct body body;
	struct entries years[SHEETS_YEARS] = {0};
	struct entries *first = &years[0], *second = &years[1];

	if (argc != 3) {
		fprintf(stderr, "usage: %s WORDS_FOLDER OUTPUT_FOLDER\n", argv[0]);
		return EXIT_FAILURE;
	}
	words_read(&words, argv[1]);
	body_build(&body, &words);
	plan_first_year(&body, first);
	plan_second_year(&body, second);
	for (int year = 0; year < SHEETS_YEARS; year++) {
		details_schedule(&years[year]);
		details_fill(&body, &years[year]);
		figures_draw(&years[year]);
	}
	fit_hours(first, 0, HOURS_FIRST);
	for (int type = 1; type <= PROBLEM_TYPES; type++)
		fit_hours(second, type, type_hours[type - 1]);
	for (int year = 0; year < SHEETS_YEARS; year++) {
		figures_add_later_stages(&years[year]);
		details_number(&years[year]);
	}
	plan_copies(first, second, &body);
	for (int year = 0; year < SHEETS_YEARS; year++)
		prose_write(&body, &years[year]);
	sheets_write(&body, years, argv[2]);
	for (int year = 0; year < SHEETS_YEARS; year++)
		free_entries(&years[year]);
	body_free(&body);
	words_free(&words);
	return EXIT_SUCCESS;
}
