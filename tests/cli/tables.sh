#!/bin/sh
# The tables of the sample: those of the council paper, and plain counts of the stored inputs.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77
golden=$abs_srcdir/tests/golden

uraniwa demo </dev/null
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
	csv rollup --rows department --basis $basis --stage $stage --measure projects,hours |
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
note 'departments and problem types'
uraniwa -f "$demo" --fy R7 rollup --rows department --cols problem-type
same ours theirs

# ---- every table there is, as it is printed -----------------------------------------------------
uraniwa table
for table in departments matrix trend; do
	uraniwa -f "$demo" --fy R7 table $table
done
LANGUAGE=en
export LANGUAGE
uraniwa table
uraniwa -f "$demo" --fy R7 table problem-types
uraniwa -f "$demo" --fy R7 table problem-types --format csv
uraniwa -f "$demo" --fy R7 --lang ja table problem-types --format csv
uraniwa -f "$demo" --fy R7 table problem-types --format json
uraniwa -f "$demo" --fy 令和7 table ict-tools --filter dept:福祉 --basis full-year
uraniwa -f "$demo" --fy R6 table problem-types --stage actual
uraniwa -f "$demo" --fy R7 rollup --rows half-year,status
uraniwa -f "$demo" rollup --rows fiscal-year --measure projects,hours
uraniwa -f "$demo" --fy R7 rollup --rows any-tool
uraniwa -f "$demo" --fy R7 rollup --rows section --filter 'dept:総務 hours:>=50' --measure hours,share
uraniwa -f "$demo" check

# ---- where a total comes from -------------------------------------------------------------------
"$URANIWA" -f "$demo" --fy R7 explain problem-types >explained </dev/null || fail explain
# The lines of the projects sum to the first line's minutes.
uraniwa -f "$demo" --fy R7 explain problem-types --filter 'section:用度'
finish
