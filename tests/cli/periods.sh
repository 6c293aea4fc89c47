#!/bin/sh
# Periods in this year come from 運用開始 wherever a line comes in, unless somebody typed them; seasonal
# lines begin when the work begins; cases after follow those before (domain.md §4).
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db
head=project_number,line,label,stage,before_minutes,before_cases,after_minutes,after_cases,period,periods_in_year,periods_full_year,monthly_cases,direct_hours

# sheet FILE HEADINGS ROW...
sheet() {
	file=$1
	shift
	printf '%s\n' "$@" >"$file"
}

# lines [FILE]: what is stored, a line each: number, line, cases, period, periods, months, typed
lines() {
	"$URANIWA" -f "${1:-a.db}" export effects --encoding utf-8 </dev/null | tr -d '\r' |
		cut -d, -f2,3,7,9-12,15-26,29 >>"$transcript"
}

note 'projects that begin in September, next year, last year, and nobody knows when'
sheet projects.csv number,fiscal_year,team_code,title,problem_type_code,tools,status,operating_from \
	R7-0011,2025,T111,九月から,1,kintone,submitted,2025-09 \
	R7-0012,2025,T111,来年から,1,kintone,submitted,2026-04 \
	R7-0013,2025,T111,昨年から,1,kintone,submitted,2024-10 \
	R7-0014,2025,T111,未定,1,kintone,submitted,
uraniwa -f a.db import projects projects.csv
sheet blank.csv "$head" R7-0011,1,x,estimate,60,10,0,10,month,,,, \
	R7-0011,2,x,estimate,60,10,0,10,day,,,, R7-0011,3,x,estimate,60,10,0,10,week,,,, \
	R7-0011,4,x,estimate,60,10,0,10,year,,,, R7-0012,1,x,estimate,60,10,0,10,month,,,, \
	R7-0012,2,x,estimate,60,10,0,10,day,,,, R7-0012,3,x,estimate,60,10,0,10,year,,,, \
	R7-0013,1,x,estimate,60,10,0,10,month,,,, R7-0014,1,x,estimate,60,10,0,10,week,,,,
uraniwa -f a.db import effects blank.csv
lines
uraniwa -f a.db explain R7-0011
uraniwa -f a.db show R7-0012 --format json

note 'what was typed stays'
sheet typed.csv "$head" R7-0011,5,x,estimate,60,10,0,10,month,12,12,,
uraniwa -f a.db import effects typed.csv
quietly -f a.db edit R7-0011 --set operating_from=R7.12
lines
note 'the file that had no figure for them changes nothing, and one with the same figure neither'
uraniwa -f a.db import effects blank.csv
sheet same.csv "$head" R7-0011,1,x,estimate,60,10,0,10,month,4,12,,
uraniwa -f a.db import effects same.csv
quietly -f a.db edit R7-0011 --set operating_from=2025-09
lines
note 'a file of projects that brings another start'
sheet start.csv number,operating_from R7-0011,2025-10 R7-0014,2026-01
uraniwa -f a.db import projects start.csv
lines
uraniwa -f a.db --fy R7 list --columns number,operating_from,saved_minutes_in_year,saved_minutes_full_year
note 'taken back in one'
quietly -f a.db undo
lines

note 'what leaves comes back, with what was typed'
"$URANIWA" -f a.db export projects -o p.csv
"$URANIWA" -f a.db export effects -o e.csv
small_body b.db
quietly -f b.db import projects p.csv
quietly -f b.db import effects e.csv
"$URANIWA" -f b.db export effects -o again.csv
same e.csv again.csv
quietly -f b.db edit R7-0011 --set operating_from=
lines b.db

note 'add and edit'
uraniwa -f a.db --fy R7 add --team T111 --title 追加 --set operating_from=R7.9 \
	--effect before_minutes=60,before_cases=10 --effect before_minutes=60,before_cases=10,period=day \
	--effect before_minutes=60,before_cases=10,periods_in_year=0 --effect before_minutes=60,monthly_cases='1;1;1;1;1;1;1;1;1;1;1;1'
uraniwa -f a.db explain R7-0015
note 'emptied, they follow again'
quietly -f a.db edit R7-0015 --effect line=3,periods_in_year=
uraniwa -f a.db explain R7-0015
note 'a start that is not fixed yet moves them; one that is, with a reason only'
quietly -f a.db edit R7-0011 --set 'current_issue=a' --set 'approach=b'
quietly -f a.db move R7-0011 approved
quietly -f a.db move R7-0011 running
uraniwa -f a.db edit R7-0011 --set operating_from=R7.11
uraniwa -f a.db edit R7-0011 --set operating_from=R7.11 --reason '機器の納入が遅れた'

note 'seasonal work: no month at all, months before the start, more months than there are'
sheet seasonal.csv "$head" 'R7-0015,4,季節,estimate,60,,0,,month,0,12,1;1;1;1;1;1;1;1;1;1;1;1,' \
	'R7-0015,5,季節,estimate,60,,0,,month,12,12,1;2;3;1;1;1;1;1;1;1;1;5,' \
	'R7-0015,6,季節,estimate,60,,0,,month,3,12,1;2;3;1;1;1;1;1;1;1;1;5,'
uraniwa -f a.db import effects seasonal.csv
uraniwa -f a.db explain R7-0015
sheet bad.csv "$head" 'R7-0015,6,季節,estimate,60,,0,,month,13,12,1;2;3;1;1;1;1;1;1;1;1;5,'
uraniwa -f a.db import effects bad.csv

note 'cases after follow those before until they differ'
uraniwa -f a.db --fy R7 add --team T111 --title 件数 --effect before_minutes=30,before_cases=88,after_minutes=10
quietly -f a.db edit R7-0016 --effect line=1,before_cases=90
lines
quietly -f a.db edit R7-0016 --effect line=1,after_cases=80
quietly -f a.db edit R7-0016 --effect line=1,before_cases=95
sheet before.csv project_number,line,stage,before_minutes,before_cases R7-0016,1,estimate,30,99
uraniwa -f a.db import effects before.csv
uraniwa -f a.db explain R7-0016
quietly -f a.db edit R7-0016 --effect line=1,after_cases=
uraniwa -f a.db explain R7-0016
sheet before.csv project_number,line,stage,before_minutes,before_cases R7-0016,1,estimate,30,70
uraniwa -f a.db import effects before.csv
sheet new.csv project_number,line,stage,before_minutes,before_cases,after_minutes,after_cases \
	R7-0016,2,estimate,30,12,10, R7-0016,3,estimate,30,12,10,0
uraniwa -f a.db import effects new.csv
uraniwa -f a.db explain R7-0016

note 'a copy has the periods of its own start'
uraniwa -f a.db --fy R7 copy R7-0011 --team T121
lines

finish
