#!/bin/sh
# Several fiscal years in one table: each with its own H and its own hourly rate, and the total rounded
# once. By hand: 931 h / 1,860 + 50 h / 1,000 = 0.5505 person-years; 931 × 3,500 + 50 × 4,001 yen.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/years.db
export URANIWA_DB
small_body "$URANIWA_DB"
cat >projects.csv <<'CSV'
number,fiscal_year,team_code,title,problem_type_code,tools,status
R6-0001,2024,T111,甲,1,kintone,running
R6-0002,2024,T121,乙,2,kintone,running
R7-0001,2025,T111,丙,1,kintone,running
R7-0002,2025,T111,丁,1,kintone,draft
CSV
cat >effects.csv <<'CSV'
project_number,line,stage,direct_hours
R6-0001,1,estimate,930
R6-0002,1,estimate,1
R7-0001,1,estimate,50
CSV
quietly import projects projects.csv
quietly import effects effects.csv
for value in hours_per_person_year/1860/R6 hours_per_person_year/1000/R7 hourly_rate_yen/3500/R6 \
	hourly_rate_yen/4001/R7; do
	rest=${value#*/}
	quietly param set "${value%%/*}" "${rest%/*}" --fy "${rest#*/}"
done

note 'each year by its own H and rate, the total rounded once'
uraniwa table trend
uraniwa rollup --rows fiscal-year,problem-type --measure hours,person-years,labour-value --format csv
uraniwa rollup --rows problem-type --cols fiscal-year --measure person-years,labour-value --format csv
uraniwa rollup --rows fiscal-year --measure person-years,labour-value --format json
uraniwa rollup --rows department --measure labour-value --fy R7

note 'frozen, it says the same'
quietly snapshot freeze 年度末 --fy R7
uraniwa table trend --fy R7 --snapshot 年度末
uraniwa table trend --fy R7 --snapshot 年度末 --format csv

note 'the same H for both is said once'
quietly param set hours_per_person_year 1000 --fy R6
uraniwa rollup --rows fiscal-year --measure person-years,labour-value --format csv

finish
