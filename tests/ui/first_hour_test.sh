# A new office's first hour on the screens: its organisation list, its staff list and last year's projects come in as they
# are, by keys alone.
. "$abs_srcdir/tests/ui/screen_test.sh"

export URANIWA_USER=sato01
"$URANIWA" -f "$screen_work/x.db" init --body-code 440000 --body-name 試験県 > "$screen_work/log" 2>&1 ||
	{ cat "$screen_work/log"; exit 1; }
mkdir "$screen_work/手元"
cat > "$screen_work/手元/組織一覧.csv" <<'END'
令和7年度　組織一覧表,,,
,,,令和7年4月1日現在
部局名,所属名,班名,備考
総務部,人事課,給与班,
,,総務班,
,税務課,課税班,旧　課税第一班
,,総務班,
福祉保健部,福祉保健企画課,総務企画班,
,こども家庭支援課,こども育成班,
END
cat > "$screen_work/手元/職員名簿.csv" <<'END'
職員番号,氏名,フリガナ,所属,役割
sato01,佐藤　花子,サトウ　ハナコ,試験県,admin
00123,山田　太郎,ヤマダ　タロウ,,
00124,斎藤　次郎,サイトウ　ジロウ,,
END
cat > "$screen_work/手元/昨年度の取組.csv" <<'END'
令和6年度　業務改善取組一覧,,,,,
所管課,班,事業の名,区分,使ったもの,年間削減時間（見込）
人事課,給与班,給与明細の電子化,①,kintone,120時間
〃,総務班,旅費精算の自動化,①,RPA,1時間30分
税務課,課税班,窓口の申請,③,電子申請,40
END

screen_run 80x24 -f x.db --fy R6 --lang ja <<'END'
6
:open import
"手元
Enter
"組織
Enter
Enter
Enter
v
:dump units
C-s y Enter
:open import
"手元
Enter
"職員
Enter
Enter
v
:dump people
C-s y Enter
END
screen_expect 'units would come' "$(grep -c '追加 12、' "$screen_work/units")" 1
screen_expect 'units' "$("$URANIWA" -f "$screen_work/x.db" --fy R6 export units | grep -c 班)" 6
screen_expect 'people' "$("$URANIWA" -f "$screen_work/x.db" --fy R6 export people | grep -c '山田\|斎藤\|佐藤')" 3

# last year's projects: two headings say nothing, one value is another name of a tool
screen_test first-hour-columns-ja-80x24 80x24 -f x.db --fy R6 --lang ja <<'END'
6
:open import
"手元
Enter
"昨年
Enter
Enter
:dump screen
END
screen_run 80x24 -f x.db --fy R6 --lang ja <<'END'
6
:open import
"手元
Enter
"昨年
Enter
Enter
2*Down Enter
"取組名
Enter
Down Enter
"課題類型コード
Enter
Down Enter
"主なICT
Enter
v Home Enter
"Graffer
Enter
:dump difference
C-s y
"昨年度の様式
Enter
END
screen_expect 'nothing refused' "$(grep -c '追加 3、変更 0、変更なし 0、取り込めない行 0' "$screen_work/difference")" 1
screen_expect 'hours' "$("$URANIWA" -f "$screen_work/x.db" --fy R6 list --columns hours --format csv | tr -d '\r' | tail -n 3 | sort -n | tr '\n' ' ')" '2 40 120 '

# twenty forms of the sections, a folder of them, as one change: u takes all of them back
mkdir "$screen_work/様式"
for n in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
	printf '業務改善取組票\n所属名,人事課\n班名,給与班\n取組名,改善その%s\n課題類型,1\nICTツール,RPA\n削減時間,%s時間\n' "$n" "$n" \
		> "$screen_work/様式/様式$n.csv"
done
screen_run 80x24 -f x.db --fy R6 --lang ja <<'END'
6
:open import
"様式
Enter
Up
Enter
Enter
:dump forms
C-s y
:dump stored
END
screen_expect 'forms would come' "$(grep -c '追加 20、変更 0、変更なし 0、取り込めない行 0' "$screen_work/forms")" 1
screen_expect 'each by its file' "$(grep -c '追加 *様式01.csv .*改善その01' "$screen_work/forms")" 1
screen_expect 'forms came' "$(grep -c '追加 20、変更 0、取り込まず 0' "$screen_work/stored")" 1
screen_expect 'their hours' "$("$URANIWA" -f "$screen_work/x.db" --fy R6 list 改善その --columns hours --format csv | tr -d '\r' | awk 'NR > 1 { sum += $1 } END { print sum }')" 210
"$URANIWA" -f "$screen_work/x.db" --fy R6 undo > "$screen_work/log" 2>&1
screen_expect 'one undo' "$("$URANIWA" -f "$screen_work/x.db" --fy R6 list 改善その --columns number --format csv 2> "$screen_work/log" | wc -l)" 1
screen_expect 'nobody else may' "$(URANIWA_USER=00123 "$URANIWA" -f "$screen_work/x.db" --fy R6 param set working_days 200 2>&1 | wc -l)" 1
screen_done
