#!/bin/sh
# Everything explains itself: every ready-made table, a unit, a project and a frozen table, by stage and
# basis, down to lines; on each level the parts come to the whole, and the whole is the figure that the
# table shows.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77

"$URANIWA" demo >two-tables </dev/null || fail 'demo'
demo=$HOME/.local/share/uraniwa/demo.db
u() {
	"$URANIWA" -f "$demo" --fy R7 --user office "$@" </dev/null || fail "$*"
}

# ---- pivots: each level sums to the one above; the top is what the stored lines come to ----------

# Minutes of the lines that stand on each level; lines of an explanation end with their own minutes.
cat >levels.awk <<'AWK'
function number(text) {
	gsub(/,/, "", text)
	sub(/^△/, "-", text)
	return text + 0
}
{
	match($0, /^ */)
	depth = RLENGTH / 2
	text = $0
	if (text ~ /^ *[0-9]+\. / || !match(text, /分 = /))
		next
	sub(/分 = .*/, "", text)
	sub(/.*: /, "", text)
	if (NR == 1)
		top = number(text)
	sum[depth] += number(text)
	if (depth > deepest)
		deepest = depth
}
END {
	if (top != whole) {
		print "the top is " top ", not " whole
		exit 1
	}
	for (depth = 1; depth <= deepest; depth++)
		if (sum[depth] != top) {
			print "level " depth ": " sum[depth] ", not " top
			exit 1
		}
	if (deepest < least)
		exit 1
}
AWK
counted="status NOT IN ('draft', 'returned', 'cancelled') AND exclusion <> 'confirmed'"
for stage in estimate forecast actual; do
	for basis in in-year full-year; do
		column=${stage}_$(printf %s "$basis" | tr - _)
		for table in problem-types ict-tools departments sections teams matrix trend; do
			year='fiscal_year = 2025'
			[ "$table" = trend ] && year='fiscal_year > 0'
			whole=$(sqlite3 "$demo" "SELECT sum($column) FROM project WHERE $year AND $counted") ||
				fail "sqlite3 $column"
			u explain $table --stage $stage --basis $basis >explained
			awk -v least=3 -v whole="$whole" -f levels.awk explained || fail "$table $stage $basis"
		done
	done
done

# a unit, by code and by name, is what its row shows
whole=$(sqlite3 "$demo" "SELECT sum(estimate_in_year) FROM project
	WHERE fiscal_year = 2025 AND department_code = '03' AND $counted")
u explain 03 >explained
awk -v least=2 -v whole="$whole" -f levels.awk explained || fail "department 03"
u explain 福祉保健部 >by-name
same explained by-name

# ---- tables with rows of their own: projects sum to their row, rows to the total ------------------

# The figure `heading` of a row, in minutes, against the totals of the projects below it that begin with
# `stage` (or stand alone).
cat >rows.awk <<'AWK'
function number(text) {
	gsub(/,/, "", text)
	sub(/^△/, "-", text)
	return text + 0
}
function figure(line, at, text) {
	at = index(line, heading)
	if (!at)
		return 0
	text = substr(line, at + length(heading))
	sub(/^[^（]*（/, "", text)
	sub(/分.*/, "", text)
	return number(text)
}
function row_done() {
	if (in_row && below != row) {
		print name ": " below " below, not " row
		wrong = 1
	}
}
/^合計: / { total = figure($0); next }
/^  [^ ]/ {
	row_done()
	in_row = 1
	name = $0
	sub(/: .*/, "", name)
	row = figure($0)
	rows += row
	below = 0
	next
}
/^ +[0-9]+\. / { next }
/分 = / {
	match($0, /^ */)
	text = $0
	depth = RLENGTH
	if (stage != "" && index(text, stage ": ") != depth + 1)
		next
	if (only && depth != only)
		next
	sub(/分 = .*/, "", text)
	sub(/.*: /, "", text)
	below += number(text)
}
END {
	row_done()
	if (total != rows) {
		print "the rows are " rows ", not " total
		wrong = 1
	}
	exit wrong || rows == 0
}
AWK
rows() {
	rows_table=$1 rows_heading=$2 rows_stage=$3 rows_only=$4
	shift 4
	u explain "$rows_table" "$@" >explained
	awk -v heading="$rows_heading" -v stage="$rows_stage" -v only="$rows_only" -f rows.awk explained ||
		fail "$rows_table $rows_heading $*"
}
for table in review review-first-half realisation; do
	rows $table '見込（時間） ' 見込 6
	rows $table '実績（時間） ' 実績 6
done
rows review-second-half '見込（時間） ' 見込 6
rows review '見込（時間） ' 見込 6 --basis full-year
rows fractions '削減時間（時間） ' '' 4
rows destinations '削減時間（時間） ' '' 8
rows destinations '削減時間（時間） ' '' 8 --stage actual --basis full-year
rows overlaps '削減時間（計上分） ' '' 4

# the goal: each year's flow, and its stock beside the flow
u explain goal >explained
awk '
	function minutes(text) { sub(/分.*/, "", text); gsub(/,/, "", text); return text + 0 }
	/^  [^ ]/ {
		flow = $0; sub(/.*フロー: 新規分（時間） [^（]*（/, "", flow); flow = minutes(flow)
		stock = $0; sub(/.*過年度分を含む（時間） [^（]*（/, "", stock); stock = minutes(stock)
	}
	/^    フロー: / { a = $0; sub(/.*: /, "", a); if (minutes(a) != flow) exit 1; years++ }
	/^    ストック: / { b = $0; sub(/.*: /, "", b); if (minutes(b) != stock - flow) exit 1 }
	END { exit years < 2 }' explained || fail goal

# ---- every table there is --------------------------------------------------------------------------
"$URANIWA" table </dev/null | sed 's/ .*//' >names
while read -r table; do
	u explain "$table" >explained
	# nobody is late on the day that the tests have
	[ "$(wc -l <explained)" -gt 2 ] || [ "$table" = reminders ] || fail "$table explains nothing"
done <names

# who is late for the interim report: the projects that lack it, not the one that has it
small_body late.db
quietly -f late.db import projects "$sheets/office.csv"
for title in 一つめ 二つめ 三つめ; do
	quietly -f late.db add --team T111 --title $title --problem-type 1 --tool kintone --set hours=10 \
		--set progress=進行中 --set next_plan=続ける --set expected_savings=見込どおり --set open_issues=なし
done
sqlite3 late.db "UPDATE project SET status = 'running' WHERE team_code = 'T111';
	UPDATE project SET status = 'reported' WHERE title = '二つめ';
	INSERT OR REPLACE INTO due_date (fiscal_year, kind, due_on) VALUES (2025, 'interim', '2025-10-31')" || fail late
"$URANIWA" -f late.db --fy R7 table reminders --missing interim --format json >reminders.json
missing=$(sed -n 's/.*"team_code": "T111".*"projects_missing": \([0-9]*\).*/\1/p' reminders.json)
"$URANIWA" -f late.db --fy R7 --lang ja explain reminders >explained || fail late
[ "$(sed -n '/福祉課 総務班 中間報告/,/^  [^ ]/p' explained | grep -c '^    R7-')" -eq "$missing" ] ||
	fail "late: not $missing projects: $(cat explained)"
grep -q '二つめ' explained && fail "late: it has handed in its report: $(cat explained)"

# ---- as it was frozen ------------------------------------------------------------------------------
quietly -f "$demo" --fy R7 --user office snapshot freeze 中間
u explain problem-types --snapshot 中間 >frozen
quietly -f "$demo" --fy R7 --user office edit R7-0042 --effect 'line=1,before_cases=950' --reason 誤り
u explain problem-types --snapshot 中間 >later
head -2 frozen >a; head -2 later >b; same a b
grep -q '^    R7-0042 .*: 1,520分' later || fail 'not as it was frozen'
grep -A1 '^    R7-0042 ' later | grep -q '確定した後に明細が変わっています' || fail 'the change is not told'
while read -r table; do
	u explain "$table" --snapshot 中間 >explained
	case $table in
	*-half | destinations | goal | indicators | training) bare=1 ;;
	*) bare=0 ;;
	esac
	[ "$(grep -c '内訳までは残っていません' explained)" -eq "$bare" ] || fail "$table, frozen: $(head -4 explained)"
done <names

# ---- whole texts ---------------------------------------------------------------------------------
small_body a.db
quietly -f a.db import projects "$sheets/office.csv" "$sheets/answer.csv"
quietly -f a.db import effects "$sheets/effects.csv"
for LANGUAGE in ja en; do
	for table in review fractions coverage destinations goal headroom realisation; do
		uraniwa -f a.db explain $table
	done
	uraniwa -f a.db explain 福祉課
done
LANGUAGE=ja
# each year at its own H: 600 min = 10 h of R6 are 0.1, 122,318 min of R7 1.1
quietly -f a.db --fy R6 add --team T112 --title 前の年度 --problem-type 4 --tool rpa --set hours=10
quietly -f a.db move R6-1 submitted
quietly -f a.db --fy R6 param set hours_per_person_year 100
uraniwa -f a.db explain trend
uraniwa -f a.db explain R7-1 --stage estimate --basis full-year
uraniwa -f a.db explain review --unit 福祉課
uraniwa -f a.db explain review --unit どこか
uraniwa -f a.db explain R7-1 --unit 福祉課
uraniwa -f a.db explain どこか
uraniwa -f a.db explain review --snapshot 中間
finish
