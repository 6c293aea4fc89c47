/* body_projects - projects of several years and their effect lines. */
#include "body.h"

static const char *const works[] = {"申請受付", "ｼﾝｾｲ受付", "申請　受付", "議事録作成", "議事録作成", "集計", "シュウケイ"};
static const char *const types[] = {"1", "2", "3", "4", "5", "6", "7", "8", "1", "2"};
static const char *const tools[] = {"", "kintone", "genai", "graffer;genai", "other;kintone;genai", "rpa", "tableau",
	"systems", "logo-chat;line-works", "kintone"};
static const char *const statuses[] = {"draft", "submitted", "approved", "running", "running", "reported",
	"reported", "completed", "returned", "cancelled"};
static const char *const leaders[] = {"", "佐藤 一", "鈴木 二", "高橋　三", "=田中", "佐藤 一"};
static const char *const uses[] = {"", "", "overtime:100", "overtime:60;residents:40",
	"overtime:33;new-work:33;residents:34", "planning:1;other:99", "new-work:17;residents:17;planning:66"};

/* Months from a year before the fiscal year to one after it. */
static const char *body_month(struct body *body, int year)
{
	const int64_t month = chance_from(body->chance, -8, 22);

	if (chance_of(body->chance, 25))
		return "";
	return pool_print(body->pool, "%lld-%02lld", (long long)(year + (month + 15) / 12 - 1),
		(long long)((month + 15) % 12 + 1));
}

static const char *body_yen(struct body *body, int most)
{
	if (chance_of(body->chance, 50))
		return "";
	return body_figure(body, chance_of(body->chance, 3) ? INT64_C(999999999999) :
		chance_from(body->chance, 0, most));
}

/* ---- lines ------------------------------------------------------------------------------------------- */

/* The figures of a line in the columns from before_minutes on, by kind. */
static void body_line(struct body *body, const char *number, int line, const char *stage, int kind,
	const char *destination)
{
	static const char *const periods[] = {"day", "week", "month", "month", "year"};
	struct chance *const chance = body->chance;
	const char *const period = CHANCE_OF(chance, periods);
	const bool nasty = chance_of(chance, 3);
	const int64_t most = nasty ? 100000 : 300;
	const char *cells[] = {body_decimal(body, chance_from(chance, 0, 9000)),
		body_figure(body, chance_from(chance, 0, most)), body_decimal(body, chance_from(chance, 0, 6000)),
		body_figure(body, chance_from(chance, 0, most)), period, "", "", "", ""};
	const char *before = "";
	const char *const all = chance_of(chance, 30) ? body_figure(body, chance_from(chance, 0, 90000)) : "";

	if (same(period, "month") && chance_of(chance, 60))
		cells[5] = body_figure(body, chance_from(chance, 0, 12));
	if (kind == 1) { /* twelve months */
		struct text months = {0};

		for (int m = 0; m < 12; m++)
			text_print(body->pool, &months, "%s%lld", m ? ";" : "",
				(long long)(chance_of(chance, 40) ? 0 : chance_from(chance, 0, 200)));
		cells[1] = cells[3] = cells[4] = cells[5] = "";
		cells[8] = months.bytes;
	} else if (kind == 2) { /* hours for the year */
		const int64_t minutes = nasty ? INT64_C(59999999999) : chance_from(chance, -600, 60000);
		const int64_t size = minutes < 0 ? -minutes : minutes;

		for (int c = 0; c < 6; c++)
			cells[c] = "";
		cells[7] = pool_print(body->pool, "%s%lld:%02lld", minutes < 0 ? "-" : "", (long long)(size / 60),
			(long long)(size % 60));
		if (chance_of(chance, 40) && !nasty) {
			const int64_t took = (minutes < 0 ? 0 : minutes) + chance_from(chance, 0, 9000);

			before = pool_print(body->pool, "%lld:%02lld", (long long)(took / 60), (long long)(took % 60));
		}
	}
	BODY_ROW(body, &body->effects, number, body_figure(body, line), body_name(body, "の作業"), stage, cells[0],
		cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], destination, all, before);
}

void body_effects(struct body *body, const char *number, int fiscal_year, const char *status)
{
	static const char *const stages[] = {"estimate", "forecast", "actual"};
	const bool completed = same(status, "completed");
	const int64_t lines = chance_from(body->chance, 0, 3);

	(void)fiscal_year;
	for (int64_t l = 1; l <= lines; l++) {
		const int64_t kinds = chance_from(body->chance, 0, 9);
		const int kind = kinds < 5 ? 0 : kinds < 7 ? 1 : 2;
		const char *const destination = CHANCE_OF(body->chance, uses);

		for (int s = 0; s < 3; s++) {
			const bool wanted = s == 0 ? completed || chance_of(body->chance, 95) :
				s == 2 && completed ? true : chance_of(body->chance, 25);

			if (wanted)
				body_line(body, number, (int)l, stages[s], kind, destination);
		}
	}
}

/* ---- projects ------------------------------------------------------------------------------------------- */

static const struct body_unit *body_team(struct body *body, int year)
{
	for (int tries = 0; tries < 20 && body->teams.count; tries++) {
		const struct body_unit *const team = &body->teams.items[chance_from(body->chance, 0,
			(int64_t)body->teams.count - 1)];

		if (team->first <= year && (!team->last || team->last >= year))
			return team;
	}
	return NULL;
}

void body_projects(struct body *body)
{
	BODY_ROW(body, &body->project_rows, "number", "fiscal_year", "team_code", "title", "problem_type_code",
		"tools", "status", "leader", "current_issue", "approach", "work", "implementation_cost_yen",
		"running_cost_yen", "started_on", "operating_from", "replicable", "progress", "result_text",
		"status_reason");
	BODY_ROW(body, &body->effects, "project_number", "line", "label", "stage", "before_minutes",
		"before_cases", "after_minutes", "after_cases", "period", "periods_in_year", "periods_full_year",
		"direct_hours", "monthly_cases", "destination", "unit_cases", "direct_before_hours");
	for (int p = 1; p <= body->projects; p++) {
		const int year = (int)chance_from(body->chance, BODY_FIRST_YEAR, BODY_LAST_YEAR + 1);
		const int fiscal_year = year > BODY_LAST_YEAR ? BODY_LAST_YEAR - 1 : year;
		const char *const number = pool_print(body->pool, "R%d-%04d", fiscal_year - 2018, p);
		const char *const status = CHANCE_OF(body->chance, statuses);
		const struct body_unit *const team = body_team(body, fiscal_year);
		const bool draft = same(status, "draft");
		const char *const started = body_month(body, fiscal_year);

		BODY_ROW(body, &body->project_rows, number, body_figure(body, fiscal_year), team ? team->code : "",
			body_name(body, chance_of(body->chance, 30) ? "の見直し" : pool_print(body->pool, "の見直し%d", p)),
			draft && chance_of(body->chance, 40) ? "" : CHANCE_OF(body->chance, types),
			CHANCE_OF(body->chance, tools), status, CHANCE_OF(body->chance, leaders), "手間がかかる",
			"しくみを変える", chance_of(body->chance, 50) ? CHANCE_OF(body->chance, works) : "",
			body_yen(body, 3000000), body_yen(body, 800000),
			*started ? pool_print(body->pool, "%s-14", started) : "", body_month(body, fiscal_year),
			chance_of(body->chance, 50) ? "1" : "0", "進んでいる", "できた",
			same(status, "returned") || same(status, "cancelled") ? "やり直し" : "");
		body_effects(body, number, fiscal_year, status);
	}
}
