#!/bin/sh
# Figures of a stage: what counts as an actual, how many projects have none, what a project must have
# before it is completed.
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db
LANGUAGE=ja
export LANGUAGE
cat >projects.csv <<'CSV'
number,fiscal_year,team_code,title,problem_type_code,tools,started_on,status
R7-0001,2025,T111,うまくいった,1,kintone,2025-05-01,running
R7-0002,2025,T111,効果なし,1,kintone,2025-05-01,running
R7-0003,2025,T121,手間が増えた,2,kintone,2025-05-01,running
R7-0004,2025,T211,まだこれから,2,kintone,2025-05-01,running
R7-0005,2025,T211,下書き,2,kintone,2025-05-01,draft
CSV
# 100 hours foreseen each; 100, 0 and -50 came of it
cat >effects.csv <<'CSV'
project_number,line,label,stage,before_minutes,before_cases,after_minutes,after_cases,period,periods_in_year,periods_full_year
R7-0001,1,x,estimate,60,100,0,100,year,1,1
R7-0001,1,x,actual,60,100,0,100,year,1,1
R7-0002,1,x,estimate,60,100,0,100,year,1,1
R7-0002,1,x,actual,60,100,60,100,year,1,1
R7-0003,1,x,estimate,60,100,0,100,year,1,1
R7-0003,1,x,actual,60,100,90,100,year,1,1
R7-0004,1,x,estimate,60,100,0,100,year,1,1
R7-0005,1,x,estimate,60,100,0,100,year,1,1
CSV
quietly -f a.db --fy R7 import projects projects.csv
quietly -f a.db --fy R7 import effects effects.csv

note 'an actual of 0 is one, and so is one below'
uraniwa -f a.db --fy R7 table realisation --filter type:1
uraniwa -f a.db --fy R7 table realisation
uraniwa -f a.db --fy R7 table realisation --rows project
uraniwa -f a.db --fy R7 rollup --rows section --measure realisation --format csv

note 'every table of a stage says how many of its projects have no figure of it'
tables=$("$URANIWA" -f a.db table none 2>&1 | sed -n 's/.*: \(problem-types .*\)/\1/p')
for table in $tables; do
	"$URANIWA" -f a.db --fy R7 table "$table" --stage actual --format csv >out.csv 2>err ||
		fail "$table: $(cat err)"
	"$URANIWA" -f a.db --fy R7 table "$table" --stage actual >out.txt 2>err || fail "$table: $(cat err)"
	case $table in
	review-second-half) none='' ;; # no project of this half
	review*) none='actual=1' ;;
	overlaps | matrix | coverage | reminders | training | indicators) none='' ;; # of no stage, or of the estimate
	realisation) none='forecast=4,actual=1' ;;
	*) none='actual=1' ;;
	esac
	said=$(grep -o 'no-figure:[a-z=0-9,]*' out.csv | sed 's/no-figure://' | sort -u)
	[ "$said" = "$none" ] || fail "$table says “$said”, not “$none”: $(cat out.csv)"
	[ -z "$none" ] || grep -q '実績1件' out.txt || fail "$table does not say it to people: $(cat out.txt)"
done
uraniwa -f a.db --fy R7 rollup --rows department --cols problem-type --stage actual --measure hours --format csv
uraniwa -f a.db --fy R7 rollup --rows department --stage forecast --measure projects --format csv
quietly -f a.db --fy R7 snapshot freeze 年度末
uraniwa -f a.db --fy R7 table problem-types --stage actual --snapshot 年度末 --format json

finish
