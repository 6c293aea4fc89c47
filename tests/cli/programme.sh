#!/bin/sh
# The programme's year as tables: review sheets with targets, coverage, reminders.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/sample.db
export URANIWA_DB
quietly init --body-code 990001 --body-name 見本県
for kind in units people leaders projects effects; do
	quietly import $kind "$abs_srcdir/data/sample/$kind.csv" --user office
done

note 'targets come as a sheet, by half or by year'
cat >targets.csv <<'END'
所属コード,年度,期間,目標時間
0101,R7,前期,30
0101,R7,後期,40:30
0102,R7,,100
END
uraniwa import targets targets.csv --user sato
uraniwa import targets targets.csv --user office
uraniwa import targets targets.csv --user office
uraniwa export targets
printf 'section_code,period,target_hours\n0101,spring,1\n01,year,1\n0101,year,-1\n0101,,x\n0102,year,1\n0102,通年,2\n' >bad.csv
uraniwa import targets bad.csv --user office
uraniwa history --limit 1
uraniwa undo --user office
uraniwa export targets
uraniwa import targets targets.csv --user office

note 'review sheets'
uraniwa table review --fy R7 --unit 0101
uraniwa table review --fy R7 --unit 人事課 --format csv
uraniwa table review --fy R7 --unit 0101 --half first-half --format csv
uraniwa table review --fy R7 --unit 0101 --half second-half --stage actual --format csv
uraniwa --lang en table review --fy R7 --unit 0102 --half second-half
uraniwa table review-first-half --fy R7 --unit 0101
uraniwa table review --fy R7 --half spring
uraniwa table review --fy R7 --unit 大蔵省

note 'coverage'
uraniwa table coverage --fy R7 --unit 0101
uraniwa table coverage --fy R7 --unit 0101 --missing interim --format csv
uraniwa table coverage --fy R7 --rows department
uraniwa table coverage --fy R7 --rows section --unit 総務部 --format csv
uraniwa table coverage --fy R7 --rows tool

note 'reminders'
uraniwa table reminders --fy R7 --unit 0101
sqlite3 "$URANIWA_DB" "INSERT INTO due_date (fiscal_year, kind, due_on) VALUES
	(2025, 'decision', '2025-06-30'), (2025, 'interim', '2025-11-15'),
	(2025, 'year-end', '2025-11-30');"
uraniwa table reminders --fy R7 --unit 0101
uraniwa table reminders --fy R7 --unit 0101 --days 10 --missing actual --format csv
uraniwa --lang en table reminders --fy R7 --unit 0101
finish
