#!/bin/sh
# Indicators: the published files load as they are, come out again, and can be taken back.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/small.db
export URANIWA_DB
quietly init --body-code 990009 --body-name 見本県
golden=$abs_srcdir/tests/golden
cp "$golden/oita-indicators.csv" "$golden/oita-genai-usage-2025.csv" .

uraniwa import indicators oita-indicators.csv oita-genai-usage-2025.csv
uraniwa import indicators oita-indicators.csv oita-genai-usage-2025.csv
uraniwa export indicators
uraniwa export indicator-values
"$URANIWA" export indicators -o first.csv
"$URANIWA" export indicator-values -o first-values.csv

note 'into an empty database and out again'
URANIWA_DB=$work/second.db
quietly init --body-code 990009 --body-name 見本県
quietly import indicators first.csv first-values.csv
"$URANIWA" export indicators -o second.csv
"$URANIWA" export indicator-values -o second-values.csv
cmp first.csv second.csv || fail 'indicators do not come back'
cmp first-values.csv second-values.csv || fail 'values do not come back'

note 'a negative value and target are numbers, and come back'
printf 'code,name,target,direction\nchange,増減,-2.5,down\n' >negative.csv
printf 'code,fiscal_year,month,value\nchange,R7,,-48.69\n' >negative-values.csv
uraniwa import indicators negative.csv negative-values.csv
"$URANIWA" export indicators -o negative.csv --force
"$URANIWA" export indicator-values -o negative-values.csv --force
grep '^change,' negative.csv negative-values.csv >>"$transcript"
uraniwa import indicators negative.csv negative-values.csv
uraniwa undo

note 'values replace values; bad rows are named'
printf '指標コード,年度,月,値\ngenai-usage,R7,7,26\nculture-score,R7,,60.5\n' >values.csv
uraniwa import indicators values.csv
uraniwa history --limit 2
uraniwa undo
uraniwa import indicators values.csv --dry-run
printf 'code,fiscal_year,month,value\ngenai-usage,R7,13,1\nnosuch,R7,1,2\ngenai-usage,R7,1,much\n' >bad.csv
uraniwa import indicators bad.csv
printf 'a,b\n1,2\n' >other.csv
uraniwa import indicators other.csv
printf '令和7年度 指標の実績\n\n番号,年,実績\nあ,R7,61.5\n' >titled.csv
printf '番号 = コード\n年 = 年度\nコード: あ = culture-score\n無い = 月\n' >values.map
uraniwa import indicator-values titled.csv --map values.map
uraniwa import indicators titled.csv
uraniwa undo

note 'shown, changed by hand, and beside what teams report'
uraniwa indicator
uraniwa indicator targets list --format csv
uraniwa indicator values add code=culture-score fiscal_year=R7 value=58.4
uraniwa indicator values add code=culture-score fiscal_year=R7 month=13 value=58.4
uraniwa indicator targets add code=culture-score fiscal_year=R8 target=60
uraniwa indicator remove culture-score
uraniwa indicator add code=own name=自分の指標 unit=件 direction=down yearly=sum
uraniwa table indicators --fy R7
uraniwa table indicators --fy R7 --format csv
URANIWA_DB=$work/sample.db
quietly init --body-code 990001 --body-name 見本県
for kind in units people leaders projects effects; do
	quietly import $kind "$abs_srcdir/data/sample/$kind.csv" --user office
done
quietly import indicators oita-indicators.csv oita-genai-usage-2025.csv --user office
uraniwa table indicators --fy R7
uraniwa table goal --format csv
uraniwa table goal --filter type:1 --lang ja | grep 目標は
uraniwa table goal --filter fy:R6..R7 --lang ja | grep 目標は

note 'one goal a year: the parameter target_hours is the target in the register'
URANIWA_USER=office
export URANIWA_USER
uraniwa param set target_hours 30000 --fy R7
uraniwa param list --format csv
uraniwa indicator targets list --format csv
uraniwa table goal --format csv
uraniwa table indicators --fy R7 --format csv
uraniwa param set --fy R7 target_hours △1
uraniwa indicator targets edit hours-saved/R7 target=31000.5
uraniwa param list --format csv
uraniwa undo 2
printf 'name,fiscal_year,value\ntarget_hours,,140000\ntarget_hours,2026,150000\nworking_days,2026,241\n' >parameters.csv
uraniwa import parameters parameters.csv
uraniwa indicator targets list --format csv
uraniwa export parameters
uraniwa param remove target_hours/R8
uraniwa param remove target_hours/R8
uraniwa indicator add code=second name=二つ目 direction=up yearly=last computed=hours-saved
quietly check

note 'where there is no such indicator yet, it is made'
URANIWA_DB=$work/third.db
quietly init --body-code 990009 --body-name 見本県
uraniwa param set target_hours 500
uraniwa export indicators
uraniwa undo
uraniwa export indicators

note 'leaders: 延べ once for each year of leading, 実人数 once for all; each says which'
quietly import units "$sheets/units.csv"
cat >people.csv <<'END'
code,name
sato,佐藤 花子
suzuki,鈴木 一郎
kato,加藤 剛
END
cat >leaders.csv <<'END'
fiscal_year,section_code,person_code
2024,S11,sato
2025,S11,sato
2025,S21,sato
2025,S12,suzuki
2026,S12,suzuki
END
cat >training.csv <<'END'
fiscal_year,course_code,course,person_code
2024,R6-basic,基礎,sato
2025,R7-basic,基礎,suzuki
2025,R7-basic,基礎,kato
END
for kind in people leaders training; do
	quietly import $kind $kind.csv
done
quietly indicator add code=heads name=育成したリーダー direction=up yearly=last computed=leaders-trained
quietly indicator add code=times name=リーダー育成（延べ人数） direction=up yearly=last computed=leaders-trained-yearly
for year in R6 R7; do
	uraniwa table indicators --fy $year
done
uraniwa table indicators --fy R7 --format csv
uraniwa explain indicators --fy R7
note 'a register from elsewhere: one that is called so counts so'
printf 'code,name\nleaders-trained,DX推進リーダー育成（延べ人数）\n' >register.csv
quietly import indicators register.csv
"$URANIWA" export indicators | grep ^leaders-trained >>"$transcript"
finish
