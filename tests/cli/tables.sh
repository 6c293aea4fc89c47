#!/bin/sh
# The tables: those of the council paper, plain counts of the sample's stored inputs, and all of them
# for a body small enough to reckon by hand.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77
golden=$abs_srcdir/tests/golden

"$URANIWA" demo >two-tables </dev/null || fail 'demo'
demo=$HOME/.local/share/uraniwa/demo.db
[ -f "$demo" ] || fail 'the demo is not in its place'
csv() {
	"$URANIWA" -f "$demo" --fy R7 "$@" --format csv --encoding utf-8 </dev/null || fail "$*"
}

# ---- against the council paper ------------------------------------------------------------------
# It prints no row for the project without a type, and the name of the total differs.
csv table problem-types >types.csv
tr -d '\r' <types.csv | sed '1d; /^,/d; s/^total,合計/total,合計/' | cut -d, -f1-5 >ours
sed 1d "$golden/oita-r7-problem-types.csv" | tr -d '\r' >theirs
same ours theirs
csv table ict-tools | tr -d '\r' | sed '1d; /^total/d' | cut -d, -f2,3 >ours
sed 1d "$golden/oita-r7-ict-tools.csv" | tr -d '\r' >theirs
same ours theirs

# ---- against the stored inputs, computed once more in SQL ---------------------------------------
# Saved minutes of a period are floored on the exact difference of hundredths (domain.md §4).
cat >lines.sql <<'SQL'
CREATE TEMP VIEW line AS
WITH month AS (
	SELECT project_id, line, stage, key AS month,
		(before_minutes - after_minutes) * value AS hundredths, first_month,
		periods_in_year AS months
	FROM effect_line, json_each('[' || monthly_cases || ']')
	WHERE kind = 'monthly'
), input AS (
	SELECT project_id, stage, before_minutes * before_cases - after_minutes * after_cases
		AS hundredths, periods_in_year AS in_year, periods_full_year AS full_year
	FROM effect_line WHERE kind = 'per-period'
	UNION ALL
	SELECT project_id, stage, hundredths,
		month >= first_month AND month < first_month + months, 1
	FROM month
)
SELECT project_id, stage, (hundredths - (hundredths % 100 + 100) % 100) / 100 * in_year AS in_year,
	(hundredths - (hundredths % 100 + 100) % 100) / 100 * full_year AS full_year
FROM input
UNION ALL
SELECT project_id, stage, direct_in_year, direct_full_year
FROM effect_line WHERE kind = 'direct';
CREATE TEMP VIEW counted AS
SELECT p.*, coalesce((SELECT sum(in_year) FROM line l
		WHERE l.project_id = p.id AND l.stage = 'estimate'), 0) AS minutes,
	coalesce((SELECT sum(full_year) FROM line l
		WHERE l.project_id = p.id AND l.stage = 'estimate'), 0) AS full_minutes,
	coalesce((SELECT sum(in_year) FROM line l
		WHERE l.project_id = p.id AND l.stage = 'actual'), 0) AS actual
FROM project p
WHERE p.status NOT IN ('draft', 'returned', 'cancelled') AND p.exclusion <> 'confirmed';
CREATE TEMP VIEW r7 AS SELECT * FROM counted WHERE fiscal_year = 2025;
SQL
query() {
	sqlite3 -csv "$demo" '.read lines.sql' "$1" | tr -d '\r'
}

query "SELECT problem_type, count(*), (sum(minutes) + 30) / 60 FROM r7
	GROUP BY 1 ORDER BY problem_type = '', problem_type" >theirs
tr -d '\r' <types.csv | sed '1d; /^total/d' | cut -d, -f1,3,4 >ours
sed -i 's/^"",/,/' theirs
same ours theirs

for pair in minutes:in-year:estimate full_minutes:full-year:estimate actual:in-year:actual; do
	column=${pair%%:*}
	rest=${pair#*:}
	basis=${rest%:*}
	stage=${rest#*:}
	query "SELECT (SELECT u.code FROM unit u WHERE u.code = department_code),
		count(*), (sum($column) + 30) / 60 FROM r7 GROUP BY 1 ORDER BY 1" >theirs
	csv rollup --rows department --basis "$basis" --stage "$stage" --measure projects,hours |
		tr -d '\r' | sed '1d; /^total/d' | cut -d, -f1,3,4 | sort >ours
	same ours theirs
done

query "SELECT d.department_code, t.code, (SELECT count(*) FROM r7
		WHERE department_code = d.department_code AND problem_type = t.code)
	FROM (SELECT DISTINCT department_code FROM r7) d,
		(SELECT code FROM problem_type UNION SELECT '') t ORDER BY 1, 2" |
	sed 's/,"",/,,/' >theirs
# Rows of one department, columns of one type each: three cells of our rows make one of theirs.
csv rollup --rows department --cols problem-type --measure projects >cross.csv
tr -d '\r' <cross.csv | awk -F, 'NR == 1 {
		for (i = 1; i <= NF; i++)
			if (split($i, part, ":") == 2) {
				column[i] = part[1] == "none" ? "" : part[1]
			}
		next
	}
	$1 != "total" { for (i in column) print $1 "," column[i] "," $i }' | sort >ours
same ours theirs

# ---- the demo prints the two tables of the council paper ----------------------------------------
{
	"$URANIWA" -f "$demo" --fy R7 table problem-types </dev/null
	echo
	"$URANIWA" -f "$demo" --fy R7 table ict-tools </dev/null
} >expected
same expected two-tables
"$URANIWA" -f "$demo" --fy R7 check >checked </dev/null || fail "$(cat checked)"
# Made anew, it forgets what was done to it.
quietly -f "$demo" --fy R7 --user office edit R7-1 --set title=変えた --reason 試し
quietly demo --reset
"$URANIWA" demo >again </dev/null || fail 'demo again'
same two-tables again
"$URANIWA" -f "$demo" list 変えた --fy R7 2>/dev/null </dev/null | grep -q R7-0001 && fail 'not made anew'

# ---- where a total comes from: each level sums to the one above, lines to their project -----------
"$URANIWA" -f "$demo" --fy R7 explain problem-types >explained </dev/null || fail explain
awk '{
	match($0, /^ */)
	depth = RLENGTH / 2
	if ($0 ~ /^ *[0-9]+\. /) {
		minutes = $0
		sub(/分$/, "", minutes)
		sub(/.*= /, "", minutes)
	} else {
		minutes = $0
		sub(/分 = .*/, "", minutes)
		sub(/.*: /, "", minutes)
	}
	gsub(/,/, "", minutes)
	sub(/^△/, "-", minutes)
	if (minutes !~ /^-?[0-9]+$/)
		next # entered directly, in hours
	for (deeper = depth + 1; deeper in sum; deeper++)
		delete sum[deeper]
	count[depth]++
	print depth, minutes
}' explained >levels
awk '$1 == 0 { total = $2 } $1 < 5 { sum[$1] += $2 } END {
	for (depth = 0; depth < 5; depth++)
		if (sum[depth] != total) {
			print "level " depth ": " sum[depth] ", not " total
			exit 1
		}
}' levels || fail 'the levels do not sum to the total'

# ---- every table, as it is printed --------------------------------------------------------------
small_body a.db
quietly -f a.db import projects "$sheets/office.csv" "$sheets/answer.csv"
quietly -f a.db import effects "$sheets/effects.csv"
quietly -f a.db --fy R6 add --team T112 --title 前の年度 --problem-type 4 --tool rpa --set hours=10
quietly -f a.db move R6-1 submitted
quietly -f a.db add --team T111 --title 下書き --set hours=1000
for LANGUAGE in ja en; do
	uraniwa table
	for table in problem-types ict-tools departments sections teams matrix trend; do
		uraniwa -f a.db table $table
	done
	uraniwa -f a.db explain problem-types
done
LANGUAGE=ja
uraniwa -f a.db table problem-types --basis full-year
uraniwa -f a.db table problem-types --format csv
uraniwa -f a.db --lang en table problem-types --format csv
uraniwa -f a.db table problem-types --format json
uraniwa -f a.db --fy 令和6 table problem-types --stage actual
uraniwa -f a.db table departments --filter 'dept:福祉 hours:>=200'
uraniwa -f a.db explain ict-tools --filter section:福祉課
# of one unit: its rows alone, and the teams of it alone
for table in departments sections fractions; do
	uraniwa -f a.db table $table --unit 福祉課
done
uraniwa -f a.db rollup --rows department,status --measure projects,hours,share
uraniwa -f a.db rollup --rows department --cols problem-type --measure projects
uraniwa -f a.db rollup --rows department --cols problem-type --measure projects --format csv
uraniwa -f a.db rollup --rows fiscal-year --measure projects,hours,change
uraniwa -f a.db rollup --rows any-tool
uraniwa -f a.db rollup --rows leader --measure projects,minutes,cost
uraniwa -f a.db check
uraniwa -f a.db check --repair-derived

# ---- what does not tie is not written, and check finds it ---------------------------------------
sqlite3 a.db "UPDATE project SET estimate_in_year = estimate_in_year + 60 WHERE number = 2
	AND fiscal_year = 2025" >/dev/null 2>&1 || note 'the held total was protected'
uraniwa -f a.db check
uraniwa -f a.db table problem-types
uraniwa -f a.db table problem-types --force
uraniwa -f a.db table problem-types --force --format csv
uraniwa -f a.db check --repair-derived
uraniwa -f a.db table problem-types
# the use of freed time is that of each line, to the minute: of two lines of one minute, half each is nothing
small_body halves.db
quietly -f halves.db --fy R7 add --team T111 --title 半分 --problem-type 1 --tool rpa --set leader=佐藤 \
	--effect 'line=1,stage=estimate,direct_hours=0:01,destination=overtime:50;other:50' \
	--effect 'line=2,stage=estimate,direct_hours=0:01,destination=overtime:50;other:50'
quietly -f halves.db move R7-1 submitted
"$URANIWA" -f halves.db --fy R7 table destinations --format json </dev/null >halves.json || fail 'destinations'
grep -q '"overtime".*"minutes": 0,' halves.json && grep -q '"other".*"minutes": 2,' halves.json ||
	fail "the use of the freed time: $(cat halves.json)"
"$URANIWA" -f halves.db --fy R7 explain destinations </dev/null >halves.txt || fail 'explain destinations'
grep -q '^ *R7-0001 半分: 2分' halves.txt || fail "the use of the freed time, explained: $(cat halves.txt)"
finish
