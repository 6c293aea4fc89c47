#!/bin/sh
# Figures that a file holds rounded, or on one basis only, leave alone what is stored exactly.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=en
export LANGUAGE
small_body a.db

# stored: what the database holds, exactly.
stored() {
	"$URANIWA" -f a.db --user office export projects --encoding utf-8 </dev/null >all.csv || fail export
	awk -F, '{ print $2 "," $10 "," $28 "," $29 }' all.csv >>"$transcript"
}

printf '取組名,班コード,削減時間\n甲,T111,10.5\n乙,T111,0.4\n' >source.csv
uraniwa -f a.db --fy R7 import projects source.csv
stored

note 'a list holds whole hours: coming back it changes nothing, in either dress'
"$URANIWA" -f a.db --fy R7 list --format csv </dev/null >list.csv
uraniwa -f a.db --fy R7 import projects list.csv
LANGUAGE=ja "$URANIWA" -f a.db --fy R7 --lang ja list --format csv </dev/null >list.csv
uraniwa -f a.db --fy R7 import projects list.csv
stored

note 'hours of another value are a change, and it is told'
printf '番号,削減時間\nR7-0001,12\nR7-0002,0.4\n' >hours.csv
uraniwa -f a.db import projects --dry-run hours.csv
printf '番号,削減時間\nR7-0001,10.6\nR7-0002,0\n' >hours.csv
uraniwa -f a.db import projects hours.csv
stored

note 'hours of the year say nothing of a full year that has a figure of its own'
printf '番号,年度内削減（分）,平年度削減（分）\nR7-0001,630,1260\n' >both.csv
uraniwa -f a.db import projects both.csv
printf '番号,削減時間\nR7-0001,10.5\n' >hours.csv
uraniwa -f a.db import projects hours.csv
printf '番号,削減時間\nR7-0001,11.5\n' >hours.csv
uraniwa -f a.db import projects hours.csv
stored

note 'every list of the sample'
quietly demo
demo=$HOME/.local/share/uraniwa/demo.db
dump "$demo" >before
for year in R6 R7; do
	for columns in number,status,section,team,title,problem_type,primary_tool,hours,leader \
		uuid,tools,hours,owner,title,work; do
		"$URANIWA" -f "$demo" --fy $year list --format csv --columns $columns </dev/null >list.csv ||
			fail "list $year"
		"$URANIWA" -f "$demo" --fy $year --user office import projects list.csv </dev/null 2>err ||
			fail "$year $columns: $(cat err)"
		grep -q ' 0 added, 0 changed, ' err || fail "$year $columns: $(cat err)"
	done
done
dump "$demo" >after
same before after
finish
