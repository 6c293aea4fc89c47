# The mouse on every screen with rows: a click selects, a double click opens, the wheel scrolls, tabs
# and column heads can be clicked.
. "$abs_srcdir/tests/ui/screen_test.sh"

fixture=$abs_srcdir/tests/ui/fixture
fresh=$screen_work/fresh.db
{ "$URANIWA" -f "$fresh" --fy R7 init --body-code 990001 --body-name 見本県 &&
	"$URANIWA" -f "$fresh" import units "$fixture/units.csv" &&
	"$URANIWA" -f "$fresh" import projects "$fixture/projects.csv" &&
	"$URANIWA" -f "$fresh" import effects "$fixture/effects.csv" &&
	for copy in 1 2 3 4 5 6; do "$URANIWA" -f "$fresh" copy R7-1 --team 010101 || exit; done; } > "$screen_work/log" 2>&1 ||
	{ cat "$screen_work/log"; exit 1; }

# mouse_run SIZE: a script on a database of its own.
mouse_run() {
	rm -f "$screen_work"/work.db*
	cp "$fresh" "$screen_work/work.db"
	screen_run "$1" -f "$screen_work/work.db" --fy R7 --lang ja --ambiguous=1
}
# mouse_sees NAME WORDS: a dump holds them.
mouse_sees() {
	grep -q -e "$2" "$screen_work/$1" && return
	screen_fail "$1: no '$2'"
	cat "$screen_work/$1"
}
# Row and column of words in the dump of another screen are looked up by hand: 80 x 24.

# tabs
mouse_run 80x24 <<'END'
:click 0 20
:wait
:dump second
:click 0 27
:wait
:dump third
:click 0 34
:wait
:dump fourth
:click 0 41
:wait
:dump fifth
:click 0 48
:wait
:dump sixth
:click 0 12
:wait
:dump first
END
mouse_sees second '\[2\]取組'
mouse_sees third '\[3\]集計'
mouse_sees fourth '\[4\]報告'
mouse_sees fifth '\[5\]指標'
mouse_sees sixth '\[6\]管理'
mouse_sees first '\[1\]ホーム'

# the list of projects: rows, heads, the wheel
mouse_run 80x12 <<'END'
2
:wait
:click 5 10
:dump clicked
:double 4 10
:wait
:dump opened
Esc Esc
:wait
:dump back
:click 2 38
:wait
:dump sorted
:click 2 38
:wait
:dump turned
END
mouse_sees clicked '^ 3 / 12 '
mouse_sees opened '職員会議'
mouse_sees back '^ 2 / 12 '
mouse_sees sorted '取組名.*▲'
mouse_sees turned '取組名.*▼'
mouse_run 80x12 <<'END'
2
:wait
:dump whole
:down 5 10
:dump scrolled
:up 5 10
:dump up
END
mouse_sees whole 'R7-0001'
mouse_sees scrolled 'R7-0010'
grep -q 'R7-0001' "$screen_work/scrolled" && screen_fail 'the wheel does not scroll the list'
mouse_sees up 'R7-0001'

# its preview, from 120 columns on
mouse_run 120x14 <<'END'
2
:wait
:dump beside
:down 6 100
:dump read
END
cmp -s "$screen_work/beside" "$screen_work/read" && screen_fail 'the wheel does not scroll the preview'

# a choice
mouse_run 80x24 <<'END'
2 m
:click 11 20
:dump chosen
:double 11 20
Enter
:dump picked
END
mouse_sees picked '理由\|中止\|差戻し\|完了'

# a rollup: a cell is opened, a head sorts
mouse_run 80x24 <<'END'
3
:wait
:dump rollup
:click 3 40
:wait
:dump head
:double 6 10
:wait
:dump drilled
END
cmp -s "$screen_work/rollup" "$screen_work/head" && screen_fail 'a head of the rollup does not sort'
cmp -s "$screen_work/head" "$screen_work/drilled" && screen_fail 'a cell of the rollup does not open'

# the list of reports and a report
mouse_run 80x24 <<'END'
4
:wait
:dump reports
:click 5 4
:wait
:dump other
:double 5 4
:wait
:dump report
END
cmp -s "$screen_work/reports" "$screen_work/other" && screen_fail 'a click selects no report'
cmp -s "$screen_work/other" "$screen_work/report" && screen_fail 'a double click opens no report'
mouse_run 80x24 <<'END'
4 /
"coverage
Enter Enter
:wait
:dump board
:click 3 3
:dump board-sorted
:click 3 3
:dump board-turned
:click 5 3
:dump board-row
:double 5 3
:wait
:dump board-opened
END
mouse_sees board-sorted '所属▲'
mouse_sees board-turned '所属▼'
mouse_sees board-row '^ 2 / 4'
mouse_sees board-opened '番号'

# the office's pages: the menu, a master
mouse_run 80x24 <<'END'
6
:wait
:double 4 5
:wait
:dump page
Esc
:wait
:dump menu
END
mouse_sees menu '\[6\]管理'
cmp -s "$screen_work/page" "$screen_work/menu" && screen_fail 'a double click opens no page'
mouse_run 80x24 <<'END'
6
:open due-dates
:wait
:dump master
:click 2 3
:wait
:dump master-sorted
:click 2 3
:wait
:dump master-turned
:click 6 3
:dump master-row
END
cmp -s "$screen_work/master" "$screen_work/master-sorted" && screen_fail 'a head of a page does not sort'
cmp -s "$screen_work/master-sorted" "$screen_work/master-turned" &&
	screen_fail 'a head of a page does not turn the order round'

# home, the form, help and a text
mouse_run 80x24 <<'END'
:wait
:dump home
:double 6 5
:wait
:dump home-opened
1 Esc 1 F1
:dump help
:down 8 20
:dump help-down
Esc 2 Enter
:click 3 5
:dump form
:click 4 5
:dump form-section
Esc
w
:dump text
:down 6 10
:dump text-down
END
cmp -s "$screen_work/home" "$screen_work/home-opened" && screen_fail 'nothing opens at home'
cmp -s "$screen_work/help" "$screen_work/help-down" && screen_fail 'the wheel does not scroll the help'
cmp -s "$screen_work/form" "$screen_work/form-section" && screen_fail 'sections of the form cannot be clicked'

screen_done
