/* fuzzy - how well a few letters name something: "eks" or "えくす" for Export. */
#ifndef UI_WIDGET_FUZZY_H
#define UI_WIDGET_FUZZY_H

/* Both are text_key()s. -1 when the letters do not appear in order; else higher is better: letters
 * that follow each other, at the start of words, in a short text. */
int fuzzy_score(const char *pattern, const char *text);

#endif
