# The tour in five steps, and the display on a wall.
. "$abs_srcdir/tests/ui/screen_test.sh"

data=.local/share/uraniwa/demo.db
printf ':wait\n' > "$screen_work/start"
(cd "$screen_work" && URANIWA_SCRIPT=start "$URANIWA" demo) || exit 99

screen_test tour-ja 80x24 -f $data --user office --lang ja --ambiguous=1 <<'END'
:trial
F12 Enter Left Enter Enter
:dump screen
Enter
:dump fourth
Enter
:dump last
Enter
:dump after
F12 Esc
END
screen_expect 'fourth step' "$(grep -c '案内 4/5' "$screen_work/fourth")" 1
screen_expect 'last step' "$(grep -c '案内 5/5' "$screen_work/last")" 1
screen_expect 'after it' "$(grep -c '案内 ./5' "$screen_work/after")" 0
[ -e "$screen_work/.local/share/uraniwa/tour-seen" ] || screen_fail 'it is offered again'
screen_test tour-small-en 40x12 -f $data --user office --lang en --ambiguous=2 <<'END'
:trial
F12 Down
:dump screen
END

# pages in turn; after another key the display begins at home again
screen_run 80x24 -f $data --user office --readonly --lang ja --ambiguous=1 <<'END'
:trial
2 M-w
:dump home
M-w
:dump coverage
M-w
:dump trend
M-w
:dump again
M-w Down M-w
:dump anew
END
for page in home again anew; do
	screen_expect "$page" "$(grep -c '課題類型別の削減時間' "$screen_work/$page")" 1
done
grep -q '提出状況' "$screen_work/coverage" || screen_fail 'coverage is not shown'
grep -q '年度推移' "$screen_work/trend" || screen_fail 'the trend is not shown'

# straight into it, changing nothing; the first key ends it, and what writes is not offered
screen_run 80x24 -f $data --user office --wall --lang ja --ambiguous=1 <<'END'
:dump wall
M-w
:dump next
1 n
:dump after
END
grep -q '掲示表示' "$screen_work/wall" || screen_fail 'no wall display from the start'
grep -q '課題類型別の削減時間' "$screen_work/wall" || screen_fail 'it does not begin at home'
grep -q '提出状況' "$screen_work/next" || screen_fail 'it does not go on'
grep -q '読み取り専用' "$screen_work/after" || screen_fail 'it may write'
screen_done
