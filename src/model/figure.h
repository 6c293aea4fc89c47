/* figure - hours as people write them, without their unit: for those who must know how many digits were typed.
 * What a figure comes to is read by quantity.h.
 */
#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

/* The text in NFKC without blanks around it and without the unit: 120時間 and 120h are 120; 90分 stays. Caller
 * frees. */
char *figure_bare_hours(const char *text);

#endif
