#!/bin/sh
# Doubtful figures (domain.md §4): told on import, asked for when a project is handed in, listed in a table.
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db
head=project_number,line,label,stage,before_minutes,before_cases,after_minutes,after_cases,period,direct_hours

# sheet FILE ROW...: a sheet of effect lines
sheet() {
	file=$1
	shift
	printf '%s\n' "$head" "$@" >"$file"
}

# project TITLE TEAM [OPTION...]: a project that could be handed in
project() {
	title=$1 team=$2
	shift 2
	uraniwa -f a.db --fy R7 add --title "$title" --team "$team" --problem-type 1 --tool RPA "$@"
}

project 件数なし T111
project 三倍 T111
project 長い一件 T121
project 同じ作業 T121
project 大きな班 T211
project 下書きのまま T211
sheet lines.csv R7-0001,1,入力,estimate,30,88,10,0,month, R7-0001,2,確認,estimate,30,0,10,0,month, \
	R7-0001,3,実績は0件でもよい,actual,30,0,0,0,month, \
	R7-0002,1,作成,estimate,30,10,10,10,month, R7-0002,1,作成,actual,30,31,10,31,month, \
	R7-0003,1,調査,estimate,481,2,480,2,month, R7-0003,2,入力,estimate,30,20,10,20,month, \
	R7-0003,3,入力,estimate,30,20,10,20,month, R7-0004,1,入力,estimate,30,20,10,20,month, \
	R7-0005,1,窓口,estimate,,,,,,1000 R7-0005,2,電話,estimate,,,,,,861 \
	R7-0005,3,増えた作業,estimate,,,,,,-0.5 R7-0006,1,入力,estimate,30,88,10,0,month,
note 'told on import, row by row, and stored all the same; what stays as it is is not told again'
uraniwa -f a.db import effects --dry-run lines.csv >/dev/null
uraniwa -f a.db import effects lines.csv
uraniwa -f a.db import effects lines.csv

note 'drafts do not count'
uraniwa -f a.db --fy R7 table doubts
for number in 1 2 3 4 5; do
	quietly -f a.db edit R7-000$number --set current_issue=a --set approach=b
done
note 'handed in only by who is sure; what lacks something is told first'
uraniwa -f a.db move R7-0006 submitted
uraniwa -f a.db move R7-0001 R7-0002 R7-0003 R7-0004 R7-0005 submitted
uraniwa -f a.db --fy R7 list --columns number,status
uraniwa -f a.db move R7-0001 R7-0002 R7-0003 R7-0004 R7-0005 submitted --yes
uraniwa -f a.db --fy R7 table doubts
"$URANIWA" -f a.db --fy R7 table doubts --format csv --encoding utf-8 | tr -d '\r' >>"$transcript"
note 'the forecast is asked for with the interim report, the estimate no more'
quietly -f a.db move R7-0001 approved
quietly -f a.db move R7-0001 running
quietly -f a.db edit R7-0001 --set progress=順調
quietly -f a.db edit R7-0001 --effect line=1,stage=forecast,before_minutes=30,before_cases=80,after_minutes=10,after_cases=0
uraniwa -f a.db move R7-0001 reported
uraniwa -f a.db --lang en move R7-0001 reported
uraniwa -f a.db move R7-0001 reported --yes

note 'a part of them, judged beside the whole'
"$URANIWA" -f a.db --fy R7 table doubts --filter number:R7-0004 --format csv --encoding utf-8 | tr -d '\r' >>"$transcript"
uraniwa -f a.db --fy R7 table doubts --filter number:R7-0002 --basis full-year
note 'a unit is a part, of every table that has parts'
uraniwa -f a.db --fy R7 table doubts --unit 総務課
uraniwa -f a.db --fy R7 table problem-types --unit S12
uraniwa -f a.db --fy R7 table training --unit S12
note 'two steps of one name are no same work where the projects name different work'
quietly -f a.db edit R7-0004 --set work=住民票
quietly -f a.db edit R7-0003 --set work=戸籍
"$URANIWA" -f a.db --fy R7 table doubts --format csv --encoding utf-8 | tr -d '\r' | grep same-work >>"$transcript"

finish
