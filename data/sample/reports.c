#include "config.h"

#include "reports.h"

#include <assert.h>

#include "base/decimal.h"
#include "random.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* After a month of operation: 9月… */
static const char *const begun[] = {
	"に運用を始め、班の全員が使っています。",
	"に運用を開始しました。操作の問い合わせも減り、おおむね計画どおりです。",
	"の開始から大きな不具合はなく、以前の手順との併用も終わりました。",
	"から試行を始め、手順書を直しながら対象を広げています。",
	"に予定どおり切り替えました。例外的な案件だけ、以前の方法で処理しています。",
};
static const char *const prepared[] = {
	"の運用開始に向けて、設定と試験を進めています。",
	"の開始に向けて、関係する所属との調整を終え、手順書を作っています。",
	"からの運用に間に合うよう、班で操作を確かめています。",
};
static const char *const plans[] = {
	"利用の状況を毎月確かめ、手順書を見直します。",
	"年度末までに、班の外の担当にも使ってもらいます。",
	"年内に操作の説明会を開き、使い方をそろえます。",
	"繁忙期の前に、例外的な案件の処理を整理します。",
	"ほかの業務にも広げられるか、年度内に検討します。",
	"来年度の担当替えに備え、引継ぎの資料をまとめます。",
};
static const char *const issues[] = {
	"特にありません。",
	"異動した職員への引継ぎの方法が決まっていません。",
	"設定に詳しい職員が限られており、育成が必要です。",
	"入力のしかたが人によってそろわないことがあります。",
	"年度替わりの設定の変更に手間がかかる見込みです。",
	"例外的な案件が想定より多く、手順の見直しが必要です。",
};
static const char *const results[] = {
	"班の中に手順が定着しました。",
	"担当が替わっても、同じ手順で処理できるようになりました。",
	"処理の漏れや手戻りも減りました。",
	"手順書を所属の共有フォルダーに置き、ほかの班にも紹介しました。",
};

/* The report of October: what begins later is being prepared. */
enum { OCTOBER = 6, MONTHS = 12 };

static bool has_stage(const struct entry *entry, enum stage stage)
{
	for (size_t i = 0; i < entry->lines.count; i++)
		if (entry->lines.items[i].stage == stage)
			return true;
	return false;
}

static int64_t hours(const struct entry *entry, enum stage stage)
{
	int64_t minutes = 0;

	for (size_t i = 0; i < entry->lines.count; i++) {
		struct saving saving;
		if (entry->lines.items[i].stage != stage)
			continue;
		const bool good = effect_compute(&entry->lines.items[i], &saving, NULL);
		assert(good);
		minutes += good ? saving.minutes[BASIS_IN_YEAR] : 0;
	}
	return effect_hours(minutes);
}

static void add_progress(const struct entry *entry, struct random *random, struct strbuf *out)
{
	const int month = entry->first_month + 4;
	const bool began = entry->first_month <= OCTOBER;

	strbuf_addf(out, "%d月%s", month > MONTHS ? month - MONTHS : month,
		began ? begun[random_below(random, COUNT(begun))]
		      : prepared[random_below(random, COUNT(prepared))]);
}

static void add_expected(const struct entry *entry, struct strbuf *out)
{
	const int64_t now = hours(entry, STAGE_FORECAST), then = hours(entry, STAGE_ESTIMATE);

	if (now < 0) {
		strbuf_add_text(out, "年度内は、準備に要する時間が削減を上回る見込みです。");
		return;
	}
	strbuf_add_text(out, now == then ? "当初の見込みどおり、年度内に" : "年度内に");
	decimal_add_grouped(out, now, 0, false);
	strbuf_add_text(out, "時間の削減を見込んでいます");
	if (now != then) {
		strbuf_add_text(out, "（当初の見込みは");
		decimal_add_grouped(out, then, 0, false);
		strbuf_add_text(out, "時間）");
	}
	strbuf_add_text(out, "。");
}

static void add_result(const struct entry *entry, struct random *random, struct strbuf *out)
{
	strbuf_add_text(out, "年度内に");
	decimal_add_grouped(out, hours(entry, STAGE_ACTUAL), 0, false);
	strbuf_addf(out, "時間を削減しました。%s", results[random_below(random, COUNT(results))]);
}

void reports_add(const struct entry *entry, enum field field, struct strbuf *out)
{
	struct random random = random_stream(project_fields[field].id,
		(unsigned)(entry->fiscal_year * 1000) + (unsigned)entry->number);

	if (field == FIELD_RESULT) {
		if (entry->status == STATUS_COMPLETED && has_stage(entry, STAGE_ACTUAL) &&
			hours(entry, STAGE_ACTUAL) >= 0)
			add_result(entry, &random, out);
		return;
	}
	if (!has_stage(entry, STAGE_FORECAST))
		return;
	switch (field) {
	case FIELD_PROGRESS:
		add_progress(entry, &random, out);
		break;
	case FIELD_NEXT_PLAN:
		strbuf_add_text(out, plans[random_below(&random, COUNT(plans))]);
		break;
	case FIELD_EXPECTED_SAVINGS:
		add_expected(entry, out);
		break;
	default:
		strbuf_add_text(out, issues[random_below(&random, COUNT(issues))]);
		break;
	}
}

/* One in four of those that others may copy has looked how much there would be to win. */
int64_t reports_unit_cases(const struct entry *entry, const struct effect *line)
{
	enum { ROUND = 100 };

	if (!entry->replicable || entry->number % 4 != 0 || line->stage != STAGE_ESTIMATE ||
		line->kind != EFFECT_PER_PERIOD)
		return 0;
	const int64_t covered = line->before_cases * line->periods_full_year;
	return (covered * (2 + entry->number % 5) + ROUND - 1) / ROUND * ROUND;
}
