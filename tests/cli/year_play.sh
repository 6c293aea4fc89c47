#!/bin/sh
# The programme's whole year, played through by those who work in it: 172 leaders log and report, their
# heads decide, roles change hands, a department sends something back, the office counts and freezes.
# Every table ties after every step; in November the database holds what the sample holds, byte for
# byte; R8 begins with another tree, other leaders and the exclusion rule, and R7 stays as it was.
command -v sqlite3 >/dev/null || exit 77
. "${abs_srcdir:?}/tests/cli/lib.sh"

sample=$abs_srcdir/data/sample
URANIWA_DB=$work/year.db
export URANIWA_DB URANIWA_USER URANIWA_NOW

sqlite3 sheets.db <<END || exit 99
.mode csv
.import $sample/people.csv people
.import $sample/leaders.csv leaders
.import $sample/projects.csv projects
.import $sample/effects.csv effects
CREATE INDEX by_section ON projects(fiscal_year, section_code);
CREATE INDEX by_project ON effects(project_number, stage);
CREATE TABLE turns AS SELECT p.section_code, min(l.person_code) AS first, max(later.person_code) AS last,
	max(h.code) AS head
FROM (SELECT DISTINCT section_code FROM projects WHERE fiscal_year = 2025) p
JOIN leaders l ON l.section_code = p.section_code AND l.fiscal_year = 2025 AND l."from" = '2025-04-01'
JOIN leaders later ON later.section_code = p.section_code AND later.fiscal_year = 2025 AND later."to" = ''
JOIN people h ON h.role = 'head' AND h.unit_code = p.section_code
	AND h.role_first_fiscal_year <= 2025
	AND (h.role_last_fiscal_year = '' OR h.role_last_fiscal_year >= 2025)
GROUP BY p.section_code;
END
ask() {
	sqlite3 sheets.db "$1"
}
# sheet FILE QUERY: its rows as a file to import.
sheet() {
	sqlite3 -header -csv sheets.db "$2" >"$1"
}
# On a day, as somebody.
on() {
	URANIWA_NOW=$1T10:00:00
}
as() {
	URANIWA_USER=$1
}
# As the person in the column of turns, for each section: leads to `step SECTION`.
each_section() {
	ask "SELECT section_code || ' ' || $1 FROM turns" >people.txt
	[ "$(wc -l <people.txt)" -eq 172 ] || fail 'there are not 172 sections'
	while read -r section person; do
		as "$person"
		"$2" "$section"
	done <people.txt
	as office
}
# move SECTION STATUS CONDITION: the section's projects that the sample has got further.
move() {
	numbers=$(ask "SELECT number FROM projects WHERE fiscal_year = 2025 AND section_code = '$1'
		AND problem_type_code <> '' AND ($3)")
	# shellcheck disable=SC2086
	[ -z "$numbers" ] || quietly move $numbers "$2"
}
# Files, keys, history, held totals, and every table of the year.
proved() {
	"$URANIWA" check --fy R7 >checked.txt 2>&1 || {
		cat checked.txt
		fail "after: $*"
	}
	note "proved after: $*"
}
count() {
	"$URANIWA" list --fy R7 "$1" --columns number --format csv | sed 1d | wc -l
}

as office
note 'April: the office sets the year up'
on 2025-04-10
quietly init --body-code 990001 --body-name 見本県
sheet people.csv 'SELECT * FROM people'
sheet leaders.csv "SELECT fiscal_year, section_code, person_code, name, \"from\", '' AS \"to\"
	FROM leaders WHERE fiscal_year = 2024 OR \"from\" = '2025-04-01'"
sheet last_year.csv 'SELECT * FROM projects WHERE fiscal_year = 2024'
sheet last_effects.csv "SELECT * FROM effects WHERE project_number LIKE 'R6-%'"
quietly import units "$sample/units.csv"
quietly import people people.csv
quietly import leaders leaders.csv
quietly import projects last_year.csv
quietly import effects last_effects.csv
quietly import training "$sample/training.csv"
quietly import targets "$sample/targets.csv"
quietly import indicators "$sample/indicators.csv" "$sample/genai-usage.csv"
quietly catalogue due-dates add fiscal_year=R7 kind=decision due_on=R7.6.30
quietly catalogue due-dates add fiscal_year=R7 kind=interim due_on=R7.11.25
quietly catalogue due-dates add fiscal_year=R7 kind=year-end due_on=R8.3.13
quietly param set target_hours 138650
uraniwa table coverage --fy R7 --rows department
proved 'April'

note 'June: leaders log what their teams will do; nobody writes for another section'
on 2025-06-10
log_projects() {
	sheet projects.csv "SELECT uuid, number, fiscal_year, team_code, title, problem_type_code,
		primary_tool, tools, 'draft' AS status, leader, owner, current_issue, approach,
		qualitative_effect, work, implementation_cost_yen, running_cost_yen, started_on,
		operating_from, replicable FROM projects WHERE fiscal_year = 2025 AND section_code = '$1'"
	sheet effects.csv "SELECT effects.* FROM effects JOIN projects ON number = project_number
		WHERE section_code = '$1' AND fiscal_year = 2025 AND effects.stage = 'estimate'"
	quietly import projects projects.csv
	[ "$(wc -l <effects.csv)" -eq 0 ] || quietly import effects effects.csv
}
each_section first log_projects
cp projects.csv of_the_last.csv
as "$(ask "SELECT first FROM turns WHERE section_code = '0101'")"
"$URANIWA" import projects of_the_last.csv >refused.txt 2>&1 && fail 'a leader wrote for another section'
uraniwa table problem-types --fy R7
proved 'drafts'

note 'what has no problem type cannot be submitted; the rest is submitted, decided and begun'
unclassified=$(ask "SELECT number FROM projects WHERE fiscal_year = 2025 AND problem_type_code = ''")
as "$(ask "SELECT first FROM turns JOIN projects USING (section_code) WHERE number = '$unclassified'")"
uraniwa move "$unclassified" submitted
submit() {
	move "$1" submitted true
}
decide() {
	move "$1" approved "status <> 'submitted'"
}
begin() {
	move "$1" running "status IN ('running', 'reported', 'completed')"
}
each_section first submit
as "$(ask "SELECT first FROM turns WHERE section_code = '0101'")"
one=$(ask "SELECT min(number) FROM projects WHERE fiscal_year = 2025 AND section_code = '0101'")
uraniwa move "$one" approved
proved 'submitting'
on 2025-06-25
each_section head decide
proved 'deciding'
on 2025-07-01
each_section first begin
proved 'beginning'
uraniwa table coverage --fy R7 --rows department

note 'the office enters the one project that has no problem type, as the old sheet had it'
sheet one.csv "SELECT * FROM projects WHERE number = '$unclassified'"
quietly import projects one.csv
proved 'the unclassified one'

note 'October: leaders hand over, a section gets another head'
on 2025-10-01
ask "SELECT section_code || ' ' || last FROM turns WHERE first <> last" >changes.txt
while read -r section person; do
	quietly leader add fiscal_year=R7 section_code="$section" person_code="$person" from=2025-10-01
done <changes.txt
"$URANIWA" export leaders -o leaders_now.csv --encoding utf-8
tr -d '\r' <leaders_now.csv | cmp - "$sample/leaders.csv" || fail 'the hand-overs are not those of the sample'
old=$(ask "SELECT head FROM turns WHERE section_code = '0101'")
new=$(ask "SELECT first FROM turns WHERE section_code = '0102'")
quietly user roles add person_code="$new" role=head unit_code=0101 first_fiscal_year=R7
role=$("$URANIWA" export people | tr -d '\r' | sed -n "s/^$old,.*,head,0101,\([0-9]*\),.*/\1/p")
quietly user roles remove "$old/head/0101/$role"
waiting=$(ask "SELECT min(number) FROM projects WHERE fiscal_year = 2025 AND status = 'submitted'")
as "$old"
"$URANIWA" move "$one" returned --reason 確認のため >refused.txt 2>&1
[ $? -eq 4 ] || fail 'who is no longer head still decides'
as office
quietly undo
quietly undo
proved 'handing over'

note 'November: interim reports by whoever leads now; a department sends one back'
on 2025-11-10
report() {
	sheet projects.csv "SELECT uuid, number, progress, next_plan, expected_savings, open_issues,
		result_text, copied_from FROM projects WHERE fiscal_year = 2025 AND section_code = '$1'
		AND (progress || copied_from) <> ''"
	sheet effects.csv "SELECT effects.* FROM effects JOIN projects ON number = project_number
		WHERE section_code = '$1' AND fiscal_year = 2025 AND effects.stage <> 'estimate'"
	[ "$(wc -l <projects.csv)" -eq 0 ] || quietly import projects projects.csv
	[ "$(wc -l <effects.csv)" -eq 0 ] || quietly import effects effects.csv
	move "$1" reported "status IN ('reported', 'completed')"
}
each_section last report
proved 'interim reports'
back=$(ask "SELECT min(number) FROM projects WHERE fiscal_year = 2025 AND status = 'reported'
	AND department_code = '02'")
of=$(ask "SELECT section_code FROM projects WHERE number = '$back'")
as "$(ask "SELECT code FROM people WHERE role = 'collector' AND unit_code = '02'")"
uraniwa move "$back" returned
uraniwa move "$back" returned --reason 期待する削減時間の根拠を書いてください
uraniwa move "$(ask "SELECT min(number) FROM projects WHERE fiscal_year = 2025 AND department_code = '03'
	AND status = 'reported'")" returned --reason 他部局
as "$(ask "SELECT last FROM turns WHERE section_code = '$of'")"
quietly move "$back" submitted
as "$(ask "SELECT head FROM turns WHERE section_code = '$of'")"
quietly move "$back" approved
quietly move "$back" running
quietly move "$back" reported
as office
proved 'sending back'
complete_early() {
	move "$1" completed "status = 'completed'"
}
each_section last complete_early
proved 'the first completions'

note 'the database now holds what the sample holds'
for kind in projects effects units people training targets; do
	"$URANIWA" export $kind -o $kind.now --encoding utf-8
	tr -d '\r' <$kind.now >$kind.lf
	same "$sample/$kind.csv" $kind.lf
done
on 2025-11-20
uraniwa table problem-types --fy R7
uraniwa table ict-tools --fy R7
uraniwa table coverage --fy R7 --rows department
uraniwa snapshot freeze 令和7年度中間 --fy R7
uraniwa snapshot verify 令和7年度中間

note 'winter: what is late is reminded of and comes in'
on 2025-11-26
[ "$("$URANIWA" table reminders --fy R7 --format csv | sed 1d | wc -l)" -gt 100 ] || fail 'nobody is late'
on 2025-12-15
finish_head() {
	move "$1" approved "status = 'submitted'"
}
finish_leader() {
	move "$1" running "status IN ('submitted', 'approved')"
	sheet projects.csv "SELECT uuid, number, '予定どおり進んでいます' AS progress, '年度内に定着させます' AS next_plan,
		'見込のとおり' AS expected_savings, '特にありません' AS open_issues FROM projects
		WHERE fiscal_year = 2025 AND section_code = '$1' AND problem_type_code <> ''
		AND status IN ('submitted', 'approved', 'running')"
	[ "$(wc -l <projects.csv)" -eq 0 ] || quietly import projects projects.csv
	move "$1" reported "status IN ('submitted', 'approved', 'running')"
}
each_section head finish_head
each_section last finish_leader
proved 'the late reports'
uraniwa table reminders --fy R7
overlapping=$("$URANIWA" table overlaps --fy R7 --format csv | tr -d '\r' | sed 1d | wc -l)
[ "$overlapping" -gt 0 ] || fail 'the planted overlaps are not found'

note 'March: actual figures, a tenth of the cases fewer than estimated; all is completed'
on 2026-03-10
year_end() {
	sheet effects.csv "SELECT project_uuid, project_number, line, label, 'actual' AS stage, before_minutes,
		before_cases * 9 / 10 AS before_cases, after_minutes, after_cases * 9 / 10 AS after_cases,
		period, periods_in_year, periods_full_year, direct_minutes_in_year, direct_minutes_full_year,
		cases_04, cases_05, cases_06, cases_07, cases_08, cases_09, cases_10, cases_11, cases_12,
		cases_01, cases_02, cases_03, destination, effects.unit_cases FROM effects JOIN projects ON number = project_number
		WHERE section_code = '$1' AND fiscal_year = 2025 AND effects.stage = 'estimate'
		AND status <> 'completed'"
	sheet projects.csv "SELECT uuid, number, '予定した効果がありました' AS result_text FROM projects
		WHERE fiscal_year = 2025 AND section_code = '$1' AND problem_type_code <> ''
		AND status <> 'completed'"
	[ "$(wc -l <effects.csv)" -eq 0 ] || quietly import effects effects.csv
	[ "$(wc -l <projects.csv)" -eq 0 ] || quietly import projects projects.csv
	move "$1" completed "status <> 'completed'"
}
each_section last year_end
[ "$(count status:completed)" -eq 745 ] || fail 'not all are completed'
proved 'the actual figures'
"$URANIWA" export effects -o actual.csv
sqlite3 actual.db ".import --csv actual.csv effects" \
	".read $abs_srcdir/tests/tools/effect_minutes.sql"
hours=$(sqlite3 actual.db "SELECT (sum(this_year) + 30) / 60 FROM lines JOIN effects ON id = effects.rowid
	WHERE stage = 'actual' AND project_number LIKE 'R7-%'")
[ "$hours" = 18301 ] || fail "the actual figures come to $hours hours by SQL"
as "$(ask "SELECT last FROM turns WHERE section_code = '0101'")"
uraniwa edit "$one" --set 定性的効果=もっと良くなりました
as office
uraniwa rollup --rows status --fy R7 --measure projects,hours --stage actual
uraniwa table realisation --fy R7
uraniwa table destinations --fy R7
uraniwa snapshot freeze 令和7年度末 --fy R7
reviews() {
	for table in review review-first-half review-second-half departments problem-types coverage; do
		"$URANIWA" table $table --fy R7 --format csv
		"$URANIWA" table $table --fy R7
	done
}
reviews >r7.before
"$URANIWA" table review --fy R7 | tail -n 3 >>"$transcript"

note 'April of R8: another tree, other leaders, and standard work is flagged'
on 2026-04-01
uraniwa unit rename 02 企画DX推進部 --fy R8
uraniwa unit move 0110 02 --fy R8
uraniwa unit merge 010101 010102 --into 010103 --fy R8
uraniwa unit close 0115 --into 0107 --fy R8
uraniwa unit split 0201 0290=データ活用課 0291=業務改革課 --fy R8
sheet leaders.csv "SELECT 2026 AS fiscal_year, section_code, last AS person_code, '2026-04-01' AS \"from\"
	FROM turns WHERE section_code <> '0115'"
quietly import leaders leaders.csv
proved 'reorganising'
as "$(ask "SELECT last FROM turns WHERE section_code = '0101'")"
uraniwa add --fy R8 --team 010103 --title 会議録の要約を生成AIで作成 --problem-type 2 --tool genai \
	--effect 'label=要約,before_minutes=60,before_cases=10,after_minutes=20,after_cases=10'
uraniwa add --fy R8 --team 010101 --title 閉じた班の取組 --problem-type 2 --tool genai
as "$(ask "SELECT last FROM turns WHERE section_code = '0115'")"
uraniwa add --fy R8 --team 010702 --title 廃止した所属のリーダーの取組 --problem-type 2 --tool genai
as office
uraniwa rule confirm R8-0001
"$URANIWA" check --fy R8 >checked.txt || { cat checked.txt; fail 'R8 does not tie'; }
uraniwa rollup --rows status --fy R8
uraniwa rollup --rows problem-type --fy R7 --rules R8

note 'R7 is what it was, to the byte'
proved 'R8 has begun'
reviews >r7.after
same r7.before r7.after
uraniwa snapshot verify 令和7年度中間
uraniwa snapshot verify 令和7年度末
finish
