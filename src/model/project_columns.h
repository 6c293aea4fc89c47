/* project_columns - every field of a project in one row: what it is in the database, in files, in
 * the form, in lists and in the preview. All of that derives from here by expansion, so that a row
 * that leaves something out does not compile.
 *
 *   X(name, type, id, label, variants, stored, files, found, copied, form, list, preview, sample)
 *
 *   name      FIELD_name
 *   type      FIELD_TYPE_type: how it reads, and how a list aligns it
 *   id        heading in files of the machine format, and its name in JSON, --set and --columns
 *   label     heading for people
 *   variants  further headings understood on import, separated by newlines. The Japanese labels
 *             stand among them: a sheet is in Japanese whatever the language of the program. One
 *             with a unit in brackets is only met by a heading with that unit.
 *   stored    STORED(kind, member, write): a member of struct project and the column of that name
 *               kind   TEXT, KEYED (a text with a search key in the column member_key), CODES, UUID,
 *                      COUNT, YEN, DATE, FLAG, STATUS, EXCLUSION or COUNTER
 *               write  ENTERED with each save; HELD: can be computed anew; STAMPED by the
 *                      store; VERSIONED: one more each time
 *             NAMED(member): a text that is found anew when a project is read; COMPUTED: no member
 *   files     FILES(part, turn, edit)
 *               part   EXPORTED: stands in project files; IMPORTED: only read; INTERNAL: neither
 *               turn   FIRST, THEN or LAST among the cells of a row to be set; NEVER set from text
 *               edit   EDITABLE with edit --set and in the form, or FIXED
 *   found     FOUND(sort, search, filter)
 *               sort   COLUMN: by its column or key; OWN: see store/project_list.c
 *               search SEARCHED: a bare word of a filter finds it; OWN: store/project_held.c; UNSEARCHED
 *               filter WORD: its id and variants are keys of filters that look for words in it;
 *                      OWN: model/filter_key.c has a key about it; UNFILTERED
 *   copied    KEPT by a copy for another team, CLEARED, or OWN: see service/project/registering.c
 *   form      FORM(section, place, widget, named, hint): SECTION_section and ENTRY_widget of
 *             ui/form/private.h; by place (1 to 63), those of a section together; called, and
 *             shown, as the field named. Or NO_FORM.
 *   list      LIST(place, heading, reading, width, wide, rank, rank_above, usual): column of the list of
 *             projects, see struct projects_column in ui/projects/projects_columns.h; by place
 *             (1 to 63). Or NO_LIST.
 *   preview   PREVIEW(place): by place (1 to 63), a long text below the savings. Or NO_PREVIEW.
 *   sample    what the sample prefecture has there: TEXT, NUMBER or AMOUNT(member of struct entry),
 *             REPORT, NOTHING, or OWN; see data/sample/sheets.c
 */
#ifndef MODEL_PROJECT_COLUMNS_H
#define MODEL_PROJECT_COLUMNS_H

/* clang-format off */
#define PROJECT_COLUMNS(X) \
	X(UUID, CODE, "uuid", N_("UUID"), "取組UUID\n識別子", \
		STORED(UUID, uuid, ENTERED), FILES(EXPORTED, FIRST, FIXED), \
		FOUND(COLUMN, UNSEARCHED, OWN), OWN, NO_FORM, NO_LIST, NO_PREVIEW, TEXT(uuid)) \
	X(NUMBER, CODE, "number", N_("Number"), \
		"番号\n取組番号\n管理番号\n整理番号\nNo.\nNo\n№\n取組No\n取組No.", \
		STORED(COUNT, number, ENTERED) /* 0 = none yet */, FILES(EXPORTED, FIRST, FIXED), \
		FOUND(OWN, OWN, OWN), OWN, NO_FORM, \
		LIST(2, N_("No."), "ばんごう", 8, 0, 0, 0, true), NO_PREVIEW, OWN) \
	X(FISCAL_YEAR, CHOICE, "fiscal_year", N_("Fiscal year"), \
		"年度\n取組年度\n対象年度\n実施年度\nFY", \
		STORED(COUNT, fiscal_year, ENTERED), FILES(EXPORTED, FIRST, FIXED), \
		FOUND(COLUMN, UNSEARCHED, OWN), OWN, NO_FORM, NO_LIST, NO_PREVIEW, NUMBER(fiscal_year)) \
	/* units: from the tree of the fiscal year */ \
	X(DEPARTMENT_CODE, CODE, "department_code", N_("Department code"), "部局コード\n部コード", \
		STORED(TEXT, department_code, HELD), FILES(EXPORTED, FIRST, FIXED), \
		FOUND(COLUMN, UNSEARCHED, OWN), OWN, NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	X(DEPARTMENT, CHOICE, "department", N_("Department"), "部局\n部局名\n部\n部名\n部局等\n所管部局", \
		NAMED(department), FILES(EXPORTED, FIRST, FIXED), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, LIST(6, N_("Department"), "ぶきょく", 14, 20, 12, 11, false), PREVIEW(2), \
		OWN) \
	X(SECTION_CODE, CODE, "section_code", N_("Section code"), "所属コード\n課コード\n所属番号", \
		STORED(TEXT, section_code, HELD), FILES(EXPORTED, FIRST, FIXED), \
		FOUND(COLUMN, UNSEARCHED, OWN), OWN, NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	X(SECTION, CHOICE, "section", N_("Section"), \
		"所属\n所属名\n課\n課名\n課室名\n課室\n課所名\n所属課\n所管課\n担当課", \
		NAMED(section), FILES(EXPORTED, FIRST, FIXED), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, LIST(8, N_("Section"), "しょぞく", 12, 18, 9, 5, true), PREVIEW(4), OWN) \
	X(TEAM_CODE, CODE, "team_code", N_("Team code"), "班コード\n係コード\n班番号", \
		STORED(TEXT, team_code, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, OWN), OWN, \
		FORM(BASIC, 2, CHOICE, TEAM, N_("Enter lists the teams.")), \
		NO_LIST, NO_PREVIEW, OWN) \
	X(TEAM, CHOICE, "team", N_("Team"), \
		"班\n班名\n係\n係名\nグループ\nグループ名\n担当班\n班・係", \
		NAMED(team), FILES(EXPORTED, FIRST, EDITABLE), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, LIST(10, N_("Team"), "はん", 12, 18, 5, 8, true), PREVIEW(6), OWN) \
	X(TITLE, TEXT, "title", N_("Title"), \
		"取組名\n件名\n取組\n取組名称\n取組件名\n取組題名\n改善内容\n取組タイトル\nタイトル\n改善件名\n事例名\n改善の名称\n改善名\n改善名称\n取組の名称\n業務改善名", \
		STORED(TEXT, title, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(OWN, OWN, UNFILTERED), KEPT, \
		FORM(BASIC, 4, LINE, TITLE, N_("What is improved and how, in one line.")), \
		LIST(12, N_("Title"), "とりくみめい", 0, 0, 1, 1, true), NO_PREVIEW, TEXT(title)) \
	X(PROBLEM_TYPE_CODE, CODE, "problem_type_code", N_("Problem type code"), \
		"課題類型コード\n類型コード\n課題類型番号\n類型番号", \
		STORED(TEXT, problem_type, ENTERED) /* catalogue code, "" = 未分類 */, \
		FILES(EXPORTED, FIRST, EDITABLE), FOUND(COLUMN, UNSEARCHED, OWN), KEPT, \
		FORM(CONTENT, 20, CHOICE, PROBLEM_TYPE, N_("Enter lists the problem types.")), \
		NO_LIST, NO_PREVIEW, OWN) \
	X(PROBLEM_TYPE, CHOICE, "problem_type", N_("Problem type"), \
		"課題類型\n類型\n課題の類型\n課題分類\n課題区分\n課題類型名", \
		COMPUTED, FILES(EXPORTED, FIRST, EDITABLE), FOUND(OWN, UNSEARCHED, OWN), OWN, NO_FORM, \
		LIST(14, N_("Type"), "かだいるいけい", 4, 22, 6, 6, true), PREVIEW(8), OWN) \
	X(PRIMARY_TOOL, CHOICE, "primary_tool", N_("Primary tool"), \
		"主なICTツール\n主ツール\n主なツール\n主たるツール\n主要ツール\n主たるICTツール", \
		COMPUTED, FILES(EXPORTED, THEN, EDITABLE), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		FORM(TOOLS, 32, CHOICE, PRIMARY_TOOL, N_("The tool the project is counted under.")), \
		LIST(16, N_("Tool"), "おもなつーる", 12, 16, 7, 7, true), NO_PREVIEW, OWN) \
	X(TOOLS, CHOICE, "tools", N_("ICT tools"), \
		"ICTツール\nツール\n使用ツール\nICTツール名\nツール名\n利用ツール\n活用ツール\n使用ICTツール\n活用ICTツール\n導入ツール\nデジタルツール\n使ったツール\n使用したツール", \
		STORED(CODES, tools, ENTERED) /* catalogue codes; the first is the primary one */, \
		FILES(EXPORTED, FIRST, EDITABLE), FOUND(COLUMN, OWN, OWN), KEPT, \
		FORM(TOOLS, 30, CHOICES, TOOLS, N_("Enter lists the tools, Space marks one or more.")), \
		LIST(28, N_("All tools"), "ぜんつーる", 16, 24, 13, 13, false), PREVIEW(10), OWN) \
	X(STATUS, CHOICE, "status", N_("Status"), \
		"状態\nステータス\n進捗\n進捗状況\n進捗状態\n状況", \
		STORED(STATUS, status, ENTERED), FILES(EXPORTED, FIRST, FIXED), \
		FOUND(OWN, UNSEARCHED, OWN), OWN, NO_FORM, \
		LIST(4, N_("Status"), "じょうたい", 10, 0, 4, 4, true), NO_PREVIEW, OWN) \
	X(LEADER, TEXT, "leader", N_("DX leader"), \
		"DX推進リーダー\nリーダー\n推進リーダー\nDXリーダー\nリーダー名\nDX推進リーダー名\nリーダー氏名", \
		STORED(KEYED, leader, ENTERED) /* as typed */, FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, SEARCHED, OWN), CLEARED, \
		FORM(BASIC, 8, SUGGEST, LEADER, \
			N_("Type a name, or Enter lists the people of the section.")), \
		LIST(22, N_("Leader"), "りーだー", 10, 14, 8, 9, true), PREVIEW(12), TEXT(leader)) \
	X(OWNER, TEXT, "owner", N_("Owner"), "担当者\n担当\n担当者名\n担当者氏名\n取組担当者", \
		STORED(KEYED, owner, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, SEARCHED, OWN), CLEARED, \
		FORM(BASIC, 10, SUGGEST, OWNER, \
			N_("Type a name, or Enter lists the people of the section.")), \
		LIST(26, N_("Owner"), "たんとうしゃ", 10, 14, 11, 12, false), PREVIEW(14), TEXT(owner)) \
	X(CURRENT_ISSUE, LONG_TEXT, "current_issue", N_("Current issue"), \
		"現状・課題\n現状課題\n課題\n現状\n現状と課題\n現状及び課題\n現状/課題\n課題・現状\n課題内容", \
		STORED(TEXT, current_issue, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, SEARCHED, UNFILTERED), KEPT, \
		FORM(CONTENT, 22, TEXT, CURRENT_ISSUE, \
			N_("What takes time or goes wrong today. Tab goes on.")), \
		NO_LIST, PREVIEW(40), TEXT(issue)) \
	X(APPROACH, LONG_TEXT, "approach", N_("Approach"), \
		"取組内容\n内容\n取組の内容\n取組概要\n概要\n実施内容\n改善方法", \
		STORED(TEXT, approach, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, SEARCHED, UNFILTERED), KEPT, \
		FORM(CONTENT, 24, TEXT, APPROACH, N_("What you do about it. Tab goes on.")), \
		NO_LIST, PREVIEW(42), TEXT(approach)) \
	X(QUALITATIVE_EFFECT, LONG_TEXT, "qualitative_effect", N_("Qualitative effect"), \
		"定性的効果\n定性効果\n効果\n取組効果\n取組の効果\n期待される効果\n期待効果\n効果の内容", \
		STORED(TEXT, qualitative_effect, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, SEARCHED, UNFILTERED), KEPT, \
		FORM(CONTENT, 26, TEXT, QUALITATIVE_EFFECT, \
			N_("What gets better besides hours. Tab goes on.")), \
		NO_LIST, PREVIEW(44), TEXT(effect)) \
	X(WORK, TEXT, "work", N_("Piece of work"), "業務\n業務名\n対象業務\n対象業務名\n業務名称", \
		STORED(KEYED, work, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, SEARCHED, OWN), KEPT, \
		FORM(BASIC, 6, LINE, WORK, \
			N_("The work this makes easier, as your section calls it.")), \
		LIST(30, N_("Work"), "ぎょうむ", 14, 20, 14, 14, false), PREVIEW(16), TEXT(work)) \
	X(IMPLEMENTATION_COST, YEN, "implementation_cost_yen", N_("Implementation cost (yen)"), \
		"導入経費\n導入経費（円）\n導入費\n導入費用\n導入コスト\n初期費用\n初期経費\nイニシャルコスト", \
		STORED(YEN, implementation_cost, ENTERED) /* -1 = not given */, \
		FILES(EXPORTED, FIRST, EDITABLE), FOUND(COLUMN, UNSEARCHED, OWN), KEPT, \
		FORM(TOOLS, 34, LINE, IMPLEMENTATION_COST, N_("Yen, once; empty when not known.")), \
		LIST(36, N_("Cost"), "どうにゅうけいひ", 11, 0, 17, 17, false), PREVIEW(22), \
		AMOUNT(cost)) \
	X(RUNNING_COST, YEN, "running_cost_yen", N_("Yearly running cost (yen)"), \
		"運用経費\n運用経費（円）\n運用費\n運用費用\n運用コスト\n年間運用経費\n年間経費\nランニングコスト", \
		STORED(YEN, running_cost, ENTERED) /* a year; -1 = not given */, \
		FILES(EXPORTED, FIRST, EDITABLE), FOUND(COLUMN, UNSEARCHED, OWN), KEPT, \
		FORM(TOOLS, 36, LINE, RUNNING_COST, N_("Yen a year; empty when not known.")), \
		LIST(38, N_("Running"), "うんようけいひ", 11, 0, 18, 18, false), PREVIEW(24), \
		AMOUNT(running)) \
	X(STARTED_ON, DATE, "started_on", N_("Start date"), \
		"開始日\n取組開始日\n着手日\n取組開始\n開始年月日\n取組開始年月日", \
		STORED(DATE, started_on, ENTERED) /* year 0 = not given */, \
		FILES(EXPORTED, FIRST, EDITABLE), FOUND(COLUMN, UNSEARCHED, OWN), CLEARED, \
		FORM(BASIC, 12, LINE, STARTED_ON, N_("R7.9.1, 2025-09-01 …")), \
		NO_LIST, PREVIEW(18), OWN) \
	X(OPERATING_FROM, MONTH, "operating_from", N_("In operation from"), \
		"運用開始\n運用開始月\n運用開始年月\n稼働開始\n稼働月\n運用開始時期\n運用開始日", \
		STORED(DATE, operating_from, ENTERED) /* first month of operation; day is 1 */, \
		FILES(EXPORTED, FIRST, EDITABLE), FOUND(COLUMN, UNSEARCHED, OWN), CLEARED, \
		FORM(BASIC, 14, LINE, OPERATING_FROM, N_("The first month: R7.9, 2025-09 …")), \
		LIST(32, N_("From"), "うんようかいし", 7, 0, 15, 15, false), PREVIEW(20), OWN) \
	X(REPLICABLE, FLAG, "replicable", N_("Others may copy"), \
		"横展開\n横展開可\n横展開可否\n横展開の可否\n横展開可能", \
		STORED(FLAG, replicable, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, OWN), KEPT, \
		FORM(TOOLS, 38, FLAG, REPLICABLE, \
			N_("Space changes it: may other teams copy the project?")), \
		LIST(34, N_("Reuse"), "よこてんかい", 6, 0, 16, 16, false), PREVIEW(26), NUMBER(replicable)) \
	X(COPIED_FROM, CODE, "copied_from", N_("Copied from"), \
		"複写元\n横展開元\nコピー元\n参考にした取組", \
		STORED(TEXT, copied_from, ENTERED) /* UUID, or "" */, FILES(EXPORTED, FIRST, FIXED), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), OWN, NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	/* the figures of project->stage */ \
	X(SAVED_IN_YEAR, MINUTES, "saved_minutes_in_year", N_("Saved in the year (minutes)"), \
		"年度内削減（分）\n年度内削減時間（分）\n削減時間（分）\n年間削減時間（分）\n年度内削減分数", \
		COMPUTED, FILES(EXPORTED, LAST, FIXED), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	X(SAVED_FULL_YEAR, MINUTES, "saved_minutes_full_year", N_("Saved in a full year (minutes)"), \
		"平年度削減（分）\n平年度削減時間（分）\n平年度化削減時間（分）\n平年度削減分数", \
		COMPUTED, FILES(EXPORTED, LAST, FIXED), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	/* the actual, whatever stage is shown: a completed project goes out and comes in with it */ \
	X(ACTUAL_IN_YEAR, MINUTES, "actual_minutes_in_year", N_("Actual saved in the year (minutes)"), \
		"実績（分）\n年度内実績（分）\n年度内削減実績（分）\n削減実績（分）\n実績削減時間（分）", \
		COMPUTED, FILES(EXPORTED, LAST, FIXED), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	X(ACTUAL_FULL_YEAR, MINUTES, "actual_minutes_full_year", \
		N_("Actual saved in a full year (minutes)"), \
		"平年度実績（分）\n平年度削減実績（分）\n平年度化実績（分）", \
		COMPUTED, FILES(EXPORTED, LAST, FIXED), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	X(STAGE, CHOICE, "stage", N_("Stage"), \
		"区分\n段階\n見込・実績\n見込/実績\n見込実績区分", \
		COMPUTED, FILES(EXPORTED, FIRST, FIXED), FOUND(OWN, UNSEARCHED, UNFILTERED), OWN, \
		NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	/* 中間報告 */ \
	X(PROGRESS, LONG_TEXT, "progress", N_("Progress (interim report)"), \
		"進捗（中間報告）\n取組の進捗\n取組の進捗状況\n中間報告\n中間報告の内容", \
		STORED(TEXT, progress, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), CLEARED, \
		FORM(INTERIM, 44, TEXT, PROGRESS, N_("How far it has come. Tab goes on.")), \
		NO_LIST, PREVIEW(46), REPORT) \
	X(NEXT_PLAN, LONG_TEXT, "next_plan", N_("Next plan"), \
		"今後の計画\n今後の予定\n今後の取組\n今後の進め方\n後期の計画", \
		STORED(TEXT, next_plan, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), CLEARED, \
		FORM(INTERIM, 46, TEXT, NEXT_PLAN, N_("What is to be done until March. Tab goes on.")), \
		NO_LIST, PREVIEW(48), REPORT) \
	X(EXPECTED_SAVINGS, LONG_TEXT, "expected_savings", N_("Expected savings"), \
		"見込まれる効果\n見込まれる削減効果\n効果の見込み\n削減効果の見込み", \
		STORED(TEXT, expected_savings, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), CLEARED, \
		FORM(INTERIM, 48, TEXT, EXPECTED_SAVINGS, \
			N_("What it will save; figures are the forecast lines of the savings. Tab goes on.")), \
		NO_LIST, PREVIEW(50), REPORT) \
	X(OPEN_ISSUES, LONG_TEXT, "open_issues", N_("Open issues"), \
		"残る課題\n残された課題\n今後の課題\n課題と対応", \
		STORED(TEXT, open_issues, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), CLEARED, \
		FORM(INTERIM, 50, TEXT, OPEN_ISSUES, \
			N_("What is in the way, and who could help. Tab goes on.")), \
		NO_LIST, PREVIEW(52), REPORT) \
	X(RESULT, LONG_TEXT, "result_text", N_("Result (year-end report)"), \
		"成果\n取組の成果\n成果（年度末報告）\n年度末報告\n実績報告\n取組結果", \
		STORED(TEXT, result_text, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), CLEARED, \
		FORM(RESULTS, 56, TEXT, RESULT, \
			N_("What came of it; figures are the actual lines of the savings. Tab goes on.")), \
		NO_LIST, PREVIEW(54), REPORT) \
	/* an estimated line without an actual is then no gap */ \
	X(NO_RESULT, TEXT, "no_result_reason", N_("Why there is no result"), \
		"実績なしの理由\n実績がない理由\n効果なしの理由\n成果なしの理由\n実績なし", \
		STORED(TEXT, no_result_reason, ENTERED), FILES(EXPORTED, FIRST, EDITABLE), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), CLEARED, \
		FORM(RESULTS, 58, LINE, NO_RESULT, \
			N_("Only where nothing can be counted in the end: then the project may be completed without it.")), \
		NO_LIST, PREVIEW(53), NOTHING) \
	X(STATUS_REASON, LONG_TEXT, "status_reason", N_("Reason of the status"), \
		"差戻し・中止の理由\n差戻し理由\n差戻理由\n中止理由\n差戻しの理由\n中止の理由", \
		STORED(TEXT, status_reason, ENTERED) /* of a return or cancellation; else "" */, \
		FILES(EXPORTED, FIRST, FIXED), FOUND(COLUMN, UNSEARCHED, UNFILTERED), CLEARED, \
		NO_FORM, NO_LIST, NO_PREVIEW, NOTHING) \
	X(EXCLUDED, CHOICE, "excluded", N_("Standard work"), \
		"標準業務\n標準業務（対象外）\n除外\n標準業務の区分", \
		STORED(EXCLUSION, exclusion, ENTERED) /* once confirmed it never counts */, \
		FILES(EXPORTED, FIRST, FIXED), FOUND(COLUMN, UNSEARCHED, OWN), CLEARED, \
		NO_FORM, NO_LIST, NO_PREVIEW, OWN) \
	/* a yearly hour figure becomes a directly entered line */ \
	X(HOURS, HOURS, "hours", N_("Hours saved"), \
		"削減時間\n削減時間（年）\n削減時間（時間）\n削減時間（h）\n削減時間（h/年）\n削減時間（時間/年）\n削減時間（年間）\n削減時間（見込）\n" \
		"削減時間数\n年間削減時間\n年間削減時間（時間）\n年間削減時間（h）\n年間の削減時間\n削減見込時間\n削減効果（時間）\n削減効果（時間/年）\n" \
		"hours_per_year\nhours saved", \
		COMPUTED, FILES(IMPORTED, THEN, EDITABLE), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, LIST(18, N_("Est. h"), "みこみじかん さくげんじかん", 8, 0, 2, 2, true), \
		NO_PREVIEW, NOTHING) \
	/* what the work took and takes: in-year hours of the stage that hours are of, where its lines know */ \
	X(HOURS_BEFORE, HOURS, "hours_before", N_("Hours before"), \
		"導入前時間\n取組前時間\n導入前の時間\n取組前の時間\n導入前（時間）\n取組前（時間）\n導入前時間（時間）\n導入前時間（年）\n導入前時間（時間/年）\n導入前（時間/年）\n導入前時間数", \
		COMPUTED, FILES(IMPORTED, THEN, EDITABLE), FOUND(OWN, UNSEARCHED, UNFILTERED), OWN, \
		NO_FORM, LIST(42, N_("Before h"), "どうにゅうまえ", 8, 0, 20, 20, false), NO_PREVIEW, NOTHING) \
	X(HOURS_AFTER, HOURS, "hours_after", N_("Hours after"), \
		"導入後時間\n取組後時間\n導入後の時間\n取組後の時間\n導入後（時間）\n取組後（時間）\n導入後時間（時間）\n導入後時間（年）\n導入後時間（時間/年）\n導入後（時間/年）\n導入後時間数", \
		COMPUTED, FILES(IMPORTED, THEN, EDITABLE), FOUND(OWN, UNSEARCHED, UNFILTERED), OWN, \
		NO_FORM, LIST(44, N_("After h"), "どうにゅうご", 8, 0, 21, 21, false), NO_PREVIEW, NOTHING) \
	X(REDUCTION_RATE, PERCENT, "reduction_rate", N_("Reduction rate"), "削減率\n削減割合", \
		COMPUTED, FILES(INTERNAL, NEVER, FIXED), FOUND(OWN, UNSEARCHED, UNFILTERED), OWN, \
		NO_FORM, LIST(46, N_("Rate"), "さくげんりつ", 7, 0, 22, 22, false), NO_PREVIEW, NOTHING) \
	/* in-year hours of the actual lines, whatever stage is shown */ \
	X(ACTUAL_HOURS, HOURS, "actual_hours", N_("Actual hours saved"), \
		"実績時間\n削減実績\n削減実績時間\n実績削減時間\n削減時間（実績）", \
		COMPUTED, FILES(IMPORTED, THEN, FIXED), FOUND(OWN, UNSEARCHED, OWN), OWN, \
		NO_FORM, LIST(20, N_("Act. h"), "じっせきじかん", 8, 0, 3, 3, true), NO_PREVIEW, NOTHING) \
	X(VERSION, INTEGER, "version", N_("Version"), "版", \
		STORED(COUNTER, version, VERSIONED) /* optimistic lock; 0 = not stored yet */, \
		FILES(INTERNAL, NEVER, FIXED), FOUND(COLUMN, UNSEARCHED, UNFILTERED), OWN, \
		NO_FORM, NO_LIST, NO_PREVIEW, NOTHING) \
	X(UPDATED_AT, DATE, "updated_at", N_("Updated"), "更新日時\n更新日\n最終更新日時", \
		STORED(TEXT, updated_at, STAMPED), FILES(INTERNAL, NEVER, FIXED), \
		FOUND(COLUMN, UNSEARCHED, OWN), OWN, NO_FORM, \
		LIST(24, N_("Updated"), "こうしんにちじ", 10, 16, 10, 10, true), NO_PREVIEW, NOTHING) \
	X(UPDATED_BY, TEXT, "updated_by", N_("Updated by"), "更新者\n最終更新者", \
		STORED(TEXT, updated_by, STAMPED), FILES(INTERNAL, NEVER, FIXED), \
		FOUND(COLUMN, UNSEARCHED, UNFILTERED), OWN, NO_FORM, \
		LIST(40, N_("By"), "こうしんしゃ", 10, 0, 19, 19, false), NO_PREVIEW, NOTHING)
/* clang-format on */

/* How many of the places (1 to 63) whose bits are set in `taken` come before `place`: rows that
 * are numbered in some order, with gaps, stand one after the other in a table. */
#define PROJECT_PLACE(taken, place) __builtin_popcountll((taken) & ((1ULL << (place)) - 1))
#define PROJECT_PLACE_BIT(place) (1ULL << (place))
#define PROJECT_PLACES(taken) __builtin_popcountll(taken)

#endif
