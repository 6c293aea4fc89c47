#include "people.h"

static const char minus[] = "△";

const char *people_figure(struct pool *pool, const char *cell)
{
	const char *const digits = *cell == '-' ? cell + 1 : cell;
	const size_t whole = strcspn(digits, ".");
	struct text shown = {0};

	if (!*digits || digits[strspn(digits, "0123456789.")])
		return NULL;
	if (*cell == '-')
		text_add(pool, &shown, minus, strlen(minus));
	for (size_t d = 0; d < whole; d++)
		text_print(pool, &shown, "%s%c", d && (whole - d) % 3 == 0 ? "," : "", digits[d]);
	text_add(pool, &shown, digits + whole, strlen(digits + whole));
	return shown.bytes;
}

const char *people_find(const char *text, size_t length, const char *figure)
{
	const size_t size = strlen(figure);

	for (const char *at = text; (at = strstr(at, figure)) != NULL && at < text + length; at++) {
		const bool begins = at == text || at[-1] == ' ' ||
			(at[-1] == '+' && (at == text + 1 || at[-2] == ' '));

		if (begins && (!at[size] || !strchr("0123456789,.", at[size])))
			return at + size;
	}
	return NULL;
}

bool people_before(const char *text, const char *mark, wide *minutes)
{
	const char *first = mark;

	while (first > text && strchr("0123456789,", first[-1]))
		first--;
	*minutes = 0;
	for (const char *at = first; at < mark; at++)
		if (*at != ',')
			*minutes = *minutes * 10 + (*at - '0');
	if (first - text >= (long)strlen(minus) && memcmp(first - strlen(minus), minus, strlen(minus)) == 0)
		*minutes = -*minutes;
	return first < mark;
}
