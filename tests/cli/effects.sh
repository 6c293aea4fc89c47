#!/bin/sh
# Effect lines from files: a line that a file does not name stays, only --replace takes it away and
# counts it, and a row that is refused leaves what is stored alone.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=en
export LANGUAGE
small_body a.db
quietly -f a.db --fy R7 add --team T111 --title 甲
quietly -f a.db --fy R7 add --team T111 --title 乙
head='取組番号,行,作業名,段階,取組前分,取組前件数,取組後分,取組後件数,期間,月数'

# sheet FILE ROW...
sheet() {
	file=$1
	shift
	{
		echo "$head"
		printf '%s\n' "$@"
	} >"$file"
}

# lines: what is stored, a line each.
lines() {
	"$URANIWA" -f "${1:-a.db}" export effects --encoding utf-8 </dev/null | cut -d, -f2-3,5-9,13 | tr -d '\r' |
		sed 1d >>"$transcript"
}

sheet two.csv 'R7-0001,1,入力,見込,30,88,10,88,月,12' 'R7-0001,2,確認,見込,30,10,10,10,月,12'
uraniwa -f a.db import effects two.csv
quietly -f a.db backup both.db

note 'one of two lines: the other stays (352 + 48 = 400 hours)'
sheet one.csv 'R7-0001,2,確認,見込,30,12,10,12,月,12'
uraniwa -f a.db import effects --dry-run one.csv
uraniwa -f a.db import effects one.csv
uraniwa -f a.db --fy R7 list R7-0001 --columns number,hours
lines
uraniwa -f a.db import effects one.csv

note '--replace takes it away, and says so before and after; undo brings it back'
uraniwa -f a.db import effects --replace --dry-run one.csv
lines
uraniwa -f a.db import effects --replace one.csv
lines
uraniwa -f a.db import effects --replace one.csv
quietly -f a.db undo
lines

note 'the other stage is not touched, whether or not its lines are named'
sheet actual.csv 'R7-0001,1,入力,実績,30,80,10,80,月,12'
uraniwa -f a.db import effects --replace actual.csv
lines

note 'a row that is refused leaves what is stored alone, also with --replace'
sheet bad.csv 'R7-0001,1,入力,見込,何分,88,10,88,月,12' 'R7-0001,2,確認,見込,30,14,10,14,月,12'
uraniwa -f a.db import effects bad.csv
uraniwa -f a.db import effects --skip-bad bad.csv
lines
uraniwa -f a.db import effects --skip-bad --replace bad.csv
lines
note '… where nobody can tell which line it would have been'
for bad in 'R7-0001,一,入力,見込,30,88,10,88,月,12' 'R7-0001,1,入力,いつか,30,88,10,88,月,12' \
	'R7-00O1,1,入力,見込,30,88,10,88,月,12' 'R7-0001,1,入力,見込,30,88,10,88,月,12,あふれ' \
	',1,入力,見込,30,88,10,88,月,12'; do
	sheet bad.csv "$bad" 'R7-0001,2,確認,見込,30,14,10,14,月,12'
	uraniwa -f a.db import effects --skip-bad --replace bad.csv
done
lines

note 'rows of one project need not stand together'
quietly -f a.db restore both.db
sheet mixed.csv 'R7-0001,2,確認,見込,30,10,10,10,月,12' 'R7-0002,1,入力,見込,20,10,10,10,月,12' \
	'R7-0001,1,入力,見込,30,88,10,88,月,12'
uraniwa -f a.db import effects --replace mixed.csv
lines
uraniwa -f a.db import effects --replace mixed.csv

note 'twice in one file'
sheet twice.csv 'R7-0001,1,入力,見込,30,88,10,88,月,12' 'R7-0001,1,入力,見込,30,99,10,99,月,12'
uraniwa -f a.db import effects twice.csv

note 'columns that a file does not have stay as they are'
printf '取組番号,行,取組前分\r\nR7-0001,1,31.5\r\n' >minutes.csv
uraniwa -f a.db import effects minutes.csv
lines
printf '取組番号,行,段階,直接入力時間\r\nR7-0002,1,見込,12:20\r\n' >direct.csv
uraniwa -f a.db import effects direct.csv
lines
printf '取組番号,行,段階,取組前分,取組前件数,取組後分,取組後件数\r\nR7-0002,1,見込,20,10,10,10\r\n' >cases.csv
uraniwa -f a.db import effects cases.csv
lines
note '… but the cases after go along with those before, however these are written'
printf '取組番号,行,取組前分,取組前件数\r\nR7-0001,1,31.5,90件\r\n' >along.csv
uraniwa -f a.db import effects along.csv
lines
note '… and a file without lines and stages means line 1 of the estimate'
printf '取組番号,直接入力時間\r\nR7-2,120\r\n' >bare.csv
uraniwa -f a.db import effects bare.csv
lines

note 'what is exported changes nothing'
"$URANIWA" -f a.db export effects </dev/null >all.csv
uraniwa -f a.db import effects all.csv
uraniwa -f a.db import effects --replace all.csv

note 'elsewhere there is nothing that a file could take away'
for kind in projects units people leaders targets training indicators; do
	"$URANIWA" -f a.db import $kind --replace one.csv </dev/null >/dev/null 2>err && fail "$kind --replace"
	[ $? -ne 0 ] && grep -q 'goes with effects only' err || fail "$kind: $(cat err)"
done
finish
