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
	overlaps | doubts | matrix | coverage | reminders | training | indicators) none='' ;; # of no stage, or of the estimate
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

note 'completed needs an actual for every estimated line'
quietly -f a.db --fy R7 edit R7-0004 --set progress=順調
quietly -f a.db --fy R7 move R7-0004 reported
uraniwa -f a.db --fy R7 move R7-0004 completed
uraniwa -f a.db --fy R7 edit R7-0004 --effect 'line=2,stage=estimate,direct_hours=5' --effect 'line=1,stage=actual,direct_hours=0' --reason 明細の追加
uraniwa -f a.db --fy R7 move R7-0004 completed
note 'or a reason why there is no result: said at the move, or before'
uraniwa -f a.db --fy R7 move R7-0004 completed --reason '制度が変わり業務がなくなった'
"$URANIWA" -f a.db --fy R7 show R7-0004 | grep -E '状態|実績' >out || fail show
cat out >>"$transcript"
uraniwa -f a.db --fy R7 table realisation --rows project
uraniwa -f a.db --fy R7 table problem-types --stage actual --format csv
note 'what is completed stays so: no edit, no file, no undo takes it from there'
uraniwa -f a.db --fy R7 edit R7-0004 --set no_result_reason= --reason 訂正
uraniwa -f a.db --fy R7 edit R7-0004 --set title=改めた --reason 訂正
printf 'project_number,line,stage,direct_hours\nR7-0004,1,actual,0\nR7-0004,2,actual,3\n' >actuals.csv
uraniwa -f a.db --fy R7 import effects actuals.csv --reason 年度末の実績
uraniwa -f a.db --fy R7 edit R7-0004 --set no_result_reason= --reason 実績が出た
printf 'project_number,line,stage,direct_hours\nR7-0004,1,actual,0\n' >fewer.csv
uraniwa -f a.db --fy R7 import effects --replace fewer.csv --reason 訂正
printf 'project_number,line,stage,direct_hours\nR7-0004,3,estimate,7\n' >more.csv
uraniwa -f a.db --fy R7 import effects more.csv --reason 追加
uraniwa -f a.db --fy R7 undo 2 --reason 訂正の取消
uraniwa -f a.db --fy R7 undo 3 --reason 訂正の取消
quietly -f a.db --fy R7 --user aoki edit R7-0004 --effect 'line=1,stage=actual,direct_hours=1'
quietly -f a.db --fy R7 --user baba move R7-0004 completed
uraniwa -f a.db --fy R7 --user aoki undo
quietly -f a.db --fy R7 --user baba undo
uraniwa -f a.db --fy R7 --user aoki undo
uraniwa -f a.db --fy R7 --user baba redo
note 'a file brings a status like everyone else'
cat >done.csv <<'CSV'
番号,年度,班コード,取組名,課題類型,状態,削減時間（年度内・見込）,実績（分）,実績なしの理由,定性的効果
R7-0011,R7,T111,見込だけ,1,完了,10,,,
R7-0012,R7,T111,実績あり,1,完了,10,0,,
R7-0013,R7,T111,理由あり,1,完了,10,,担当の異動,
R7-0014,R7,T111,定性のみ,1,完了,,,,窓口が静かになった
CSV
sed -i 's/（年度内・見込）//' done.csv
uraniwa -f a.db --fy R7 import projects done.csv
sed -i '/見込だけ/d' done.csv
uraniwa -f a.db --fy R7 import projects done.csv
uraniwa -f a.db --fy R7 import projects done.csv
printf 'number,status\nR7-0001,completed\nR7-0005,completed\n' >status.csv
uraniwa -f a.db --fy R7 import projects status.csv
uraniwa -f a.db --fy R7 table realisation --rows project --filter status:completed
note 'all of it goes out and comes back'
quietly -f a.db export projects -o projects1.csv
quietly -f a.db export effects -o effects1.csv
small_body b.db
quietly -f b.db import projects projects1.csv
quietly -f b.db import effects effects1.csv
quietly -f b.db export projects -o projects2.csv
quietly -f b.db export effects -o effects2.csv
same projects1.csv projects2.csv
same effects1.csv effects2.csv

finish
