#!/bin/sh
# When projects start: 運用開始, or 開始日 where that is not given; before the year is April's, after it is
# a row of its own. The filter language finds what stands in each row.
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db
LANGUAGE=ja
export LANGUAGE
cat >projects.csv <<'CSV'
number,fiscal_year,team_code,title,problem_type_code,tools,started_on,operating_from,hours,status
R7-0001,2025,T111,八月着手九月運用,1,kintone,2025-08-14,2025-09,10,running
R7-0002,2025,T111,十一月着手,1,kintone,2025-11-04,,20,running
R7-0003,2025,T111,前の年度から,1,kintone,2024-10-01,2025-02,30,running
R7-0004,2025,T121,昨年着手三月運用,1,kintone,2024-05-01,2026-03,40,running
R7-0005,2025,T121,翌年度から,1,kintone,2025-06-01,2026-04,50,running
R7-0006,2025,T121,ずっと先,1,kintone,2027-01-15,,60,running
R7-0007,2025,T211,日付なし,1,kintone,,,70,running
R7-0008,2025,T211,四月,1,kintone,2025-04-01,,80,running
R7-0009,2025,T211,九月末,1,kintone,2025-09-30,,90,running
R6-0001,2024,T211,前年度の四月より前,1,kintone,2024-03-31,,5,running
CSV
quietly -f a.db import projects projects.csv

note 'the months and halves of the year, 年度外 apart'
uraniwa -f a.db --fy R7 rollup --rows start-month --measure projects,hours
uraniwa -f a.db --fy R7 rollup --rows half-year --measure projects,hours --format csv
uraniwa -f a.db --fy R7 rollup --rows start --measure projects --format csv --lang en
uraniwa -f a.db --fy R7 table review-first-half

note 'a day, a month, a year of 開始日 and of 運用開始'
uraniwa -f a.db --fy R7 list started_on:2025-08 number:R7-0001 --columns number,title
for expression in 開始日:2025-11 'start:<2025-04-01' start: 運用開始:2025-09 operating_from:R7 '運用開始:>R7' operating:; do
	uraniwa -f a.db --fy R7 list "$expression" --columns number --format csv
done
uraniwa -f a.db --fy R7 list 半期:春

# Each row has as many projects as the list of its code.
for rows in start-month half-year; do
	"$URANIWA" -f a.db --fy R7 rollup --rows "$rows" --measure projects --format csv \
		--encoding utf-8 >rows.csv 2>err || fail "rollup: $(cat err)"
	tr -d '\r' <rows.csv | sed '1d; /^total/d' >data.csv
	[ "$(wc -l <data.csv)" -ge 4 ] || fail "too few rows: $(cat rows.csv)"
	while IFS=, read -r code name projects _; do
		[ "$code" != '""' ] || code=
		found=$("$URANIWA" -f a.db --fy R7 list "$rows:$code" --format csv </dev/null | sed 1d | wc -l)
		[ "$found" -eq "$projects" ] || fail "$rows $code ($name): $projects in the table, $found in the list"
	done <data.csv
done

finish
