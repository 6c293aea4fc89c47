# The programme's year from the keyboard: the office, a leader, the one who takes over, a head and a lead
# section each do their part on a small body; after every step the database is sound and every table ties.
. "$abs_srcdir/tests/ui/screen_test.sh"

fixture=$abs_srcdir/tests/ui/fixture
base=$screen_work/year.db
cat > "$screen_work/people.csv" <<'END'
code,name,active,role,unit_code,role_first_fiscal_year
office,所管 一,1,admin,990001,2024
sato,佐藤 花子,1,,,
suzuki,鈴木 実,1,,,
tanaka,田中 昇,1,head,0101,2024
kudo,工藤 恵,1,collector,01,2024
END
URANIWA_SEED=1
quietly() {
	"$URANIWA" -f "$base" --fy R7 "$@" > "$screen_work/log" 2>&1 ||
		{ cat "$screen_work/log"; screen_fail "$*"; }
}
quietly init --body-code 990001 --body-name 見本県
quietly import units "$fixture/units.csv"
quietly import people "$screen_work/people.csv"

# step WHAT USER DAY YEAR: the keys on standard input, then the proof
step() {
	echo "$1"
	year=$4
	URANIWA_SEED=$((URANIWA_SEED + 1)) # another project has another UUID
	export URANIWA_SEED
	URANIWA_NOW=$3T10:00:00 screen_run 80x24 -f "$base" --fy "$year" --user "$2" --lang ja --ambiguous=1
	"$URANIWA" -f "$base" --fy "$year" --user office check > "$screen_work/checked" 2>&1 ||
		{ cat "$screen_work/checked"; screen_fail "after: $1"; }
}
sees() {
	grep -q "$2" "$screen_work/$1" || { screen_fail "no '$2' on $1"; cat "$screen_work/$1"; }
}
status_is() {
	screen_expect "status of $1" "$("$URANIWA" -f "$base" list "number:$1 fy:R7..R8" --columns status \
		--format csv | tr -d '\r' | tail -n 1)" "$2"
}

step 'April: the office registers the leader, who may write from then on' office 2025-04-08 R7 <<'END'
6
:open leaders
a
:field section_code
Enter
"こども
Enter
:field person_code
Enter
"佐藤
Enter
:field from
"R7.4.1
C-s
END
step 'April: the office sets the goal, a due date and a target' office 2025-04-10 R7 <<'END'
6
:open parameters
a Enter
"目標
Enter
:field value
"138650
C-s
:dump goal
q
:open due-dates
a
:field kind
Enter 2*Down Enter
:field due_on
"R7.11.25
C-s
:dump due
q
:open office/targets
a
:field section_code
Enter Enter
:field period
Enter Enter
:field target_hours
"２００
C-s
:dump target
END
sees goal '目標: 年間の削減時間 .*138650'
sees due '中間報告 .*2025-11-25'
sees target 'こども相談支援課 通年 200'

step 'June: the leader logs a project and submits it' sato 2025-06-10 R7 <<'END'
2 n Enter Enter Tab
"相談記録の作成を音声入力で
Tab
"記録作成
:field problem_type
"2
Enter
:field tools
"kin
Space Enter
:field savings
a
"記録
Tab Tab
"３９．２
Tab
"88
Tab
"19.6
Tab
"88
Tab Esc
:dump figures
s Enter
:dump submitted
END
sees figures '計 見込 *1,724分'
sees submitted 'R7-0001 .*登録'
status_is R7-0001 submitted

step 'June: the head finds it on home and decides' tanaka 2025-06-20 R7 <<'END'
:dump home
Tab Tab Enter
:wait
m Enter
:wait
:dump decided
END
sees home '決定待ち.*R7-0001'
status_is R7-0001 approved

step 'July: the leader begins' sato 2025-07-01 R7 <<'END'
:dump home
Tab Tab Enter
:wait
m Enter
:wait
END
sees home '着手待ち.*R7-0001'
status_is R7-0001 running

step 'October: the office hands the section to another leader' office 2025-10-01 R7 <<'END'
6
:open leaders
a
:field section_code
Enter
"こども
Enter
:field person_code
Enter
"鈴木
Enter
:field from
"R7.10.1
C-s
:dump leaders
END
sees leaders 'こども相談支援課 佐藤 花子 2025-04-01 2025-09-30'
sees leaders 'こども相談支援課 鈴木 実 *2025-10-01'

step 'October: who has handed over reads, and is told who writes' sato 2025-10-02 R7 <<'END'
2 e
:dump refused
END
sees refused 'できるのは: DX推進リーダー（鈴木 実）'

step 'November: nothing is reported without a word on how it goes' suzuki 2025-11-10 R7 <<'END'
:dump home
2 e Esc m Enter
:dump refused
"職員の記録の時間が半分になりました
Tab
"来年度は全班で使います
Esc
C-s
m Enter
:dump reported
END
sees refused '進捗を書いてください'
sees reported '中間報告済'
status_is R7-0001 reported

step 'November: the lead section sends it back, with a reason' kudo 2025-11-12 R7 <<'END'
4
:open coverage
:dump coverage
q 2
:wait
m Enter
"期待する効果の根拠を書いてください
Enter
:wait
:dump returned
END
sees coverage 'こども相談支援課 *2 *1 *50.0 *1'
status_is R7-0001 returned

step 'November: corrected and submitted again' suzuki 2025-11-13 R7 <<'END'
:dump home
Tab Tab Down Enter
:wait
m Enter
:wait
END
sees home '差戻し.*R7-0001'
status_is R7-0001 submitted
step 'November: decided again' tanaka 2025-11-13 R7 <<'END'
2
:wait
m Enter
:wait
END
step 'November: begun and reported again' suzuki 2025-11-14 R7 <<'END'
2
:wait
m Enter
:wait
m Enter
:wait
END
status_is R7-0001 reported

step 'November: the office freezes the figures' office 2025-11-28 R7 <<'END'
4 Z n
"令和7年度中間
Enter y
:wait
:dump frozen
END
sees frozen '令和7年度中間'

step 'March: actual figures, and the project is completed' suzuki 2026-03-10 R7 <<'END'
2 e
:field savings
c
:dump actual
Esc m Enter
:dump completed
END
sees actual '計 実績 *1,724分'
status_is R7-0001 completed

review() {
	"$URANIWA" -f "$base" --fy R7 --user office table review --format csv
	"$URANIWA" -f "$base" --fy R7 --user office table departments --lang ja
}
step 'March: the office looks at the review sheet, and freezes the year' office 2026-03-25 R7 <<'END'
4
:open review
:dump review
q
Z n
"令和7年度末
Enter y
:wait
:dump frozen
END
sees review 'こども相談支援課 '
sees frozen '令和7年度末'
review > "$screen_work/r7.before"

step 'April of R8: a department has another name' office 2026-04-01 R8 <<'END'
6
:open units
Down e
:field name
C-a C-k
"福祉こども部
C-s
:dump renamed
END
sees renamed '福祉こども部'
screen_expect 'the name of R8' "$("$URANIWA" -f "$base" --fy R8 --user office unit tree --format csv |
	grep -c '^01,department,福祉こども部')" 1

step 'April of R8: the leader stays' office 2026-04-02 R8 <<'END'
6
:open leaders
a
:field section_code
Enter
"こども
Enter
:field person_code
Enter
"鈴木
Enter
C-s
:dump leaders
END
sees leaders '令和8年度 こども相談支援課 鈴木 実'

step 'April of R8: what is standard work now is flagged while it is typed' suzuki 2026-04-10 R8 <<'END'
2 n Enter Enter Tab
"会議録の要約を生成AIで
:field problem_type
"2
Enter
:field tools
"genai
Space Enter
:wait
:dump flagged
:field savings
a
"要約
Tab Tab
"60
Tab
"10
Tab
"20
Tab
"10
Tab Esc
s Enter
END
sees flagged '標準業務'
status_is R8-0001 submitted

step 'April of R8: the office says that it is standard work' office 2026-04-15 R8 <<'END'
:dump home
2
:wait
X Enter
:wait
:dump confirmed
3
:dump rollup
END
sees home '標準業務かどうかの確認待ち'
sees rollup '標準業務1件'

review > "$screen_work/r7.after"
cmp "$screen_work/r7.before" "$screen_work/r7.after" || screen_fail 'R7 has changed'
# A row of figures: the file says besides of which snapshot they are.
screen_expect 'the frozen review' "$("$URANIWA" -f "$base" --fy R7 --user office table review \
	--snapshot 令和7年度末 --format csv | cut -d, -f1-22 | sed 1d | cksum)" \
	"$("$URANIWA" -f "$base" --fy R7 --user office table review --format csv | cut -d, -f1-22 |
		sed 1d | cksum)"
quietly snapshot verify
screen_done
