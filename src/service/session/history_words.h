/* history_words - what the ids of the history (store/history_store.h) mean to people. An id that
 * nobody has words for is its own word. Texts are translated, not to be freed. */
#ifndef SERVICE_SESSION_HISTORY_WORDS_H
#define SERVICE_SESSION_HISTORY_WORDS_H

/* What was done: "edit" → 変更. */
const char *history_words_what(const char *what);
/* The role it was done in: "head" → 所属長. */
const char *history_words_role(const char *role);
/* What it was done to: "effect_line" → 削減効果の行. */
const char *history_words_entity(const char *entity);
/* The column of that table: "implementation_cost" → 導入経費（円）. */
const char *history_words_field(const char *entity, const char *field);
/* A stored value of that column: a status by its name, anything else as it is. */
const char *history_words_value(const char *entity, const char *field, const char *value);

#endif
