/* desk_followed - what follows in other tables from what was laid down. */
#include "config.h"

#include "base/i18n.h"
#include "service/office/desk.h"

void office_desk_followed(const struct office_desk *desk,
	void (*each)(const struct office_entry *entry, void *data), void *data)
{
	for (size_t t = 0; t < OFFICE_TABLE_COUNT; t++) {
		const struct office_desk_table *rows = &desk->tables[t];
		bool said = false;

		for (size_t i = 0; !said && i < rows->entries.count; i++)
			said = rows->entries.items[i]->is_said;
		for (size_t i = 0; !said && i < rows->entries.count; i++)
			if (office_entry_changes(rows->entries.items[i]))
				each(rows->entries.items[i], data);
	}
}

struct followed {
	const struct office_table *table; /* of the rows counted last */
	size_t count;
	struct strbuf *out;
};

static void followed_write(struct followed *followed)
{
	if (followed->count)
		strbuf_addf(followed->out, "%s%s %zu", followed->out->length ? _(", ") : "",
			_(followed->table->title), followed->count);
}

static void followed_count(const struct office_entry *entry, void *data)
{
	struct followed *followed = data;

	if (entry->table != followed->table) {
		followed_write(followed);
		*followed = (struct followed){entry->table, 0, followed->out};
	}
	followed->count++;
}

void office_desk_tell_followed(const struct office_desk *desk, struct strbuf *out)
{
	struct followed followed = {.out = out};

	office_desk_followed(desk, followed_count, &followed);
	followed_write(&followed);
}
