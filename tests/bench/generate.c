/* generate - seeded data in the program's own import format, for measuring.
 *
 * usage: bench_generate units [-s SEED]
 *        bench_generate projects ROWS [-s SEED]
 *
 * Writes CSV (UTF-8, CRLF) to stdout; the same arguments give the same bytes. The tree of units has
 * the size of a real prefecture (24 departments, 172 sections, 700 teams) whatever the number of
 * projects; all projects are of fiscal year 2025, so that one rollup has to count every one of them.
 * A row has 16 columns and about 411 bytes. Types and tools come in the shares of a published
 * council paper; every tenth row has two tools, one in a hundred is cancelled or still a draft.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPARTMENTS = 24, SECTIONS = 172, TEAMS = 700, SEED = 20251120, MEMO_BYTES = 180 };
#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof((array)[0])))

static const char *const departments[DEPARTMENTS] = {
	"総務部", "企画部", "財政部", "税務部", "市民生活部", "環境部", "福祉保健部", "子ども未来部",
	"商工労働部", "農林水産部", "土木部", "都市整備部", "建築部", "上下水道局", "教育委員会",
	"警察本部", "会計管理局", "議会事務局", "監査事務局", "選挙管理委員会", "危機管理局",
	"観光文化部", "デジタル推進局", "病院局",
};
static const char *const section_words[] = {
	"管理", "企画", "推進", "振興", "指導", "整備", "調整", "相談",
};
static const char *const team_words[] = {
	"管理", "企画", "庶務", "経理", "審査", "調整", "相談", "計画", "指導",
};
static const char *const works[] = {
	"旅費精算", "時間外勤務実績", "補助金交付申請", "施設予約", "住民票交付", "窓口受付記録",
	"議事録作成", "備品台帳", "入札公告", "会計年度任用職員", "税証明書発行", "健診結果",
	"道路損傷通報", "農地台帳", "災害対応記録", "学校徴収金", "契約書", "広報原稿",
};
static const char *const issues[] = {
	"転記作業", "押印確認", "紙の回覧", "集計作業", "電話照会", "日程調整", "二重入力", "現地確認",
};
static const char *const means[] = {
	"電子申請", "表計算マクロ", "自動処理", "業務アプリ", "文字認識", "チャット", "生成AI", "地図",
};
static const char *const memos[] = {
	"従来は紙の様式に記入し押印の上で回覧していた。", "受付から通知までを一元化した。",
	"担当者ごとに異なる様式で集計していた。", "入力の重複をなくし確認の回数を減らした。",
	"月末に作業が集中し時間外勤務の原因となっていた。", "標準の手順を定めて全班で共有した。",
	"問合せの履歴が残らず同じ回答を繰り返していた。", "空いた時間は住民への対応に充てる。",
};
static const char *const families[] = {
	"佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田",
};
static const char *const givens[] = {
	"翔太", "大輔", "健一", "美咲", "陽子", "直樹", "恵", "拓也", "由美", "誠", "彩", "浩二",
};
static const struct weighted {
	const char *code;
	uint32_t weight;
} types[] = {{"1", 255}, {"2", 214}, {"3", 160}, {"4", 40}, {"5", 32}, {"6", 23}, {"7", 18}, {"8", 3}},
	tools[] = {{"kintone", 137}, {"genai", 129}, {"gijiroku-ai", 96}, {"graffer", 96},
		{"systems", 53}, {"line-works", 37}, {"logo-chat", 33}, {"web-meeting", 31},
		{"tableau", 11}, {"rpa", 8}, {"other", 115}},
	statuses[] = {{"submitted", 20}, {"approved", 20}, {"running", 40}, {"reported", 18},
		{"draft", 1}, {"cancelled", 1}};

/* splitmix64 */
static uint64_t next(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

static uint32_t below(uint64_t *state, uint32_t limit)
{
	return (uint32_t)((next(state) >> 32) * limit >> 32);
}

static const char *pick(uint64_t *state, const char *const *words, uint32_t count)
{
	return words[below(state, count)];
}

static const char *pick_weighted(uint64_t *state, const struct weighted *choices, uint32_t count)
{
	uint32_t total = 0, at = 0;

	for (uint32_t i = 0; i < count; i++)
		total += choices[i].weight;
	for (uint32_t left = below(state, total); left >= choices[at].weight; at++)
		left -= choices[at].weight;
	return choices[at].code;
}

static void write_units(void)
{
	printf("code,kind,name,parent_code,first_fiscal_year,last_fiscal_year,successor_code,"
	       "lead_section,position\r\n");
	for (uint32_t d = 0; d < DEPARTMENTS; d++)
		printf("D%02u,department,%s,,2000,,,0,%u\r\n", d, departments[d], d + 1);
	for (uint32_t s = 0; s < SECTIONS; s++)
		printf("S%03u,section,%s第%u課,D%02u,2000,,,%d,%u\r\n", s,
			section_words[s % COUNT(section_words)], s / DEPARTMENTS + 1, s % DEPARTMENTS,
			s < DEPARTMENTS, s + 1);
	for (uint32_t t = 0; t < TEAMS; t++)
		printf("T%03u,team,%s第%u班,S%03u,2000,,,0,%u\r\n", t,
			team_words[t % COUNT(team_words)], t / SECTIONS + 1, t % SECTIONS, t + 1);
}

static void write_uuid(uint64_t *state)
{
	const uint64_t a = next(state), b = next(state);

	printf("%08x-%04x-4%03x-%04x-%012llx", (unsigned)(a >> 32), (unsigned)(a >> 16 & 0xffff),
		(unsigned)(a & 0xfff), (unsigned)(0x8000 | (b >> 48 & 0x3fff)),
		(unsigned long long)(b & UINT64_C(0xffffffffffff)));
}

/* Whole sentences, as many as fit. */
static void write_memo(uint64_t *state)
{
	for (size_t length = 0; length < MEMO_BYTES;) {
		const char *memo = pick(state, memos, COUNT(memos));
		length += strlen(memo);
		fputs(memo, stdout);
	}
}

static void write_project(uint64_t *state, uint32_t row)
{
	const uint32_t team = below(state, TEAMS), section = team % SECTIONS;
	const char *work = pick(state, works, COUNT(works));
	const uint32_t hours = 1 + below(state, 60) * (below(state, 10) == 0 ? 8 : 1);

	write_uuid(state);
	printf(",R7-%04u,2025,T%03u,%sに係る%sの%sによる効率化,%s,%s", row, team, work,
		pick(state, issues, COUNT(issues)), pick(state, means, COUNT(means)),
		pick_weighted(state, types, COUNT(types)),
		pick_weighted(state, tools, COUNT(tools)));
	if (below(state, 10) == 0)
		fputs("; web-meeting", stdout);
	/* one leader a section, as the programme has it */
	printf(",%s,%s%s,%s%s,", pick_weighted(state, statuses, COUNT(statuses)),
		families[section % COUNT(families)],
		givens[section / COUNT(families) % COUNT(givens)],
		pick(state, families, COUNT(families)), pick(state, givens, COUNT(givens)));
	write_memo(state);
	printf(",%s,", work);
	if (below(state, 4) == 0)
		printf("%u", 10000 * (1 + below(state, 90)));
	printf(",,2025-%02u,%u\r\n", 4 + below(state, 9), hours);
}

static int usage(void)
{
	fputs("usage: bench_generate units|projects [ROWS] [-s SEED]\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	uint64_t state = SEED;
	unsigned long rows = 0;

	if (argc < 2)
		return usage();
	for (int i = 2; i < argc; i++) {
		if (strcmp(argv[i], "-s") == 0 && i + 1 < argc)
			state = strtoull(argv[++i], NULL, 10);
		else
			rows = strtoul(argv[i], NULL, 10);
	}
	if (strcmp(argv[1], "units") == 0) {
		write_units();
	} else if (strcmp(argv[1], "projects") == 0 && rows > 0 && rows < UINT32_MAX) {
		fputs("uuid,number,fiscal_year,team_code,title,problem_type_code,tools,status,"
		      "leader,owner,current_issue,work,implementation_cost_yen,running_cost_yen,"
		      "operating_from,hours\r\n", stdout);
		for (unsigned long row = 1; row <= rows; row++)
			write_project(&state, (uint32_t)row);
	} else {
		return usage();
	}
	return fflush(stdout) != 0;
}
