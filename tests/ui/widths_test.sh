# Every screen with texts that terminals find hard: marks, emoji, half-width kana, wide characters
# where a column ends. By script on three sizes and both widths of ambiguous characters, where each
# frame is proved whole (`:trial`); then in terminals that have an opinion of their own: tmux
# (narrow), GNU screen with cjkwidth (wide), and xterm -cjk_width where there is an X server for it.
. "$abs_srcdir/tests/ui/screen_test.sh"
unset TMUX STY SSH_CONNECTION SSH_TTY

data=.local/share/uraniwa/demo.db
odd() {
	(cd "$screen_work" && "$URANIWA" -f $data --user office add --team "$1" --title "$2" \
		--problem-type 3 --tool kintone --set "current_issue=$2" --set "work=$2" \
		--effect "label=$2,before_minutes=30,before_cases=8,after_minutes=1,after_cases=8,periods_in_year=3") \
		> "$screen_work/made" 2>&1 || { cat "$screen_work/made"; exit 99; }
}
printf ':wait\n' > "$screen_work/start"
(cd "$screen_work" && URANIWA_SCRIPT=start "$URANIWA" demo) || exit 99
team=$(cd "$screen_work" && "$URANIWA" -f $data export units | awk -F, '$2 == "team" { print $1; exit }')
odd "$team" 'か゛が゙ぎ゚e̋́ と ﾊﾝｶｸｶﾅ ﾃﾞﾊﾞﾌﾞﾍﾞ①△○…─│┌'
odd "$team" '👨‍👩‍👧‍👦家族👍🏽の🇯🇵絵文字☀️☂︎✓❤️‍🔥1️⃣を全部使う取組'
odd "$team" 'a福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部'
odd "$team" '福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部'
odd "$team" '葛󠄀城𠮷野﨑①②③㈱㌔Ⅳ─│┌┐α→※℃ 한글 ไทย נִקּוּד abc'

# each tab, what opens from it, and every kind of pop-up
cat > "$screen_work/all" <<'END'
:trial
1
Tab Tab Tab Enter Esc Esc
2 G
Enter Tab Esc
e Tab Tab Down Down Down Enter a
"か゛が゙👨‍👩‍👧‍👦ﾊﾝｶｸ
Esc Esc
y n
2 G Up Enter e Down Tab
:paste 👍🏽の🇯🇵絵文字☀️☂︎\nか゛が゙e̋́福祉保健部福祉保健部福祉保健部福祉保健部福祉保健部
Esc Esc n y
2 G / 
"か゛が゙
Esc f
"tool:
Esc o Esc C Esc m Esc x Esc H Esc = Esc c Esc
2 G w Esc
3 t Down Enter R Esc C Esc m Esc Enter Enter Down Enter v v % d Esc
4 Down Enter Down Enter Esc Esc
5 Down Enter Down Enter Esc Esc
6 Down Enter Down Enter Esc Esc
2 F1 Tab G Esc
:
"か
Esc u Esc Esc
END
# every table, every page of the office with its pop-up, snapshots, charts, trials, what can be undone
pages() {
	echo :trial
	for at in $(seq 0 23); do
		echo "4 Home $((at + 1))*Down Up Enter"
		echo :wait
		echo 'o v Esc'
	done
	for at in $(seq 0 16); do
		echo "6 Home $((at + 1))*Down Up Enter a Tab Tab Esc Esc Esc"
	done
	cat <<'END'
3 Z n
"か゛が゙👨‍👩‍👧‍👦
Enter y
:wait
Enter Esc d Esc q
3 T Down Down Enter T Enter Esc
5 Enter Tab Esc c Esc
2 X Esc . Esc f Tab Esc C Esc
u Esc
M-w
:wait
1
END
}
pages > "$screen_work/pages"
for size in 80x24 40x12 200x60; do
	for ambiguous in 1 2; do
		for lang in ja en; do
			screen_run $size -f $data --user office --lang $lang --ambiguous=$ambiguous \
				< "$screen_work/pages"
		done
		for theme in default mono; do
			mkdir -p "$screen_work/.config/uraniwa"
			echo "theme = $theme" > "$screen_work/.config/uraniwa/config"
			screen_run $size -f $data --user office --lang ja --ambiguous=$ambiguous \
				< "$screen_work/all"
		done
	done
done
rm -f "$screen_work/.config/uraniwa/config"
[ $screen_failures -eq 0 ] && echo 'ok: scripts'

# --- terminals ----------------------------------------------------------------------------------

# borders FILE LEFT RIGHT: the lines that start with the glyph LEFT all end with RIGHT in one column
borders() {
	awk -v left="$2" -v right="$3" 'index($0, left) == 1 && substr($0, length($0) - length(right) + 1) != right {
		print "no border at the right: " $0; wrong = 1 }
		index($0, left) == 1 { found++ }
		END { if (found < 5) print "no box"; exit wrong || found < 5 }' "$1"
}

if command -v tmux > /dev/null; then
	t() {
		tmux -L "uraniwa-w-$$" -f /dev/null "$@"
	}
	trap 't kill-server 2> /dev/null; rm -rf "$screen_work"' EXIT
	t new-session -d -x 80 -y 24 -c "$screen_work" \
		"exec '$URANIWA' -f $data --user office --lang ja" \; set -g remain-on-exit on
	# each step: keys, what must be on the screen, and its borders. A pane may be captured while it
	# is being painted: what counts is what it comes to
	as_wanted() {
		t capture-pane -p > "$screen_work/pane"
		grep -q "$1" "$screen_work/pane" || return
		[ -z "${2-}" ] || borders "$screen_work/pane" "$2" "$3" > "$screen_work/why"
	}
	step() {
		t send-keys "$1"
		shift
		tries=0
		until as_wanted "$@"; do
			tries=$((tries + 1))
			[ $tries -gt 1200 ] && {
				screen_fail "tmux: no '$1', or no whole borders"
				cat "$screen_work/pane" "$screen_work/why"
				return
			}
			sleep 0.05
		done
	}
	step 1 '課題類型別' '│' '│'
	step 2 'R7-0001'
	step G '葛城'
	step F1 'ヘルプ' '│' '│'
	step Escape '葛城'
	step Enter '課題と内容'
	step Escape '葛城'
	t kill-server
	echo 'tmux done'
fi

# A hardcopy has a byte for each cell; Japanese cannot be read in it.
wide_hardcopy() {
	tries=0
	until screen -S "$session" -X hardcopy "$screen_work/copy" > /dev/null 2>&1
		LC_ALL=C grep -aq "$1" "$screen_work/copy"; do
		tries=$((tries + 1))
		[ $tries -gt 1200 ] && { screen_fail "screen: no '$1'"; cat "$screen_work/copy"; return 1; }
		sleep 0.05
	done
}
# for users with an entry among the system's only, and sockets with a short name
if command -v screen > /dev/null && id -un > /dev/null 2>&1; then
	SCREENDIR=$(mktemp -d /tmp/uraniwa-screen.XXXXXX) || exit 99
	export SCREENDIR
	printf 'cjkwidth on\nstartup_message off\ndefutf8 on\n' > "$screen_work/screenrc"
	session=uraniwa-w-$$
	(cd "$screen_work" && screen -U -c screenrc -dmS $session "$URANIWA" -f $data --user office --lang en)
	# look WHAT KEYS PATTERN
	look() {
		screen -S $session -X stuff "$2" > /dev/null
		wide_hardcopy "$3" && { LC_ALL=C awk '
			/^[|+].*[|+]$/ { found++; if (length($0) != 80) { print length($0) ": " $0; wrong = 1 } }
			END { exit wrong || found < 5 }' "$screen_work/copy" || screen_fail "screen: $1"; }
	}
	look home '' '^+ Hours saved by problem type'
	look help "$(printf '2\033OP')" '^+ Help: Project list'
	look 'home again' 'q1' '^+ Hours saved by problem type'
	screen -S $session -X quit > /dev/null
	rm -rf "$SCREENDIR"
	echo 'screen done'
fi

# xterm prints its screen when something writes CSI i to its terminal
if command -v xterm > /dev/null && command -v Xvfb > /dev/null; then
	mkfifo "$screen_work/display"
	Xvfb -displayfd 3 -screen 0 1280x1024x8 3> "$screen_work/display" > "$screen_work/xvfb" 2>&1 &
	server=$!
	read -r number < "$screen_work/display"
	cat > "$screen_work/inside" <<END
#!/bin/sh
cd "$screen_work" || exit
tty > tty
exec "$URANIWA" -f $data --user office --lang ja
END
	chmod +x "$screen_work/inside"
	DISPLAY=:$number xterm -cjk_width -u8 -geometry 80x24 -xrm "xterm*printerCommand: cat > '$screen_work/print'" \
		-xrm 'xterm*printAttributes: 0' -xrm 'xterm*printerAutoClose: true' -e "$screen_work/inside" > "$screen_work/xterm" 2>&1 &
	window=$!
	tries=0
	# U+FFFF stands for second halves
	until sed 's/\xef\xbf\xbf//g; s/\x1b\[[0-9;]*m//g; s/^#[0-9]*//' "$screen_work/print" \
			2> /dev/null > "$screen_work/printed"
		grep -q '課題類型別' "$screen_work/printed"; do
		tries=$((tries + 1))
		[ $tries -gt 1200 ] && { screen_fail 'xterm shows nothing'; cat "$screen_work/xterm"; break; }
		[ ! -s "$screen_work/tty" ] || printf '\033[i' > "$(cat "$screen_work/tty")"
		sleep 0.05
	done
	borders "$screen_work/printed" '|' '|' || { screen_fail xterm; cat "$screen_work/printed"; }
	kill $window $server
	wait $window $server 2> /dev/null
	echo 'xterm done'
fi
screen_done
