/* figure - amounts as people write them, with their unit. */
#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

enum figure_unit { FIGURE_YEN, FIGURE_HOURS };

/* The text in NFKC without blanks around it and without its unit: ¥120,000 and 120,000円 are
 * 120,000; 120時間 and 120h are 120. Other units stay (120千円 → 120千), so that they are refused
 * as no number. Caller frees. */
char *figure_without_unit(const char *text, enum figure_unit unit);

#endif
