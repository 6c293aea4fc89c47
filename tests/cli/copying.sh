#!/bin/sh
# What the office does with the projects of a year: what came true, where the time goes, what may be
# counted twice.
. "${abs_srcdir:?}/tests/cli/lib.sh"
URANIWA_SEED=1
export URANIWA_SEED
small_body a.db
project() { # seed, team, minutes before, stage options
	URANIWA_SEED=$1
	quietly -f a.db add --team "$2" --title "取組$1" --problem-type 1 --tool kintone \
		--set work="$3" --effect "$4" ${5:+--effect "$5"}
}
project 1 T111 '面接記録' 'label=記録,before_minutes=60,before_cases=10,periods_in_year=6,destination=時間外縮減60% 住民対応40%' \
	'label=記録,line=1,stage=actual,before_minutes=60,before_cases=8,periods_in_year=6,destination=overtime'
project 2 T111 ' 面接記録' 'label=要約,before_minutes=30,before_cases=7,periods_in_year=5'
project 3 T211 '面接記録' 'label=面接,before_minutes=20,before_cases=3,periods_in_year=12,destination=企画・学び'
quietly -f a.db move R7-1 R7-2 R7-3 submitted

note 'what came true, and where the time goes'
for LANGUAGE in ja en; do
	uraniwa -f a.db table realisation
	uraniwa -f a.db table destinations
	uraniwa -f a.db table destinations --rows section
	uraniwa -f a.db table fractions
	uraniwa -f a.db table destinations --rows any-tool
	uraniwa -f a.db table teams --rows tool
	uraniwa -f a.db table realisation --rows colour
done
LANGUAGE=ja
uraniwa -f a.db table realisation --rows project
uraniwa -f a.db table realisation --rows project --filter section:総務課 --format csv
uraniwa -f a.db table destinations --rows project
uraniwa -f a.db table realisation --rows section --basis full-year --format csv
uraniwa -f a.db table realisation --rows problem-type --format json
uraniwa -f a.db table destinations --stage actual --format csv
uraniwa -f a.db table destinations --filter section:福祉課
uraniwa -f a.db rollup --rows team --measure realisation
uraniwa -f a.db explain realisation

note 'reports come in as sheets that need nothing but the numbers'
printf '番号,中間報告,今後の計画,見込まれる効果,残る課題\nR7-2,試行を始めた。,秋に広げる。,18時間,予算\n' >interim.csv
uraniwa -f a.db import projects interim.csv --dry-run
uraniwa -f a.db import projects interim.csv
uraniwa -f a.db import projects interim.csv
printf 'R7-3,道半ば\n' | sed '1i 番号,成果' >result.csv
uraniwa -f a.db import projects result.csv
printf '番号,中間報告\nR7-99,ない取組\n' >missing.csv
uraniwa -f a.db import projects missing.csv
uraniwa -f a.db list --columns number,progress,next_plan,expected_savings,open_issues,result_text
quietly -f a.db export projects -o all.csv
quietly -f a.db import projects all.csv
uraniwa -f a.db undo 2

note 'how much there would be to win'
uraniwa -f a.db table headroom
uraniwa -f a.db edit R7-1 --effect 'line=1,unit_cases=２，４００'
uraniwa -f a.db edit R7-3 --effect 'line=1,全庁の年間件数=30'
uraniwa -f a.db edit R7-2 --effect 'line=1,unit_cases=-1'
uraniwa -f a.db explain R7-1
for LANGUAGE in ja en; do
	uraniwa -f a.db table headroom
done
LANGUAGE=ja
uraniwa -f a.db table headroom --filter section:福祉課 --format csv
uraniwa -f a.db history R7-1 --limit 1
note 'a copy has the formula, and the cases are its own'
URANIWA_SEED=9
uraniwa -f a.db copy R7-1 --team T121
uraniwa -f a.db explain R7-4
"$URANIWA" -f a.db show R7-4 | grep 複写 >>"$transcript"
"$URANIWA" -f a.db show R7-1 | grep 複写 >>"$transcript"
uraniwa -f a.db list number:R7-4 --columns number,team,copied_from,hours
uraniwa -f a.db move R7-4 submitted
uraniwa -f a.db edit R7-4 --effect 'line=1,before_cases=5'
uraniwa -f a.db move R7-4 submitted
uraniwa -f a.db undo 3

note 'possible double counting'
uraniwa -f a.db table overlaps
uraniwa -f a.db overlap clear R7-1
uraniwa -f a.db overlap clear R7-3 --reason 別
uraniwa -f a.db overlap shut R7-1
uraniwa -f a.db overlap reopen R7-1
uraniwa -f a.db overlap clear R7-0002 --reason '対象の面接が異なる'
uraniwa -f a.db table overlaps --format csv
note 'a new project opens it anew'
project 4 T111 '面接記録' 'label=記録,before_minutes=6,before_cases=10,periods_in_year=6'
quietly -f a.db move R7-5 submitted
uraniwa -f a.db table overlaps
uraniwa -f a.db overlap clear R7-5 --reason '四つ目も別の面接'
uraniwa -f a.db table overlaps
uraniwa -f a.db undo
uraniwa -f a.db overlap reopen R7-5
uraniwa -f a.db table overlaps --format csv
uraniwa -f a.db undo
uraniwa -f a.db table overlaps --format csv
uraniwa -f a.db history --limit 6
uraniwa -f a.db explain overlaps
quietly -f a.db import people "$sheets/people.csv"
uraniwa -f a.db --user sato overlap clear R7-1 --reason 私の所属です
quietly -f a.db check

note 'what is alike: the near-copies that were planted in the sample come first'
quietly demo
demo=$HOME/.local/share/uraniwa/demo.db
uraniwa -f "$demo" --fy R7 similar R7-0484 --limit 4
uraniwa -f "$demo" --fy R7 --lang en similar R7-0484 --limit 1
uraniwa -f "$demo" --fy R7 similar r7-484 --limit 3 --format csv
uraniwa -f "$demo" similar 公用車 予約 --limit 3
uraniwa -f "$demo" similar '　'
uraniwa -f "$demo" similar R7-9999
uraniwa -f "$demo" similar --limit x 予約
finish
