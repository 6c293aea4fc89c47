# Cells copied in a spreadsheet and pasted: among the effect lines of the form, into the list of projects, into a
# table of the office. A preview, a yes, the way back; in both languages and on all sizes.
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
cat > "$screen_work/projects.csv" <<'END'
番号,班コード,取組名,課題類型
R7-0001,T211,児童相談記録の作成支援,1
END
cat > "$screen_work/effects.csv" <<'END'
番号,行,区分,作業,取組前分,取組前件数,取組後分,月数
R7-0001,1,見込,受付,6,10,3,12
END
(cd "$screen_work" &&
	"$URANIWA" -f base.db --fy R7 init --body-code 90000 --body-name 見本県 &&
	for kind in units people projects effects; do
		"$URANIWA" -f base.db --fy R7 import $kind $kind.csv || exit 1
	done) > "$screen_work/setup" 2>&1 || {
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
	(cd "$screen_work" && "$URANIWA" -f x.db --fy R7 "$@")
}

# --- the effect sheet: rows by headings, in the words of the one who copied them --------------------

rows='作業\t取組前1件あたり分\t取組前件数\t取組後1件あたり分\t備考\n受付\t10分\t12\t3\tすぐ\n"記録\n作成"\t1時間\t5件\t十分\t\n合計\t70\t\t\t\n'

for size in 80x24 40x12; do
	for lang in ja en; do
		fresh
		screen_test "paste-effects-$lang-$size" $size -f x.db --fy R7 --lang $lang <<END
2 e
:field savings
:paste $rows
:dump screen
END
	done
done

fresh
screen_run 80x24 -f x.db --fy R7 --lang ja <<END
2 e
:field savings
:paste $rows
Enter
:dump question
n Tab Tab
:dump problem
Esc
:dump left
:paste $rows
Enter y
:dump taken
u
:dump back
:paste 受付\t見込\t4\n
Enter y Down
a
"審査
Tab Esc
:field savings
u
:dump changed
C-s
:dump saved
END
shows question 'この内容を明細に入れますか'
shows problem '2 見込 新規 記録 作….*!十分'
shows problem '「十分」は数値として読めません'
shows left '受付 .* 見込 .*30分 .* 6時間'
shows taken '記録 作成 .* 見込 .* 300分 .* 60時間'
shows taken '60 .* 5 →  *十分 '
shows taken '追加1行、変更1行。uで取り消し'
shows back '6 .* 10 → .* 3 .* 10 月'
grep -q 記録 "$screen_work/back" && screen_fail 'a line that was taken back is still there'
shows changed '変更されています'
shows saved '保存しました'
uraniwa export effects > "$screen_work/stored.csv"
screen_expect 'minutes stored' "$(grep -c ',受付,.*,4,10,' "$screen_work/stored.csv")" 1

# --- the effect sheet: figures by position, one cell, a cell that is being typed in ------------------

fresh
screen_run 80x24 -f x.db --fy R7 --lang ja <<'END'
2 e
:field savings
:field before_minutes
:paste 39。2\t88\t19.6\n30\t77件\t15\n
:dump below
Enter y
:dump figures
:paste 1:30\n
:dump one
Enter
:paste 8\t9\n
:dump typing
Esc Esc
:dump left
:field current_issue
:paste "一行目\n「二行目」と""三"""\n
:dump field
END
shows below '1 見込 .* 39。2 .* 88 .* 19.6'
shows below '2 見込 新規 30 .*77件 .* 15'
shows figures '39.2 .* 88 →  *19.6 .* 88 月'
shows figures '30 .* 77 →  *15 .* 77 月'
shows one '1:30  *77 →'
shows typing '明細への貼り付け'
shows field '一行目 *$'
shows field '「二行目」と"三" *$'
shows left ' 90 .* 77 →'

# --- the list of projects: rows by headings, bad cells marked ---------------------------

projects='取組名\t班コード\t課題類型\t備考欄\n台帳の電子化\tT212\t1\tx\n"二行の\n取組"\tT212\t9\t\nだれのか\tT999\t1\t\n児童相談記録の作成支援\tT211\t2\t\n'
for size in 80x24 40x12; do
	for lang in ja en; do
		fresh
		screen_test "paste-projects-$lang-$size" $size -f x.db --fy R7 --lang $lang <<END
2
:paste $projects
:dump screen
END
	done
done
fresh
screen_run 80x24 -f x.db --fy R7 --lang ja <<END
2
:paste $projects
Tab
:dump second
Enter
:dump question
n Esc
:dump nothing
:paste $projects
Enter y
:dump stored
u y
:dump back
:paste 一つだけ\n
:dump one
END
shows second '!9'
shows second '「9」という課題類型は'
shows question '取り込めない2行を除いて登録しますか'
shows nothing ' 1 / 1 '
shows stored '登録しました: 追加1、変更1、除外2'
shows stored 'R7-0002 .*台帳の電子化'
shows back '1件の変更を取り消しました'
grep -q 台帳 "$screen_work/back" && screen_fail 'a project that was taken back is still there'
shows one 'ここには貼り付けられません'

# without headings the cells have the columns of the list
fresh
screen_run 80x24 -f x.db --fy R7 --lang ja <<'END'
2
:paste R7-0001\t登録\t\t児童相談記録の作成支援\t2\n
:dump columns
END
shows columns '変更 .*R7-0001 .*登録 .*児童相談記録の作成支援 .*2'

# --- tables of the office -------------------------------------------------------------------------------

for lang in ja en; do
	fresh
	screen_test "paste-people-$lang" 80x24 -f x.db --fy R7 --lang $lang <<'END'
:open people
:paste 氏名\t職員番号\tメール\n山田 太郎\tyamada\ty@example.jp\n佐藤 花子\tsato\ts@example.jp\nなし\t\t\n
:dump screen
END
done
fresh
screen_run 80x24 -f x.db --fy R7 --lang ja <<'END'
:open people
:paste suzuki\t鈴木 一郎\tすずき いちろう\nsato\t佐藤 花子\tさとう はなこ\n
:dump order
Enter y
:dump stored
u y
:dump back
END
shows order '追加 .* suzuki  *鈴木 一郎'
shows order '変更なし sato  *佐藤 花子'
shows stored 'suzuki  *鈴木 一郎  *すずき いちろう'
grep -q suzuki "$screen_work/back" && screen_fail 'a row that was taken back is still there'

# units as a flat list become a tree, and the judge of the office has the last word
fresh
screen_run 80x24 -f x.db --fy R7 --lang ja <<'END'
:open units
:paste 部局\t所属\n健康部\t保健課\n
:dump units
Esc
:open leaders
:paste 年度\t所属コード\t職員番号\nR7\tS21\tsato\nR7\tS21\ttester\n
:dump judged
END
shows units '追加 2、'
shows units '追加 健康部 保健課'
shows judged '!取り込めない R7  *S21'
shows judged 'リーダーです'
shows judged '^ Tab: 次の問題'

# where nothing is typed and no rows are kept, a paste is told to go nowhere
screen_run 80x24 -f x.db --fy R7 --lang ja <<'END'
3
:paste a\tb\n
:dump nowhere
END
shows nowhere 'ここには貼り付けられません'

screen_done
