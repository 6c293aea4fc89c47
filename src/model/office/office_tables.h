/* office_tables - the list of the office's tables, in the order of its pages; a row stands after those that
 * its fields refer to, so that what is taken back comes back in this order. */
#ifndef MODEL_OFFICE_OFFICE_TABLES_H
#define MODEL_OFFICE_OFFICE_TABLES_H

/* To add one: X(name), and a file that describes `const struct office_table office_name`. */
#define OFFICE_TABLES(X) \
	X(units) \
	X(parameters) \
	X(due_dates) \
	X(problem_types) \
	X(tools) \
	X(rules) \
	X(targets) \
	X(people) \
	X(roles) \
	X(leaders) \
	X(courses) \
	X(attendance) \
	X(indicators) \
	X(indicator_targets) \
	X(indicator_values)

#endif
