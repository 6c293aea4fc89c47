#!/bin/sh
# People, roles, DX leaders and their training, with hand-overs, undo, and sheets that come back.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/small.db
export URANIWA_DB
quietly init --body-code 990009 --body-name 見本県
quietly import units "$sheets/units.csv"
uraniwa export units

note 'people and roles'
uraniwa user add code=boss name=伊藤 active=1
uraniwa user add code=sato name='佐藤 花子' kana=サトウハナコ active=はい
uraniwa user add code=suzuki name=鈴木 active=1
uraniwa user add code=sato name=別の人 active=1
uraniwa user add code='a b' name=空白 active=1
uraniwa user roles add person_code=sato role=leader unit_code=S11 first_fiscal_year=R7
uraniwa user roles add person_code=boss role=admin unit_code=990009 first_fiscal_year=R7
uraniwa --user boss user roles add person_code=sato role=king unit_code=S11 first_fiscal_year=R7
uraniwa --user boss user roles add person_code=sato role=leader unit_code=S99 first_fiscal_year=R7
uraniwa --user boss user roles add person_code=sato role=leader unit_code=S11 first_fiscal_year=R7
uraniwa --user sato user roles add person_code=sato role=admin unit_code=990009 first_fiscal_year=R7
uraniwa --user boss user roles edit boss/admin/990009/R7 last_fiscal_year=R8
uraniwa --user boss user roles remove boss/admin/990009/R7
uraniwa --user boss user roles
uraniwa --user boss user remove sato
uraniwa --user boss user remove suzuki
uraniwa --user boss undo
uraniwa user list --format csv

note 'leaders: one at a time'
URANIWA_USER=boss
export URANIWA_USER
uraniwa leader add fiscal_year=R7 section_code=S11 person_code=sato
uraniwa leader add fiscal_year=R7 section_code=S11 person_code=suzuki from=R7.10.1
uraniwa leader add fiscal_year=R7 section_code=S11 person_code=boss from=R7.5.1
uraniwa leader add fiscal_year=R7 section_code=S11 person_code=boss from=R9.5.1
uraniwa leader list --fy R7
uraniwa history --limit 3
uraniwa undo
uraniwa leader list --format csv
uraniwa leader add fiscal_year=R7 section_code=S11 person_code=suzuki from=R7.10.1
uraniwa export leaders

note 'training'
uraniwa training add code=R7-basic fiscal_year=R7 name=はじめてのDX form=in-person hours=2 units=1 audience=leaders
uraniwa training attendance add course_code=R7-basic person_code=sato attended_on=R7.6.10
uraniwa training attendance add course_code=R7-none person_code=sato
cat >training.csv <<'END'
年度,研修コード,研修名,形式,時間,単位,対象,職員番号,受講日
R7,R7-basic,はじめてのDX,対面,2,1,リーダー,suzuki,2025-06-10
R7,R7-online,業務の見直し方,オンライン,1:30,2,全職員,boss,R7.9.1
R7,R7-empty,生成AIの使い方,eラーニング,1,1,所属長,,
END
uraniwa import training training.csv
uraniwa import training training.csv
uraniwa export training
uraniwa table training --fy R7
uraniwa table training --fy R7 --format csv
uraniwa --lang en table training --fy R8
uraniwa table review --fy R7 --unit S11 --format csv
printf 'course_code,course,form,person_code,units\nA,あ,carriage,,\nA,あ,,nobody,\nA,あ,,sato,-1\n,あ,,,\n' >bad.csv
uraniwa import training bad.csv
uraniwa training remove R7-basic
"$URANIWA" export training -o first.csv 2>/dev/null
uraniwa training attendance remove R7-basic/sato
uraniwa import training first.csv
"$URANIWA" export training -o second.csv 2>/dev/null
cmp first.csv second.csv || fail 'training does not come back'
finish
