#!/bin/sh
# What is fixed in a project asks every way in for a reason, in the same words, whoever asks; the reason is in the
# history.
. "${abs_srcdir:?}/tests/cli/lib.sh"

base=$work/base.db
small_body "$base"
cat >people.csv <<'END'
code,name,role,unit_code,role_first_fiscal_year
boss,伊藤 真由美,admin,990009,2020
sato,佐藤 花子,leader,S11,2024
head,所属長 太郎,head,S11,2024
END
cat >projects.csv <<'END'
年度,番号,班コード,取組名,課題類型,ICTツール,状態,運用開始,現状・課題,取組内容
R7,R7-0001,T111,電子申請,1,rpa,完了,2025-04,紙の申請,申請を電子化
R7,R7-0002,T111,点検表,1,kintone,実施中,2025-04,紙の点検表,点検表を電子化
R7,R7-0003,T111,まだ下書き,1,kintone,下書き,2025-04,,
END
cat >effects.csv <<'END'
取組番号,行,区分,取組前1件あたり分,取組前件数,取組後1件あたり分,取組後件数,期間,月数
R7-0001,1,見込,30,100,10,100,月,12
R7-0001,1,実績,30,90,12,90,月,12
R7-0001,2,実績,5,10,1,10,月,12
R7-0002,1,見込,20,50,10,50,月,12
R7-0003,1,見込,20,50,10,50,月,12
END
for kind in people projects effects; do
	quietly -f "$base" --user ${boss:-office} import $kind $kind.csv
	boss=boss
done
reason='完了した取組の数値は確定しています。変更するには理由を書いてください。'
fixed='見込」の数値は確定しています。変更する理由を入力してください。'
everything() {
	dump x.db
}

# asks WHO WORDS ARGUMENT…: refused in these words, nothing changes; with a reason taken, and the history has it
asks() {
	who=$1 words=$2
	shift 2
	cp "$base" x.db
	everything >before.txt
	"$URANIWA" -f x.db --user "$who" --lang ja "$@" </dev/null >out 2>err && fail "$who $*: taken without a reason"
	grep -qF "$words" err || { cat err; fail "$who $*: other words"; }
	everything >after.txt
	same before.txt after.txt
	"$URANIWA" -f x.db --user "$who" --lang ja "$@" --reason 再集計のため </dev/null >out 2>err || {
		cat err
		fail "$who $*: refused with a reason"
	}
	"$URANIWA" -f x.db --lang ja history --limit 1 --format csv | grep -q '再集計のため' ||
		fail "$who $*: the history has no reason"
	everything >after.txt
	cmp -s before.txt after.txt && fail "$who $*: nothing has changed"
}
row() {
	printf '取組番号,行,区分,%s\n' "$1"
	printf '%s\n' "$2"
}
row 取組前1件あたり分,取組前件数 R7-0001,1,実績,30,80 >actual.csv
row 取組前1件あたり分,取組前件数 R7-0001,1,見込,30,80 >estimate.csv
row 取組前1件あたり分,作業 R7-0001,1,見込,30,別の作業名 >label.csv
printf '取組番号,行,区分,取組前1件あたり分,取組前件数,期間\nR7-0001,3,実績,5,10,月\n' >new.csv
row 取組前1件あたり分,取組前件数 R7-0002,1,見込,20,80 >running.csv
printf '番号,年度,取組名\nR7-0001,R7,電子申請（第2期）\n' >title.csv
for who in boss sato; do
	asks $who "$reason" edit R7-0001 --effect line=1,stage=actual,before_cases=80
	asks $who "$reason" edit R7-0001 --set title=別の名
	asks $who "$reason" import effects actual.csv
	asks $who "$reason" import effects estimate.csv
	asks $who "$reason" import effects label.csv
	asks $who "$reason" import effects new.csv
	asks $who "$reason" import projects title.csv
	asks $who "$fixed" edit R7-0002 --effect line=1,before_cases=80
	asks $who "$fixed" import effects running.csv
done
row 取組前1件あたり分,取組前件数 R7-0001,1,実績,30,90 >some.csv
asks boss "$reason" import effects some.csv --replace

note 'what is told'
cp "$base" x.db
uraniwa -f x.db --user boss import effects actual.csv running.csv
uraniwa -f x.db --user boss import effects actual.csv --dry-run
"$URANIWA" -f x.db --user boss import effects actual.csv --dry-run --reason 再集計のため 2>&1 >out |
	grep "まだ何も保存していません" >>"$transcript" || fail "a dry run with a reason"
uraniwa -f x.db --user boss import effects actual.csv --reason 再集計のため
uraniwa -f x.db history --limit 1 --format csv

note 'taking it back, and doing it again'
everything >before.txt
uraniwa -f x.db --user boss undo
everything >after.txt
same before.txt after.txt
uraniwa -f x.db --user boss undo --reason 元の集計が正しいため
uraniwa -f x.db history --limit 1 --format csv
uraniwa -f x.db --user boss redo
uraniwa -f x.db --user boss redo --reason やはり再集計のため
uraniwa -f x.db history --limit 1 --format csv
uraniwa -f x.db --user boss undo --reason 元に戻す

note 'taking back a move of a completed project needs none'
uraniwa -f x.db --user boss move R7-0001 reported --reason 実績の追加のため
uraniwa -f x.db --user boss undo

note 'the good rows alone'
cat actual.csv >mixed.csv
printf 'R7-0003,1,見込,20,70\n' >>mixed.csv
uraniwa -f x.db --user boss import effects mixed.csv --skip-bad
"$URANIWA" -f x.db export effects --encoding utf-8 | tr -d '\r' | cut -d, -f2-3,5-7 >>"$transcript"

note 'what changes nothing needs none; what is open needs none'
cp "$base" x.db
"$URANIWA" -f x.db export effects >all.csv
"$URANIWA" -f x.db export projects >all-projects.csv
uraniwa -f x.db --user boss import effects all.csv
uraniwa -f x.db --user boss import projects all-projects.csv
row 取組前1件あたり分,取組前件数 R7-0003,1,見込,20,80 >open.csv
uraniwa -f x.db --user boss import effects open.csv

note 'sheet by sheet into an empty database: the lines of a project that has just come; not twice'
quietly -f y.db init --body-code 990009 --body-name 試験市
"$URANIWA" -f x.db export units >units.csv
quietly -f y.db import units units.csv
quietly -f y.db import people people.csv
quietly -f y.db --user boss import projects all-projects.csv
quietly -f y.db --user boss import effects all.csv
"$URANIWA" -f y.db export effects >again.csv
same all.csv again.csv
uraniwa -f y.db --user boss import effects actual.csv
finish
