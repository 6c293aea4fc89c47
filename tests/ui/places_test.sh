# Going back returns to where one was, and nothing moves under the user's hands: cursor, scrolling,
# filter, order and marks of every screen are the same after something was opened and left, after
# another tab, and after somebody else has saved.
. "$abs_srcdir/tests/ui/screen_test.sh"

"$URANIWA" demo > /dev/null 2> "$screen_work/log" || { cat "$screen_work/log"; exit 1; }
base=$(find "$screen_work" -name demo.db)
[ -f "$base" ] || { echo 'no sample'; exit 1; }
mv "$base" "$screen_work/base.db"
rm -f "$base"*

run_sample() {
	screen_run 80x24 -f "$screen_work/work.db" --fy R7 --user office --lang ja --ambiguous=1
}
fresh() {
	rm -f "$screen_work"/work.db* "$screen_work/before" "$screen_work/after"
	cp "$screen_work/base.db" "$screen_work/work.db"
}
# place NAME: the script dumps before and after.
place() {
	run_sample
	if ! [ -s "$screen_work/before" ]; then
		screen_fail "$1: nothing was drawn"
	elif diff "$screen_work/before" "$screen_work/after"; then
		echo "ok: $1"
	else
		screen_fail "$1: it is not as it was"
	fi
	rm -f "$screen_work/before" "$screen_work/after"
}
# opened NAME WORDS: after the script, a dump `there` shows that something was opened.
opened() {
	grep -q -e "$2" "$screen_work/there" || { cat "$screen_work/there"; screen_fail "$1: no '$2'"; }
	rm -f "$screen_work/there"
}
fresh

# Every page by its name, as the program lists them: each is drawn whole and left again.
pages=''
for kind in '' office/ reports/; do
	printf ':open %s-\n' "$kind" > "$screen_work/script"
	(cd "$screen_work" && URANIWA_SCRIPT=script "$URANIWA" -f work.db --lang en 2> names)
	pages="$pages $(sed -n 's/.*There is no page .* but: //p' "$screen_work/names" | tr ' ' '\n' | grep -v …)"
done
screen_expect 'pages by name' "$(echo $pages | tr ' ' '\n' | grep -c -x -e home -e office/people -e reports/training)" 3
{
	echo :trial
	for page in $pages; do
		printf ':open %s\n:wait\n' "$page"
	done
	printf ':open people\n:field name\n:dump there\n'
} > "$screen_work/all"
run_sample < "$screen_work/all"
opened 'the last page' '管理  職員'

# The list, narrowed, sorted, scrolled and marked: what is opened on its rows, and every pop-up.
# leaving KEYS, as on a line of a script: goes away and comes back.
from_list() {
	place "list: $1" <<END
2 f
"部局:福祉 時間:>=10
Enter o
"mikomi
Enter
:wait
25*Down Space 3*Up
:wait
:dump before
$1
:wait
:dump after
END
}
from_list 'Enter Esc Esc'
from_list 'e Down Down Esc Esc'
from_list 'Tab Down Down Esc'
from_list 'w Down Esc'
from_list '= Down Esc'
from_list '= Enter Esc Esc'
from_list 'm Esc'
from_list 'C Down Space Esc'
from_list 'F Esc'
from_list '- Esc'
from_list 'o Esc'
from_list 'c Esc'
from_list 'x Esc'
from_list 'F1 Down Esc'
from_list ': Esc'
from_list 'M-u Down Esc'
from_list 'u n'
from_list 'f Esc'
from_list '/ Esc'
from_list '1 2'
from_list '3 2'
from_list '4 Down Enter 5 6 Down Enter 2'
from_list 'r'
from_list 'C-l'

place 'list: another year and back' <<'END'
2 f
"部局:福祉 時間:>=10
Enter
:wait
25*Down 3*Up
:wait
:dump before
[
:wait
5*Down
]
:wait
C-l
:dump after
END

# Home: each pane; of the last changes two can be opened.
for number in R7-0010 R7-0020; do
	"$URANIWA" -f "$screen_work/work.db" --user office edit "$number" --set work=業務 \
		2> "$screen_work/log" || screen_fail "$(cat "$screen_work/log")"
done
for pane in '' 'Tab' 'Tab Tab' 'Tab Tab Tab' 'Tab Tab Tab Tab'; do
	place "home: $pane" <<-END
		:wait
		$pane Down
		:wait
		:dump before
		Enter
		:wait
		Esc
		:wait
		:dump after
	END
done
place 'home and another tab' <<'END'
:wait
Tab Tab Down Down
:dump before
4 Down 1
:wait
:dump after
END

# A rollup: down to projects and back, by Esc and by Backspace.
place 'rollup: a cell' <<'END'
3
:wait
3*Down Right
:dump before
Enter
:wait
:dump there
Esc
:wait
:dump after
END
opened 'rollup' '部局\|所属\|取組'
place 'rollup: two steps' <<'END'
3 t
"部局別
Enter
:wait
Down Down Right
:dump before
Enter
:wait
Down Enter
:wait
Backspace
:wait
Backspace
:wait
:dump after
END
place 'rollup: why' <<'END'
3
:wait
3*Down Right w Esc
:wait
:dump before
w Down Esc
t Esc
F1 Esc
2 3
:wait
:dump after
END

# Reports: the list, a report and its rows.
place 'reports' <<'END'
4
:wait
5*Down
:wait
:dump before
Enter
:wait
3*Down Esc
:wait
:dump after
END
place 'a report' <<'END'
4 /
"coverage
Enter Enter
:wait
40*Down 5*Up
:dump before
Enter
:wait
:dump there
Esc
:wait
2 4
:wait
r
:wait
:dump after
END
opened 'a report' '番号'
place 'a report, sorted' <<'END'
4 /
"coverage
Enter Enter
:wait
Right Right o o 40*Down 5*Up
:dump before
Enter
:wait
Esc
:wait
r
:wait
:dump after
END

# Indicators.
place 'indicators' <<'END'
5
:wait
2*Down
:dump before
Enter
:wait
Down Esc
:wait
1 5 r
:wait
:dump after
END

# The office's menu and each of its pages.
for row in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
	place "office: row $row" <<-END
		6
		:wait
		$row*Down Up
		:dump before
		Enter
		:wait
		2*Down Esc
		:wait
		:dump after
	END
	# the fourth asks for a file before there is a page (import_test.sh)
	[ "$row" = 4 ] || place "office: page $row" <<-END
		6
		:wait
		$row*Down Up Enter
		:wait
		30*Down 4*Up
		:dump before
		r
		:wait
		2 6
		:wait
		F1 Esc
		:dump after
	END
done

# Somebody else saves: in a rollup sorted by hours the row of the cursor goes down, the cursor with it.
mkfifo "$screen_work/pipe" "$screen_work/again"
fresh
{
	cat "$screen_work/pipe" > "$screen_work/before"
	"$URANIWA" -f "$screen_work/work.db" --fy R7 --user office move R7-0008 cancelled --reason 重複
	cat "$screen_work/again" > /dev/null
} > "$screen_work/log" 2>&1 &
other=$!
run_sample <<'END'
3 t
"所属別
Enter
:wait
4*Right o 9*Down
:wait
:dump pipe
:dump again
r
:wait
:dump after
END
wait "$other" || { cat "$screen_work/log"; screen_fail 'the other one could not save'; }
cmp -s "$screen_work/before" "$screen_work/after" && screen_fail 'the rollup is not read again'
screen_expect 'the row of the rollup' "$(tail -n 2 "$screen_work/after" | head -n 1)" \
	"$(tail -n 2 "$screen_work/before" | head -n 1)"
fresh

# Somebody else saves: the cursor stays on its project, with as many rows above it as before, and so
# do the marks. A dump into a pipe waits until it is read, so that the other one saves in between.
{
	cat "$screen_work/pipe" > "$screen_work/before"
	"$URANIWA" -f "$screen_work/work.db" --fy R7 --user office edit R7-0003 --set title=先に直した名前 &&
		"$URANIWA" -f "$screen_work/work.db" --fy R7 --user office copy R7-0003 --team 010101
	cat "$screen_work/again" > /dev/null
} > "$screen_work/log" 2>&1 &
other=$!
run_sample <<'END'
2
:wait
30*Down Space Down 5*Up
:wait
:dump pipe
:dump again
r
:wait
:dump after
END
wait "$other" || { cat "$screen_work/log"; screen_fail 'the other one could not save'; }
sed -i 's/746件/747件/; s/ \/ 746/ \/ 747/' "$screen_work/before"
diff "$screen_work/before" "$screen_work/after" || screen_fail 'another save moves the cursor'

# The same where the rows before are others now: sorted by the time of change, newest first.
fresh
{
	cat "$screen_work/pipe" > "$screen_work/before"
	"$URANIWA" -f "$screen_work/work.db" --fy R7 --user office edit R7-0700 --set title=後に直した名前
	cat "$screen_work/again" > /dev/null
} > "$screen_work/log" 2>&1 &
other=$!
run_sample <<'END'
2 o
"koushin
Enter
:wait
10*Down
:wait
:dump pipe
:dump again
r
:wait
:dump after
END
wait "$other" || { cat "$screen_work/log"; screen_fail 'the other one could not save'; }
here=$(tail -n 2 "$screen_work/before" | sed -n 's/^ 11 \/ 746  \(.*\)/\1/p')
[ -n "$here" ] || { cat "$screen_work/before"; screen_fail 'no project under the cursor'; }
tail -n 2 "$screen_work/after" | grep -qF "$here" ||
	{ cat "$screen_work/after"; screen_fail 'the cursor left its project'; }
row_of() {
	grep -nF "$(printf '%s' "$here" | sed 's/^\(.\{5\}\).*/\1/')" "$screen_work/$1" |
		head -n 1 | cut -d: -f1
}
screen_expect 'the row of the cursor on the screen' "$(row_of after)" 14
screen_expect 'the row before' "$(row_of before)" 14

screen_done
