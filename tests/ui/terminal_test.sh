# Real terminals: tmux (ambiguous characters take one column) and GNU screen with cjkwidth (two).
# Nothing sleeps for a fixed time: each step polls for what must appear.
command -v tmux > /dev/null || { echo "tmux is not here"; exit 77; }
work=$(mktemp -d "${TMPDIR:-/tmp}/uraniwa-terminal.XXXXXX") || exit 99
chmod 700 "$work"
failures=0
export HOME="$work" URANIWA_LOCALEDIR="${URANIWA_LOCALEDIR:-$abs_builddir/locale}"
unset XDG_CONFIG_HOME XDG_DATA_HOME URANIWA_DB URANIWA_SCRIPT NO_COLOR TMUX STY
unset SSH_CONNECTION SSH_TTY
t() {
	tmux -L "uraniwa-$$" -f /dev/null "$@"
}
finish() {
	t kill-server 2> /dev/null
	[ -z "${screen_name-}" ] || screen -S "$screen_name" -X quit > /dev/null
	rm -rf "$work" ${SCREENDIR+"$SCREENDIR"}
}
trap finish EXIT

fail() {
	echo "FAIL: $*"
	failures=$((failures + 1))
}

# wait_for PATTERN: until a line of the pane matches
wait_for() {
	tries=0
	until t capture-pane -p | grep -q -- "$1"; do
		tries=$((tries + 1))
		if [ $tries -gt 1200 ]; then
			fail "'$1' did not appear:"
			t capture-pane -p
			return 1
		fi
		sleep 0.05
	done
}

t new-session -d -x 80 -y 24 "PS1='ready> ' exec sh -i"
wait_for '^ready>'
t send-keys "cd '$work'; stty -g > before; clear; \"$URANIWA\" -f new.db --lang ja" Enter
wait_for 'データベースがありません'
t send-keys 見本県 Left Left 岐阜
wait_for '^  見岐阜本県'
[ "$(t display-message -p '#{cursor_x},#{cursor_y}')" = 8,6 ] || fail "the caret is not in the text"
t send-keys F1
wait_for '^┌ ヘルプ: はじめに ─*┐$'
t resize-window -x 30 -y 8
wait_for '小さすぎます'
t resize-window -x 100 -y 30
wait_for '^┌ ヘルプ: はじめに ─\{80,\}┐$'
t send-keys q
wait_for '見岐阜本県'
printf '一行目\n二行目' > "$work/paste"
t load-buffer "$work/paste"
t paste-buffer -p -d
wait_for '見岐阜一行目 二行目本県'
t send-keys C-z
wait_for 'Stopped\|停止'
t send-keys "stty -g > after; clear; fg" Enter
wait_for '見岐阜一行目 二行目本県'
cmp "$work/before" "$work/after" || fail "the terminal is set otherwise while stopped"
t send-keys Escape
wait_for '^ready>$'
t send-keys "echo status \$?; stty -g > after; echo settings written" Enter
wait_for '^status 0'
wait_for '^settings written'
cmp "$work/before" "$work/after" || fail "the terminal is set otherwise than before"

# closed from outside: the terminal is put back all the same
t send-keys "clear; sh -c 'echo \$\$ > pid; exec \"$URANIWA\" -f new.db --lang ja'; stty -g > after; echo ended" Enter
wait_for 'データベースがありません'
t send-keys F1
wait_for 'ヘルプ: はじめに'
kill -TERM "$(cat "$work/pid")"
wait_for '^ended'
cmp "$work/before" "$work/after" || fail "SIGTERM leaves the terminal changed"

# long work on the command line: how far it is, and Ctrl-C stops it in good order
"$URANIWA" -f "$work/long.db" --fy R7 init --body-code 990001 --body-name 見本県 2> /dev/null &&
	"$URANIWA" -f "$work/long.db" --fy R7 import units "$abs_srcdir/tests/ui/fixture/units.csv" \
		2> /dev/null || fail "no database for long work"
mkfifo "$work/rows"
awk 'BEGIN { print "年度,班コード,取組名,課題類型"; for (;;) print "R7,010101,取組" ++i ",1" }' \
	> "$work/rows" 2> /dev/null &
t send-keys "clear; \"$URANIWA\" -f long.db --fy R7 --lang ja import projects - < rows" Enter
wait_for '^取込  [0-9,]*  [0-9,]*件/秒  Ctrl-Cで中止'
t send-keys C-c
wait_for '^uraniwa import: 中断しました'
t send-keys "clear; \"$URANIWA\" -f long.db --fy R7 list --format csv | wc -l" Enter
wait_for '^1$'

# down into a figure and back up: headings of full-width text that move to the right leave nothing
t send-keys "clear; XDG_DATA_HOME='$work' \"$URANIWA\" --fy R7 --lang ja demo" Enter
wait_for 'することがあります'
t send-keys 3
wait_for '課題類型別  見本県$'
t capture-pane -p > "$work/above"
t send-keys Enter
wait_for '^ 部局別'
t send-keys BSpace
wait_for '課題類型別  見本県$'
t capture-pane -p | cmp - "$work/above" || {
	fail "the table is not as it was before going down:"
	t capture-pane -p | diff "$work/above" -
}

# cells of a spreadsheet through the clipboard of the terminal: tabs, line breaks in quotation marks, CRLF
t send-keys 2
wait_for '番号▲'
printf '取組名\t班コード\t課題類型\r\n台帳の電子化\t010101\t1\r\n"二行の\r\n取組"\t010101\t1\r\n' > "$work/cells"
t load-buffer "$work/cells"
t paste-buffer -p -d
wait_for '^│ 追加 *台帳の電子化 *010101 *1'
wait_for '!取り込めない *!二行の'
t send-keys Escape
wait_for '番号▲'
t kill-server

# for users with an entry among the system's only, and sockets with a short name
if command -v screen > /dev/null && id -un > /dev/null 2>&1; then
	SCREENDIR=$(mktemp -d /tmp/uraniwa-screen.XXXXXX) || exit 99
	export SCREENDIR
	printf 'cjkwidth on\nstartup_message off\ndefutf8 on\n' > "$work/screenrc"
	screen_name=uraniwa-$$
	screen -U -c "$work/screenrc" -dmS "$screen_name" "$URANIWA" -f "$work/new.db" --lang en
	tries=0
	until grep -aq 'There is no database' "$work/hardcopy" 2> /dev/null || [ $tries -gt 1200 ]; do
		screen -S "$screen_name" -X hardcopy "$work/hardcopy" > /dev/null
		tries=$((tries + 1))
		sleep 0.05
	done
	screen -S "$screen_name" -X stuff "$(printf '\033OP')"
	tries=0
	until grep -aq '^+ Help: First start -*+' "$work/hardcopy" || [ $tries -gt 1200 ]; do
		screen -S "$screen_name" -X hardcopy "$work/hardcopy" > /dev/null
		tries=$((tries + 1))
		sleep 0.05
	done
	grep -aq '^+ Help: First start -*+' "$work/hardcopy" || {
		fail "no ASCII lines on a wide terminal"
		cat "$work/hardcopy"
	}
fi
[ $failures -eq 0 ]
