#!/bin/sh
# One project from its draft to its end: add, edit, show, move, copy, history, undo, roles.
. "${abs_srcdir:?}/tests/cli/lib.sh"
# Each new project gets its UUID from a seed of its own.
URANIWA_SEED=1
export URANIWA_SEED
small_body a.db

note 'add'
uraniwa -f a.db add --team T111 --title '記録作成の支援' --problem-type ③ --tool kintone \
	--tool 生成AI --set leader=佐藤 --set 導入経費=１，２００，０００ --set operating_from=R7.9 \
	--effect 'label=記録, 作成,before_minutes=39.2,before_cases=88,after_minutes=19.6,after_cases=88,periods_in_year=7' \
	--effect 'label=電話,before_minutes=30,before_cases=77,after_minutes=15,after_cases=77,periods_in_year=4'
uraniwa -f a.db show R7-0001
uraniwa -f a.db show 令和７－１ --format json
uraniwa -f a.db explain r7-1
note 'what is refused leaves everything as it was'
dump a.db >before
for LANGUAGE in ja en; do
	uraniwa -f a.db add --title a --team T999
	uraniwa -f a.db add --title a --team T112
	uraniwa -f a.db add --title a --team 総務班
	uraniwa -f a.db add --title a --team T111 --tool くま
	uraniwa -f a.db add --title a --team T111 --problem-type 9
	uraniwa -f a.db edit R7-1 --set colour=red
	uraniwa -f a.db edit R7-1 --set title
	uraniwa -f a.db edit R7-1 --set status=completed
	uraniwa -f a.db edit R7-1 --set 導入経費=千円
	uraniwa -f a.db edit R7-1 --set 導入経費=99999999999999999999
	uraniwa -f a.db edit R7-1 --set started_on=平成32年4月1日
	uraniwa -f a.db edit R7-1 --effect 'line=1,before_cases=-1'
	uraniwa -f a.db edit R7-1 --effect 'line=1,before_cases=1000000001'
	uraniwa -f a.db edit R7-1 --effect 'line=1,before_minutes=39.255'
	uraniwa -f a.db edit R7-1 --effect 'line=1,periods_in_year=13'
	uraniwa -f a.db edit R7-1 --effect 'line=0,label=a'
	uraniwa -f a.db edit R7-1 --effect 'colour=red'
	uraniwa -f a.db edit R7-1 --effect 'line=1,stage=guess'
	uraniwa -f a.db edit R7-1 --effect 'line=1,destination=寝る'
	uraniwa -f a.db edit R7-1 --drop-effect 3
	uraniwa -f a.db edit R7-9 --set title=a
	uraniwa -f a.db edit first --set title=a
	uraniwa -f a.db copy R7-1 --team T999
	uraniwa -f a.db move R7-1 completed
	uraniwa -f a.db move R7-1 R7-9 submitted
	uraniwa -f a.db move R7-1 'done'
	uraniwa -f a.db move R7-1 cancelled
done
LANGUAGE=ja
dump a.db >after
same before after

note 'edit and move'
uraniwa -f a.db edit R7-1 --set 担当者=鈴木 --set '取組内容=一行目
二行目' --effect 'line=1,stage=actual,before_minutes=39.2,before_cases=90,after_minutes=19.6,after_cases=90,periods_in_year=7'
uraniwa -f a.db move R7-1 submitted
uraniwa -f a.db move R7-1 決定
uraniwa -f a.db move R7-1 running
uraniwa -f a.db edit R7-1 --drop-effect 2
uraniwa -f a.db edit R7-1 --drop-effect 2 --reason 電話は対象外
uraniwa -f a.db move R7-1 reported
uraniwa -f a.db edit R7-1 --set progress=予定どおり --drop-effect 1:actual
uraniwa -f a.db move R7-1 reported
uraniwa -f a.db move R7-1 completed
uraniwa -f a.db edit R7-1 --effect 'line=1,stage=actual,before_minutes=39.2,before_cases=90,after_minutes=19.6,after_cases=90,periods_in_year=7'
uraniwa -f a.db move R7-1 completed
uraniwa -f a.db edit R7-1 --set title=別の名
uraniwa -f a.db edit R7-1 --set title=別の名 --reason 誤記のため
uraniwa -f a.db list --columns number,status,title,hours,actual_hours
note 'copy and undo'
URANIWA_SEED=2
uraniwa -f a.db copy R7-1 --team T121
URANIWA_SEED=3
uraniwa -f a.db --fy R8 copy R7-1 --team T211
uraniwa -f a.db list fy:R7..R8 --columns number,status,team,title,copied_from
uraniwa -f a.db redo
uraniwa -f a.db undo
uraniwa -f a.db undo 2
uraniwa -f a.db undo 2 --reason 取り消し
uraniwa -f a.db undo --list
uraniwa -f a.db redo --reason やり直し
uraniwa -f a.db redo 5
uraniwa -f a.db undo 999
uraniwa -f a.db redo --reason やり直し
uraniwa -f a.db redo --reason やり直し
uraniwa -f a.db undo --list --format csv
uraniwa -f a.db undo 3 --reason 取り消し
uraniwa -f a.db list fy:R7..R8 --columns number,status,team,title
uraniwa -f a.db history R7-1
uraniwa -f a.db history --limit 3 --format csv
uraniwa -f a.db history R7-1 --limit 1 --format json
uraniwa -f a.db check

note 'roles'
quietly -f a.db import people "$sheets/people.csv"
uraniwa -f a.db add --title '　 ' --team T111
uraniwa -f a.db --user guest add --title a --team T111
URANIWA_SEED=4
uraniwa -f a.db --user sato add --title a --team T111
uraniwa -f a.db --user sato add --title a --team T211
uraniwa -f a.db --user sato edit R7-3 --set problem_type=1 --set tools=RPA --set hours=10
uraniwa -f a.db --user sato move R7-3 submitted
uraniwa -f a.db --user sato move R7-3 approved
uraniwa -f a.db --user suzuki move R7-3 approved
note 'nobody takes the work of another section, or decides by a sheet'
URANIWA_SEED=5
quietly -f a.db --user office add --title よその取組 --team T211
uraniwa -f a.db --user sato edit R7-4 --set team=T111
printf '番号,取組名,班コード\nR7-4,よその取組,T111\n' >take.csv
uraniwa -f a.db --user sato import projects take.csv
printf '番号,取組名,班コード,状態,実績（分）\nR7-3,a,T111,完了,540\n,新しい,T111,決定,\n' >decide.csv
uraniwa -f a.db --user sato import projects decide.csv
uraniwa -f a.db --user office import projects decide.csv
uraniwa -f a.db --user sato import units "$sheets/units.csv"
uraniwa -f a.db --user guest import projects "$sheets/office.csv"
uraniwa -f a.db --user guest undo
uraniwa -f a.db --user guest check --repair-derived
uraniwa -f a.db --user office check --repair-derived
finish
