# The form of a project: registering from nothing, the sheet of savings while it is typed in, what
# cannot be read, drafts, conflicts, reasons; in both languages and on all sizes.
. "$abs_srcdir/tests/ui/screen_test.sh"

cat > "$screen_work/units.csv" <<'END'
code,kind,name,parent_code,first_fiscal_year
D2,department,福祉保健部,90000,2024
S21,section,こども家庭課,D2,2024
T211,team,相談班,S21,2024
T212,team,企画班,S21,2024
END
cat > "$screen_work/people.csv" <<'END'
code,name,kana,email,active,role,unit_code,first_fiscal_year,last_fiscal_year
sato,佐藤 花子,さとう はなこ,,1,,,,
tester,検証 太郎,けんしょう たろう,,1,admin,90000,2024,
END
cat > "$screen_work/leaders.csv" <<'END'
fiscal_year,section_code,person_code
2025,S21,sato
END
(cd "$screen_work" &&
	"$URANIWA" -f base.db init --body-code 90000 --body-name 見本県 &&
	"$URANIWA" -f base.db import units units.csv &&
	"$URANIWA" -f base.db import people people.csv &&
	"$URANIWA" -f base.db import leaders leaders.csv) > "$screen_work/setup" 2>&1 || {
	cat "$screen_work/setup"
	exit 99
}

fresh() {
	rm -f "$screen_work"/x.db*
	cp "$screen_work/base.db" "$screen_work/x.db"
}

# shows FILE PATTERN: the dump has a line like that
shows() {
	grep -q -- "$2" "$screen_work/$1" || {
		screen_fail "no '$2' on the screen:"
		cat "$screen_work/$1"
	}
}

uraniwa() {
	(cd "$screen_work" && "$URANIWA" -f x.db "$@")
}

# --- the worked cases of the council paper come out to the digit, before Enter is pressed ---------

golden=$abs_srcdir/tests/golden/oita-r7-effect-cases.csv
for case in $(awk -F, 'NR > 1 && !seen[$1]++ { print $1 }' "$golden"); do
	fresh
	awk -F, -v case="$case" '
		BEGIN { print "2 n\n:field savings" }
		$1 == case && $2 != "total" {
			print "a\n\"" $3 "\nTab Tab"
			for (i = 4; i <= 7; i++)
				print "\"" $i "\nTab"
			print "Tab\n\"" $8 "\n:dump line-" $2 "\nTab Esc"
		}
		END { print ":dump total" }' "$golden" > "$screen_work/typed"
	# the last figure is not left by any key
	sed '$!N; /^Tab Esc\n:dump total$/!P; D' "$screen_work/typed" > "$screen_work/keys"
	screen_run 80x24 -f x.db --lang ja < "$screen_work/keys"
	awk -F, -v case="$case" '$1 == case { print $2, $3, $10 }' "$golden" |
		while read -r line label hours; do
			if [ "$line" = total ]; then
				last=$(ls "$screen_work"/line-* | tail -1)
				grep -q "計 見込.* ${hours}時間" "$last" || echo "total $hours in $last"
			else
				grep -q "^[^計]* 見込.* ${hours}時間" "$screen_work/line-$line" ||
					echo "$label $hours"
			fi
		done > "$screen_work/wrong"
	screen_expect "hours of $case while typing" "$(cat "$screen_work/wrong")" ''
	[ "$case" = interview-transcription ] || { rm -f "$screen_work"/line-*; continue; }
	shows line-2 '記録作成（児童福祉司） *見込 .* 1,724分  201時間  345時間'
	shows line-2 '記録作成（電話相談員） *見込 .* 1,155分   77時間  231時間'
	shows line-2 '計 見込 .* 2,879分  278時間  576時間 0.1人役'
	shows line-1 '39.2分×88件 − 19.6分×88件 = 1,724分/月 × 7か月 = 12,068分'
	rm -f "$screen_work"/line-*
done

# --- every size, language and width -----------------------------------------------------------

for size in 80x24 40x12 120x40; do
	for lang in ja en; do
		for ambiguous in 1 2; do
			fresh
			screen_test "form-effects-$lang-$size-$ambiguous" $size -f x.db --lang $lang \
				--ambiguous=$ambiguous <<'END'
2 n Enter Down Enter Tab
"児童相談記録の作成支援
:field savings
a
"記録作成（児童福祉司）
Tab Tab
"39.2
Tab
"88
Tab
"19.6
Tab
"88
Tab Tab
"7
Tab a
"受付
Tab Tab
"10
Tab
"6
Tab
"20
Tab
"60
:dump screen
END
			screen_test "form-basic-$lang-$size-$ambiguous" $size -f x.db --lang $lang \
				--ambiguous=$ambiguous <<'END'
2 n Down Enter
Enter Down Enter Tab
"児童相談記録の作成支援
:field started_on
"R7.8.1
Tab
"令和7年13月
Tab S-Tab
:dump screen
END
		done
	done
done

# --- registering from nothing -------------------------------------------------------------------

fresh
screen_test form-submitted 80x24 -f x.db --lang ja <<'END'
2 n
Enter Down Enter Tab
"児童相談記録の作成支援
Tab
"児童相談
:field operating_from
"Ｒ７．９
Tab
"3
Enter Tab
:paste 手書きの記録に時間がかかる。\n一件あたり40分。
Tab
"録音から下書きを作る。
:field tools
"kin
Space
3*Backspace
"ぎじ
Space Enter Tab Enter Down Enter Tab
"１２０，０００
Tab Tab Space Tab
a
"記録作成
Tab Tab
"39.2
Tab
"８８
Tab
"19.6
Tab
"88
Tab Enter
:dump kinds
Esc 2*Tab
Enter Enter
Esc F6 Enter
H
:dump screen
END
shows screen '登録'
screen_expect 'stored' "$(uraniwa list --columns title,status,team,leader,tools,operating_from,saved_minutes_in_year --format csv | tail -1 | tr -d '\r')" \
	'児童相談記録の作成支援,submitted,企画班,佐藤 花子,gijiroku-ai;kintone,2025-09,12068'

# digits typed on a cell that is chosen from a list stay in the form
fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Enter Down Enter Tab
:field savings
a
"受付
Tab
1
:dump digit
END
shows digit '一覧から選びます。Enterを押してください。'
shows digit '受付 '

# nothing is left out to make a number of what is typed or pasted: it is read right, or refused by name
fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Enter Down Enter Tab
:field savings
a
"受付
Tab Tab
:paste 1:30
Tab
"3万
Tab
"39。2
:dump typed
Tab
"2.5件
:dump word
END
shows typed ' 90 30,000 → *39。2'
shows word ' 90 30,000 → *39.2'
shows word '2.5件'
shows word '「2.5件」は数値として読めません'

# an incomplete draft is saved, but not submitted: the first problem is shown
fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Down
"途中の取組
C-s
:dump saved
F6 Enter
:dump refused
END
shows saved 'R7-0001 に保存しました。あと4項目の入力が必要です。'
shows refused '! 所属する班を選んでください。\|! 班を選んでください。'
shows refused 'まだ足りない項目があります。班: '

# nor is one with a text that cannot be read
fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Enter Down Enter
:field started_on
"いつか
F6 Enter
F6 Enter
:dump screen
END
shows screen 'まだ足りない項目があります。取組名: \|まだ足りない項目があります。開始日: '

# --- kinds of lines -----------------------------------------------------------------------------

fresh
screen_test form-kinds 80x24 -f x.db --lang ja <<'END'
2 n
:field savings
a
"季節の受付
:field before_minutes
"10
:field after_minutes
"2
:field period
Enter
2*Down Enter
"5
Enter
"6
Enter
"7
:dump months
C-s
Tab
"6
Tab Enter Down Enter
a
"年間の集計
:field period
Enter
3*Down Enter
"200:30
Tab
"△300
Tab Enter 5*Down Enter
"60
4*Tab
"40
Enter
c
:dump screen
D
:dump question
"y
:dump deleted
END
shows months '計 18'
shows question '削減効果の2行目「年間の集計」（実績）を削除しますか。'
screen_expect 'lines left' "$(grep -c '年間の集計 ' "$screen_work/deleted")" 1

# hours before and after: what is saved is the difference
fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n
:field savings
a
"受付
:field period
Enter
Down Down Down Enter
:field direct_after_hours
"176
:dump too-early
Esc
:field direct_before_hours
"1095
Tab
"176
:dump difference
C-s
END
shows too-early '! 導入後の時間：導入前の時間も'
shows difference '直接入力 1,095時間 − 176時間 = 919時間（削減率 83.9%）'
shows difference '919時間 *919時間'

# --- what cannot be read stays, and so does a draft ---------------------------------------------

fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Down
"書きかけの取組
:field operating_from
"いつか
:field savings
a
"作業一
Tab Tab
"39.2
Tab
"99999999999
:dump live
:hangup
END
shows live '! .*99999999999'
screen_run 80x24 -f x.db --lang ja <<'END'
2 n
:dump offer
Enter
:dump restored
C-s
:dump saved
:field savings
:dump sheet
Esc Esc
:dump leaving
Enter
:dump staying
END
shows offer '10:00 の続きがあります'
shows restored '取組名 *書きかけの取組'
shows restored '運用開始 *いつか'
shows restored '! .*いつか'
shows saved 'R7-0001 に保存しました。読み取れない入力は画面に残しています。'
shows sheet '作業一 .*見込'
shows sheet '39.2 99999999999'
shows leaving '保存していない変更があります'
shows staying '99999999999'

# a draft that is thrown away is gone; one that was saved too
fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Down
"捨てる取組
END
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Down Enter
:dump thrown
Esc Esc n
:dump again
END
grep -q '捨てる取組' "$screen_work/thrown" && screen_fail 'the draft was not thrown away'
grep -q 'の続きがあります' "$screen_work/again" && screen_fail 'the draft is offered again'

# --- two people at once -------------------------------------------------------------------------

fresh
uraniwa add --team T212 --title 元の件名 --set owner=鈴木 > "$screen_work/added" 2>&1
mkfifo "$screen_work/pipe"
(
	exec > "$screen_work/pipe"
	printf '2 e Tab\n"（私の）\nTab\n"私の業務\nTab\n:dump opened\n'
	tries=0
	until [ -f "$screen_work/opened" ] || [ $tries -gt 1200 ]; do
		sleep 0.05
		tries=$((tries + 1))
	done
	uraniwa edit R7-0001 --set title=相手の件名 --set owner=田中 > "$screen_work/edited" 2>&1
	printf 'C-s\n:dump both\nEnter\n:dump undecided\nLeft Enter\n:dump merged\n'
) &
(cd "$screen_work" && URANIWA_SIZE=80x24 URANIWA_SCRIPT=pipe exec "$URANIWA" -f x.db --lang ja)
wait
shows both '? 取組名 .*元の件名（私の） .*相手の件名'
shows both '業務 *\* .*私の業務'
shows both '担当者 .*鈴木 .*\* 田中'
shows undecided '二人とも変更した項目です。'
shows merged 'R7-0001 に保存しました。'
screen_expect 'merged' "$(uraniwa list --columns title,work,owner --format csv | tail -1 | tr -d '\r')" \
	'元の件名（私の）,私の業務,田中'

# --- a completed project --------------------------------------------------------------------------

fresh
screen_run 80x24 -f x.db --lang ja <<'END'
2 n Enter Down Enter Tab
"完了した取組
:field problem_type
"3
Enter
:field tools
"kin
Space Enter
:field savings
a
"作業
Tab Tab
"10
Tab
"6
Tab Esc s Enter
END
for status in approved running reported completed; do
	uraniwa move R7-0001 $status > "$screen_work/moved" 2>&1 || cat "$screen_work/moved"
	[ $status != running ] || uraniwa edit R7-0001 --set progress=予定どおり --effect \
		line=1,stage=actual,before_minutes=10,before_cases=6 > "$screen_work/edited" 2>&1
done
screen_run 80x24 -f x.db --lang ja <<'END'
2 e Tab
"（訂正）
C-s
:dump why
Enter
:dump refused
C-s
"誤記のため
Enter Esc H
:dump corrected
END
shows why '完了した取組を変更する理由:'
shows refused '理由が必要なため、何もしていません。'
shows corrected '取組名: 完了した取組 → 完了した取組（訂正）'
shows corrected '(編集: 誤記のため)'
screen_done
