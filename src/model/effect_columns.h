/* effect_columns - every field of an effect line in one row: what it is in the database, in files and on the
 * sheet of the form. All of that derives from here by expansion, so that a row that leaves something out does
 * not compile.
 *
 *   X(name, id, label, variants, type, stored, locked, cell)
 *
 *   name      EFFECT_FIELD_name
 *   id        heading in files of the machine format
 *   label     heading for people
 *   variants  further headings understood on import, separated by newlines
 *   type      EFFECT_TYPE_type of model/effect_field.h: how it reads and is set, what it is in files, and what
 *             its cell shows and takes. A TEXT needs nothing else.
 *   stored    STORED(kind, member): a member of struct effect and the column of that name; KEY: part of
 *             what tells the lines of a project apart
 *               kind  TEXT, WHOLE (int), COUNT (64 bits), STAGE, PERIOD, MONTHS
 *             COMPUTED: no member of that name
 *   locked    LOCKED: a figure that stays as reported (model/lock.h); or FREE
 *   cell      CELL(part, heading, brief, hint, align, width, brief_width): CELL_name and struct cell_info of
 *             ui/form/form_sheet.h. Or NO_CELL.
 *               part   BEFORE or AFTER the arrow of the sheet; BELOW it, where a width of 0 takes the rest of
 *                      the row, so that the next cell begins another
 */
#ifndef MODEL_EFFECT_COLUMNS_H
#define MODEL_EFFECT_COLUMNS_H

/* clang-format off */
#define EFFECT_COLUMNS(X) \
	X(LINE, "line", N_("Line"), "行\n番\n明細", NUMBER, \
		KEY(WHOLE, line) /* 1, 2, … within the project */, LOCKED, NO_CELL) \
	X(LABEL, "label", N_("Work step"), "作業\n作業名\n業務内容\n項目", TEXT, \
		STORED(TEXT, label) /* 作業 */, LOCKED, \
		CELL(BEFORE, N_("Work step"), NULL, N_("What is done, in a few words"), LEFT, 16, 8)) \
	X(STAGE, "stage", N_("Stage"), "区分\n段階\n見込実績", STAGE, \
		KEY(STAGE, stage), LOCKED, \
		CELL(BEFORE, N_("Stage"), NULL, N_("Estimate, interim forecast or actual"), LEFT, 4, 4)) \
	X(BEFORE_MINUTES, "before_minutes", N_("Minutes a case before"), \
		"取組前分\n取組前1件あたり分\n前1件あたり分\n1件あたり分(前)", MINUTES, \
		STORED(COUNT, before_minutes) /* 1/100 minute per case */, LOCKED, \
		CELL(BEFORE, N_("Before min"), N_("Before"), \
			N_("Before: minutes a case (39.2)"), RIGHT, 6, 6)) \
	X(BEFORE_CASES, "before_cases", N_("Cases before"), "取組前件数\n前件数\n件数(前)", CASES, \
		STORED(COUNT, before_cases) /* per period */, LOCKED, \
		CELL(BEFORE, N_("cases"), NULL, N_("Before: cases a period"), RIGHT, 6, 5)) \
	X(AFTER_MINUTES, "after_minutes", N_("Minutes a case after"), \
		"取組後分\n取組後1件あたり分\n後1件あたり分\n1件あたり分(後)", MINUTES, \
		STORED(COUNT, after_minutes) /* 1/100 minute per case */, LOCKED, \
		CELL(AFTER, N_("After min"), N_("After"), \
			N_("After: minutes a case (19.6)"), RIGHT, 6, 6)) \
	X(AFTER_CASES, "after_cases", N_("Cases after"), "取組後件数\n後件数\n件数(後)", CASES, \
		STORED(COUNT, after_cases), LOCKED, \
		CELL(AFTER, N_("cases"), NULL, N_("After: cases a period"), RIGHT, 6, 5)) \
	X(PERIOD, "period", N_("Period"), "期間\n単位期間\n頻度", PERIOD, \
		STORED(PERIOD, period), LOCKED, \
		CELL(AFTER, N_("per"), NULL, \
			N_("A period of the cases, twelve months one by one, or hours entered directly"), \
			LEFT, 5, 4)) \
	X(PERIODS_IN_YEAR, "periods_in_year", N_("Periods this year"), \
		"月数\n年度内月数\n年度内回数", PERIODS, \
		STORED(WHOLE, periods_in_year) /* months of operation in the year for 月, … */, LOCKED, \
		CELL(AFTER, N_("times"), NULL, \
			N_("Periods in this fiscal year; left empty, they follow the start of operation"), \
			RIGHT, 4, 4)) \
	X(PERIODS_FULL_YEAR, "periods_full_year", N_("Periods in a full year"), \
		"平年度月数\n平年度回数", PERIODS, \
		STORED(WHOLE, periods_full_year) /* 12 for 月, 52 for 週, 1 for 年, working days for 日 */, \
		LOCKED, \
		CELL(BELOW, N_("Periods in a full year"), NULL, \
			N_("Periods in a full year: 12 months, 52 weeks, working days"), RIGHT, 4, 4)) \
	/* direct_in_year and direct_full_year in one; two cells */ \
	X(DIRECT_HOURS, "direct_hours", N_("Hours entered directly"), "直接入力\n直接入力時間", HOURS, \
		COMPUTED, LOCKED, NO_CELL) \
	X(MONTHLY_CASES, "monthly_cases", N_("Cases month by month"), "月別件数", MONTHS, \
		STORED(MONTHS, monthly_cases) /* April … March; EFFECT_MONTHLY only */, LOCKED, NO_CELL) \
	X(DESTINATION, "destination", N_("Use of the freed time"), "使途\n削減時間の使途", DESTINATION, \
		STORED(TEXT, destination) /* 使途, normal form of model/destination.h, or "" */, LOCKED, \
		CELL(BELOW, N_("Use of the freed time"), NULL, \
			N_("What the freed time is used for: Enter lists it"), LEFT, 0, 0)) \
	/* cases a year of this work in all of the organisation that could use it, those of this line \
	 * included; 0 = not given */ \
	X(UNIT_CASES, "unit_cases", N_("Cases a year in all units"), \
		"全庁の年間件数\n業務全体の年間件数\n年間総件数", ALL_CASES, \
		STORED(COUNT, unit_cases), FREE, \
		CELL(BELOW, N_("Cases a year in all units"), NULL, \
			N_("All cases of this work a year, wherever it is done: shows what full use would save"), \
			RIGHT, 9, 9)) \
	/* 0: those in this year follow 運用開始 (model/effect_periods.h) */ \
	X(PERIODS_TYPED, "periods_typed", N_("Periods this year typed by hand"), \
		"回数は手入力\n月数は手入力", YES, \
		STORED(WHOLE, periods_typed), FREE, NO_CELL) \
	/* what the work took and takes, where the line says so: saved is the difference */ \
	X(DIRECT_BEFORE, "direct_before_hours", N_("Hours before"), \
		"導入前時間\n取組前時間\n導入前（時間）\n取組前（時間）\n導入前の時間\n取組前の時間\n導入前時間数", HOURS_BEFORE, \
		COMPUTED, LOCKED, \
		CELL(BELOW, N_("Hours before"), NULL, \
			N_("What the work took in a year (1,095); in-year/full-year where they differ"), \
			RIGHT, 12, 9)) \
	X(DIRECT_AFTER, "direct_after_hours", N_("Hours after"), \
		"導入後時間\n取組後時間\n導入後（時間）\n取組後（時間）\n導入後の時間\n取組後の時間\n導入後時間数", HOURS_AFTER, \
		COMPUTED, LOCKED, \
		CELL(BELOW, N_("Hours after"), NULL, \
			N_("What it takes now (176): the difference is what is saved"), RIGHT, 12, 9))

/* What a line has beside its fields: X(kind, member), as of STORED; KIND is enum effect_kind. */
#define EFFECT_FURTHER(X) \
	X(KIND, kind) \
	X(WHOLE, first_month) /* EFFECT_MONTHLY: index of the first month in effect, 0 = April */ \
	X(COUNT, direct_in_year) /* minutes; EFFECT_DIRECT only */ \
	X(COUNT, direct_full_year) /* minutes */ \
	X(COUNT, direct_before_in_year) /* minutes; EFFECT_UNKNOWN = not given */ \
	X(COUNT, direct_before_full_year) /* minutes; EFFECT_UNKNOWN together with the other */
/* clang-format on */

#endif
