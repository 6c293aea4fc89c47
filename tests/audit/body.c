#include "body.h"

#include "grid.h"

static const char *const plain_names[] = {"総務", "企画", "福祉", "土木", "学校教育", "情報政策", "地域振興",
	"森林", "危機管理", "人事", "会計", "水道", "保健", "観光"};
static const char *const nasty_names[] = {"=1+1", "＝SUM(A1)", "@渡邊", "-見直し", "＋改善", "\"引用\"の", "一,二,三",
	"'=未入力", "髙﨑𠮷野", "①⑧㈱", "Ａｂｃ", "ｶﾅ", "A\\B", "%d%s", "<b>&amp;", "合計", "未分類", "なし", "total"};

const char *body_name(struct body *body, const char *kind)
{
	const char *const name = chance_of(body->chance, 15) ? CHANCE_OF(body->chance, nasty_names) :
		CHANCE_OF(body->chance, plain_names);

	return pool_print(body->pool, "%s%s", name, kind);
}

const char *body_figure(struct body *body, int64_t figure)
{
	return pool_print(body->pool, "%lld", (long long)figure);
}

const char *body_decimal(struct body *body, int64_t hundredths)
{
	const int64_t size = hundredths < 0 ? -hundredths : hundredths;

	return pool_print(body->pool, "%s%lld.%02lld", hundredths < 0 ? "-" : "", (long long)(size / 100),
		(long long)(size % 100));
}

void body_row(struct body *body, struct text *file, const char *const *cells)
{
	for (; *cells; cells++)
		grid_put(body->pool, file, *cells);
	text_add(body->pool, file, "\r\n", 2);
	body->rows++;
}

void body_make(struct body *body, struct pool *pool, struct chance *chance, int projects)
{
	*body = (struct body){.pool = pool, .chance = chance, .projects = projects};
	body_units(body);
	body_people(body);
	body_projects(body);
}
