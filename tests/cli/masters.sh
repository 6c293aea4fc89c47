#!/bin/sh
# The small tables of the office: parameters, rules, catalogues, due dates, with undo and history.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/sample.db
export URANIWA_DB
quietly init --body-code 990001 --body-name 見本県
for kind in units people leaders projects effects; do
	quietly import $kind "$abs_srcdir/data/sample/$kind.csv" --user office
done
URANIWA_USER=office
export URANIWA_USER
"$URANIWA" table ict-tools --fy R7 --format csv >before.csv
"$URANIWA" table problem-types --fy R7 --format csv >>before.csv

note 'parameters'
uraniwa param
uraniwa param set hours_per_person_year 1920 --fy R8
uraniwa param set hours_per_person_year 1,900 --fy 令和8
uraniwa param set target_hours 138650
uraniwa param list --format csv
uraniwa param set working_days 400
uraniwa param set luck 7
uraniwa param remove hours_per_person_year/
uraniwa param remove hours_per_person_year/R8
uraniwa --user adachi-s param set target_hours 1
uraniwa param frob

note 'exclusion rules'
uraniwa rule
uraniwa rule add first_fiscal_year=R8 tools=rpa 'words=転記；入力' 'reason=転記の自動化は標準業務です。'
uraniwa rule add first_fiscal_year=R8 tools=nosuch words=a reason=b
uraniwa rule add first_fiscal_year=R8 reason=b
uraniwa rule edit 3 last_fiscal_year=R7
uraniwa rule edit 3 last_fiscal_year=R9
uraniwa rule list --format csv
uraniwa rule remove 3
uraniwa rule remove 3
uraniwa undo 2
uraniwa rule list --format csv

note 'catalogues: renamed, retired, merged; old years keep what they had'
uraniwa catalogue tools add code=kintone first_fiscal_year=R8 name=キントーン
uraniwa catalogue tools edit rpa/2019 last_fiscal_year=R6
uraniwa catalogue tools edit rpa/2019 last_fiscal_year=R7 merged_into=rpa
uraniwa catalogue tools edit rpa/2019 merged_into=kintone
uraniwa catalogue tools edit rpa/R1 last_fiscal_year=R7 merged_into=kintone
uraniwa catalogue tools add code=kintone first_fiscal_year=R5 name=K
uraniwa catalogue tools add code=chat,bot first_fiscal_year=R8 name=チャットボット
uraniwa catalogue tools add code=chatbot first_fiscal_year=R8 name=チャットボット
uraniwa catalogue tools list --fy R8 --format csv
uraniwa catalogue tools remove genai/2019
uraniwa catalogue problem-types add code=9 first_fiscal_year=R8 name=新しい課題
uraniwa catalogue problem-types list --fy R8 --format csv
"$URANIWA" table ict-tools --fy R7 --format csv >after.csv
"$URANIWA" table problem-types --fy R7 --format csv >>after.csv
cmp before.csv after.csv || fail 'the tables of R7 have changed'

note 'due dates'
uraniwa catalogue due-dates add fiscal_year=R7 kind=interim due_on=R7.11.15
uraniwa catalogue due-dates add fiscal_year=R7 kind=interim due_on=2025-11-20
uraniwa catalogue due-dates add fiscal_year=R7 kind=decision due_on=2019-11-20
uraniwa catalogue due-dates edit 2025/interim due_on=２０２５年１１月２０日
uraniwa catalogue due-dates list --fy R7
uraniwa history --limit 2
uraniwa catalogue birds

note 'who is added is active'
uraniwa user people add code=jiro name=鈴木二郎
"$URANIWA" user people list --format csv | grep jiro >>"$transcript"
note 'what a row is known by stays'
uraniwa catalogue problem-types edit 1/R1 code=9
uraniwa catalogue problem-types edit 1/R1 first_fiscal_year=R8
uraniwa catalogue due-dates list --fy R7
uraniwa check --fy R7 >/dev/null

finish
