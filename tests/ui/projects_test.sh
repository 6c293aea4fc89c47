# The list of projects: what it shows in every size, and what its keys do.
. "$abs_srcdir/tests/ui/screen_test.sh"

fixture=$abs_srcdir/tests/ui/fixture
fresh=$screen_work/fresh.db
work=$screen_work/work.db

# A body without people: whoever works in it is its office.
make_database() {
	"$URANIWA" -f "$fresh" --fy R7 init --body-code 990001 --body-name 見本県 &&
		"$URANIWA" -f "$fresh" import units "$fixture/units.csv" &&
		"$URANIWA" -f "$fresh" import projects "$fixture/projects.csv" &&
		"$URANIWA" -f "$fresh" import effects "$fixture/effects.csv" &&
		for number in R7-0001 R7-0002; do
			"$URANIWA" -f "$fresh" edit $number --set progress=予定どおり || return
		done
}
make_database > "$screen_work/log" 2>&1 || { cat "$screen_work/log"; exit 1; }

# Each run has a database of its own.
list_test() {
	list_name=$1
	list_size=$2
	shift 2
	rm -f "$work"*
	cp "$fresh" "$work"
	screen_test "projects-$list_name" "$list_size" -f "$work" --fy R7 "$@"
}
# The status of a project in the database of the last run.
status_of() {
	"$URANIWA" -f "$work" list "number:$1" --columns status --format csv | tr -d '\r' | tail -n 1
}

for size in 80x24 40x12 120x40; do
	for ambiguous in 1 2; do
		list_test "$size-$ambiguous" $size --lang ja --ambiguous=$ambiguous <<-'END'
			2
			:wait
			:dump screen
		END
	done
done
list_test english 80x24 --lang en --ambiguous=1 <<'END'
2
:wait
:dump screen
END

list_test searched 80x24 --lang ja <<'END'
2 /
"会議
:wait
:dump screen
END

list_test nothing-found 80x24 --lang ja <<'END'
2 /
"存在しない語
:wait
:dump screen
END

list_test filtered 80x24 --lang ja <<'END'
2 f
"部局:土木 時間:>=100
Enter
:wait
:dump screen
END

# In one section the teams tell more than the section.
list_test one-section 80x24 --lang ja <<'END'
2 f
"所属:こども相談支援課
Enter
:wait
:dump screen
END

list_test wrong-filter 120x24 --lang ja <<'END'
2 f
"部局:土木 時間:abc
Enter
:wait
:dump screen
END

# What may be typed next is offered: keys, then values, by romaji as well; Tab takes it.
list_test offered-keys 80x24 --lang ja <<'END'
2 f
:dump screen
END
list_test offered-values 80x24 --lang ja <<'END'
2 f
"tool:
:dump screen
END
list_test offered-anything 80x24 --lang ja <<'END'
2 f
"福祉
Down Down
:dump screen
END
list_test offered-narrow 40x12 --lang ja <<'END'
2 f
"status:
:dump screen
END
list_test offered 80x24 --lang ja <<'END'
2 f
"joutai
Tab
"登録
Tab Enter
:wait
:dump screen
END
# Units are found by the kana of their names, though nobody has typed any.
list_test offered-kana 80x24 --lang ja <<'END'
2 f
"fukushi
:dump screen
END
list_test offered-teams 80x24 --lang ja <<'END'
2 c
"soudanhan
:dump screen
END
# In a search a value becomes a part of the filter.
list_test offered-search 80x24 --lang ja <<'END'
2 /
"kin
Tab Tab
"会議
Enter
:wait
:dump screen
END

# Filters kept under a name: opened, and deleted after a question.
list_test saved 80x24 --lang ja <<'END'
2 f
"部局:土木 状態:実施中
Enter F Enter
"土木の実施中
Enter Backspace Backspace F
"土木
Enter
:wait
:dump screen
END
screen_expect 'the saved filter' "$(cat "$screen_work/.config/uraniwa/filters")" \
	'土木の実施中 = dept:土木 status:実施中'
list_test saved-list 80x24 --lang ja <<'END'
2 F
:dump screen
END
list_test saved-deleted 80x24 --lang ja <<'END'
2 F Delete y
:wait
:dump screen
END
screen_expect 'no saved filter' "$(cat "$screen_work/.config/uraniwa/filters")" ''

# One part is taken away: chosen from a list, or clicked.
list_test part 80x24 --lang ja <<'END'
2 f
"部局:福祉 状態:実施中 時間:>=10
Enter -
:dump screen
END
list_test part-gone 80x24 --lang ja <<'END'
2 f
"部局:福祉 状態:実施中 時間:>=10
Enter - Up Enter
:wait
:dump screen
END
list_test part-clicked 80x24 --lang ja <<'END'
2 f
"部局:福祉 状態:実施中 時間:>=10
Enter
:wait
:click 1 4
:wait
:dump screen
END

# Hours begin with the largest; the same column again turns the order round.
list_test sorted 80x24 --lang ja <<'END'
2 o
"mikomi
Enter
:wait
:dump screen
END
list_test sorted-back 80x24 --lang ja <<'END'
2 o
"mikomi
Enter o Enter
:wait
:dump screen
END

# The same with the mouse: a click on a column head sorts, one on × shows all again.
list_test clicked 80x24 --lang ja <<'END'
2 f
"状態:実施中
Enter
:wait
:click 2 66
:wait
:click 4 10
:click 1 14
:wait
:dump screen
END

list_test explained 80x24 --lang ja <<'END'
2 w
:dump screen
END

# Where there is no room beside the list, Tab shows the project on a page of its own.
list_test read 80x24 --lang ja <<'END'
2 Tab
:dump screen
END

list_test other-year 80x24 --lang ja <<'END'
2 [
:wait
:dump screen
END

# The cursor and the marks stay where they are when the list is read again.
list_test kept 80x24 --lang ja <<'END'
2 Down Space Space
r
:wait
:dump screen
END

# Two are moved with one question …
list_test moved 80x24 --lang ja <<'END'
2 Space Space m
"中間報告
Enter y
:wait
:dump screen
END
screen_expect 'after the move' "$(status_of R7-0001) $(status_of R7-0002)" 'reported reported'

# … and taken back as one.
list_test undone 80x24 --lang ja <<'END'
2 Space Space m
"中間報告
Enter y
u y
:wait
:dump screen
END
screen_expect 'after undo' "$(status_of R7-0001) $(status_of R7-0002)" 'running running'

# … and done again, also in another session; the list says what each step does.
screen_run 80x24 -f "$work" --fy R7 --lang ja <<'END'
U y
END
screen_expect 'after redo' "$(status_of R7-0001) $(status_of R7-0002)" 'reported reported'
list_test undo-asked 80x24 --lang ja <<'END'
2 Space Space m
"中間報告
Enter y u
:dump screen
END
list_test undo-list 80x24 --lang ja <<'END'
2 Space Space m
"中間報告
Enter y Down m
"中止
Enter
"重複のため
Enter u y M-u
:dump screen
END
# Several steps at once: back to the beginning, and forward again.
list_test undo-several 80x24 --lang ja <<'END'
2 Space Space m
"中間報告
Enter y Down m
"中止
Enter
"重複のため
Enter M-u Down Enter y
:dump screen
END
screen_expect 'after undoing two' "$(status_of R7-0001) $(status_of R7-0004)" 'running running'
screen_run 80x24 -f "$work" --fy R7 --lang ja <<'END'
M-u Up Enter y
END
screen_expect 'after redoing both' "$(status_of R7-0001) $(status_of R7-0004)" 'reported cancelled'
# Somebody else has changed it since.
"$URANIWA" -f "$work" --fy R7 --user other edit R7-1 --set title=別名 > "$screen_work/log" 2>&1
screen_test projects-undo-refused 80x24 -f "$work" --fy R7 --lang ja <<'END'
2 M-u Down Enter y
:dump screen
END

# . does with another row, or other marked ones, what was done last.
list_test repeated 80x24 --lang ja <<'END'
2 m
"中間報告
Enter Down .
:wait
:dump screen
END
screen_expect 'repeated' "$(status_of R7-0001) $(status_of R7-0002)" 'reported reported'
list_test repeated-marked 80x24 --lang ja <<'END'
2 m
"中止
Enter
"予算がつかなかったため
Enter Down Space Down Space . y
:wait
:dump screen
END
screen_expect 'repeated for marked ones' "$(status_of R7-0002) $(status_of R7-0004)" \
	'cancelled cancelled'
# A field of several projects, as one change; . gives it to another one.
list_test field-set 80x24 --lang ja <<'END'
2 Space Down Space E
"gyoumu
Enter
"共通の業務
Enter y 2*Down .
:wait
:dump screen
END
screen_expect 'the field' "$("$URANIWA" -f "$work" export projects --encoding utf-8 | grep -c 共通の業務,)" 3
"$URANIWA" -f "$work" --fy R7 undo 2 > "$screen_work/log" 2>&1 || screen_fail "$(cat "$screen_work/log")"
screen_expect 'the field, undone' \
	"$("$URANIWA" -f "$work" export projects --encoding utf-8 | grep -c 共通の業務,)" 0
list_test field-asked 80x24 --lang ja <<'END'
2 E
:dump screen
END
list_test field-type 80x24 --lang ja <<'END'
2 * E
"kadai
Enter Down Down Enter
:dump screen
n
END
list_test not-repeated 80x24 --lang ja <<'END'
2 m
"中間報告
Enter 5*Down .
:wait
:dump screen
END
list_test nothing-to-repeat 80x24 --lang ja <<'END'
2 .
:dump screen
END

# N is the default answer.
list_test not-moved 80x24 --lang ja <<'END'
2 Space Space m
"中間報告
Enter Enter
:wait
:dump screen
END
screen_expect 'after no' "$(status_of R7-0001)" 'running'

# A reason is asked for where one is needed.
list_test needs-reason 80x24 --lang ja <<'END'
2 m
"中止
Enter Enter
:wait
:dump screen
END
list_test cancelled 80x24 --lang ja <<'END'
2 m
"中止
Enter
"予算がつかなかったため
Enter
:wait
:dump screen
END
screen_expect 'after cancelling' "$(status_of R7-0001)" 'cancelled'

# Columns are chosen, put in order and given a width, and are so the next time.
list_test columns-asked 80x24 --lang ja <<'END'
2 C
:field department
Space J 3*Right
:dump screen
END
list_test columns 80x24 --lang ja <<'END'
2 C
:field department
Space J 3*Right
:field updated_at
Space Enter
:wait
:dump screen
END
list_test columns-again 80x24 --lang ja <<'END'
2
:wait
:dump screen
END
screen_expect 'the columns' "$(tr '\n' ' ' < "$screen_work/.config/uraniwa/list-columns")" \
	'number status section department 17 team title problem_type primary_tool hours actual_hours leader '
list_test columns-given-up 80x24 --lang ja <<'END'
2 C 0 Space Esc
:wait
:dump screen
END
list_test columns-usual 80x24 --lang ja <<'END'
2 C 0 Enter
:wait
:dump screen
END
rm -f "$screen_work/.config/uraniwa/list-columns"

# What is on the screen is what is written, and nothing is replaced unasked.
rm -f "$screen_work"/projects-R7.csv
list_test exported 80x24 --lang ja <<'END'
2 f
"状態:実施中
Enter o
"mikomi
Enter x Enter
:wait
:dump screen
END
screen_expect 'rows written' "$(wc -l < "$screen_work/projects-R7.csv")" 5
screen_expect 'first row' "$(sed -n 2p "$screen_work/projects-R7.csv" | tr -d '\r')" \
	'R7-0001,実施中,こども相談支援課,議事録AIによる面接・電話相談の記録作成,②文書・資料作成・情報整理の負担,278,206,見本県,令和7年度,状態: 実施中'
echo precious > "$screen_work/projects-R7.csv"
list_test not-replaced 80x24 --lang ja <<'END'
2 x Enter
:dump screen
n
END
screen_expect 'the file' "$(cat "$screen_work/projects-R7.csv")" precious

rm -f "$work"*
cp "$fresh" "$work"
screen_run 80x24 -f "$work" --fy R7 --lang ja <<'END'
2 Down c
"管理班
Enter
END
screen_expect 'the copy' "$(status_of R7-0007)" draft

# A leader begins with the own section; who only looks on is told so.
"$URANIWA" -f "$fresh" import people "$fixture/people.csv" > "$screen_work/log" 2>&1 ||
	screen_fail "people: $(cat "$screen_work/log")"
list_test leader 80x24 --lang ja --user sato <<'END'
2
:wait
:dump screen
END
list_test viewer 80x24 --lang ja --user guest <<'END'
2 m
:wait
:dump screen
END

screen_done
