#!/bin/sh
# What the work took before and takes after: entered, imported, exported, explained; and files whose figures
# are numbers, a column each.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
export LANGUAGE
small_body a.db

# column FILE WORD: the cells of the columns whose heading begins with the word.
column() {
	sed 's/^\xef\xbb\xbf//; s/\r//' "$1" | awk -F, -v word="$2" 'NR == 1 { for (i = 1; i <= NF; i++)
		if (index($i, word) == 1) wanted[i] = 1 }
		{ line = $2 "," $3; for (i = 4; i <= NF; i++) if (wanted[i]) line = line "," $i; print line }' >>"$transcript"
}

note 'a line may say both: what is saved is the difference'
quietly -f a.db --fy R7 add --team T111 --title 甲 --effect 'label=受付,direct_before_hours=1095,direct_after_hours=176'
quietly -f a.db --fy R7 add --team T111 --title 乙 --effect 'direct_hours=-12:30'
uraniwa -f a.db explain R7-1
uraniwa -f a.db edit R7-1 --effect 'line=1,direct_hours=1200'
uraniwa -f a.db edit R7-1 --effect 'line=2,direct_after_hours=10'
uraniwa -f a.db edit R7-1 --effect 'line=1,direct_before_hours=-1'
uraniwa -f a.db edit R7-1 --effect 'line=1,direct_before_hours=1100'
uraniwa -f a.db explain R7-1
uraniwa -f a.db undo
uraniwa -f a.db explain R7-1

note 'sheets of hours before and after, in the words of offices'
printf '取組番号,行,導入前（時間）,導入後（時間）\nR7-2,2,"1,095",176\n' >both.csv
uraniwa -f a.db import effects --dry-run both.csv
uraniwa -f a.db import effects both.csv
uraniwa -f a.db import effects both.csv
printf '取組番号,行,導入前時間,導入後時間,直接入力\nR7-2,2,1095,176,900\n' >three.csv
uraniwa -f a.db import effects three.csv
printf '取組番号,行,導入後時間\nR7-2,1,176\n' >after.csv
uraniwa -f a.db import effects after.csv
note '… the others stay: those before where those saved change, those after where those before do'
printf '取組番号,行,直接入力（分）\nR7-2,2,60000\n' >saved.csv
uraniwa -f a.db import effects saved.csv
printf '取組番号,行,導入前時間\nR7-2,2,1200\n' >before.csv
uraniwa -f a.db import effects before.csv
"$URANIWA" -f a.db export effects -o out.csv </dev/null
column out.csv direct
note '… rounded hours leave minutes alone'
printf '取組番号,行,直接入力（分）,導入前（分）\nR7-2,2,55000,60001\n' >minutes.csv
uraniwa -f a.db import effects minutes.csv
printf '取組番号,行,直接入力,導入前時間\nR7-2,2,917,1000\n' >hours.csv
uraniwa -f a.db import effects hours.csv
note '… emptied hours go'
printf '取組番号,行,直接入力,取組前分,取組前件数\nR7-2,2,,30,10\n' >counted.csv
uraniwa -f a.db import effects counted.csv
uraniwa -f a.db explain R7-2

note 'twelve months are twelve numbers; the old form is still read'
printf '取組番号,行,取組前分,月別件数\nR7-2,3,60,0;0;1;3;0;0;0;0;0;0;0;8\n' >months.csv
uraniwa -f a.db import effects months.csv
printf '取組番号,行,取組前分,6月,3月の件数,10月\nR7-2,4,60,5,,7\n' >some.csv
uraniwa -f a.db import effects some.csv
printf '取組番号,行,取組前分,4月\nR7-2,4,60,2\n' >april.csv
uraniwa -f a.db import effects april.csv
printf '取組番号,行,取組前分,4月\nR7-2,4,60,二\n' >bad.csv
uraniwa -f a.db import effects bad.csv
"$URANIWA" -f a.db export effects -o out.csv --force </dev/null
column out.csv cases_
column out.csv direct
"$URANIWA" -f a.db export effects --format json </dev/null | sed -n 's/.*"project_number"/"project_number"/; 2p; 5p' >>"$transcript"

note 'what is exported comes back byte for byte'
for dress in '' '--lang ja' '--encoding cp932'; do
	# shellcheck disable=SC2086
	quietly -f a.db export effects $dress -o dressed.csv --force
	quietly -f b.db init --body-code 990009 --body-name 試験市
	cp "$sheets/units.csv" units.csv
	quietly -f b.db import units units.csv
	quietly -f a.db --user office export projects -o projects.csv --force
	quietly -f b.db --user office import projects projects.csv
	quietly -f b.db --user office import effects --replace dressed.csv
	quietly -f b.db export effects $dress -o again.csv --force
	same dressed.csv again.csv
	uraniwa -f a.db import effects dressed.csv
	rm b.db*
done

note 'the history tells it, and all of it holds'
uraniwa -f a.db history R7-1
uraniwa -f a.db check
finish
