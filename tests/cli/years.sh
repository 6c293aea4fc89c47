#!/bin/sh
# Several fiscal years in one table: each with its own H and its own hourly rate, and the total rounded
# once. By hand: 931 h / 1,860 + 50 h / 1,000 = 0.5505 person-years; 931 × 3,500 + 50 × 4,001 yen.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/years.db
export URANIWA_DB
small_body "$URANIWA_DB"
cat >projects.csv <<'CSV'
number,fiscal_year,team_code,title,problem_type_code,tools,status,implementation_cost_yen
R6-0001,2024,T111,甲,1,kintone,running,100000
R6-0002,2024,T121,乙,2,kintone,running,50000
R7-0001,2025,T111,丙,1,kintone,running,30000
R7-0002,2025,T111,丁,1,genai,draft,
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

note 'share and change speak of the measure before them, of hours when they stand first'
uraniwa rollup --rows problem-type --measure cost,share,projects,share --fy R6 --format csv
uraniwa rollup --rows problem-type --measure share,change --fy R7 --format csv
uraniwa rollup --rows department --measure minutes,change,cost,change,person-years,change,labour-value,change --fy R7
uraniwa rollup --rows fiscal-year --measure person-years,share,labour-value,share --format csv
uraniwa rollup --rows problem-type --measure realisation,share --fy R7

note 'what vanished has a row, so that changes add up'
uraniwa rollup --rows fiscal-year,problem-type --measure projects,change,hours,change --format csv

note 'nothing the year before is a change, whatever drafts there were'
uraniwa rollup --rows problem-type --measure projects,change --filter type:2 --fy R7 --format csv
uraniwa rollup --rows problem-type --measure projects,change --filter tool:genai --fy R7 --format csv
uraniwa rollup --rows problem-type --measure projects,change --filter tool:genai --fy R6 --format csv

note 'fy: in a filter replaces --fy everywhere'
for table in problem-types departments teams fractions destinations review coverage training overlaps headroom \
	realisation; do
	"$URANIWA" table $table --fy R6 --format csv >one.csv || fail "$table --fy R6"
	"$URANIWA" table $table --fy R7 --filter fy:R6 --format csv >other.csv || fail "$table fy:R6"
	same one.csv other.csv
	"$URANIWA" table $table --fy R7 --filter 'fy:>=R6 fy:<R7' --format csv >other.csv || fail "$table fy:<R7"
	same one.csv other.csv
done
"$URANIWA" table realisation --rows project --fy R6 >one.csv || fail realisation
"$URANIWA" table realisation --rows project --filter fy:R6 --fy R7 >other.csv || fail realisation
same one.csv other.csv
"$URANIWA" explain problem-types --fy R6 >one.csv || fail explain
"$URANIWA" explain problem-types --fy R7 --filter fy:R6 >other.csv || fail explain
same one.csv other.csv
"$URANIWA" explain T121 --fy R6 >one.csv || fail explain
"$URANIWA" explain T121 --fy R7 --filter fy:R6 >other.csv || fail explain
same one.csv other.csv
uraniwa rollup --rows department --measure projects,change,hours,change --fy R6 --filter fy:R7 --format csv
uraniwa rollup --rows department --measure projects,person-years --fy R6 --filter fy:R6..R7 --format csv
uraniwa table trend --filter fy:R7 --format csv
uraniwa table departments --filter fy:R6..R7 --fy R7 --format csv
uraniwa table review --filter fy:R6..R7 --fy R7
uraniwa list fy:R6 --fy R7 --columns number,title
uraniwa table problem-types --filter fy:R99 --fy R7

note 'stock goes on in a year that has no project yet; the basis is that of new projects'
uraniwa table goal --fy R8
uraniwa table goal --basis full-year --fy R7 --format csv

note 'two leaders of one name are told apart by their sections'
for number in R6-0001 R6-0002; do quietly edit $number --fy R6 --set 'leader=佐藤 剛' --reason 試験; done
uraniwa rollup --rows leader --measure projects,hours --fy R6 --format csv
uraniwa rollup --rows leader,status --measure projects --fy R6

note 'frozen, it says the same'
quietly snapshot freeze 年度末 --fy R7
uraniwa table trend --fy R7 --snapshot 年度末
uraniwa table trend --fy R7 --snapshot 年度末 --format csv

note 'the same H for both is said once'
quietly param set hours_per_person_year 1000 --fy R6
quietly param set hours_per_person_year 500 --fy R8
uraniwa --fy R8 table trend --format csv
uraniwa rollup --rows fiscal-year --measure person-years,labour-value --format csv

finish
