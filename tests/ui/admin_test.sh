# The office's pages: the menu, and the small tables with their pop-up to fill in.
. "$abs_srcdir/tests/ui/screen_test.sh"

base=$screen_work/base.db
"$URANIWA" -f "$base" --fy R7 init --body-code 990001 --body-name 見本県 > "$screen_work/log" 2>&1 ||
	{ cat "$screen_work/log"; exit 1; }
fresh() {
	cp "$base" "$screen_work/x.db"
}

for size in 80x24 40x12 120x40; do
	for lang in ja en; do
		screen_test "admin-$lang-$size" $size -f "$base" --fy R7 --lang $lang --ambiguous=1 <<-'END'
			6
			:dump screen
		END
		screen_test "admin-tools-$lang-$size" $size -f "$base" --fy R7 --lang $lang \
			--ambiguous=2 <<-'END'
			6
			:open tools
			2*Down
			:dump screen
		END
	done
done

# a key that other pages know is answered, too
screen_run 80x24 -f "$base" --fy R7 --lang ja <<'END'
6
:open tools
n
:dump here
END
screen_expect 'a command of other pages' "$(grep -c 'ここでは「新規」は使えません。' "$screen_work/here")" 1

# every page is two keys away
for size in 80x24 40x12; do
	for lang in ja en; do
		screen_test "admin-pages-$lang-$size" $size -f "$base" --fy R7 --lang $lang <<-'END'
			0
			:dump screen
		END
	done
done
# letter_of TITLE: what stands before it, among the pages
letter_of() {
	printf '0\n:dump pages\n' | screen_run 80x40 -f "$base" --fy R7 --lang ja
	sed -n "s/.*│ \([a-zA-Z]\) $1  .*/\1/p" "$screen_work/pages"
}
due=$(letter_of 期限) first=$(letter_of 課題類型別)
screen_run 80x24 -f "$base" --fy R7 --lang ja <<END
2 0 $due
:dump due
q
:dump list
0 $first
:wait
:dump table
1 0 Down Down Enter
:dump overlaps
q 0 Esc
:dump home
END
grep -q '管理  期限' "$screen_work/due" || screen_fail 'the letter of the due dates does not lead there'
grep -q '番号' "$screen_work/list" || screen_fail 'q does not go back to the list'
grep -q '課題類型別' "$screen_work/table" || screen_fail 'the letter of the first table does not lead there'
grep -q '二重計上の可能性' "$screen_work/overlaps" || screen_fail 'Enter does not go there'
grep -q '取組数' "$screen_work/home" || screen_fail 'Esc goes somewhere'

# a row is added, changed, deleted, and comes back
fresh
screen_test admin-record 80x24 -f x.db --fy R7 --lang ja --ambiguous=1 <<'END'
6
:open due-dates
a C-s
:dump wrong
Enter 2*Down Enter
:field due_on
"Ｒ７．１１．１５
:dump screen
Enter
:dump added
e
:field due_on
C-a C-k
"R7.11.30
C-s
:dump changed
d
:dump asked
y
:dump gone
u y
:dump back
END
grep -q '内容: 入力してください' "$screen_work/wrong" || screen_fail 'nothing said of the empty field'
grep -q '中間報告.* 2025-11-15' "$screen_work/added" || { cat "$screen_work/added"; screen_fail 'not added'; }
grep -q '中間報告.* 2025-11-30' "$screen_work/changed" || screen_fail 'not changed'
grep -q '「2025/interim」を削除しますか' "$screen_work/asked" || screen_fail 'not asked'
grep -q 'まだ何もありません' "$screen_work/gone" || screen_fail 'not deleted'
grep -q '中間報告.* 2025-11-30' "$screen_work/back" || { cat "$screen_work/back"; screen_fail 'not back'; }

# the unit tree: renamed, moved, closed, added to, and what differs from the year before
fixture=$abs_srcdir/tests/ui/fixture
fresh
(cd "$screen_work" && "$URANIWA" -f x.db import units "$fixture/units.csv") 2> "$screen_work/log" ||
	{ cat "$screen_work/log"; screen_fail 'units'; }
screen_test admin-units 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open units
:dump screen
END
screen_test admin-units-narrow 40x12 -f x.db --fy R8 --lang en --ambiguous=2 <<'END'
6
:open units
:dump screen
END
screen_run 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open units
Down e
:field name
C-a C-k
"新しい部
:field reading
"あたらしいぶ
Enter
:dump renamed
a
"S9
:field name
"新しい所属
Enter
:dump adding
Enter
:dump added
Enter
:dump diff
q u y
:dump back
END
grep -q '新しい部' "$screen_work/renamed" || screen_fail 'not renamed'
(cd "$screen_work" && "$URANIWA" -f x.db export units --encoding utf-8) |
	grep -q '新しい部.*,あたらしいぶ' || screen_fail 'no reading'
grep -q 'S9 ' "$screen_work/added" || { cat "$screen_work/added"; screen_fail 'not added'; }
grep -q '改称 .*新しい部' "$screen_work/diff" || { cat "$screen_work/diff"; screen_fail 'no difference'; }
if grep -q 'S9 ' "$screen_work/back"; then
	cat "$screen_work/back"; screen_fail 'not taken back'
fi

# what is wrong stands beside its field, or below where it has no room
screen_run 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open due-dates
a C-s
:dump beside
END
grep -q '（未選択） .*内容: 入力してください │' "$screen_work/beside" ||
	{ cat "$screen_work/beside"; screen_fail 'not beside the field'; }
screen_run 40x12 -f x.db --fy R8 --lang en --ambiguous=1 <<'END'
6
:open due-dates
a C-s
:dump below
END
if grep '(not chosen)' "$screen_work/below" | grep -q 'is needed\|enter\|Enter'; then
	cat "$screen_work/below"; screen_fail 'written over the field'
fi

# the terminal may close while something is filled in
screen_run 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open units
Down e
"途中で
END

# an empty year offers last year's rows: what would come, a yes, and u takes it back
fresh
cat > "$screen_work/units.csv" <<'END'
code,kind,name,parent_code,first_fiscal_year,last_fiscal_year,successor_code
01,department,福祉保健部,990001,R1,,
0101,section,福祉課,01,R1,,
0102,section,こども課,01,R1,R7,0101
0103,section,医療課,01,R1,,
END
cat > "$screen_work/people.csv" <<'END'
code,name,active
sato,佐藤 花子,1
suzuki,鈴木 一郎,1
tanaka,田中 次郎,0
END
cat > "$screen_work/leaders.csv" <<'END'
fiscal_year,section_code,person_code
R7,0101,sato
R7,0102,suzuki
R7,0103,tanaka
END
for kind in units people leaders; do
	(cd "$screen_work" && "$URANIWA" -f x.db --fy R7 import $kind $kind.csv) 2> "$screen_work/log" ||
		{ cat "$screen_work/log"; screen_fail "$kind"; }
done
screen_test admin-carry-empty 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open leaders
:dump screen
END
for lang in ja en; do
	screen_test "admin-carry-$lang" 120x40 -f x.db --fy R8 --lang $lang --ambiguous=1 <<'END'
6
:open leaders
c
:dump screen
END
done
screen_test admin-carry-asked 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open leaders
c c
:dump screen
END
screen_test admin-carry-done 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open leaders
c c n c y
:dump screen
c c
:dump again
q u y
:dump back
END
grep -q '引き継ぐものはありません' "$screen_work/again" || { cat "$screen_work/again"; screen_fail 'carried twice'; }
grep -q 'c で前年度から引き継げます' "$screen_work/back" || { cat "$screen_work/back"; screen_fail 'not taken back'; }
screen_run 80x24 -f x.db --fy R8 --lang ja --ambiguous=1 <<'END'
6
:open people
c
:dump people
END
grep -q 'ここでは「前年度から引継ぎ」は使えません' "$screen_work/people" ||
	{ cat "$screen_work/people"; screen_fail 'people are carried'; }

# what ends with a unit is said
screen_run 80x24 -f x.db --fy R7 --lang ja --ambiguous=1 <<'END'
6
:open units
4*Down
:dump before
D y Enter
:dump ended
u y
:dump back
END
grep -q '廃止しました。あわせて終えたもの: DX推進リーダー 1。u で' "$screen_work/ended" ||
	{ cat "$screen_work/before" "$screen_work/ended"; screen_fail 'what ends with a unit'; }

# who may not edit is not offered it
fresh
cat > "$screen_work/people.csv" <<'END'
code,name,role,unit_code,role_first_fiscal_year
boss,伊藤,admin,990001,R7
guest,佐藤,viewer,990001,R7
END
(cd "$screen_work" && "$URANIWA" -f x.db import people people.csv) 2> "$screen_work/log" ||
	{ cat "$screen_work/log"; screen_fail 'people'; }
screen_run 80x24 -f x.db --fy R7 --lang ja --ambiguous=1 --user guest <<'END'
6
:open parameters
:dump guest
a
:dump refused
END
if tail -1 "$screen_work/guest" | grep -q '追加'; then
	screen_fail 'a is offered to a viewer'
fi
screen_done
